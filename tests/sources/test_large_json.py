"""Large JSON files: the list that is wanted, wherever it is; never anything but an issue for the rest."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from catalog.intake.made_registers import gzipped, written, zipped
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.sources.large_json import DEEPEST, LARGEST_ITEM, read_json_items
from buyer_skills.sources.packages import RefusedFileError

COURSES = [{"title": "Un", "id": 1, "in": {"a": [1, 2.5, None, True, {"b": []}]}}, {"title": "Deux"}]
NUMBERED = [(1, COURSES[0]), (2, COURSES[1])]


def items(folder: Path, content: Any) -> list[tuple[int, dict[str, Any]]]:
    text = content if isinstance(content, bytes | str) else json.dumps(content)
    return list(read_json_items(written(folder, text, "f.json"), "f.json", "title"))


def refused(folder: Path, content: Any) -> tuple[str, object]:
    with pytest.raises(RefusedFileError) as caught:
        items(folder, content)
    return caught.value.issue.code, caught.value.issue.message.parameters.get("count")


@pytest.mark.parametrize(
    "content",
    [
        COURSES,
        {"objects": COURSES},
        {"meta": {"count": 2}, "filters": [{"name": "niveau", "values": [{"key": 1}]}], "objects": COURSES},
        {"a": {"b": {"c": COURSES}}, "d": [{"title": "Une autre liste"}]},
        [[1, 2], *COURSES][1:],
        b"\xef\xbb\xbf" + json.dumps(COURSES).encode(),
        gzipped(json.dumps(COURSES)),
        zipped({"cours.json": json.dumps(COURSES), "lisezmoi.txt": ""}),
    ],
    ids=["list", "key", "after-others", "deep", "list-first", "byte-order-mark", "gzip", "zip"],
)
def test_the_list_is_found_wherever_it_is(tmp_path: Path, content: Any) -> None:
    assert items(tmp_path, content) == NUMBERED


def test_what_is_no_object_keeps_its_number(tmp_path: Path) -> None:
    assert items(tmp_path, [1, {"id": 3}, {"title": "Un"}, "deux", [{"title": "x"}]]) == [
        (1, {}),
        (2, {}),
        (3, {"title": "Un"}),
        (4, {}),
        (5, {}),
    ]


@pytest.mark.parametrize(
    ("content", "code", "count"),
    [
        (b"", "F175", 0),
        (b"\xff\xfe[", "F175", 0),
        (b"<html>", "F175", 0),
        (json.dumps(COURSES).encode()[:-20], "F175", 1),
        (json.dumps({"a": 1}), "F176", None),
        ([], "F176", None),
        ("3", "F176", None),
        ([{"nom": "Un"}], "F176", None),
        ('[{"title": "caf\xe9"}]'.encode("cp1252"), "F175", 0),
        ("[" * 100_000, "F175", 0),
        ('{"a":' * (DEEPEST + 1), "F175", 0),
        ('[{"title": ' + "[" * DEEPEST, "F175", 0),
        ('[{"title": 1' + "0" * 5_000 + "}]", "F175", 0),
        ('[{"title": "' + "x" * (LARGEST_ITEM + 100_000), "F175", 0),
        ('[{"title": [' + "1," * LARGEST_ITEM, "F175", 0),
        (gzipped("[" + json.dumps(COURSES[0]))[:-9], "F175", 0),
    ],
    # Named by their start: some are millions of characters long.
    ids=lambda value: str(value)[:24],
)
def test_what_cannot_be_read_is_an_issue(tmp_path: Path, content: Any, code: str, count: int | None) -> None:
    assert refused(tmp_path, content) == (code, count)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
        lambda one: (
            st.lists(one, max_size=3) | st.dictionaries(st.sampled_from(["title", "a", "b"]), one, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_objects_are_those_of_the_standard_library(
    tmp_path_factory: pytest.TempPathFactory, value: Any
) -> None:
    course = {"title": "Un", "in": value}
    assert items(tmp_path_factory.getbasetemp(), {"objects": [course]}) == [(1, course)]


@given(st.binary(max_size=60), st.integers(0, 60))
def test_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int) -> None:
    content = json.dumps(COURSES).encode()
    with suppress(RefusedFileError):
        items(tmp_path_factory.getbasetemp(), content[:at] + noise + content[at:])
