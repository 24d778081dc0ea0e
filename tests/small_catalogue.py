"""A catalogue small enough to read, in files, and a buyer: what the tests of the command line work on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent


@dataclass(frozen=True)
class Ran:
    """What a command answered: its exit code, what it printed, what it said on the error stream."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]
"""Runs `buyer-skills` with its arguments, and `stdin` when a test gives some."""


def write_catalogue(folder: Path) -> None:
    """Write the small catalogue: three competencies, three trainings, two jobs; nothing to report on it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (folder / name).write_text(dedent(content), encoding="utf-8")


BUYER = "id: b1\nemployer: territorial\nlevels:\n  droit: 1\n"

FILES = {
    "competencies.yaml": """\
        format_version: 1
        areas:
          - {id: juridique, title: {fr: Droit et procédures, en: Law and procedures}}
          - {id: passation, title: {fr: Passation, en: Tendering}}
        roles:
          - {id: artisan, title: {fr: Artisan exigeant, en: Demanding craftsman}}
        competencies:
          - id: droit
            title: {fr: Droit des marchés, en: Procurement law}
            area: juridique
            kind: savoir
            sources: [page]
          - id: negociation
            title: {fr: Négociation, en: Negotiation}
            area: passation
            kind: savoir-faire
            roles: [artisan]
            sources: [page]
          - id: ecoute
            title: {fr: Écoute, en: Listening}
            area: passation
            kind: savoir-etre
            sources: [page]
        """,
    "trainings.yaml": """\
        format_version: 1
        trainings:
          - id: droit-avance
            title: Droit approfondi
            provider: cnfpt
            kind: course
            days: 2
            outcomes: [{competency: droit, from: 1, to: 2}]
            evidence: verified
            noted: "2026-11"
            basis: programme
            sources: [page]
          - id: negocier
            title: Négocier un marché
            provider: cnfpt
            kind: course
            outcomes: [{competency: negociation, from: 0, to: 1}]
            evidence: indicative
            noted: "2026-11"
            basis: theme
            sources: [page]
          - id: master-achat
            title: Master Achat
            provider: universite
            kind: degree
            duration_months: 12
            grants_degree_level: 7
            outcomes: [{competency: droit, from: 0, to: 2}]
            evidence: verified
            noted: "2026-11"
            basis: programme
            region: hauts-de-france
            sources: [page]
        """,
    "job_profiles.yaml": """\
        format_version: 1
        job_profiles:
          - id: acheteur
            title: {fr: Acheteuse / Acheteur, en: Buyer}
            basis: Lecture de cet outil
            sources: [page]
            requirements:
              - {competency: droit, level: 2, importance: 3}
              - {competency: negociation, level: 2, importance: 2}
              - {competency: ecoute, level: 1, importance: 1}
          - id: juriste
            title: {fr: Juriste, en: Lawyer}
            basis: Lecture de cet outil
            sources: [page]
            requirements: [{competency: droit, level: 2, importance: 3}]
        """,
    "providers.yaml": """\
        format_version: 1
        providers:
          - id: cnfpt
            title: CNFPT
            access: {territorial: {price_eur: 0, paid_by: cotisation}}
            sources: [page]
          - {id: universite, title: Université, sources: [page]}
        """,
    "sources.yaml": """\
        format_version: 1
        sources:
          - {id: page, title: Page du CNFPT, publisher: CNFPT, url: "https://example.org/", seen: "2026-11"}
        """,
}
