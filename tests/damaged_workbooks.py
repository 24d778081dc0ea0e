"""Workbooks that something happened to: kinds of damage, each made from a sound workbook with a seed."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from buyer_skills.catalog.exchange import plain_catalogue, raw_catalogue
from buyer_skills.sources.zipping import zip_of
from buyer_skills.workflows.exporting import export_file

Damage = Callable[[dict[str, bytes], random.Random], dict[str, bytes]]
SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
SOUND = Path(__file__).parent / "broken" / "sound"


@cache
def sound(form: str) -> bytes:
    """Return a small sound workbook: a catalogue in which `check` finds nothing."""
    return export_file(plain_catalogue(raw_catalogue(SOUND)), form, "fr")


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged(kind: str, form: str, seed: int) -> bytes:
    """Return a workbook with one kind of damage."""
    chance = random.Random(f"{kind} {form} {seed}")
    content = sound(form)
    if kind in WHOLE:
        return WHOLE[kind](content, chance)
    table = XLSX if form == "xlsx" else ODS
    return zip_of(table[kind](parts_of(content), chance))


def kinds(form: str) -> list[str]:
    """Return the kinds of damage of a format."""
    return sorted({*WHOLE, *(XLSX if form == "xlsx" else ODS)})


def _sheet(parts: dict[str, bytes], chance: random.Random) -> str:
    """Choose a sheet of records: neither the guide nor the lists."""
    names = sorted(name for name in parts if SHEET.fullmatch(name) and b"sheetData" in parts[name])
    known = [name for name in names if b'r="A3"' in parts[name] and b'<row r="3"' in parts[name]]
    return chance.choice([name for name in known if name != "xl/worksheets/sheet1.xml"][:-1])


def _in_a_sheet(change: Callable[[str, random.Random], str]) -> Damage:
    def damage(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
        name = _sheet(parts, chance)
        return {**parts, name: change(parts[name].decode(), chance).encode()}

    return damage


def _in_content(change: Callable[[str, random.Random], str]) -> Damage:
    def damage(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
        return {**parts, "content.xml": change(parts["content.xml"].decode(), chance).encode()}

    return damage


def _some_cell(text: str, new: str, chance: random.Random) -> str:
    cells = list(re.finditer(r'<c r="([A-Z]+)([3-9])"[^>]*?(?:/>|>.*?</c>)', text))
    one = chance.choice(cells)
    made = new.replace("REF", one[1] + one[2])
    return text[: one.start()] + made + text[one.end() :]


def _cell(new: str) -> Damage:
    return _in_a_sheet(lambda text, chance: _some_cell(text, new, chance))


def _before_end(new: str) -> Damage:
    return _in_a_sheet(lambda text, _chance: text.replace("</sheetData>", f"{new}</sheetData>"))


def _swapped(old: str, new: str, count: int = -1) -> Damage:
    return _in_a_sheet(lambda text, _chance: text.replace(old, new, count))


def _part(name: str, content: bytes | None) -> Damage:
    def damage(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
        rest = {key: value for key, value in parts.items() if key != name}
        return rest if content is None else {**rest, name: content}

    return damage


def _without_sheet(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    text = parts["xl/workbook.xml"].decode()
    sheets = re.findall(r"<sheet [^>]*/>", text)
    return {**parts, "xl/workbook.xml": text.replace(chance.choice(sheets[1:-1]), "").encode()}


def _sheet_twice(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    text = parts["xl/workbook.xml"].decode()
    one = chance.choice(re.findall(r"<sheet [^>]*/>", text)[1:-1])
    again = re.sub(r'name="[^"]*"', 'name="copie"', one)
    return {**parts, "xl/workbook.xml": text.replace(one, one + again).encode()}


def _as_utf_16(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    name = _sheet(parts, chance)
    return {**parts, name: parts[name].decode().encode("utf-16")}


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _bomb(content: bytes, chance: random.Random) -> bytes:
    parts = parts_of(content)
    parts["xl/media/zeros.bin"] = bytes(200 * 1024 * 1024)
    return zip_of(parts)


def _many_parts(content: bytes, chance: random.Random) -> bytes:
    return zip_of({**parts_of(content), **{f"x/{number}": b"" for number in range(6_000)}})


WHOLE: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut": _cut,
    "flipped": _flipped,
    "empty": lambda _content, _chance: b"",
    "noise": lambda _content, chance: chance.randbytes(5_000),
    "text": lambda _content, _chance: b"une liste de courses\n" * 20,
    "html": lambda _content, _chance: b"<html><table><tr><td>1</td></tr></table></html>",
    "old-format": lambda _content, _chance: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000),
    "empty-zip": lambda _content, _chance: zip_of({}),
    "other-zip": lambda _content, _chance: zip_of({"lisezmoi.txt": b"rien"}),
    "zip-bomb": _bomb,
    "many-parts": _many_parts,
    "doubled": lambda content, _chance: content + content,
    "front-noise": lambda content, chance: chance.randbytes(200) + content[100:],
}
"""What happens to a file as a whole, whatever its format."""

_DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_EMPTY_ROWS = "".join(f'<row r="{number}" spans="1:3"/>' for number in range(20_000, 200_000))
_ROWS_FULL = "".join(
    f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(20_000, 121_000)
)

XLSX: dict[str, Damage] = {
    "formula": _cell('<c r="REF"><f>A1*2</f><v>4</v></c>'),
    "formula-text": _cell('<c r="REF" t="str"><f>"a"</f><v>a</v></c>'),
    "error-value": _cell('<c r="REF" t="e"><v>#REF!</v></c>'),
    "number": _cell('<c r="REF"><v>3.75</v></c>'),
    "huge-number": _cell('<c r="REF"><v>1e308</v></c>'),
    "infinite": _cell('<c r="REF"><v>1e999</v></c>'),
    "not-a-number": _cell('<c r="REF"><v>NaN</v></c>'),
    "boolean": _cell('<c r="REF" t="b"><v>1</v></c>'),
    "iso-date": _cell('<c r="REF" t="d"><v>2026-11-24T00:00:00</v></c>'),
    "other-text": _cell('<c r="REF" t="inlineStr"><is><t>n\'importe quoi</t></is></c>'),
    "long-text": _cell(f'<c r="REF" t="inlineStr"><is><t>{"a" * 40_000}</t></is></c>'),
    "control-character": _cell('<c r="REF" t="inlineStr"><is><t>a_x0007_b</t></is></c>'),
    "unseen-character": _cell('<c r="REF" t="inlineStr"><is><t>a\u200bb</t></is></c>'),
    "unknown-id": _cell('<c r="REF" t="inlineStr"><is><t>nulle-part-ailleurs</t></is></c>'),
    "unknown-string": _cell('<c r="REF" t="s"><v>999999</v></c>'),
    "negative-string": _cell('<c r="REF" t="s"><v>-1</v></c>'),
    "no-value": _cell('<c r="REF" t="s"/>'),
    "other-type": _cell('<c r="REF" t="zz"><v>x</v></c>'),
    "unknown-style": _cell('<c r="REF" s="9999"><v>4</v></c>'),
    "bad-style": _cell('<c r="REF" s="x"><v>4</v></c>'),
    "bad-reference": _cell('<c r="1A"><v>4</v></c>'),
    "no-reference": _cell("<c><v>4</v></c>"),
    "far-column": _cell('<c r="XFD3"><v>4</v></c>'),
    "blanks": _cell('<c r="REF" t="inlineStr"><is><t xml:space="preserve">   </t></is></c>'),
    "emptied": _cell('<c r="REF"/>'),
    "rich-text": _cell(
        '<c r="REF" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>'
    ),
    "merged": _swapped(
        "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A3:B4"/></mergeCells>'
    ),
    "merged-badly": _swapped("</sheetData>", '</sheetData><mergeCells><mergeCell ref=""/></mergeCells>'),
    "hidden-row": _swapped('<row r="3"', '<row r="3" hidden="1"'),
    "keys-gone": _in_a_sheet(lambda text, _chance: re.sub(r'<row r="1".*?</row>', "", text, count=1)),
    "rows-out-of-order": _swapped('<row r="3"', '<row r="900"'),
    "row-zero": _swapped('<row r="3"', '<row r="0"'),
    "row-not-a-number": _swapped('<row r="3"', '<row r="x"'),
    "empty-rows": _before_end(_EMPTY_ROWS),
    "too-many-rows": _before_end(_ROWS_FULL),
    "stray-row": _before_end('<row r="700"><c r="B700"><v>1</v></c></row>'),
    "stray-column": _before_end('<row r="700"><c r="CZ700"><v>1</v></c></row>'),
    "cut-xml": _in_a_sheet(lambda text, chance: text[: chance.randrange(50, len(text))]),
    "entity-bomb": _in_a_sheet(lambda text, _chance: text.replace("<worksheet", f"{_DOCTYPE}<worksheet", 1)),
    "outside-entity": _swapped("<worksheet", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet', 1),
    "utf-16": _as_utf_16,
    "other-xml": _in_a_sheet(lambda _text, _chance: "<a/>"),
    "no-sheet": _without_sheet,
    "sheet-twice": _sheet_twice,
    "no-workbook": _part("xl/workbook.xml", None),
    "no-relations": _part("xl/_rels/workbook.xml.rels", None),
    "no-root": _part("_rels/.rels", None),
    "no-strings": _part("xl/sharedStrings.xml", None),
    "no-styles": _part("xl/styles.xml", None),
    "broken-styles": _part(
        "xl/styles.xml", b"<styleSheet><cellXfs><xf numFmtId='x'/></cellXfs></styleSheet>"
    ),
    "macros": _part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "external-link": _part("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
    "empty-workbook": _part("xl/workbook.xml", b"<workbook/>"),
    "date-1904": lambda parts, _chance: {
        **parts,
        "xl/workbook.xml": parts["xl/workbook.xml"].replace(b"<workbookPr", b'<workbookPr date1904="1"', 1),
    },
}
"""What happens inside an XLSX workbook."""


def _some_ods_cell(text: str, new: str, chance: random.Random) -> str:
    cells = list(re.finditer(r"<table:table-cell [^>]*office:value-type[^>]*>.*?</table:table-cell>", text))
    one = chance.choice(cells[80:])
    return text[: one.start()] + new + text[one.end() :]


def _ods_cell(new: str) -> Damage:
    return _in_content(lambda text, chance: _some_ods_cell(text, new, chance))


_P = "<text:p>4</text:p></table:table-cell>"
ODS: dict[str, Damage] = {
    "formula": _ods_cell(
        f'<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2">{_P}'
    ),
    "error-value": _ods_cell(
        f'<table:table-cell office:value-type="string" calcext:value-type="error" xmlns:calcext="urn:c">{_P}'
    ),
    "number": _ods_cell(f'<table:table-cell office:value-type="float" office:value="3.75">{_P}'),
    "not-a-number": _ods_cell(f'<table:table-cell office:value-type="float" office:value="x">{_P}'),
    "no-value": _ods_cell(f'<table:table-cell office:value-type="float">{_P}'),
    "infinite": _ods_cell(f'<table:table-cell office:value-type="float" office:value="inf">{_P}'),
    "boolean": _ods_cell(f'<table:table-cell office:value-type="boolean" office:boolean-value="true">{_P}'),
    "time": _ods_cell(f'<table:table-cell office:value-type="time" office:time-value="PT1H">{_P}'),
    "bad-date": _ods_cell(f'<table:table-cell office:value-type="date" office:date-value="hier">{_P}'),
    "other-type": _ods_cell(f'<table:table-cell office:value-type="zz">{_P}'),
    "other-text": _ods_cell(
        '<table:table-cell office:value-type="string"><text:p>autre</text:p></table:table-cell>'
    ),
    "merged": _ods_cell(
        f'<table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="4">{_P}'
    ),
    "repeated-cell": _ods_cell(
        '<table:table-cell table:number-columns-repeated="99999" office:value-type="float" '
        f'office:value="4">{_P}'
    ),
    "repeated-badly": _ods_cell(
        f'<table:table-cell table:number-columns-repeated="x" office:value-type="float" office:value="4">{_P}'
    ),
    "repeated-row": _in_content(
        lambda text, _chance: text.replace(
            '<table:table-row><table:table-cell table:style-name="required"',
            '<table:table-row table:number-rows-repeated="1048000">'
            '<table:table-cell table:style-name="required"',
            1,
        )
    ),
    "million-empty-rows": _in_content(
        lambda text, _chance: text.replace('rows-repeated="1000"', 'rows-repeated="1040000"')
    ),
    "hidden-row": _in_content(
        lambda text, _chance: text.replace("<table:table-row>", '<table:table-row table:visibility="filter">')
    ),
    "keys-gone": _in_content(
        lambda text, _chance: re.sub(
            r'<table:table-row table:visibility="collapse">.*?</table:table-row>', "", text
        )
    ),
    "cut-xml": _in_content(lambda text, chance: text[: chance.randrange(100, len(text))]),
    "entity-bomb": _in_content(
        lambda text, _chance: text.replace("<office:doc", f"{_DOCTYPE}<office:doc", 1)
    ),
    "other-xml": _part("content.xml", b"<a/>"),
    "no-content": _part("content.xml", None),
    "encrypted": _part("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
    "macros": _part("Basic/Standard/Module1.xml", b"<x/>"),
    "deep": _ods_cell(
        '<table:table-cell office:value-type="string"><text:p>'
        + "<text:span>" * 3_000
        + "</text:span>" * 3_000
        + "</text:p></table:table-cell>"
    ),
}
"""What happens inside an ODS workbook."""
