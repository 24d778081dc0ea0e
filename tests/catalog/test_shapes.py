"""What is wrong with the shape of a record, in our codes and words."""

from pathlib import Path

import pytest
from builders import DAY
from catalog.folders import SMALLEST, write_folder

from buyer_skills.catalog.loading import read_catalog
from buyer_skills.messages.wording import wording

RECORD = "  - id: t\n    title: T\n    provider: cnfpt\n    kind: course\n"


def faults(folder: Path, line: str, *, record: str = RECORD) -> list[tuple[str, str, str]]:
    """Return code, line:column and French words of the faults of a training with one more line."""
    text = f"format_version: 1\ntrainings:\n{record}    {line}\n"
    loaded = read_catalog([write_folder(folder, {**SMALLEST, "trainings.yaml": text})], day=DAY)
    return [
        (issue.code, f"{issue.place.line}:{issue.place.column}", wording("fr").render(issue.message))
        for issue in loaded.issues
        if issue.severity == "error"
    ]


@pytest.mark.parametrize(
    ("line", "code", "place", "words"),
    [
        ("note: no", "D103", "7:11", "texte attendu, « no » trouvé sans guillemets"),
        ("note: 12:30", "D103", "7:11", "texte attendu, « 12:30 » trouvé sans guillemets"),
        ("note: 1.50", "D103", "7:11", "texte attendu, « 1.50 » trouvé sans guillemets"),
        ("note: TRUE", "D103", "7:11", "texte attendu, « TRUE » trouvé sans guillemets"),
        ("note: {fr: 010}", "D103", "7:16", "texte attendu, « 010 » trouvé sans guillemets"),
        ("note: [a]", "D104", "7:11", "attendu : un texte ; trouvé : une liste"),
        ("note: {fr: {a: b}}", "D104", "7:16", "attendu : un texte ; trouvé : un groupe de clés"),
        ("note: {en: Note}", "D101", "7:11", "clé obligatoire absente : « fr »"),
        ("hours: quatorze", "D104", "7:12", "attendu : un nombre ; trouvé : « quatorze »"),
        ("hours: true", "D104", "7:12", "attendu : un nombre ; trouvé : « true »"),
        ("hours: 99999999", "D107", "7:12", "valeur hors limites : 99999999 ; attendu : au plus 10000"),
        ("days: -1", "D107", "7:11", "valeur hors limites : -1 ; attendu : plus que 0"),
        ("grants_degree_level: 2.5", "D104", "7:26", "attendu : un nombre entier ; trouvé : « 2.5 »"),
        ("sources:", "D104", "7:5", "attendu : une liste ; trouvé : rien"),
        ("sources: cnfpt", "D104", "7:14", "attendu : une liste ; trouvé : « cnfpt »"),
        ("access: {territorial: {prix: 3}}", "D102", "7:28", "clé inconnue « prix »"),
        (
            "access: {territoriale: {}}",
            "D106",
            "7:14",
            "mot inconnu « territoriale » (vouliez-vous dire « territorial » ?)",
        ),
        ("access: [a]", "D104", "7:13", "attendu : un groupe de clés ; trouvé : une liste"),
        (
            "requires: {levels: [{competency: negociation}]}",
            "D101",
            "7:25",
            "clé obligatoire absente : « level »",
        ),
        ("requires: {statuses: [no]}", "D106", "7:27", "mot inconnu « no »"),
        (
            "outcomes: {steps: [[1, 2, 3]]}",
            "D104",
            "7:24",
            "attendu : deux niveaux, tels que [1, 2] ; trouvé : une liste",
        ),
        (
            "outcomes: {steps: [[1]]}",
            "D104",
            "7:24",
            "attendu : deux niveaux, tels que [1, 2] ; trouvé : une liste",
        ),
        ("note: ''", "D109", "7:11", "valeur vide"),
        ("outcomes: [{competency: negociation, de: 0, to: 1}]", "D102", "7:42", "clé inconnue « de »"),
        ("ended: hier", "D108", "7:12", "date attendue, « hier » trouvé"),
        ("ended: 2026-02-30", "D108", "7:12", "date attendue, « 2026-02-30 » trouvé"),
        ("url: exemple.org", "D110", "7:10", "adresse mal formée « exemple.org »"),
        ("themes: [Thème]", "D105", "7:14", "identifiant mal formé « Thème »"),
        ("kind: course", "F117", "7:5", "clé « kind » écrite deux fois, déjà à la ligne 6"),
    ],
)
def test_a_fault_has_its_code_its_place_and_its_words(
    tmp_path: Path, line: str, code: str, place: str, words: str
) -> None:
    found_code, found_place, found_words = faults(tmp_path, line)[0]
    assert (found_code, found_words) == (code, words)
    assert found_place == place or line == "sources:"


def test_the_faults_of_a_record_are_all_there(tmp_path: Path) -> None:
    found = faults(
        tmp_path, "prix: 3", record=RECORD.replace("title: T", "title: 2024").replace("course", "cours")
    )
    assert [code for code, *_ in found] == ["D103", "D106", "D102"]


def test_a_long_value_is_cut(tmp_path: Path) -> None:
    [(_, _, words)] = faults(tmp_path, f"evidence: {'x' * 500}")
    assert len(words) < 120


def test_a_date_may_be_written_in_four_ways(tmp_path: Path) -> None:
    for written in ("2026-11-24", "2026", "2026-11", "2024/2026", '"2026-11-24"'):
        assert faults(tmp_path, f"ended: {written}") == []


def test_a_level_too_high_is_said_once_though_from_depends_on_it(tmp_path: Path) -> None:
    assert [code for code, *_ in faults(tmp_path, "outcomes: [{competency: negociation, to: 9}]")] == ["T102"]
