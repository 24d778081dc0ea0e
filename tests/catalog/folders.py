"""Folders of data written from short texts."""

from pathlib import Path

SMALLEST = {
    "competencies.yaml": """
format_version: 1
areas: [{id: passation, title: Passation}]
competencies:
  - {id: negociation, title: {fr: Négociation, en: Negotiation}, area: passation, kind: savoir-faire}
""",
    "trainings.yaml": """
format_version: 1
trainings:
  - id: negocier-un-marche
    title: Négocier un marché
    provider: cnfpt
    kind: course
    hours: 14                      # absent = unknown
    price_eur: 0                   # absent = unknown; `access` refines it by employer family
    requires: {levels: [{competency: negociation, level: 1}], trainings: [], degree_level: null}
    outcomes: [{competency: negociation, from: 1, to: 2}]
    evidence: verified
""",
    "job_profiles.yaml": """
format_version: 1
job_profiles:
  - id: acheteur-public
    title: Acheteuse publique / Acheteur public
    kind: standard
    requirements: [{competency: negociation, level: 2, importance: 3}]
""",
    "providers.yaml": """
format_version: 1
providers: [{id: cnfpt, title: CNFPT}]
""",
}
"""The smallest records that must load."""


def write_folder(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder
