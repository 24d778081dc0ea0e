"""Data files damaged at random: never a traceback, and every issue has its place and its words.

A share runs with the fast suite, the whole with `make check`.
"""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import DAY

from buyer_skills.catalog.bundled import bundled_folder
from buyer_skills.catalog.buyer_files import read_buyer
from buyer_skills.catalog.loading import read_catalog
from buyer_skills.issues import Issue
from buyer_skills.messages.wording import LANGUAGES, wording

SOUND = Path(__file__).parent.parent / "broken" / "sound"
WHOLE_FILE = {"F101", "F102", "F103", "F104", "F107", "F130", "F131", "F132", "F201"}
"""Codes about a whole file: they have no line."""

SURPRISES = [
    *("no", "on", "12:30", "010", "1e3", "2026-11-24", "2026-13-45", "~", "", "true", "-1", "5", "3.5"),
    *(
        "{}",
        "[]",
        "[[]]",
        "{a: b}",
        "'",
        '"',
        "&a x",
        "*a",
        "!!int 3",
        "<<",
        "? x",
        "- x",
        "a: b: c",
        "%",
        "@",
        "|",
    ),
    *("é\u00b7è", "\\u0000", "x" * 300, "9" * 400, "- " * 80, "[" * 80, "extends: x", "#", "\t"),
]
VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    5,
    3.5,
    "",
    "no",
    "x" * 300,
    [],
    {},
    [[]],
    {"a": 1},
    [1, 2, 3],
    "negociation",
]


OVERLAY = b"""format_version: 1
job_profiles:
  - extends: acheteur
    id: acheteur-de-la-ville
    title: Acheteuse de la ville / Acheteur de la ville
    requirements: [{competency: achat-durable, level: 2}, {competency: clause-sociale, level: 1}]
    remove: [achat-durable]
  - extends: reference
    requirements: [{competency: clause-sociale, level: 1}]
"""
BUYER = b"""id: b1
levels: {achat-durable: 1, clause-sociale: 2}
completed: [initiation, tutorat@achat-durable:1-2]
employer: territorial
degree_level: 5
statuses: [titulaire]
limits: {hours: 35, price_eur: 0, trainings: 3}
note: {fr: Exemple}
"""


def damaged_bytes(chance: random.Random, content: bytes) -> bytes:
    """Flip, cut, double or slip in bytes."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(damaged) or 1)
        end = min(len(damaged), start + chance.randint(1, 30))
        match chance.randrange(5):
            case 0:
                damaged[start:end] = b""
            case 1:
                damaged[start:start] = damaged[start:end]
            case 2:
                damaged[start : start + 1] = bytes([chance.randrange(256)])
            case 3:
                damaged[start:start] = chance.choice(
                    [b"\n", b"\t", b"  ", b":", b"- ", b"\xff", b"\0", b"{", b"]"]
                )
            case _:
                del damaged[max(1, start) :]
    return bytes(damaged)


def damaged_structure(chance: random.Random, content: bytes) -> bytes:
    """Replace, drop, double or wrap parts of the tree."""
    tree = yaml.safe_load(content)
    for _ in range(chance.randint(1, 3)):
        parent, key = chance.choice(list(_parts(tree)))
        match chance.randrange(5):
            case 0:
                parent[key] = chance.choice(VALUES)
            case 1:
                del parent[key]
            case 2:
                parent[key] = [parent[key]]
            case 3:
                parent[key] = {chance.choice(["id", "fr", "extends", "competency", "a"]): parent[key]}
            case _ if isinstance(parent, list):
                parent.append(parent[key])
            case _:
                parent[chance.choice(["extends", "remove", "status", "titre", "steps"])] = parent[key]
        if not list(_parts(tree)):
            break
    text = (
        json.dumps(tree, default=str) if chance.random() < 0.3 else yaml.safe_dump(tree, allow_unicode=True)
    )
    return text.encode()


def damaged_values(chance: random.Random, content: bytes) -> bytes:
    """Put what surprises a YAML reader in the place of a value."""
    lines = content.decode().split("\n")
    for _ in range(chance.randint(1, 3)):
        index = chance.randrange(len(lines))
        opening, colon, value = lines[index].partition(": ")
        if not colon:
            lines[index] += chance.choice(SURPRISES)
        elif chance.random() < 0.5:
            lines[index] = f"{opening}: {chance.choice(SURPRISES)}"
        else:
            place = chance.randrange(len(value) or 1)
            lines[index] = f"{opening}: {value[:place]}{chance.choice('eéxz-_:1 ')}{value[place + 1 :]}"
    return "\n".join(lines).encode()


DAMAGES: list[Callable[[random.Random, bytes], bytes]] = [damaged_bytes, damaged_structure, damaged_values]


def check_damaged(folder: Path, seed: int) -> int:
    """Damage one file of the folder, read it, judge its issues, mend it; return how many there were."""
    chance = random.Random(seed)
    path = chance.choice(sorted(folder.glob("*.yaml")))
    content = path.read_bytes()
    damaged = DAMAGES[seed % len(DAMAGES)](chance, content)
    path.write_bytes(damaged)
    try:
        issues = read_catalog([folder], day=DAY).issues
    finally:
        path.write_bytes(content)
    lines = damaged.count(b"\n") + damaged.count(b"\r") + 2
    judge(issues, seed)
    assert all(issue.place.line <= lines for issue in issues if issue.place.file.endswith(path.name)), seed
    return len(issues)


def judge(issues: tuple[Issue, ...], seed: int) -> None:
    """Show that every issue has a place and words."""
    for issue in issues:
        assert issue.place.file
        assert issue.code in WHOLE_FILE or issue.place.line >= 1, (seed, issue)
        for language in LANGUAGES:
            assert wording(language).render(issue.message), (seed, issue)
            assert issue.hint is None or wording(language).render(issue.hint), (seed, issue)


def test_a_hundred_damaged_files_give_issues_with_a_place(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    found = [check_damaged(tmp_path, seed) for seed in range(100)]
    assert sum(count > 0 for count in found) > 50


def test_damaged_overlays_and_buyers_give_issues_with_a_place(tmp_path: Path) -> None:
    catalog = read_catalog([SOUND]).catalog
    overlay = tmp_path / "job_profiles.yaml"
    for seed in range(100):
        chance = random.Random(seed)
        damage = DAMAGES[seed % len(DAMAGES)]
        overlay.write_bytes(damage(chance, OVERLAY))
        judge(read_catalog([SOUND], [tmp_path], day=DAY).issues, seed)
        buyer, issues = read_buyer(damage(chance, BUYER), "b1.yaml", catalog)
        judge(issues, seed)
        assert buyer or issues


@pytest.mark.slow
def test_two_thousand_damaged_files_give_issues_with_a_place(tmp_path: Path) -> None:
    small, real = tmp_path / "small", tmp_path / "real"
    shutil.copytree(SOUND, small)
    real.mkdir()
    for path in bundled_folder().path.glob("*.yaml"):
        shutil.copy(path, real)
    found = [check_damaged(real if seed % 10 == 0 else small, seed) for seed in range(100, 2_100)]
    assert sum(count > 0 for count in found) > 1_000


def _parts(node: Any) -> Any:
    """Yield every (parent, key) of the tree."""
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield node, key
        yield from _parts(node[key])
