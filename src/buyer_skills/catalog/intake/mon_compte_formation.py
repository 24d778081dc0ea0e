"""The public catalogue of Mon Compte Formation: one row for a training in a département, read as they come.

Published by the Caisse des Dépôts as CSV; columns came and went over the years, and `-1` stands for nothing.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from buyer_skills.catalog.intake.folding import Fold, RowFacts
from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.offers import Offer, OfferFile
from buyer_skills.catalog.intake.register_cells import (
    Columns,
    Tally,
    certification_cell,
    code_cell,
    day_cell,
    level_cell,
    number_cell,
    plain_cell,
    text_cell,
    title_cell,
)
from buyer_skills.catalog.intake.register_sources import source_of_register
from buyer_skills.catalog.regions import region_of
from buyer_skills.issues import Issue, Place
from buyer_skills.sources.large_csv import LargeTable, RawCells, opened_table
from buyer_skills.sources.packages import RefusedFileError
from buyer_skills.sources.texts import unseen_character

REGISTRY = "mon-compte-formation"
"""Slug of the register."""

_NEEDED = {"body": ("nom_of",), "title": ("intitule_formation",)}
_OTHERS = {
    "day": ("date_extract", "date_chargement"),
    "siret": ("siret", "siret_of"),
    "certification_title": ("intitule_certification",),
    "level": ("libelle_niveau_sortie_formation",),
    "rncp": ("code_rncp",),
    "rs": ("code_inventaire", "code_rs"),
    "number": ("numero_formation",),
    "aims": ("objectif_formation",),
    "results": ("resultats_attendus_formation",),
    "programme": ("contenu_formation",),
    "sessions": ("nb_session_active",),
    "at_a_distance": ("nb_session_a_distance",),
    "hours_min": ("nombre_heures_total_min",),
    "hours_max": ("nombre_heures_total_max",),
    "hours_mean": ("nombre_heures_total_mean",),
    "price_min": ("frais_ttc_tot_min",),
    "price_max": ("frais_ttc_tot_max",),
    "price_mean": ("frais_ttc_tot_mean",),
    "region": ("code_region",),
    "region_name": ("nom_region",),
    "departement": ("nom_departement",),
}
_FORMACODES = tuple(f"code_formacode_{number}" for number in range(1, 6))
_ROME = tuple(f"code_rome_{number}" for number in range(1, 6))
_KINDS = ("min", "max", "mean")
_NUMBERS = ("sessions", "at_a_distance", *(f"{one}_{kind}" for one in ("hours", "price") for kind in _KINDS))
_SAID = ("certification_title", "rncp", "rs")
"""What is looked at besides body, title and codes to keep a row."""

_MOST_JUDGED = 20_000
_LONGEST_JUDGED = 2_000


def read_mon_compte_formation(path: Path, name: str, keeping: Keeping, day: str = "") -> OfferFile:
    """Read the file, plain, in gzip or in a zip archive, and keep what the rules keep.

    Rows of one training are folded into one offer. A price or a length is kept when every row gives the same,
    least and most; a mean alone is kept when there is nothing else.

    Args:
        path: where the file is.
        name: how readers know it.
        keeping: the intake rules.
        day: date of the file when it holds none.

    Returns:
        The offers; `read` counts rows. With an error among its issues, what was read before it.
    """
    reader = _Reader(keeping, day)
    try:
        with opened_table(path, name) as table:
            reader.read(table)
    except RefusedFileError as refused:
        reader.issues.append(refused.issue)
    return reader.result(name)


class _Reader:
    def __init__(self, keeping: Keeping, day: str) -> None:
        self.issues: list[Issue] = []
        self._keeping, self._day, self._given_day = keeping, "", day
        self._fold, self._tally = Fold(), Tally()
        self._read = 0
        self._name = ""
        self._at: dict[str, int | None] = {}
        self._formacodes: tuple[int, ...] = ()
        self._rome: tuple[int, ...] = ()
        self._said: tuple[str, ...] = ()

    def read(self, table: LargeTable) -> None:
        self._name = table.name
        columns = Columns(table.header)
        columns.require(Place(table.name, 1, 1), _NEEDED)
        self._at = {one: columns.at(*names) for one, names in (_NEEDED | _OTHERS).items()}
        self._formacodes, self._rome = columns.all_at(_FORMACODES), columns.all_at(_ROME)
        self._said = tuple(one for one in _SAID if self._at[one] is not None)
        judging = (
            columns.at(*_NEEDED["body"]),
            columns.at(*_NEEDED["title"]),
            *(self._at[one] for one in self._said),
        )
        judged: dict[RawCells, tuple[str, str]] = {}
        wanted = [one for one in judging if one is not None]
        for line, looked_at, record in table.records((*wanted, *self._formacodes, *self._rome)):
            self._read += 1
            verdict = judged.get(looked_at)
            if verdict is None:
                verdict = self._verdict(table.texts(looked_at))
                if len(judged) >= _MOST_JUDGED:
                    judged.clear()
                if sum(map(len, looked_at)) <= _LONGEST_JUDGED:
                    judged[looked_at] = verdict
            rule, code = verdict
            if rule or (looked_at and self._read == 1):
                cells = table.cells(record)
                if len(cells) == len(table.header):
                    self._take(cells, rule, line)
                else:
                    code = "F270"
            if code:
                self._tally.note(code, line)

    def result(self, name: str) -> OfferFile:
        """Return what was read."""
        day = self._day or self._given_day
        return OfferFile(
            REGISTRY,
            source_of_register(REGISTRY, day),
            day,
            self._fold.offers(),
            self._read,
            self._fold.kept_by(),
            (*self.issues, *self._tally.issues(self._name or name)),
        )

    def _verdict(self, texts: Sequence[str]) -> tuple[str, str]:
        """Return the rule that keeps a row, or the code of what is not understood of it, or neither."""
        if not texts:
            return "", "F270"
        body, title = texts[:2]
        if not plain_cell(title):
            return "", "F271"
        if not plain_cell(body):
            return "", "F272"
        said = dict(zip(self._said, texts[2:], strict=False))
        certification_title = plain_cell(said.get("certification_title", ""))
        rome_from = len(texts) - len(self._rome)
        formacodes = texts[rome_from - len(self._formacodes) : rome_from]
        rule = self._keeping.rule_for(
            f"{title} {certification_title}",
            _codes(formacodes),
            _codes(texts[rome_from:]),
            _certification(said.get("rncp", ""), said.get("rs", "")),
        )
        return rule or "", ""

    def _take(self, row: Sequence[str], rule: str, line: int) -> None:
        cells = dict(enumerate(row))
        self._day = max(self._day, day_cell(self._cell(cells, "day")))
        if not rule:
            return
        body = code_cell(self._cell(cells, "siret")) or title_cell(self._cell(cells, "body")).casefold()
        number = plain_cell(self._cell(cells, "number"))
        title, certification = (
            title_cell(self._cell(cells, "title")),
            _certification(self._cell(cells, "rncp"), self._cell(cells, "rs")),
        )
        folded = self._fold.known(body, number, certification, title)
        if folded is None:
            if any(map(unseen_character, row)):
                self._tally.note("F273", line)
            folded = self._fold.begin(body, number, rule, self._offer(cells, line))
        folded.add(self._facts(cells, line))

    def _offer(self, cells: Mapping[int, str], line: int) -> Offer:
        aims = [text_cell(self._cell(cells, one)) for one in ("aims", "results")]
        return Offer(
            key="",
            title=title_cell(self._cell(cells, "title")),
            provider=title_cell(self._cell(cells, "body")),
            place=Place(self._name, line, 1),
            certification=_certification(self._cell(cells, "rncp"), self._cell(cells, "rs")),
            certification_title=title_cell(self._cell(cells, "certification_title")),
            formacodes=_codes([cells[one] for one in self._formacodes]),
            rome=_codes([cells[one] for one in self._rome]),
            degree_level=level_cell(self._cell(cells, "level")),
            aims="\n\n".join(filter(None, aims)),
            programme=text_cell(self._cell(cells, "programme")),
        )

    def _facts(self, cells: Mapping[int, str], line: int) -> RowFacts:
        numbers = {one: self._number(cells, one, line) for one in _NUMBERS}
        region = region_of(self._cell(cells, "region"), self._cell(cells, "region_name"))
        return RowFacts(
            region=region or title_cell(self._cell(cells, "region_name")),
            departement=title_cell(self._cell(cells, "departement")),
            hours=_least_and_most(*(numbers[f"hours_{kind}"] for kind in _KINDS)),
            prices=_least_and_most(*(numbers[f"price_{kind}"] for kind in _KINDS)),
            sessions=numbers["sessions"],
            sessions_at_a_distance=self._count(cells, "at_a_distance", numbers["at_a_distance"]),
        )

    def _number(self, cells: Mapping[int, str], column: str, line: int) -> float | None:
        try:
            return number_cell(self._cell(cells, column))
        except ValueError:
            self._tally.note("F274", line, column=(_NEEDED | _OTHERS)[column][0])
            return None

    def _count(self, cells: Mapping[int, str], column: str, number: float | None) -> float | None:
        """Return a number of sessions, of which 0 says something."""
        return 0 if number is None and plain_cell(self._cell(cells, column)) == "0" else number

    def _cell(self, cells: Mapping[int, str], column: str) -> str:
        at = self._at[column]
        return "" if at is None else cells[at]


def _least_and_most(least: float | None, most: float | None, mean: float | None) -> frozenset[float]:
    """Return what a row says of a price or a length: a mean speaks when there is nothing else."""
    said = {one for one in (least, most) if one is not None}
    return frozenset(said or {one for one in (mean,) if one is not None})


def _certification(rncp: str, rs: str) -> str:
    return certification_cell("RNCP", rncp) or certification_cell("RS", rs)


def _codes(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the codes that cells hold, each once, in their order."""
    found = dict.fromkeys(map(code_cell, cells))
    found.pop("", None)
    return tuple(found)
