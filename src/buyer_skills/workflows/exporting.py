"""`export`: a catalogue as a workbook, as CSV files or as one JSON text."""

from buyer_skills.catalog.exchange import PlainCatalogue
from buyer_skills.catalog.interchange import catalogue_json
from buyer_skills.catalog.sheets.filling import fill_sheets
from buyer_skills.messages.wording import wording
from buyer_skills.workflows.workbook_words import tables_of, workbook_of

EXPORT_FORMATS = ("xlsx", "ods", "csv", "json")
"""The formats a catalogue is exported to and imported from."""

WORKBOOKS = frozenset({"xlsx", "ods"})
"""Those whose cells cannot hold every text."""


def export_file(catalogue: PlainCatalogue, name: str, language: str) -> bytes:
    """Return a catalogue in one file: a workbook, a JSON text, or a zip archive of CSV files."""
    if name == "json":
        return catalogue_json(catalogue.records, catalogue.front)
    filled = fill_sheets(catalogue.records, catalogue.front)
    words = wording(language)
    # Each writer is loaded by those who ask for it.
    if name == "xlsx":
        from buyer_skills.sources.xlsx_writing import xlsx_bytes

        return xlsx_bytes(workbook_of(filled, words))
    if name == "ods":
        from buyer_skills.sources.ods_writing import ods_bytes

        return ods_bytes(workbook_of(filled, words))
    from buyer_skills.sources.csv_files import csv_archive

    return csv_archive(tables_of(filled, words))


def export_csv_files(catalogue: PlainCatalogue, language: str) -> dict[str, bytes]:
    """Return a catalogue as CSV files by name, one a sheet."""
    from buyer_skills.sources.csv_files import csv_files

    return csv_files(tables_of(fill_sheets(catalogue.records, catalogue.front), wording(language)))
