"""A buyer's file into a buyer, or into what is wrong with it."""

from pathlib import Path

from builders import catalog

from buyer_skills.catalog.buyer_files import read_buyer

SMALL = catalog(["negociation", "sourcing"], ["negocier"])


def codes(text: str) -> list[tuple[str, str]]:
    buyer, issues = read_buyer(text.encode(), "b.yaml", SMALL)
    assert (buyer is None) == any(issue.severity == "error" for issue in issues)
    return [(issue.code, f"{issue.place.line}:{issue.place.column}") for issue in issues]


def test_a_buyer_is_read_from_yaml_and_from_json(tmp_path: Path) -> None:
    path = tmp_path / "b1.yaml"
    path.write_text("id: b1\nlevels: {negociation: 2}\ncompleted: [negocier]\nemployer: territorial\n")
    from_yaml, _ = read_buyer(path, "b1.yaml", SMALL)
    text = b'{"id": "b1", "levels": {"negociation": 2}, "completed": ["negocier"], "employer": "territorial"}'
    from_json, _ = read_buyer(text, "-", SMALL)
    assert from_yaml == from_json
    assert from_yaml is not None
    assert from_yaml.employer == "territorial"


def test_unknown_ids_are_said_with_their_place_even_beside_other_faults() -> None:
    text = "id: b1\nlevels:\n  negotiation: 1\n  sourcing: 9\n  Négo: 2\ncompleted: [negocie]\nage: 40\n"
    assert codes(text) == [
        ("B101", "3:3"),
        ("B102", "4:13"),
        ("B101", "5:3"),
        ("B103", "6:13"),
        ("D102", "7:1"),
    ]


def test_a_file_that_is_not_a_mapping_is_refused() -> None:
    assert codes("- b1") == [("F116", "1:1")]
    assert codes("{}") == [("D101", "1:1")]
    assert codes("id: b1\nlevels: [a]\ncompleted: negocier") == [("D104", "2:9"), ("D104", "3:12")]


def test_a_file_of_another_version_is_refused() -> None:
    assert codes("id: b1\nformat_version: 2\n") == [("D113", "2:17")]
    assert codes("id: b1\ncompleted: [3]\n") == [("D103", "2:13")]


def test_a_warning_leaves_the_buyer() -> None:
    assert codes("id: b1\ncompleted: [negocier, negocier]") == [("B201", "2:23")]
