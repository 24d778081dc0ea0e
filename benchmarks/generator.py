"""Catalogues of any size that look like the bundled one, the same for the same shape, size and seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.courses import courses_of, practices
from benchmarks.records import Document, buyer, competency, headings, profiles, providers, source
from benchmarks.shapes import Shape


@dataclass(frozen=True, slots=True)
class Generated:
    """The files of a data folder by stem, and a buyer."""

    files: Mapping[str, Document]
    buyer: Document


@dataclass(frozen=True, slots=True)
class Written:
    """Where a generated catalogue was written."""

    data: Path
    buyer: Path


def generate(shape: Shape, courses: int, seed: int) -> Generated:
    """Return a catalogue of ``courses`` courses, four practice templates besides."""
    random = Random(f"{shape.name}-{courses}-{seed}")
    competencies = [competency(number, random) for number in range(1, shape.competencies + 1)]
    names = [each["id"] for each in competencies]
    sourced = [f"source-{number:04}" for number in range(1, round(courses * shape.sources) + 1)]
    offering = [f"organisme-{number:03}" for number in range(1, round(courses * shape.providers) + 1)]
    trainings = courses_of(shape, courses, names, offering, sourced, random)
    front = {"format_version": 1}
    return Generated(
        files={
            "catalog": {**front, "title": "Catalogue de mesure", "date": "2026-11-24"},
            "competencies": {**front, **headings(), "competencies": competencies},
            "trainings": {**front, "trainings": [*trainings, *practices(sourced[0])]},
            "job_profiles": {**front, "job_profiles": profiles(names, shape, sourced, random)},
            "providers": {**front, "providers": providers(offering, sourced, random)},
            "sources": {**front, "sources": [source(name) for name in sourced]},
        },
        buyer=buyer(names, random),
    )


def write(generated: Generated, folder: Path) -> Written:
    """Write a generated catalogue as a data folder, its buyer beside it."""
    written = Written(folder / "data", folder / "acheteur.yaml")
    written.data.mkdir(parents=True)
    for stem, document in generated.files.items():
        _write(document, written.data / f"{stem}.yaml")
    _write(generated.buyer, written.buyer)
    return written


def _write(document: Document, path: Path) -> None:
    text = yaml.dump(
        document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=None
    )
    path.write_text(text, encoding="utf-8")


class _Dumper(yaml.SafeDumper):
    """Lays records out as the files written by hand: small mappings on a line, no alias, plain dates."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as the library has it
        return True

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:  # noqa: FBT001 - same
        if flow_style is None:
            values = mapping.values()
            flow_style = "id" not in mapping and not any(
                isinstance(value, list | dict) or len(str(value)) > 60 for value in values
            )
        return super().represent_mapping(tag, mapping, flow_style)


_Dumper.yaml_implicit_resolvers = {
    first: [resolver for resolver in resolvers if not resolver[0].endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
