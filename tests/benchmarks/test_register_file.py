"""The generated register: the same for a seed, read whole, with the share of trainings it says."""

import csv
from pathlib import Path

from benchmarks.register_file import COLUMNS, TRAININGS_OF_BUYING, register_rows, write_register
from benchmarks.register_reading import bundled_rules

from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.mon_compte_formation import read_mon_compte_formation

ROWS = 4_000


def test_the_same_seed_gives_the_same_rows_and_another_does_not() -> None:
    first, again, other = (list(register_rows(50, seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert {len(row) for row in first} == {len(COLUMNS)}


def test_a_register_is_read_whole_and_what_is_kept_is_what_a_plain_reading_keeps(tmp_path: Path) -> None:
    path, keeping = tmp_path / "mcf.csv", Keeping.of(bundled_rules())
    write_register(path, ROWS, 1)
    file = read_mon_compte_formation(path, "mcf.csv", keeping)
    assert (file.read, file.issues, file.day) == (ROWS, (), "2026-11-02")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    numbers = {
        row["numero_formation"]
        for row in rows
        if keeping.rule_for(
            f"{row['intitule_formation']} {row['intitule_certification']}",
            [row[f"code_formacode_{place}"] for place in range(1, 6)],
            [row[f"code_rome_{place}"] for place in range(1, 6)],
        )
    }
    assert {offer.code for offer in file.offers} == numbers
    trainings = len({row["numero_formation"] for row in rows})
    assert 0.5 < len(numbers) / trainings / TRAININGS_OF_BUYING < 1.5
