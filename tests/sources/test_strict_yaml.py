"""Strict YAML: what is read, where it stands, and what is refused at once."""

import json
import pickle
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.issues import Place
from buyer_skills.sources.strict_yaml import DEEPEST, read_yaml_bytes, read_yaml_file
from buyer_skills.sources.tree import SourceText, YamlMapping, YamlSequence, place_at, written_at


def codes(text: str | bytes) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return [issue.code for issue in read_yaml_bytes(content, "f.yaml")[1]]


def tree_of(text: str) -> YamlMapping:
    tree, issues = read_yaml_bytes(text.encode(), "f.yaml")
    assert issues == ()
    assert tree is not None
    return tree


@pytest.fixture(params=["C parser", "pure parser"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure parser":
        monkeypatch.delattr(yaml, "CSafeLoader")


@pytest.mark.usefixtures("_parser")
def test_values_and_places_are_kept() -> None:
    tree = tree_of("format: 1\nlist:\n  - {id: a, hours: 3.50}\n  - texte\nempty:\n")
    assert tree == {"format": 1, "list": [{"id": "a", "hours": 3.5}, "texte"], "empty": None}
    assert tree.key_place("list") == Place("f.yaml", 2, 1)
    assert tree.value_place("format") == Place("f.yaml", 1, 9)
    assert place_at(tree, ("list", 0, "hours")) == Place("f.yaml", 3, 20)
    assert place_at(tree, ("list", 0, "hours"), key=True) == Place("f.yaml", 3, 13)
    assert place_at(tree, ("list", 1)) == Place("f.yaml", 4, 5)
    assert place_at(tree, ("list", 9)) == Place("f.yaml", 3, 3)
    assert place_at(tree, ("nothing",)) == Place("f.yaml", 1, 1)
    assert written_at(tree, ("list", 0, "hours")) == "3.50"


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x [1]\nb: *x", "F111"),
        ("a: *x", "F111"),
        ("*x : 1", "F111"),
        ("&x a: 1", "F111"),
        ("? [a]\n: 1", "F112"),
        ("a: !!int 3", "F113"),
        ("!a b: 3", "F113"),
        ("<<: {a: 1}", "F114"),
        ("a: 1\n---\nb: 1", "F115"),
        ("- a", "F116"),
        ("texte", "F116"),
        ("a: 1\na: 2", "F117"),
        ("a:\t1", "F109"),
        ("a: b: c", "F121"),
        ("a: 'b", "F122"),
        ("a: [1, 2", "F122"),
        ("a: @b", "F123"),
        ('a: "\\q"', "F124"),
        ("a:\n  - b\n c: 1", "F125"),
        ("%YAML 3.0\n---\na: 1", "F120"),
        ('a: "\\0"', "F108"),
        ("a: \x07", "F108"),
        ("# rien", "F107"),
        ("---", "F116"),
    ],
)
def test_what_goes_beyond_is_refused(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_merge_key_between_quotes_is_a_key_like_another() -> None:
    assert tree_of('"<<": 1') == {"<<": 1}


def test_a_byte_order_mark_and_windows_line_breaks_are_simply_read() -> None:
    tree, issues = read_yaml_bytes(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - 2\r\n", "f.yaml")
    assert issues == ()
    assert tree == {"a": 1, "b": [2]}
    assert place_at(tree, ("b", 0)) == Place("f.yaml", 3, 5)


@pytest.mark.parametrize("content", [b"a: \xe9", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"a: \xed\xa0\x80"])
def test_another_encoding_is_refused_with_its_place(content: bytes) -> None:
    [issue] = read_yaml_bytes(content, "f.yaml")[1]
    assert issue.code in {"F105", "F106"}
    assert issue.place.line == 1


def test_every_repeated_key_is_said_and_the_first_one_kept() -> None:
    tree, issues = read_yaml_bytes(b"a: 1\nb: {c: 1, c: 2}\na: 3\n", "f.yaml")
    assert tree == {"a": 1, "b": {"c": 1}}
    assert [str(issue.place) for issue in issues] == ["f.yaml:2:11", "f.yaml:3:1"]


def test_a_file_full_of_repeated_keys_is_given_up() -> None:
    tree, issues = read_yaml_bytes(b"a: 1\n" * 5_000, "f.yaml")
    assert tree is None
    assert len(issues) < 2_000


def test_nesting_is_counted() -> None:
    deep = "{a: " * (DEEPEST - 1) + "{a: 1" + "}" * DEEPEST
    assert codes(deep) == []
    assert codes("{a: " + deep + "}") == ["F110"]


@pytest.mark.parametrize(
    "bomb",
    [
        "a: " + "[" * 200_000,
        "{a: " * 200_000,
        "[" * 200_000,
        "a: " + "[" * 200_000 + "]" * 200_000,
        "\n".join(" " * depth + "a:" for depth in range(2_000)),
        "a:\n - " + "- " * 100_000,
        "? " * 200_000,
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(20)),
    ],
    ids=["lists", "keys", "root", "closed", "indents", "dashes", "questions", "aliases"],
)
def test_bombs_are_refused_at_once(bomb: str) -> None:
    start = time.perf_counter()
    assert len(codes(bomb)) == 1
    assert time.perf_counter() - start < 1


def test_json_is_read_by_the_same_rules() -> None:
    assert tree_of('{\n\t"id": "b1",\n\t"levels": {"negociation": 2}\n}') == {
        "id": "b1",
        "levels": {"negociation": 2},
    }


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert [issue.code for issue in read_yaml_file(tmp_path / "x.yaml", "x.yaml")[1]] == ["F101"]
    assert [issue.code for issue in read_yaml_file(tmp_path, "x")[1]] == ["F102"]
    assert [issue.code for issue in read_yaml_file(Path("a\0b"), "x")[1]] == ["F103"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    [issue] = read_yaml_file(tmp_path / "x.yaml", "x.yaml")[1]
    assert issue.code == "F103"
    assert "permission" in str(issue.message.parameters["reason"])


def test_a_tree_is_copied_as_plain_values() -> None:
    tree = tree_of("a: [{b: 1}]")
    assert type(pickle.loads(pickle.dumps(tree))) is dict  # noqa: S301
    assert type(pickle.loads(pickle.dumps(tree["a"]))) is list  # noqa: S301


def test_a_value_made_by_us_has_the_place_of_what_it_stands_for() -> None:
    source = SourceText("f.yaml", "")
    sequence = YamlSequence(source, None)
    sequence.append(1)
    assert sequence.item_place(0) == sequence.item_place(5) == Place("f.yaml")
    mapping = YamlMapping(source, None)
    mapping["a"] = 1
    assert mapping.key_place("a") == mapping.value_place("a") == Place("f.yaml")
    assert written_at(mapping, ("a",)) == "1"
    assert place_at(None, ("a",)) is None
    assert source.line(7) == ""


_TEXTS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), max_size=20
).filter(lambda text: not any(0x7F <= ord(character) < 0xA0 for character in text))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(_TEXTS, _VALUES, max_size=5))
def test_what_json_writes_is_read_back(value: dict[str, object]) -> None:
    tree, issues = read_yaml_bytes(json.dumps(value, ensure_ascii=False).encode(), "f.json")
    assert issues == ()
    assert tree == value


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), _VALUES, min_size=1, max_size=5))
def test_what_yaml_writes_is_read_back(value: dict[str, object]) -> None:
    text = yaml.dump(value, allow_unicode=True, Dumper=_PlainDumper)
    tree, issues = read_yaml_bytes(text.encode(), "f.yaml")
    assert [issue.code for issue in issues] == []
    assert tree is not None
    assert _unwrapped(tree) == value


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(content: bytes) -> None:
    tree, issues = read_yaml_bytes(content, "f.yaml")
    assert (tree is None) <= bool(issues)
    assert all(issue.place.file == "f.yaml" for issue in issues)


@given(st.text("ab:-?[]{}&*!|>'\"%@`#,<= \n01", max_size=60))
def test_no_signs_make_it_fail(text: str) -> None:
    tree, issues = read_yaml_bytes(text.encode(), "f.yaml")
    assert tree is not None or issues


class _PlainDumper(yaml.SafeDumper):
    """Writes every text between double quotes, and never an anchor."""

    def ignore_aliases(self, _: object) -> bool:
        return True


_PlainDumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def _unwrapped(node: object) -> object:
    if isinstance(node, dict):
        return {key: _unwrapped(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_unwrapped(value) for value in node]
    return node


def test_a_colon_without_its_space_is_told_where_it_is() -> None:
    issues = read_yaml_bytes(b"columns:\n  Code: code\n  Cote:code\n  Titre: title\n", "m.yaml")[1]
    assert [(one.code, one.place.line, one.message.parameters["found"]) for one in issues] == [
        ("F121", 3, "Cote:code")
    ]
