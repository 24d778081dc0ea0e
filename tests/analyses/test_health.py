"""Checks that need the graph: a note where a job asks for what nothing leads to."""

from pathlib import Path

from builders import DAY

from buyer_skills.analyses.health import catalogue_health
from buyer_skills.catalog.loading import read_catalog
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.issues import Issue
from buyer_skills.messages import Message
from buyer_skills.messages.wording import wording

FILES = {
    "competencies.yaml": """\
format_version: 1
areas: [{id: passation, title: {fr: Passation, en: Award}}]
competencies:
  - {id: negociation, title: {fr: Négociation, en: Negotiation}, area: passation, kind: savoir-faire}
  - {id: droit, title: {fr: Droit, en: Law}, area: passation, kind: savoir}
""",
    "providers.yaml": """\
format_version: 1
providers: [{id: cnfpt, title: CNFPT}]
""",
    "trainings.yaml": """\
format_version: 1
trainings:
  - {id: a, title: A, provider: cnfpt, kind: course, outcomes: [{competency: negociation, to: 1}]}
  - id: tutorat
    title: Tutorat
    provider: cnfpt
    kind: practice
    evidence: generic
    outcomes: {applies_to: {}, steps: [[1, 2]]}
""",
    "job_profiles.yaml": """\
format_version: 1
job_profiles:
  - id: poste
    title: Acheteuse / Acheteur
    requirements:
      - {competency: negociation, level: 2}
      - {competency: droit, level: 2}
      - {competency: droit, level: 0}
  - id: reference
    title: Référence
    kind: reference
    requirements: [{competency: droit, level: 4}]
""",
}


def test_a_requirement_that_nothing_reaches_is_a_note_at_its_place(tmp_path: Path) -> None:
    found = health(tmp_path, FILES)
    assert [(one.code, one.severity, one.message.parameters) for one in found] == [
        ("P301", "note", {"found": "droit", "level": Message("issues.P301.level", {"level": 2})})
    ]
    assert (Path(found[0].place.file).name, found[0].place.line) == ("job_profiles.yaml", 7)


def test_the_level_of_a_way_of_being_is_told_in_words(tmp_path: Path) -> None:
    soft = FILES["competencies.yaml"].replace(
        "area: passation, kind: savoir}", "area: passation, kind: savoir-etre}"
    )
    (found,) = health(tmp_path, {**FILES, "competencies.yaml": soft})
    said = wording("fr").render(found.message)
    assert (
        said
        == "« droit » demandée comme savoir-être attendu en autonomie : aucune formation en cours n'y mène"
    )


def test_practice_counts_once_a_course_opens_the_way(tmp_path: Path) -> None:
    course = "  - {id: b, title: B, provider: cnfpt, kind: course, outcomes: [{competency: droit, to: 1}]}\n"
    assert health(tmp_path, {**FILES, "trainings.yaml": FILES["trainings.yaml"] + course}) == ()


def health(folder: Path, files: dict[str, str]) -> tuple[Issue, ...]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    loaded = read_catalog([folder], day=DAY)
    return catalogue_health(SkillGraph.of(loaded.catalog, DAY), loaded.places)
