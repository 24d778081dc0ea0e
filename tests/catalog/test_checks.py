"""Rules that span records, in the cases a broken file each does not show."""

from pathlib import Path

import pytest
from builders import DAY
from catalog.folders import SMALLEST, write_folder
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.catalog.checks.cycles import cycles
from buyer_skills.catalog.loading import read_catalog

OPENING = "format_version: 1\ntrainings:\n"
TRAINING = "  - {{id: {0}, title: {0}, provider: cnfpt, evidence: indicative, basis: {2}, kind: {1}, {3}}}\n"


def found(folder: Path, *trainings: tuple[str, str, str, str]) -> list[str]:
    """Return the codes given to trainings described by id, kind, basis and other keys."""
    text = OPENING + "".join(TRAINING.format(*one) for one in trainings)
    loaded = read_catalog([write_folder(folder, {**SMALLEST, "trainings.yaml": text})], day=DAY)
    everywhere = {"G204", "G205", "P206"}
    return [issue.code for issue in loaded.issues if issue.code not in everywhere]


@pytest.mark.parametrize(
    ("kind", "basis", "start", "arrival", "codes"),
    [
        ("course", "titre", 0, 1, []),
        ("course", "titre", 0, 2, ["T214"]),
        ("mooc", "programme", 2, 3, ["T214"]),
        ("cycle", "programme", 0, 3, []),
        ("cycle", "titre", 0, 3, ["T214"]),
        ("cycle", "titre", 0, 2, ["T216"]),
        ("cycle", "titre", 1, 2, []),
        ("cycle", "programme", 0, 2, []),
        ("mooc", "theme", 1, 2, ["T216"]),
        ("degree", "theme", 0, 1, ["T301"]),
        ("certification", "programme", 3, 4, ["T214"]),
    ],
)
def test_what_each_kind_can_teach(
    tmp_path: Path, kind: str, basis: str, start: int, arrival: int, codes: list[str]
) -> None:
    outcome = f"outcomes: [{{competency: negociation, from: {start}, to: {arrival}}}]"
    assert sorted(found(tmp_path, ("t", kind, basis, outcome))) == sorted(codes)


def test_practice_may_lead_to_level_3(tmp_path: Path) -> None:
    keys = "outcomes: [{competency: negociation, from: 2, to: 3}], status: current"
    text = OPENING + TRAINING.format("t", "practice", "titre", keys).replace("indicative", "generic")
    loaded = read_catalog([write_folder(tmp_path, {**SMALLEST, "trainings.yaml": text})], day=DAY)
    assert not [issue.code for issue in loaded.issues if issue.code[0] == "T"]


def test_same_titles_are_compared_without_case_or_spacing(tmp_path: Path) -> None:
    first, second = ("a", "course", "titre", "days: 1"), ("b", "course", "titre", "days: 1")
    assert found(tmp_path, first, second) == []
    text = (OPENING + TRAINING.format(*first) + TRAINING.format(*second)).replace("title: b", 'title: " A"')
    loaded = read_catalog([write_folder(tmp_path, {**SMALLEST, "trainings.yaml": text})], day=DAY)
    assert "T206" in [issue.code for issue in loaded.issues]


def test_alternatives_on_entry_are_checked_too(tmp_path: Path) -> None:
    alternatives = ("{levels: [{competency: nego, level: 1}]}", "{trainings: [x]}", "{trainings: [t@a:1-2]}")
    keys = f"requires: {{any_of: [{', '.join(alternatives)}]}}"
    assert found(tmp_path, ("t", "course", "titre", keys)) == ["T103", "T106", "T106"]


@pytest.mark.parametrize(
    ("steps", "codes"), [("[[1, 2]]", []), ("[[2, 1]]", ["T101"]), ("[[0, 1]]", ["T210"])]
)
def test_the_steps_of_a_template_are_checked(tmp_path: Path, steps: str, codes: list[str]) -> None:
    text = OPENING + TRAINING.format("t", "practice", "titre", f"outcomes: {{steps: {steps}}}")
    text = text.replace("indicative", "generic")
    loaded = read_catalog([write_folder(tmp_path, {**SMALLEST, "trainings.yaml": text})], day=DAY)
    assert [issue.code for issue in loaded.issues if issue.code[0] == "T"] == codes


def test_a_requirement_left_out_of_a_derived_profile_is_a_difference(tmp_path: Path) -> None:
    text = (
        SMALLEST["job_profiles.yaml"]
        + """
  - id: autre
    title: {fr: Autre, en: Other}
    based_on: {profile: acheteur-public}
    requirements: [{competency: sourcing, level: 0}]
"""
    )
    competencies = (
        SMALLEST["competencies.yaml"]
        + """
  - {id: sourcing, title: {fr: Sourcing, en: Sourcing}, area: passation, kind: savoir-faire}
"""
    )
    files = {**SMALLEST, "job_profiles.yaml": text, "competencies.yaml": competencies}
    loaded = read_catalog([write_folder(tmp_path, files)], day=DAY)
    found = [issue.message.parameters for issue in loaded.issues if issue.code == "P202"]
    assert [(one["found"], one["start"], one["arrival"]) for one in found] == [
        ("negociation", "2", "—"),
        ("sourcing", "—", "0"),
    ]


def test_an_acronym_without_english_is_told(tmp_path: Path) -> None:
    acronyms = "format_version: 1\nacronyms: [{id: dce, short: DCE, long: dossier de consultation}]\n"
    loaded = read_catalog([write_folder(tmp_path, {**SMALLEST, "acronyms.yaml": acronyms})], day=DAY)
    told = [issue for issue in loaded.issues if issue.place.file.endswith("acronyms.yaml")]
    assert [(issue.code, issue.place.line) for issue in told] == [("G205", 2)]


def test_at_most_so_many_nearest_names_are_looked_for(tmp_path: Path) -> None:
    many = ", ".join(f"{{competency: negociatio{number}, to: 1}}" for number in range(300))
    text = OPENING + TRAINING.format("t", "course", "titre", f"outcomes: [{many}]")
    loaded = read_catalog([write_folder(tmp_path, {**SMALLEST, "trainings.yaml": text})], day=DAY)
    unknown = [issue for issue in loaded.issues if issue.code == "T103"]
    assert len(unknown) == 300
    assert sum(bool(issue.message.parameters["nearest"]) for issue in unknown) == 200


_GRAPHS = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3), max_size=6
)


@given(_GRAPHS)
def test_a_cycle_is_found_when_there_is_one(links: dict[str, list[str]]) -> None:
    reached = {node: set(following) for node, following in links.items()}
    for _ in links:
        for targets in reached.values():
            targets |= {further for target in list(targets) for further in reached.get(target, ())}
    has_cycle = any(node in targets for node, targets in reached.items())
    some = list(cycles(links))
    assert bool(some) == has_cycle
    for cycle in some:
        pairs = zip(cycle, (*cycle[1:], cycle[0]), strict=True)
        assert all(second in links[first] for first, second in pairs)
        assert cycle[0] == min(cycle)
