"""A buyer's file into a buyer, or into what is wrong with it."""

from pathlib import Path

from builders import catalog

from buyer_skills.catalog.buyer_files import read_buyer

SMALL = catalog(["negociation", "sourcing", {"id": "ecoute", "kind": "savoir-etre"}], ["negocier"])


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


def test_a_blank_level_is_not_an_answer_and_the_rest_is_read() -> None:
    buyer, issues = read_buyer(b"id: b1\nlevels:\n  negociation:\n  sourcing: 0\n", "b.yaml", SMALL)
    assert issues == ()
    assert buyer is not None
    assert buyer.levels == {"sourcing": 0}
    assert buyer.level_of("negociation") == 0


def test_a_level_that_is_no_whole_number_is_told_with_its_range() -> None:
    found = read_buyer(b"id: b1\nlevels: {negociation: deux, ecoute: 1.5}", "b.yaml", SMALL)[1]
    assert [(one.code, dict(one.message.parameters)["top"]) for one in found] == [("B104", 4), ("B104", 3)]


def test_a_way_of_being_above_its_scale_is_warned_of_and_read_within_it() -> None:
    buyer, issues = read_buyer(b"id: b1\nlevels: {ecoute: 4, sourcing: 4}", "b.yaml", SMALL)
    assert [(one.code, one.severity) for one in issues] == [("B202", "warning")]
    assert buyer is not None
    assert buyer.levels == {"ecoute": 3, "sourcing": 4}


def test_a_warning_leaves_the_buyer() -> None:
    assert codes("id: b1\ncompleted: [negocier, negocier]") == [("B201", "2:23")]
