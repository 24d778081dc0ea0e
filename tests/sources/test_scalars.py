"""Plain scalars: what is a number, what is a text, and what asks for quotes."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.sources.scalars import plain_scalar
from buyer_skills.sources.tree import UnquotedScalar

SURPRISES = [
    *("no", "No", "NO", "yes", "on", "off", "y", "n", "N", "=", "<<"),
    *("12:30", "190:20:30", "010", "0123", "08", "0x1F", "0b101", "0o17", "1_000", "+5", "1" * 30),
    *("1e3", "1.5e3", ".5", "1.", ".inf", "-.inf", ".nan", "1.0000000000000000"),
    *("2026-11-24", "2026-1-2", "2026-11-24 10:00:00", "2026-11-24T10:00:00Z"),
]


@pytest.mark.parametrize("text", SURPRISES)
def test_what_yaml_readers_disagree_on_is_kept_as_written(text: str) -> None:
    assert plain_scalar(text) == UnquotedScalar(text)
    assert str(plain_scalar(text)) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("0", 0), ("14", 14), ("-3", -3), ("3.5", 3.5), ("-0.25", -0.25), ("100.00", 100.0)),
        *(("true", True), ("False", False), ("", None), ("~", None), ("null", None)),
    ],
)
def test_numbers_booleans_and_nothing_are_what_they_look_like(text: str, meant: object) -> None:
    assert plain_scalar(text) == meant
    assert type(plain_scalar(text)) is type(meant)


@pytest.mark.parametrize(
    "text",
    ["Achat durable", "no-code", "yes !", "2026-11", "2024/2026", "1,5", "3 jours", "tRUE", "n°4", "v1.2.3"],
)
def test_the_rest_is_text(text: str) -> None:
    assert plain_scalar(text) == text


@given(st.text(alphabet="0123456789abcdefxXoOyYnNsS_+-.:~=<T ", max_size=12).map(str.strip))
def test_what_is_taken_for_text_is_text_for_yaml_1_1_too(text: str) -> None:
    if plain_scalar(text) != text:
        return
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))
    assert tag == "tag:yaml.org,2002:str"


def test_a_very_long_number_is_read_at_once() -> None:
    assert plain_scalar("1" * 1_000_000 + "x") == "1" * 1_000_000 + "x"
