"""Records to look at again: which date counts, from when it is old, in which order, and the link to open."""

from pathlib import Path

import pytest
from builders import DAY

from buyer_skills.analyses.stale_records import StaleRecord, stale_records
from buyer_skills.catalog.loading import read_catalog

FILES = {
    "providers.yaml": "providers: [{id: cnfpt, title: CNFPT}]",
    "sources.yaml": """\
sources:
  - {id: vieille, title: Vieille page, url: "https://example.org/vieille", seen: 2024}
  - {id: recente, title: Page, url: "https://example.org/recente", seen: 2026-11}
  - {id: papier, title: Guide, seen: 2026-11}
  - {id: jamais-vue, title: Autre}
""",
    "rules.yaml": """\
rules:
  - {id: seuil, title: Seuil, topic: seuils, text: Un seuil, status: seen, as_of: 2023-05,
     sources: [papier, recente]}
  - {id: sans-date, title: Autre, topic: seuils, text: Autre, status: seen, sources: [recente]}
""",
    "statuts.yaml": """\
statuts:
  - {id: redacteur, title: Rédactrice / Rédacteur, employer: territorial, category: B, kind: cadre-emplois,
     status: seen, as_of: 2025-11-23, sources: [papier]}
""",
    "trainings.yaml": """\
trainings:
  - {id: page-vieille, title: A, provider: cnfpt, kind: course, page_date: 2019/2021, noted: 2026-11,
     url: "https://example.org/a"}
  - {id: note-recente, title: B, provider: cnfpt, kind: course, noted: 2026-11}
  - {id: note-vieille, title: C, provider: cnfpt, kind: course, noted: 2025-10, sources: [recente]}
  - {id: un-an-juste, title: D, provider: cnfpt, kind: course, page_date: 2025-11-24}
  - {id: terminee, title: E, provider: cnfpt, kind: course, status: ended, noted: 2019}
  - {id: finie, title: F, provider: cnfpt, kind: course, ended: 2026-10, noted: 2019}
  - {id: en-projet, title: G, provider: cnfpt, kind: course, status: proposed, noted: 2019}
  - {id: tutorat, title: H, provider: cnfpt, kind: practice, evidence: generic, noted: 2019}
""",
}


def test_the_oldest_come_first_each_with_its_date_its_age_and_its_link(tmp_path: Path) -> None:
    assert [(one.group, one.id, one.key, one.date, one.months, one.url) for one in stale(tmp_path, 12)] == [
        ("trainings", "page-vieille", "page_date", "2019/2021", 58, "https://example.org/a"),
        ("rules", "seuil", "as_of", "2023-05", 41, "https://example.org/recente"),
        ("sources", "vieille", "seen", "2024", 22, "https://example.org/vieille"),
        ("trainings", "note-vieille", "noted", "2025-10", 12, "https://example.org/recente"),
        ("statuts", "redacteur", "as_of", "2025-11-23", 12, None),
    ]


@pytest.mark.parametrize(
    ("months", "count"), [(0, 6), (11, 6), (12, 5), (13, 3), (22, 3), (23, 2), (58, 1), (59, 0)]
)
def test_a_record_is_old_the_day_after_so_many_months(tmp_path: Path, months: int, count: int) -> None:
    assert len(stale(tmp_path, months)) == count


def test_a_record_says_where_it_is_written_and_its_title_in_the_language_asked_for(tmp_path: Path) -> None:
    first = stale(tmp_path, 36)[0]
    assert (Path(first.file).name, first.line, first.column, first.title) == ("trainings.yaml", 3, 5, "A")


def stale(folder: Path, months: int) -> tuple[StaleRecord, ...]:
    for name, content in FILES.items():
        (folder / name).write_text(f"format_version: 1\n{content}", encoding="utf-8")
    loaded = read_catalog([folder], day=DAY)
    assert not loaded.has_errors, loaded.issues
    return stale_records(loaded.catalog, loaded.places, DAY, months, "fr")


def test_what_was_confirmed_is_as_old_as_the_answer(tmp_path: Path) -> None:
    trainings = """\
trainings:
  - {id: repondue, title: A, provider: cnfpt, kind: course, evidence: confirmed, page_date: 2019,
     noted: 2026-11, confirmed: {day: 2020-01-02, function: responsable de l'offre}}
"""
    for name, text in {**FILES, "trainings.yaml": trainings}.items():
        (tmp_path / name).write_text("format_version: 1\n" + text, encoding="utf-8")
    loaded = read_catalog([tmp_path], day=DAY)
    found = stale_records(loaded.catalog, loaded.places, DAY, 60, "fr")
    assert [(one.id, one.key, one.date) for one in found] == [("repondue", "confirmed", "2020-01-02")]
