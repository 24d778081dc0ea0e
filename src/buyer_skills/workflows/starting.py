"""`init`: a first catalogue to fill in, explained line by line, and the same as a workbook."""

import datetime as dt
import textwrap
from collections.abc import Iterable

from buyer_skills.catalog.exchange import plain_catalogue
from buyer_skills.catalog.groups import GROUPS_BY_FILE
from buyer_skills.catalog.raw_records import RawRecords, add_records, read_front
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.sources.strict_yaml import read_yaml_bytes
from buyer_skills.workflows.exporting import export_file

WORKBOOK = "catalogue.xlsx"
"""The workbook that holds the same records as the files beside it."""

_WIDTH = 96


def starting_files(day: dt.date, language: str, *, is_overlay: bool) -> dict[str, bytes]:
    """Return the files of a first catalogue by name, the workbook last.

    Args:
        day: the day it is started, which dates what it says.
        language: language of the explanations.
        is_overlay: whether it completes the catalogue that comes with the product.
    """
    words = wording(language)
    texts = _overlay(day, words) if is_overlay else _catalogue(day, words)
    files = {f"{stem}.yaml": text.encode() for stem, text in texts.items()}
    files[WORKBOOK] = export_file(plain_catalogue(_raw(files)), "xlsx", language)
    return files


def _raw(files: dict[str, bytes]) -> RawRecords:
    raw = RawRecords()
    for name, content in files.items():
        stem = name.removesuffix(".yaml")
        tree, issues = read_yaml_bytes(content, name)
        found = list(issues)
        if tree is None:
            continue
        for group in GROUPS_BY_FILE[stem]:
            add_records(raw, group, tree, found)
        if not GROUPS_BY_FILE[stem]:
            raw.front, raw.front_tree = read_front(tree, found), tree
    return raw


def _catalogue(day: dt.date, words: Wording) -> dict[str, str]:
    return {
        "catalog": _text(words, "catalog", _front(day, words)),
        "competencies": _text(
            words,
            "competencies",
            (
                "areas:",
                "  - id: passation",
                "    title: {fr: Passation des marchés, en: Awarding contracts}",
                "    sources: [notre-service]",
                "",
                "competencies:",
                "#competency",
                "  - id: negociation",
                "    title: {fr: Négociation, en: Negotiation}",
                "    area: passation",
                "#kind",
                "    kind: savoir-faire",
                "    sources: [notre-service]",
            ),
        ),
        "trainings": _text(
            words,
            "trainings",
            (
                "trainings:",
                *_training("negocier-un-marche", "notre-organisme", day),
            ),
        ),
        "job_profiles": _text(
            words,
            "job-profiles",
            (
                "job_profiles:",
                "#profile",
                "  - id: acheteur-de-notre-service",
                "    title: {fr: Acheteuse / Acheteur, en: Buyer}",
                "    kind: standard",
                "#requirement",
                "    requirements:",
                "      - {competency: negociation, level: 2, importance: 3}",
                "#basis",
                f"    basis: {{fr: {_BASIS[0]}, en: {_BASIS[1]}}}",
                "    sources: [notre-service]",
            ),
        ),
        "providers": _providers(words),
        "sources": _sources(day, words),
    }


def _overlay(day: dt.date, words: Wording) -> dict[str, str]:
    return {
        "catalog": _text(words, "overlay", (*_front(day, words), "overlay: true")),
        "trainings": _text(
            words, "trainings", ("trainings:", *_training("negocier-chez-nous", "notre-organisme", day))
        ),
        "job_profiles": _text(
            words,
            "overlay-profiles",
            (
                "job_profiles:",
                "#extends",
                "  - id: acheteur-de-notre-ville",
                "    extends: acheteur-public",
                "    title: {fr: Acheteuse de notre ville / Acheteur de notre ville, en: Buyer of our town}",
                "#basis",
                f"    basis: {{fr: {_BASIS[0]}, en: {_BASIS[1]}}}",
                "    sources: [notre-service]",
            ),
        ),
        "providers": _providers(words),
        "sources": _sources(day, words),
    }


_BASIS = ("Relu avec le service.", "Read over with the department.")


def _front(day: dt.date, words: Wording) -> tuple[str, ...]:
    del words
    return ("title: {fr: Notre catalogue, en: Our catalogue}", f"date: {day.isoformat()}")


def _training(identifier: str, provider: str, day: dt.date) -> tuple[str, ...]:
    return (
        "#training",
        f"  - id: {identifier}",
        "    title: Négocier un marché",
        f"    provider: {provider}",
        "    kind: course",
        "#hours",
        "    hours: 14",
        "#outcomes",
        "    outcomes:",
        "      - {competency: negociation, from: 0, to: 1}",
        "      - {competency: negociation, from: 1, to: 2}",
        "#evidence",
        "    evidence: indicative",
        "    basis: titre",
        f"    noted: {day.isoformat()}",
        "    sources: [notre-service]",
    )


def _providers(words: Wording) -> str:
    return _text(
        words,
        "providers",
        (
            "providers:",
            "  - id: notre-organisme",
            "    title: Notre organisme",
            "    sources: [notre-service]",
        ),
    )


def _sources(day: dt.date, words: Wording) -> str:
    return _text(
        words,
        "sources",
        (
            "sources:",
            "  - id: notre-service",
            "    title: Relevé de notre service",
            "    publisher: Notre service",
            f"    date: {day.isoformat()}",
            f"    seen: {day.isoformat()}",
        ),
    )


def _text(words: Wording, name: str, lines: Iterable[str]) -> str:
    """Return a file: what it is for, then its lines, those that begin with ``#`` put into words."""
    written = [*_comment(words.text(f"starting.{name}"), 0), "format_version: 1", ""]
    lines = tuple(lines)
    for index, line in enumerate(lines):
        if line.startswith("#"):
            below = lines[index + 1]
            margin = len(below) - len(below.lstrip())
            written += _comment(words.text(f"starting.line.{line[1:]}"), margin)
        else:
            written.append(line)
    return "\n".join(written) + "\n"


def _comment(text: str, margin: int) -> list[str]:
    mark = f"{' ' * margin}# "
    return textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=mark, break_on_hyphens=False)
