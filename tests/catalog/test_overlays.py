"""Folders laid over a catalogue."""

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import DAY
from catalog.folders import write_folder

from buyer_skills.catalog.loading import LoadedCatalog, read_catalog

Over = Callable[..., LoadedCatalog]
SOUND = Path(__file__).parent.parent / "broken" / "sound"


@pytest.fixture
def over(tmp_path: Path) -> Over:
    def read(**files: str) -> LoadedCatalog:
        texts = {f"{stem}.yaml": "format_version: 1\n" + text for stem, text in files.items()}
        return read_catalog([SOUND], [write_folder(tmp_path / "over", texts)], day=DAY)

    return read


def test_a_change_in_place_names_only_what_changes(over: Over) -> None:
    loaded = over(trainings="trainings:\n  - {extends: initiation, hours: 7, days: 1}\n")
    assert loaded.issues == ()
    training = loaded.catalog.trainings["initiation"]
    assert (training.hours, training.days, training.title.fr) == (7, 1, "Initiation à l'achat durable")
    assert loaded.places.of("trainings", "initiation", "hours").file.endswith("over/trainings.yaml")
    assert loaded.places.of("trainings", "initiation", "title").file.endswith("sound/trainings.yaml")


def test_lines_merge_by_competency(over: Over) -> None:
    loaded = over(
        job_profiles="""job_profiles:
  - extends: acheteur
    kind: local
    requirements:
      - {competency: achat-durable, level: 2, importance: 1}
      - {competency: clause-sociale, level: 1}
"""
    )
    profile = loaded.catalog.profiles["acheteur"]
    assert [(one.competency, one.level, one.importance) for one in profile.requirements] == [
        ("achat-durable", 2, 1),
        ("clause-sociale", 1, 2),
    ]


def test_all_lines_of_one_competency_are_replaced_together(over: Over) -> None:
    loaded = over(
        trainings="""trainings:
  - extends: approfondissement
    outcomes:
      - {competency: achat-durable, from: 0, to: 1}
      - {competency: achat-durable, from: 1, to: 2}
"""
    )
    outcomes = loaded.catalog.trainings["approfondissement"].taught
    assert [(one.competency, one.to_level) for one in outcomes] == [
        ("achat-durable", 1),
        ("achat-durable", 2),
        ("clause-sociale", 1),
    ]


def test_lines_are_taken_away_by_name(over: Over) -> None:
    loaded = over(trainings="trainings:\n  - {extends: approfondissement, remove: [clause-sociale]}\n")
    assert [one.competency for one in loaded.catalog.trainings["approfondissement"].taught] == [
        "achat-durable"
    ]


def test_a_new_profile_keeps_its_link_and_is_the_employer_s_own(over: Over) -> None:
    loaded = over(
        job_profiles="""job_profiles:
  - extends: acheteur
    id: acheteur-de-la-ville
    title: Acheteuse de la ville / Acheteur de la ville
    requirements: [{competency: achat-durable, level: 1}]
"""
    )
    assert loaded.issues == ()
    profile = loaded.catalog.profiles["acheteur-de-la-ville"]
    assert profile.kind == "local"
    assert profile.based_on is not None
    assert profile.based_on.profile == "acheteur"
    assert profile.level_of("achat-durable") == 1
    assert loaded.catalog.profiles["acheteur"].level_of("achat-durable") == 3


def test_an_overlay_may_change_what_it_adds(over: Over) -> None:
    loaded = over(
        providers="""providers:
  - {extends: autre, title: Un autre nom}
  - {id: autre, title: Autre, sources: [referentiel]}
"""
    )
    assert loaded.catalog.providers["autre"].title.fr == "Un autre nom"


def test_an_identifier_already_taken_is_an_error(over: Over) -> None:
    assert [issue.code for issue in over(providers="providers: [{id: ecole, title: Autre}]\n").issues] == [
        "G101"
    ]


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("{extends: 3}", "D104"),
        ("{extends: initiation, remove: clause-sociale}", "D104"),
        ("{extends: initiation, remove: [3]}", "D104"),
        ("{extends: initiation, heures: 3}", "D102"),
        ("{extends: initiation, outcomes: autre}", "D104"),
    ],
)
def test_a_malformed_change_is_refused(over: Over, record: str, code: str) -> None:
    assert [issue.code for issue in over(trainings=f"trainings:\n  - {record}\n").issues] == [code]


def test_a_folder_may_say_that_it_is_an_overlay(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        {
            "catalog.yaml": "format_version: 1\noverlay: true\n",
            "providers.yaml": "format_version: 1\nproviders: [{extends: ecole, title: Autre}]\n",
        },
    )
    loaded = read_catalog([SOUND, folder], day=DAY)
    assert loaded.catalog.providers["ecole"].title.fr == "Autre"
    alone = read_catalog([folder], day=DAY)
    assert [issue.code for issue in alone.issues if issue.severity == "error"] == ["G102"]
    assert len(alone.catalog.competencies) > 40


def test_what_an_overlay_changes_is_checked_where_it_is_written(over: Over) -> None:
    dot = "\u00b7"
    loaded = over(trainings=f"trainings:\n  - {{extends: initiation, title: Initiation des agent{dot}es}}\n")
    [issue] = loaded.issues
    assert issue.code == "G202"
    assert str(issue.place).endswith("over/trainings.yaml:3:34")


def test_a_source_that_a_change_replaces_is_not_said_idle(tmp_path: Path) -> None:
    opening = "format_version: 1\n"
    source = '{id: note, title: Note, publisher: Ville, url: "https://example.org/n", seen: "2026-11"}'
    base = write_folder(
        tmp_path / "base",
        {
            "sources.yaml": f"{opening}sources:\n  - {source}\n",
            "trainings.yaml": f"{opening}trainings:\n  - {{extends: initiation, sources: [note]}}\n",
        },
    )
    back = write_folder(
        tmp_path / "back",
        {"trainings.yaml": f"{opening}trainings:\n  - {{extends: initiation, sources: [referentiel]}}\n"},
    )
    assert read_catalog([SOUND], [base], day=DAY).issues == ()
    assert read_catalog([SOUND], [base, back], day=DAY).issues == ()
    idle = write_folder(tmp_path / "idle", {"sources.yaml": f"{opening}sources:\n  - {source}\n"})
    assert [one.code for one in read_catalog([SOUND], [idle], day=DAY).issues] == ["S201"]


def test_a_change_that_is_only_proposed_changes_nothing(over: Over) -> None:
    loaded = over(trainings="trainings:\n  - {extends: initiation, status: proposed, hours: 7}\n")
    assert loaded.issues == ()
    training = loaded.catalog.trainings["initiation"]
    assert (training.status, training.hours) == ("current", 14)


def test_a_change_that_is_only_proposed_is_checked_as_if_it_were_accepted(over: Over) -> None:
    changes = """trainings:
  - {extends: initiation, status: proposed, hours: -3}
  - {extends: initiation, status: proposed, outcomes: [{competency: inconnue, to: 1}]}
"""
    found = [(one.code, one.place.line) for one in over(trainings=changes).issues]
    assert found == [("D107", 3), ("T103", 4)]


def test_a_new_record_that_is_only_proposed_joins_nothing(over: Over) -> None:
    loaded = over(trainings="trainings:\n  - {id: autre, extends: initiation, status: proposed}\n")
    assert "autre" not in loaded.catalog.trainings
    assert loaded.catalog.trainings["initiation"].status == "current"
