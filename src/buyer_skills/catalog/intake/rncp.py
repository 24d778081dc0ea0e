"""The national registers of certifications, as France compétences publishes them: one CSV file a relation.

They come in a zip archive; files are told by their columns, whatever their names. Relations are gone through
twice, so that nothing is kept but the codes that decide, then what is said of the certifications kept.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from buyer_skills.catalog.intake.keeping import Keeping
from buyer_skills.catalog.intake.offers import OfferFile
from buyer_skills.catalog.intake.register_cells import (
    Columns,
    Tally,
    code_cell,
    day_cell,
    plain_cell,
    title_cell,
)
from buyer_skills.catalog.intake.register_sources import source_of_register
from buyer_skills.catalog.intake.rncp_sheets import Sheet
from buyer_skills.catalog.intake.room import OFFER, Room
from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.large_csv import LargeTable
from buyer_skills.sources.packages import RefusedFileError
from buyer_skills.sources.unpacking import LargeArchive, opened_archive

REGISTRY = "rncp"
"""Slug of the register."""

_ID, _TITLE = "numero_fiche", "intitule"
_RELATIONS = {
    "formacodes": re.compile("formacode_code|code_formacode"),
    "rome": re.compile("codes_rome_code|code_rome"),
    "bodies": re.compile("nom_certificateur|certificateurs?(?:_nom)?"),
    "blocks": re.compile("blocs?_(?:de_)?competences?_libelle"),
}
"""The column of each relation that is read, beside the number of the certification."""

_EXPECTED = {"bodies": "Certificateurs", "formacodes": "Formacode", "rome": "Rome"}
"""The relations that are missed when they are not there, by the names they are published under."""
_CODE = 200
"""What a code that decides weighs until its certification is met, in characters."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_IN_FORCE = frozenset({"active", "actif", "oui", "true", "vrai", "1"})


def read_rncp(path: Path, name: str, keeping: Keeping, day: str = "") -> OfferFile:
    """Read the archive, and keep the certifications in force that the rules keep.

    Args:
        path: where the archive is.
        name: how readers know it; its date is that of the register.
        keeping: the intake rules.
        day: date of the register when its name has none.

    Returns:
        The certifications; `read` counts all those of the register, in force or not.
    """
    found = _DAY.search(path.name)
    reader = _Reader(keeping, (day_cell(found[0]) if found else "") or day)
    try:
        with opened_archive(path, name) as archive:
            reader.read(archive)
    except RefusedFileError as refused:
        reader.issues.append(refused.issue)
    return reader.result()


