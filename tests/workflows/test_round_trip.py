"""Export, then import: the same records, in every format, whatever they hold."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from builders import DAY
from generated_records import catalogues, validated
from hypothesis import HealthCheck, given, settings

from buyer_skills.catalog.bundled import bundled_folder
from buyer_skills.catalog.catalog import GROUPS
from buyer_skills.catalog.data_files import Changes, data_file
from buyer_skills.catalog.exchange import (
    PlainCatalogue,
    plain_catalogue,
    raw_catalogue,
    read_brought,
)
from buyer_skills.catalog.groups import ALL_GROUPS, GROUPS_BY_FILE
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.catalog.providers import Provider
from buyer_skills.catalog.raw_records import RawRecords, add_records
from buyer_skills.catalog.trainings import Training
from buyer_skills.sources.strict_yaml import read_yaml_bytes
from buyer_skills.workflows.exporting import EXPORT_FORMATS, export_csv_files, export_file
from buyer_skills.workflows.importing import import_catalogue

SUFFIXES = {"csv": "zip"}
QUICK_FORMATS = [
    one if one in {"xlsx", "json"} else pytest.param(one, marks=pytest.mark.slow) for one in EXPORT_FORMATS
]
"""The whole catalogue takes seconds a format: two of them are tried in the fast suite."""
SOME = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(parent=SOME, max_examples=200)


def plain_of(records: Mapping[str, list[dict[str, Any]]]) -> PlainCatalogue:
    raw = RawRecords()
    raw.by_group |= records  # type: ignore[arg-type]
    return plain_catalogue(raw)


def said_prices(record: Any) -> list[Any]:
    """Whether each price is there at all: « unknown » is not « not said »."""
    access = record.access if isinstance(record, Training | Provider) else {}
    return [(family, "price_eur" in one.model_fields_set) for family, one in access.items()]


def assert_same(before: Mapping[str, list[Any]], after: Mapping[str, list[Any]]) -> None:
    for name in GROUPS:
        assert after[name] == before[name], name
        assert [said_prices(one) for one in after[name]] == [said_prices(one) for one in before[name]]


@pytest.mark.parametrize("form", EXPORT_FORMATS)
@SOME
@given(records=catalogues())
def test_made_up_records_come_back_the_same(
    form: str, records: dict[str, list[dict[str, Any]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert_comes_back(form, records, tmp_path_factory.mktemp("round"))


@pytest.mark.slow
@pytest.mark.parametrize("form", EXPORT_FORMATS)
@MANY
@given(records=catalogues())
def test_many_made_up_records_come_back_the_same(
    form: str, records: dict[str, list[dict[str, Any]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert_comes_back(form, records, tmp_path_factory.mktemp("round"))


def assert_comes_back(form: str, records: dict[str, list[dict[str, Any]]], into: Path) -> None:
    path = into / f"catalogue.{SUFFIXES.get(form, form)}"
    path.write_bytes(export_file(plain_of(records), form, "fr"))
    brought = read_brought(path, path.name)
    assert brought is not None
    assert brought.issues == []
    assert_same(validated(records), validated(brought.raw.by_group))


@SOME
@given(records=catalogues())
def test_made_up_records_are_written_as_yaml_that_reads_the_same(
    records: dict[str, list[dict[str, Any]]],
) -> None:
    plain, raw = plain_of(records).records, RawRecords()
    for stem, groups in GROUPS_BY_FILE.items():
        content = data_file(stem, plain, None, Changes()) if groups else None
        if content is None:
            continue
        tree, issues = read_yaml_bytes(content, stem)
        assert issues == ()
        assert tree is not None
        for group in groups:
            add_records(raw, group, tree, [])
    assert_same(validated(records), validated(raw.by_group))


@SOME
@given(before=catalogues(), after=catalogues())
def test_files_written_over_others_say_what_was_asked(
    before: dict[str, list[dict[str, Any]]], after: dict[str, list[dict[str, Any]]]
) -> None:
    old, new = plain_of(before).records, plain_of(after).records
    for stem, groups in GROUPS_BY_FILE.items():
        first = data_file(stem, old, None, Changes()) if groups else None
        if first is None:
            continue
        content = data_file(stem, new, first, Changes())
        assert content is not None
        tree, issues = read_yaml_bytes(content, stem)
        assert issues == ()
        raw, found = RawRecords(), []
        assert tree is not None
        for group in groups:
            add_records(raw, group, tree, found)
            again = [ALL_GROUPS[group.name].model.model_validate(one) for one in raw.by_group[group.name]]
            assert again == validated({group.name: after[group.name]})[group.name]


@pytest.mark.parametrize("form", QUICK_FORMATS)
def test_the_bundled_catalogue_comes_back_the_same(form: str, tmp_path: Path) -> None:
    catalogue = plain_catalogue(raw_catalogue(bundled_folder()))
    path = tmp_path / f"catalogue.{SUFFIXES.get(form, form)}"
    path.write_bytes(export_file(catalogue, form, "fr"))
    imported = import_catalogue(path, path.name, folder(tmp_path / "new"), bundled_folder(), DAY)
    assert imported is not None
    assert not imported.has_errors
    (tmp_path / "new").mkdir()
    for name, content in imported.files.items():
        (tmp_path / "new" / name).write_bytes(content)
    before, after = load_catalog(), load_catalog([tmp_path / "new"])
    assert before == after
    assert list(before.records()) == list(after.records())
    assert plain_catalogue(raw_catalogue(tmp_path / "new")) == catalogue


@pytest.mark.parametrize("form", QUICK_FORMATS)
def test_an_export_imported_onto_its_folder_changes_no_byte(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"catalogue.{SUFFIXES.get(form, form)}"
    path.write_bytes(export_file(plain_catalogue(raw_catalogue(bundled_folder())), form, "fr"))
    imported = import_catalogue(path, path.name, bundled_folder(), bundled_folder(), DAY)
    assert imported is not None
    assert imported.files == {}
    assert imported.changes.kept == len(list(load_catalog().records()))


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_the_same_catalogue_gives_the_same_bytes(form: str) -> None:
    catalogue = plain_catalogue(raw_catalogue(bundled_folder()))
    assert export_file(catalogue, form, "fr") == export_file(catalogue, form, "fr")


def test_csv_files_in_a_folder_come_back_the_same(tmp_path: Path) -> None:
    catalogue = plain_catalogue(raw_catalogue(bundled_folder()))
    for name, content in export_csv_files(catalogue, "fr").items():
        (tmp_path / name).write_bytes(content)
    brought = read_brought(tmp_path, "csv")
    assert brought is not None
    assert brought.issues == []
    assert plain_catalogue(brought.raw) == catalogue


def test_one_record_changed_leaves_the_text_of_the_others(tmp_path: Path) -> None:
    shutil.copytree(bundled_folder().path, tmp_path / "data", ignore=shutil.ignore_patterns("schemas"))
    catalogue = plain_catalogue(raw_catalogue(tmp_path / "data"))
    catalogue.records["trainings"][3]["hours"] = 21
    path = tmp_path / "catalogue.xlsx"
    path.write_bytes(export_file(catalogue, "xlsx", "fr"))
    imported = import_catalogue(path, path.name, folder(tmp_path / "data"), bundled_folder(), DAY)
    assert imported is not None
    assert set(imported.files) == {"trainings.yaml"}
    assert imported.changes.changed == [catalogue.records["trainings"][3]["id"]]
    before = (tmp_path / "data" / "trainings.yaml").read_text(encoding="utf-8").splitlines()
    after = imported.files["trainings.yaml"].decode().splitlines()
    comments = [line for line in before if line.lstrip().startswith("#")]
    assert [line for line in after if line.lstrip().startswith("#")] == comments
    assert len([line for line in before if line not in after]) < 6


def folder(path: Path) -> Any:
    from buyer_skills.catalog.bundled import as_folder

    return as_folder(path)


def test_what_looks_like_a_comment_inside_a_text_is_not_lost() -> None:
    before = (
        b"format_version: 1\n\nproviders:\n"
        b"  # the first one\n"
        b"  - id: a\n    title: A\n    note: |\n      Deux lignes\n      # dont celle-ci\n"
        b"  - id: b\n    title: B\n"
    )
    tree, _ = read_yaml_bytes(before, "providers")
    raw = RawRecords()
    assert tree is not None
    add_records(raw, ALL_GROUPS["providers"], tree, [])
    records = plain_catalogue(raw).records["providers"]
    assert data_file("providers", {"providers": records}, before, Changes()) == before
    content = data_file("providers", {"providers": records[:1]}, before, Changes())
    assert content is not None
    again, _ = read_yaml_bytes(content, "providers")
    assert again is not None
    assert [dict(one) for one in again["providers"]] == [
        {"id": "a", "title": "A", "note": "Deux lignes\n# dont celle-ci"}
    ]


def test_a_catalogue_with_an_overlay_goes_out_as_one(tmp_path: Path) -> None:
    (tmp_path / "providers.yaml").write_text(
        "format_version: 1\nproviders:\n  - extends: cnfpt\n    title: Autre nom\n", encoding="utf-8"
    )
    (tmp_path / "catalog.yaml").write_text("format_version: 1\noverlay: true\n", encoding="utf-8")
    catalogue = plain_catalogue(raw_catalogue(bundled_folder(), [tmp_path]))
    assert "overlay" not in catalogue.front
    found = next(one for one in catalogue.records["providers"] if one["id"] == "cnfpt")
    assert found["title"] == {"fr": "Autre nom"}
    assert not any("extends" in one for one in catalogue.records["providers"])
