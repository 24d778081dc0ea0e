"""Records named on the command line: found, or refused with the nearest one that exists."""

import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import click

from buyer_skills.catalog.buyer_files import read_buyer
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.need_files import read_needs
from buyer_skills.catalog.needs import Need
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.set_ups import SetUp
from buyer_skills.errors import DataError, UsageError
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages import Message
from buyer_skills.messages.wording import wording
from buyer_skills.sources.texts import LARGEST
from buyer_skills.views.check_view import issue_lines


def profile_named(graph: SkillGraph, identifier: str) -> JobProfile:
    """Return the profile ``identifier``.

    Raises:
        UsageError: there is none; the nearest id is named.
    """
    if identifier not in graph.catalog.profiles:
        refuse_unknown("profile", identifier, graph.catalog.profiles)
    return graph.profile(identifier)


def set_up_of(graph: SkillGraph, identifier: str, profile: JobProfile) -> SetUp:
    """Return the set-up ``identifier``, in which ``profile`` has a part.

    Raises:
        UsageError: there is none of that id, or the profile has no part in it; those it has one in are named.
    """
    set_ups = graph.catalog.set_ups
    if identifier not in set_ups:
        refuse_unknown("set-up", identifier, set_ups)
    with_part = graph.set_ups_with(profile.id)
    if set_ups[identifier] not in with_part:
        known = tuple(one.id for one in with_part) or Message("cli.none-known")
        raise UsageError("profile-not-in-set-up", profile=profile.id, set_up=identifier, known=known)
    return set_ups[identifier]


def refuse_unknown(kind: str, identifier: str, known: Iterable[str]) -> None:
    """Raise ``UsageError`` for an id that does not exist, naming the nearest one or all when few."""
    candidates = sorted(known)
    nearest = get_close_matches(identifier, candidates, 1, 0.5)
    if nearest:
        raise UsageError(f"unknown-{kind}-near", found=identifier, nearest=nearest[0])
    raise UsageError(
        f"unknown-{kind}", found=identifier, known=tuple(candidates[:12]) or Message("cli.none-known")
    )


def buyer_from(argument: str, catalog: Catalog, language: str) -> Buyer:
    """Return the buyer described in a file, or on the standard input for ``-``.

    Warnings are printed on the standard error stream.

    Raises:
        DataError: the file has errors; it carries all of them.
    """
    if argument == "-":
        name = wording(language).text("cli.standard-input")
        # One byte more than a file may hold is enough to refuse it; a closed input is an empty one.
        content = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
        buyer, issues = read_buyer(content, name, catalog)
    else:
        buyer, issues = read_buyer(Path(argument), argument, catalog)
    if buyer is None:
        raise DataError(issues)
    for line in issue_lines(issues, language):
        click.echo(line, err=True)
    return buyer


def needs_from(files: Iterable[Path], catalog: Catalog, language: str) -> tuple[Need, ...]:
    """Return the lines of needs files, added up. Warnings are printed on the standard error stream.

    Raises:
        DataError: a file has errors; it carries all of them.
    """
    needs, issues = read_needs([(file, file.as_posix()) for file in files], catalog)
    if needs is None:
        raise DataError(issues)
    for line in issue_lines(issues, language):
        click.echo(line, err=True)
    return needs