class _Reader:
    def __init__(self, keeping: Keeping, day: str) -> None:
        self.issues: list[Issue] = []
        self._keeping, self._day = keeping, day
        self._kept: dict[str, tuple[Sheet, str]] = {}
        self._tallies: dict[str, Tally] = {}
        self._read, self._room = 0, Room()

    def read(self, archive: LargeArchive) -> None:
        standard, files = self._files(archive)
        decisive = self._keeping.codes
        codes: dict[str, dict[str, list[str]]] = {"formacodes": {}, "rome": {}}
        for relation, by_number in codes.items():
            for number, code in self._related(archive, files.get(relation), relation):
                if code_cell(code) in decisive:
                    self._room.take(_CODE, Place(archive.name))
                    by_number.setdefault(number, []).append(code_cell(code))
        self._read_standard(archive, standard, codes)
        # What was not understood was counted the first time.
        self.issues += [one for name, tally in self._tallies.items() for one in tally.issues(name)]
        for relation in _RELATIONS:
            for number, cell in self._related(archive, files.get(relation), relation):
                if number in self._kept:
                    self._add(number, relation, cell)
        self._note_several(f"{archive.name}/{standard}")

    def result(self) -> OfferFile:
        """Return what was read."""
        rules = [rule for _, rule in self._kept.values()]
        return OfferFile(
            REGISTRY,
            source_of_register(REGISTRY, self._day),
            self._day,
            tuple(sheet.offer() for sheet, _ in self._kept.values()),
            self._read,
            {rule: rules.count(rule) for rule in sorted(set(rules))},
            tuple(self.issues),
        )

    def _files(self, archive: LargeArchive) -> tuple[str, Mapping[str, str]]:
        """Return the file of the certifications, and that of each relation."""
        standard, files = "", dict[str, str]()
        for part in archive.names:
            if not part.lower().endswith(".csv"):
                continue
            with archive.opened(part) as stream:
                columns = Columns(LargeTable(stream, f"{archive.name}/{part}").header)
            if columns.at(_ID) is None:
                continue
            if columns.at(_TITLE) is not None:
                standard = standard or part
            for relation, heading in _RELATIONS.items():
                if columns.matching(heading) is not None:
                    files.setdefault(relation, part)
        if not standard:
            raise RefusedFileError(issue("F174", Place(archive.name), columns=f"{_ID}, {_TITLE}", nearest=""))
        for relation, published in _EXPECTED.items():
            if relation not in files:
                self.issues.append(issue("F277", Place(archive.name), relation=published))
        return standard, files

    def _related(self, archive: LargeArchive, part: str | None, relation: str) -> Iterator[tuple[str, str]]:
        """Yield the number of the certification and the cell of each row of a relation."""
        if part is None:
            return
        with archive.opened(part) as stream:
            table = LargeTable(stream, f"{archive.name}/{part}")
            columns = Columns(table.header)
            wanted = columns.at(_ID), columns.matching(_RELATIONS[relation])
            for line, cells, _ in table.records([one for one in wanted if one is not None]):
                if cells:
                    number, cell = table.texts(cells)
                    yield code_cell(number), cell
                else:
                    self._note("F270", table.name, line)

    def _read_standard(
        self, archive: LargeArchive, part: str, codes: Mapping[str, Mapping[str, list[str]]]
    ) -> None:
        with archive.opened(part) as stream:
            table = LargeTable(stream, f"{archive.name}/{part}")
            columns = Columns(table.header)
            for line, _, record in table.records((0, 0)):
                self._read += 1
                row = table.cells(record)
                if len(row) != len(table.header):
                    self._note("F270", table.name, line)
                    continue
                sheet = Sheet(
                    number=code_cell(columns.cell(row, _ID)),
                    title=title_cell(columns.cell(row, _TITLE)),
                    short_title=" ".join(
                        columns.cell(row, one) for one in ("abrege_libelle", "abrege_intitule")
                    ),
                    level=columns.cell(row, "nomenclature_europe_niveau"),
                    place=Place(table.name, line, 1),
                )
                if not (sheet.title and sheet.number):
                    self._note("F271", table.name, line)
                elif self._is_in_force(
                    columns.cell(row, "actif"), columns.cell(row, "date_fin_enregistrement")
                ):
                    self._judge(sheet, codes)

    def _is_in_force(self, active: str, end: str) -> bool:
        if plain_cell(active) and plain_cell(active).casefold() not in _IN_FORCE:
            return False
        last = day_cell(end)
        return not (last and self._day and last < self._day)

    def _judge(self, sheet: Sheet, codes: Mapping[str, Mapping[str, list[str]]]) -> None:
        formacodes, rome = (codes[one].get(sheet.number, ()) for one in ("formacodes", "rome"))
        rule = self._keeping.rule_for(sheet.title, formacodes, rome, sheet.number)
        if rule is not None:
            self._kept.setdefault(sheet.number, (sheet, rule))
            self._room.take(OFFER + len(sheet.title), sheet.place)

    def _add(self, number: str, relation: str, cell: str) -> None:
        sheet = self._kept[number][0]
        sheet.add(relation, cell)
        self._room.take(len(cell), sheet.place)

    def _note(self, code: str, file: str, line: int) -> None:
        self._tallies.setdefault(file, Tally()).note(code, line)

    def _note_several(self, file: str) -> None:
        """Note the certifications that several bodies deliver: the first is kept."""
        tally = Tally()
        for sheet, _ in self._kept.values():
            if len(sheet.bodies) > 1:
                tally.note("F278", sheet.place.line)
        self.issues += tally.issues(file)
