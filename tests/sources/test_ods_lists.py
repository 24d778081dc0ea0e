"""Drop-down lists of ODS files, as LibreOffice wants them; seen there, and kept by what is written."""

import io
import re
import zipfile

from filled_forms import form_of

from buyer_skills.sources.ods_writing import ods_bytes


def content(part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(ods_bytes(form_of("employer")))) as archive:
        return archive.read(part).decode()


def test_a_list_says_the_version_of_its_formula_and_the_cell_it_is_read_from() -> None:
    text = content("content.xml")
    assert 'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"' in text
    lists = re.findall(r"<table:content-validation [^>]*>", text)
    assert lists
    assert all("table:base-cell-address=" in one for one in lists)
    named = set(re.findall(r'table:content-validation-name="([^"]+)"', text))
    assert named <= set(re.findall(r'<table:content-validation table:name="([^"]+)"', text))


def test_a_sheet_is_printed_on_its_side_with_all_its_columns() -> None:
    text = content("styles.xml")
    assert 'style:print-orientation="landscape"' in text
    assert 'style:scale-to-X="1"' in text
    assert 'style:master-page-name="Default"' in content("content.xml")
