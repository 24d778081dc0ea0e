"""The options that commands share, gathered into one ``Settings``."""

import functools
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from os import environ
from pathlib import Path
from typing import Any

import click

from buyer_skills.catalog.bundled import DataFolder, as_folder, bundled_folder
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.loading import LoadedCatalog, load_catalog, read_catalog
from buyer_skills.cli.types import DayType, ListType
from buyer_skills.cli.worded import worded_option, words_of
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import LANGUAGES

FORMATS = ("json", "md", "html")
"""The formats a report can be written in, besides the terminal's."""

GRAPH_FORMATS = ("json", "graphml", "svg")
"""The formats a graph can be written in; a picture is of what is around a record."""

PLAIN_WIDTH = 100
"""Columns of a report that is not shown in a terminal, so that it is the same everywhere."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the shared options of one run say."""

    language: str
    folder: DataFolder
    overlays: tuple[Path, ...]
    formats: tuple[str, ...]
    output: str | None
    day: date | None
    force: bool

    @property
    def report_day(self) -> date:
        """The day of the report: ``--date``, else today. The only clock of the product."""
        return self.day or date.today()  # noqa: DTZ011 - the day where the person is

    @property
    def written_formats(self) -> tuple[str, ...]:
        """The formats asked for, by ``--format`` or by the suffix of ``-o``; none means the terminal."""
        suffix = Path(self.output).suffix.removeprefix(".") if self.output else ""
        return self.formats or ((suffix,) if suffix in FORMATS else ())

    def read(self) -> LoadedCatalog:
        """Return the catalogue with every issue found in it."""
        return read_catalog((self.folder,), self.overlays, day=self.report_day)

    def catalog(self) -> Catalog:
        """Return the catalogue, or raise ``DataError`` when it has errors."""
        return load_catalog((self.folder,), self.overlays, day=self.report_day)

    def graph(self) -> SkillGraph:
        """Return the graph of the catalogue at the day of the report."""
        return SkillGraph.of(self.catalog(), self.report_day)


def catalogue_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--data``, ``--with``, ``--date`` and ``--lang``; the function takes ``settings``."""
    return _gathered(function, (_LANG, _DATE, _WITH, _DATA))


def report_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every report; the function takes ``settings``."""
    return _gathered(function, (_LANG, _FORCE, _OUTPUT, _FORMAT, _DATE, _WITH, _DATA))


def two_catalogues_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of a report on two catalogues that it names itself; the function takes ``settings``."""
    return _gathered(function, (_LANG, _FORCE, _OUTPUT, _FORMAT, _DATE))


def graph_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of a graph, whose formats are its own; the function takes ``settings``."""
    return _gathered(function, (_LANG, _FORCE, _OUTPUT, _GRAPH_FORMAT, _DATE, _WITH, _DATA))


def exchange_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of what writes or reads a whole catalogue; the function takes ``settings``."""
    return _gathered(function, (_LANG, _FORCE, _OUTPUT, _DATE, _WITH, _DATA))


def writing_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--date``, ``--force`` and ``--lang``; the function takes ``settings``."""
    return _gathered(function, (_LANG, _FORCE, _DATE))


def terminal() -> tuple[int, bool]:
    """Return the width to lay out for and whether colours may be used, for the standard output."""
    # A run whose standard output is closed has none.
    if sys.stdout is None or not sys.stdout.isatty():
        return PLAIN_WIDTH, False
    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns, not environ.get("NO_COLOR")


_FOLDER = click.Path(path_type=Path)
_DATA = worded_option("--data", type=_FOLDER, metavar="DIR")
_WITH = worded_option("--with", "overlays", type=_FOLDER, multiple=True, metavar="DIR")
_DATE = worded_option("--date", "day", type=DayType())
_FORMAT = worded_option("--format", "formats", type=ListType(FORMATS, "json,md,html"))
_GRAPH_FORMAT = worded_option("--format", "formats", type=ListType(GRAPH_FORMATS, "json,graphml,svg"))
_OUTPUT = worded_option("-o", "--output", metavar="FILE|DIR")
_FORCE = worded_option("--force", is_flag=True)
_LANG = worded_option("--lang", type=click.Choice(LANGUAGES))


def _gathered(function: Callable[..., Any], options: tuple[Callable[..., Any], ...]) -> Callable[..., Any]:
    @click.pass_context
    @functools.wraps(function)
    def gathering(context: click.Context, /, **values: Any) -> Any:
        language = values.pop("lang") or words_of(context).language
        settings = Settings(
            language=language,
            folder=_folder(values.pop("data", None)),
            overlays=values.pop("overlays", ()),
            formats=values.pop("formats", None) or (),
            output=values.pop("output", None),
            day=values.pop("day"),
            force=values.pop("force", False),
        )
        return function(settings=settings, **values)

    decorated: Callable[..., Any] = gathering
    for option in options:
        decorated = option(decorated)
    return decorated


def _folder(path: Path | None) -> DataFolder:
    return bundled_folder() if path is None else as_folder(path)
