"""Forms out and back: what each answer changes, and what it leaves alone."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY
from filled_forms import SOUND, WHO, Cells, answered, filled, form_of, row_of, sound_graph, written

from buyer_skills.analyses.bridges import build_bridges
from buyer_skills.catalog.bundled import as_folder
from buyer_skills.catalog.loading import load_catalog, read_catalog
from buyer_skills.catalog.proposals import Verdict
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording
from buyer_skills.workflows.forms.form_words import form_bytes, level_word
from buyer_skills.workflows.reviewing import Review

EMPLOYER: Cells = {**WHO, ("answer", 0, "family"): "territorial (collectivités et leurs établissements)"}
REVIEW = form_of("provider")
INITIATION = row_of(REVIEW, "training", training="initiation")
APPROFONDISSEMENT = row_of(REVIEW, "training", training="approfondissement")


def records(folder: Path, stem: str) -> list[dict[str, Any]]:
    found = yaml.safe_load((folder / f"{stem}.yaml").read_text(encoding="utf-8"))
    return next(value for key, value in found.items() if key != "format_version")


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_body_confirms_corrects_and_adds(form: str, tmp_path: Path) -> None:
    outcome = row_of(REVIEW, "outcome", training="approfondissement", competency="clause-sociale")
    cells: Cells = {
        **WHO,
        ("training", INITIATION, "offered"): "oui",
        ("training", APPROFONDISSEMENT, "offered"): "oui",
        ("training", APPROFONDISSEMENT, "code"): "AP2",
        ("training", APPROFONDISSEMENT, "days"): 3,
        ("training", APPROFONDISSEMENT, "price_territorial"): 0,
        ("training", APPROFONDISSEMENT, "start_1"): date(2027, 3, 2),
        ("training", APPROFONDISSEMENT, "channel"): "sur le site",
        ("training", APPROFONDISSEMENT, "remark"): "refonte en 2027",
        ("outcome", outcome, "level"): "2 application",
        ("added", 0, "title"): "Acheter de l'énergie",
        ("added", 0, "kind"): "atelier",
    }
    found = answered(written(tmp_path / f"f.{form}", REVIEW, cells), into=tmp_path / "d")
    assert found.issues == ()
    assert sorted(found.files) == ["catalog.yaml", "decisions.yaml", "sources.yaml", "trainings.yaml"]
    confirmed = {
        "evidence": "confirmed",
        "noted": "2026-11-20",
        "confirmed": {"day": "2026-11-20", "function": "responsable de l'offre"},
        "sources": ["referentiel", "reponse-2026-11-20-ecole"],
    }
    assert records(tmp_path / "d", "trainings") == [
        {
            "extends": "approfondissement",
            **confirmed,
            "code": "AP2",
            "days": 3,
            "access": {"territorial": {"price_eur": 0, "channel": "sur le site"}},
            "sessions": [{"start": "2027-03-02"}],
            "outcomes": [
                {"competency": "achat-durable", "from": 1, "to": 2},
                {"competency": "clause-sociale", "from": 1, "to": 2},
            ],
        },
        {"extends": "initiation", **confirmed},
        {
            "id": "acheter-de-l-energie-ecole",
            "title": "Acheter de l'énergie",
            "provider": "ecole",
            "kind": "workshop",
            "status": "proposed",
            **confirmed,
            "sources": ["reponse-2026-11-20-ecole"],
        },
    ]
    assert records(tmp_path / "d", "decisions") == [
        {
            "id": "confirme-2026-11-20-approfondissement",
            "subject": "approfondissement",
            "decided": "confirmed",
            "day": "2026-11-20",
            "keys": ["access", "code", "days", "outcomes", "sessions"],
            "reason": "refonte en 2027",
            "function": "responsable de l'offre",
        },
        {
            "id": "confirme-2026-11-20-initiation",
            "subject": "initiation",
            "decided": "confirmed",
            "day": "2026-11-20",
            "function": "responsable de l'offre",
        },
    ]
    assert records(tmp_path / "d", "sources")[0]["title"]["fr"] == (
        "Réponse de École de l'achat, responsable de l'offre, 20 novembre 2026"
    )
    loaded = read_catalog((SOUND,), (tmp_path / "d",), day=DAY)
    assert loaded.issues == ()
    training = loaded.catalog.trainings["approfondissement"]
    assert (training.evidence, training.hours, training.days) == ("confirmed", None, 3)


def test_a_training_no_longer_offered_ends_and_a_competency_it_does_not_teach_goes(tmp_path: Path) -> None:
    outcome = row_of(REVIEW, "outcome", training="approfondissement", competency="clause-sociale")
    other = row_of(REVIEW, "outcome", training="approfondissement", competency="achat-durable")
    cells: Cells = {
        **WHO,
        ("training", INITIATION, "offered"): "non",
        ("training", INITIATION, "ended"): date(2026, 6, 30),
        ("training", APPROFONDISSEMENT, "offered"): "oui",
        ("outcome", outcome, "level"): "0 non enseignée",
        ("outcome", other, "level"): "2 application",
    }
    answered(written(tmp_path / "f.xlsx", REVIEW, cells), into=tmp_path / "d")
    trainings = load_catalog((SOUND,), (tmp_path / "d",), day=DAY).trainings
    assert (trainings["initiation"].status, str(trainings["initiation"].ended)) == ("ended", "2026-06-30")
    kept = trainings["approfondissement"]
    assert [one.competency for one in kept.taught] == ["achat-durable"]
    # All that we believed was answered: its levels rest on what its provider says.
    assert kept.basis == "programme"


def test_the_same_form_twice_changes_nothing(tmp_path: Path) -> None:
    cells: Cells = {
        **WHO,
        ("training", INITIATION, "offered"): "oui",
        ("training", INITIATION, "code"): "A1",
        ("added", 0, "title"): "Acheter de l'énergie",
    }
    path = written(tmp_path / "f.xlsx", REVIEW, cells)
    answered(path, into=tmp_path / "d")
    again = answered(path, into=tmp_path / "d")
    assert again.files == {}
    assert (again.changes.added, again.changes.changed) == ([], [])


def test_what_is_in_the_folder_stays_with_its_comments(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "catalog.yaml").write_text("format_version: 1\noverlay: true\n", encoding="utf-8")
    (folder / "trainings.yaml").write_text(
        "format_version: 1\ntrainings:\n"
        "  # vu avec la direction\n  - extends: approfondissement\n    code: ZZ\n"
        "  # celle-ci change\n  - extends: initiation\n    url: https://exemple.fr\n",
        encoding="utf-8",
    )
    cells: Cells = {**WHO, ("training", INITIATION, "offered"): "oui"}
    answered(written(tmp_path / "f.xlsx", REVIEW, cells), into=folder)
    text = (folder / "trainings.yaml").read_text(encoding="utf-8")
    assert "  # vu avec la direction\n  - extends: approfondissement\n    code: ZZ\n" in text
    assert "  # celle-ci change\n" in text
    assert records(folder, "trainings")[1]["url"] == "https://exemple.fr"
    assert records(folder, "trainings")[1]["evidence"] == "confirmed"


def test_answers_go_into_the_catalogue_itself_when_the_folder_is_one(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SOUND, tmp_path / "d"))
    cells: Cells = {**WHO, ("training", INITIATION, "offered"): "oui", ("training", INITIATION, "code"): "A1"}
    answered(written(tmp_path / "f.xlsx", REVIEW, cells), into=folder)
    record = next(one for one in records(folder, "trainings") if one["id"] == "initiation")
    assert (record["code"], record["evidence"], record["hours"]) == ("A1", "confirmed", 14)
    assert read_catalog((folder,), day=DAY).issues == ()


def test_a_form_in_english_is_read_by_who_speaks_french(tmp_path: Path) -> None:
    workbook = form_of("provider", language="en")
    outcome = row_of(workbook, "outcome", training="initiation")
    cells: Cells = {
        **WHO,
        ("training", INITIATION, "offered"): "yes",
        ("outcome", outcome, "level"): form_level("en", 2),
    }
    found = answered(written(tmp_path / "f.ods", workbook, cells), into=tmp_path / "d", language="fr")
    assert found.issues == ()
    training = load_catalog((SOUND,), (tmp_path / "d",), day=DAY).trainings["initiation"]
    assert (training.evidence, training.taught[0].to_level) == ("confirmed", 2)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_the_head_of_a_degree_says_its_levels_and_the_share_appears(form: str, tmp_path: Path) -> None:
    under = Path(shutil.copytree(SOUND, tmp_path / "under"))
    text = (under / "trainings.yaml").read_text(encoding="utf-8")
    degree = text.index("  - id: diplome")
    text = text[:degree] + text[degree:].replace("basis: programme", "basis: titre", 1).replace(
        "to: 3", "to: 1", 1
    )
    (under / "trainings.yaml").write_text(text, encoding="utf-8")
    graph = sound_graph(under)
    job = graph.profile("acheteur")
    assert build_bridges(graph, graph.training("diplome"), job).bridges[0].coverage is None
    workbook = form_of("degree", graph)
    cells: Cells = {
        **WHO,
        ("answer", 0, "offered"): "oui",
        ("answer", 0, "code"): "RNCP1",
        ("answer", 0, "calendar"): "Stage d'avril à juin",
        ("answer", 0, "contact"): "secrétariat du master",
        ("competency", 0, "level"): "2 application",
        ("competency", 0, "unit"): "UE 4",
        ("competency", 1, "level"): 1,
    }
    found = answered(written(tmp_path / f"q.{form}", workbook, cells), into=tmp_path / "d", under=under)
    assert found.issues == ()
    after = SkillGraph.of(load_catalog((under,), (tmp_path / "d",), day=DAY), DAY)
    said = after.training("diplome")
    assert (said.basis, said.evidence, said.code) == ("programme", "confirmed", "RNCP1")
    assert said.calendar is not None
    assert (said.calendar.fr, said.contact) == ("Stage d'avril à juin", "secrétariat du master")
    lines = [(one.competency, one.from_level, one.to_level, one.unit) for one in said.taught]
    assert lines == [("achat-durable", 0, 2, "UE 4"), ("clause-sociale", 0, 1, None)]
    # The job asks for sustainable procurement at 3, and nothing else.
    assert build_bridges(after, said, after.profile("acheteur")).bridges[0].coverage == 2 / 3


def form_level(language: str, level: int) -> str:
    return level_word(level, wording(language), is_soft=False, is_asked=False)


def employer(path: Path, name: str, **said: Any) -> Path:
    workbook = form_of("employer")
    cells: dict[tuple[str, int, str], Any] = {**EMPLOYER, ("answer", 0, "name"): name}
    for competency, (asked, level) in said.items():
        row = row_of(workbook, "requirement", competency=competency.replace("_", "-"))
        cells[("requirement", row, "asked")] = asked
        cells[("requirement", row, "level")] = level
    return written(path, workbook, cells)


def test_employers_add_up_and_propose(tmp_path: Path) -> None:
    first = employer(tmp_path / "a.xlsx", "Ville d'A", achat_durable=("oui", "2 application"))
    second = employer(
        tmp_path / "b.ods",
        "Ville de B",
        achat_durable=("oui", "2 application"),
        clause_sociale=("oui", "1 notions"),
    )
    folder = tmp_path / "d"
    found = answered(first, second, into=folder)
    assert found.issues == ()
    assert [one["name"] for one in records(folder, "employer_answers")] == ["Ville d'A", "Ville de B"]
    (proposed,) = records(folder, "job_profiles")
    assert proposed["status"] == "proposed"
    assert proposed["validated_by"] == 2
    assert proposed["requirements"] == [
        {"competency": "achat-durable", "level": 2, "importance": 3},
        {"competency": "clause-sociale", "level": 1, "importance": 2},
    ]
    # Nothing moves before the proposal is accepted.
    profile = load_catalog((SOUND,), (folder,), day=DAY).profiles["acheteur"]
    assert (profile.level_of("achat-durable"), profile.validated_by) == (3, 0)
    # A later answer of an employer takes the place of its first one, and the proposal follows.
    again = employer(tmp_path / "c.xlsx", "VILLE DE B", achat_durable=("oui", "3 maîtrise"))
    answered(again, into=folder)
    assert len(records(folder, "employer_answers")) == 2
    (proposed,) = records(folder, "job_profiles")
    assert proposed["requirements"] == [{"competency": "achat-durable", "level": 2, "importance": 3}]


def test_a_proposal_is_accepted_by_taking_its_status_away(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    answered(employer(tmp_path / "a.xlsx", "Ville d'A", clause_sociale=("oui", "2 application")), into=folder)
    path = folder / "job_profiles.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    status: proposed\n", ""), encoding="utf-8")
    loaded = read_catalog((SOUND,), (folder,), day=DAY)
    # The social clause is a part of sustainable procurement: asking for both is worth saying.
    assert [one.code for one in loaded.issues if one.severity != "note"] == ["P201"]
    profile = loaded.catalog.profiles["acheteur"]
    assert (profile.level_of("clause-sociale"), profile.validated_by) == (2, 1)
    # Once it stands, the same answers propose nothing more.
    same = answered(tmp_path / "a.xlsx", into=folder)
    assert same.files == {}


def test_nothing_is_made_when_one_of_several_forms_has_an_error(tmp_path: Path) -> None:
    good = employer(tmp_path / "a.xlsx", "Ville d'A", clause_sociale=("oui", "2 application"))
    bad = employer(tmp_path / "b.xlsx", "Ville de B", clause_sociale=("oui", None))
    found = answered(good, bad, into=tmp_path / "d")
    assert [(one.code, one.place.file.rpartition("/")[2], one.place.cell) for one in found.issues] == [
        ("Q110", "b.xlsx", "G4")
    ]
    assert found.files == {}
    assert not (tmp_path / "d").exists()


def accept_all(folder: Path) -> None:
    review = Review(as_folder(folder), as_folder(SOUND), DAY)
    decided = ((one, Verdict(takes=True, edits={})) for one in review.proposals())
    for name, content in review.decide(*decided).items():
        (folder / name).write_bytes(content)


def test_proposals_of_employers_are_accepted_one_after_the_other(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    answered(employer(tmp_path / "a.xlsx", "Ville d'A", clause_sociale=("oui", "2 application")), into=folder)
    accept_all(folder)
    answered(employer(tmp_path / "b.ods", "Ville de B", achat_durable=("oui", "2 application")), into=folder)
    accept_all(folder)
    # Both changes are one record now, and what the first one said stays.
    (change,) = records(folder, "job_profiles")
    assert change["requirements"] == [
        {"competency": "clause-sociale", "level": 2, "importance": 2},
        {"competency": "achat-durable", "level": 2, "importance": 3},
    ]
    assert change["validated_by"] == 2
    loaded = load_catalog((SOUND,), (folder,), day=DAY)
    assert loaded.profiles["acheteur"].level_of("achat-durable") == 2
    assert [one.decided for one in loaded.decisions.values()] == ["accepted", "accepted"]


def test_a_review_shows_a_list_as_it_would_be(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    answered(employer(tmp_path / "a.xlsx", "Ville d'A", clause_sociale=("oui", "2 application")), into=folder)
    (waiting,) = Review(as_folder(folder), as_folder(SOUND), DAY).waiting().proposals
    asked = next(one for one in waiting.keys if one.key == "requirements")
    kept, added = asked.after
    assert [kept] == asked.before
    assert added == {"competency": "clause-sociale", "level": 2, "importance": 2}


def renamed(**more: Any) -> Cells:
    outcome = len(next(one for one in REVIEW.tables if one.key.endswith(".outcome")).rows)
    return {
        **WHO,
        ("training", INITIATION, "offered"): "oui",
        ("training", INITIATION, "exact_title"): "Acheter durable : les bases",
        ("outcome", outcome, "title"): "Initiation à l'achat durable",
        ("outcome", outcome, "competency_title"): "Clause sociale",
        ("outcome", outcome, "level"): "1 notions",
        **{("outcome", outcome, key): value for key, value in more.items()},
    }


def test_a_form_that_renames_a_training_is_read_again(tmp_path: Path) -> None:
    path = written(tmp_path / "f.xlsx", REVIEW, renamed())
    assert answered(path, into=tmp_path / "d").issues == ()
    again = answered(path, into=tmp_path / "d")
    assert (again.issues, again.files) == ((), {})


@pytest.mark.parametrize("title", ["Initiation à l'achat durable", "Acheter durable : les bases"])
def test_an_answer_is_corrected_after_a_training_was_renamed(title: str, tmp_path: Path) -> None:
    answered(written(tmp_path / "f.xlsx", REVIEW, renamed()), into=tmp_path / "d")
    corrected = renamed(title=title, level="2 application", entry="1 notions")
    found = answered(written(tmp_path / "g.xlsx", REVIEW, corrected), into=tmp_path / "d")
    assert found.issues == ()
    training = load_catalog((SOUND,), (tmp_path / "d",), day=DAY).trainings["initiation"]
    assert training.title.fr == "Acheter durable : les bases"
    assert [(one.competency, one.from_level, one.to_level) for one in training.taught] == [
        ("achat-durable", 0, 1),
        ("clause-sociale", 1, 2),
    ]


@pytest.mark.parametrize(
    ("entry", "lines"),
    [
        (None, [(1, 2)]),
        ("1 notions", [(1, 2)]),
        ("0 rien encore", [(0, 1), (1, 2)]),
        (0, [(0, 1), (1, 2)]),
    ],
)
def test_a_course_teaches_step_by_step_from_the_level_on_entry(
    entry: str | int | None, lines: list[tuple[int, int]], tmp_path: Path
) -> None:
    outcome = row_of(REVIEW, "outcome", training="initiation", competency="achat-durable")
    cells: Cells = {
        **WHO,
        ("training", INITIATION, "offered"): "oui",
        ("outcome", outcome, "entry"): entry,
        ("outcome", outcome, "level"): "2 application",
    }
    found = answered(written(tmp_path / "f.ods", REVIEW, cells), into=tmp_path / "d")
    assert found.issues == ()
    loaded = read_catalog((SOUND,), (tmp_path / "d",), day=DAY)
    assert loaded.issues == ()
    taught = loaded.catalog.trainings["initiation"].taught
    assert [(one.from_level, one.to_level) for one in taught] == lines


@pytest.mark.parametrize(
    ("level", "code"),
    [
        ("expert", "Q104"),
        ("2 expert", "Q104"),
        ("2 quelconque", "Q104"),
        ("5", "Q104"),
        ("expertise", "Q113"),
        ("4", "Q113"),
        ("3 maîtrise", "Q113"),
    ],
)
def test_a_level_is_one_of_the_list_and_one_that_a_course_can_reach(
    level: str, code: str, tmp_path: Path
) -> None:
    outcome = row_of(REVIEW, "outcome", training="initiation", competency="achat-durable")
    cells: Cells = {
        **WHO,
        ("training", INITIATION, "offered"): "oui",
        ("outcome", outcome, "level"): level,
    }
    found = answered(written(tmp_path / "f.xlsx", REVIEW, cells), into=tmp_path / "d")
    assert [one.code for one in found.issues] == [code]
    assert found.files == {}


def test_no_last_day_is_made_up(tmp_path: Path) -> None:
    cells: Cells = {**WHO, ("training", INITIATION, "offered"): "non"}
    answered(written(tmp_path / "f.xlsx", REVIEW, cells), into=tmp_path / "d")
    training = load_catalog((SOUND,), (tmp_path / "d",), day=DAY).trainings["initiation"]
    assert (training.status, training.ended) == ("ended", None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("code", "A1"),
        ("days", 3),
        ("place", "Lille"),
        ("modality", "à distance"),
        ("price_etat", 120),
        ("start_1", date(2027, 3, 2)),
        ("channel", "sur le site"),
        ("remark", "à revoir"),
    ],
)
def test_a_row_without_an_answer_is_left_out_and_said(key: str, value: Any, tmp_path: Path) -> None:
    cells: Cells = {
        **WHO,
        ("training", APPROFONDISSEMENT, "offered"): "oui",
        ("training", INITIATION, key): value,
    }
    found = answered(written(tmp_path / "f.xlsx", REVIEW, cells), into=tmp_path / "d")
    assert [(one.code, one.message.parameters["title"]) for one in found.issues] == [
        ("Q201", "Initiation à l'achat durable")
    ]
    assert [one["extends"] for one in records(tmp_path / "d", "trainings")] == ["approfondissement"]


def test_where_and_how_a_training_is_followed_are_read_back(tmp_path: Path) -> None:
    cells: Cells = {
        **WHO,
        ("training", INITIATION, "offered"): "oui",
        ("training", INITIATION, "place"): "Lille",
        ("training", INITIATION, "modality"): "en partie à distance",
    }
    answered(written(tmp_path / "f.ods", REVIEW, cells), into=tmp_path / "d")
    training = load_catalog((SOUND,), (tmp_path / "d",), day=DAY).trainings["initiation"]
    assert (training.place, training.modality) == ("Lille", "hybride")
    graph = SkillGraph.of(load_catalog((SOUND,), (tmp_path / "d",), day=DAY), DAY)
    again = form_of("provider", graph)
    assert row_of(again, "training", place="Lille", modality="en partie à distance") >= 0


def test_a_form_sent_out_before_columns_were_added_is_read(tmp_path: Path) -> None:
    late = {"place", "modality", "entry"}
    tables = []
    cells: Cells = {**WHO, ("training", INITIATION, "offered"): "oui"}
    for table in filled(REVIEW, cells).tables:
        kept = [index for index, one in enumerate(table.columns) if one.key not in late]
        tables.append(
            replace(
                table,
                columns=tuple(table.columns[index] for index in kept),
                rows=tuple(tuple(row[index] for index in kept) for row in table.rows),
                choices={},
            )
        )
    path = tmp_path / "f.xlsx"
    path.write_bytes(form_bytes(replace(REVIEW, tables=tuple(tables)), "xlsx"))
    assert answered(path, into=tmp_path / "d").issues == ()


@pytest.mark.parametrize(
    ("note", "after"),
    [
        ("Intitulé approché, à confirmer auprès de l'organisme.", None),
        ("Thème connu, fiche non vue : intitulé, durée et dates à confirmer. Avec le RTES.", "Avec le RTES."),
        ("Format « intra » : pour un seul employeur.", "Format « intra » : pour un seul employeur."),
    ],
)
def test_what_a_note_asked_to_confirm_goes_and_the_rest_stays(
    note: str, after: str | None, tmp_path: Path
) -> None:
    under = Path(shutil.copytree(SOUND, tmp_path / "under"))
    path = under / "trainings.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("    hours: 14\n", f'    hours: 14\n    note: "{note}"\n', 1)
    path.write_text(text, encoding="utf-8")
    cells: Cells = {**WHO, ("training", INITIATION, "offered"): "oui"}
    answered(written(tmp_path / "f.xlsx", REVIEW, cells), into=tmp_path / "d", under=under)
    found = load_catalog((under,), (tmp_path / "d",), day=DAY).trainings["initiation"].note
    assert (found.fr if found else None) == after


def test_a_form_of_another_catalogue_is_said_in_one_line(tmp_path: Path) -> None:
    cells: Cells = {
        **WHO,
        ("training", INITIATION, "training"): "une-autre",
        ("training", APPROFONDISSEMENT, "training"): "encore-une",
    }
    found = answered(written(tmp_path / "f.xlsx", REVIEW, cells), into=tmp_path / "d")
    assert [one.code for one in found.issues] == ["Q115"]
    assert set(found.issues[0].message.parameters["names"]) == {"une-autre", "encore-une"}
