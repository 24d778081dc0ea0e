"""Folders into a catalogue: what is read, what is left aside, what is refused."""

import gc
import json
from pathlib import Path

import pytest
from builders import DAY
from catalog.folders import SMALLEST, write_folder
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.catalog.bundled import DataFolder, bundled_folder
from buyer_skills.catalog.buyer_files import read_buyer
from buyer_skills.catalog.loading import LoadedCatalog, load_catalog, read_catalog
from buyer_skills.catalog.trainings import Training
from buyer_skills.errors import DataError


def codes(loaded: LoadedCatalog, severity: str = "error") -> list[str]:
    return [issue.code for issue in loaded.issues if issue.severity == severity]


def read(folder: Path, **changed: str) -> LoadedCatalog:
    files = {**SMALLEST, **{f"{stem}.yaml": text for stem, text in changed.items()}}
    return read_catalog([write_folder(folder, files)], day=DAY)


def test_the_smallest_records_load_without_an_error(tmp_path: Path) -> None:
    loaded = read(tmp_path)
    assert not loaded.has_errors
    catalog = load_catalog([tmp_path], day=DAY)
    assert catalog.trainings["negocier-un-marche"].outcomes[0].to_level == 2
    assert str(catalog.profiles["acheteur-public"].title.fr) == "Acheteuse publique / Acheteur public"
    buyer, issues = read_buyer(b"{id: b1, levels: {negociation: 1}, completed: []}", "b1.yaml", catalog)
    assert issues == ()
    assert buyer is not None
    assert buyer.level_of("negociation") == 1


def test_the_bundled_catalogue_has_neither_error_nor_warning() -> None:
    loaded = read_catalog([bundled_folder()], day=DAY)
    serious = [f"{issue.place}: {issue.code}" for issue in loaded.issues if issue.severity != "note"]
    assert serious == []
    assert all(issue.place.file.startswith("data/") for issue in loaded.issues)
    assert load_catalog() == loaded.catalog


def test_errors_stop_the_work_and_are_all_there(tmp_path: Path) -> None:
    broken = SMALLEST["trainings.yaml"].replace("to: 2", "to: 9").replace("cnfpt", "cnftp")
    with pytest.raises(DataError) as caught:
        load_catalog([write_folder(tmp_path, {**SMALLEST, "trainings.yaml": broken})])
    assert [issue.code for issue in caught.value.issues] == ["T102"]
    assert caught.value.message.parameters == {"count": 1}


def test_files_that_are_not_there_are_not_missed(tmp_path: Path) -> None:
    loaded = read_catalog([write_folder(tmp_path, {"sources.yaml": "format_version: 1\n"})], day=DAY)
    assert loaded.issues == ()
    assert not loaded.catalog.trainings


def test_a_file_that_cannot_be_read_does_not_make_everything_unknown(tmp_path: Path) -> None:
    assert codes(read(tmp_path, competencies="format_version: 1\ncompetencies: [")) == ["F122"]
    assert codes(read(tmp_path, competencies="format_version: 1\ncompetencies: {}\n")) == ["D104"]


def test_a_record_with_a_fault_is_not_unknown_to_the_others(tmp_path: Path) -> None:
    broken = SMALLEST["competencies.yaml"].replace("savoir-faire", "savoir-fairre")
    loaded = read(tmp_path, competencies=broken)
    assert codes(loaded) == ["D106"]
    assert "O201" not in codes(loaded, "warning")


def test_what_is_not_a_record_is_refused_in_its_place(tmp_path: Path) -> None:
    loaded = read(
        tmp_path, providers="format_version: 1\nproviders:\n  - {id: cnfpt, title: CNFPT}\n  - CNFPT\n"
    )
    assert codes(loaded) == ["D104"]
    assert str(loaded.issues[-1].place).endswith("providers.yaml:4:5") or loaded.has_errors


def test_proposed_records_are_checked_and_left_aside(tmp_path: Path) -> None:
    record = "{id: t, title: T, provider: nobody, kind: course, status: proposed}"
    loaded = read(tmp_path, trainings=f"format_version: 1\ntrainings:\n  - {record}\n")
    assert codes(loaded) == ["T108"]
    assert not loaded.catalog.trainings


def test_an_accepted_warning_is_a_note_with_its_reason(tmp_path: Path) -> None:
    text = SMALLEST["trainings.yaml"] + "    accepted: [{code: T204, reason: Date perdue}]\n"
    loaded = read(tmp_path, trainings=text)
    [note] = [issue for issue in loaded.issues if issue.code == "T204"]
    assert note.severity == "note"
    assert note.message.key == "issues.accepted"
    assert note.message.parameters["reason"] == "Date perdue"


def test_an_error_cannot_be_accepted(tmp_path: Path) -> None:
    text = SMALLEST["trainings.yaml"].replace("cnfpt", "x") + "    accepted: [{code: T108, reason: Non}]\n"
    loaded = read(tmp_path, trainings=text)
    assert codes(loaded) == ["T108"]
    assert "G301" in codes(loaded, "note")


def test_without_a_day_nothing_is_said_of_what_depends_on_it(tmp_path: Path) -> None:
    text = SMALLEST["trainings.yaml"] + "    ended: 2020\n    accepted: [{code: T201, reason: Reconduite}]\n"
    folder = write_folder(tmp_path, {**SMALLEST, "trainings.yaml": text})
    assert "G301" not in codes(read_catalog([folder]), "note")
    assert "T201" in codes(read_catalog([folder], day=DAY), "note")


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    write_folder(tmp_path, SMALLEST)
    monkeypatch.setattr(Path, "iterdir", refused)
    assert codes(read_catalog([tmp_path], day=DAY)) == ["F103"]


def test_the_collector_is_left_as_it_was(tmp_path: Path) -> None:
    write_folder(tmp_path, SMALLEST)
    gc.disable()
    try:
        read_catalog([tmp_path])
        assert not gc.isenabled()
    finally:
        gc.enable()
    read_catalog([tmp_path])
    assert gc.isenabled()


def test_two_folders_stand_side_by_side(tmp_path: Path) -> None:
    first = write_folder(
        tmp_path / "a", {name: SMALLEST[name] for name in ("competencies.yaml", "providers.yaml")}
    )
    second = write_folder(tmp_path / "b", {"trainings.yaml": SMALLEST["trainings.yaml"]})
    loaded = read_catalog([first, DataFolder(second, ".")], day=DAY)
    assert not loaded.has_errors
    assert str(loaded.places.of("trainings", "negocier-un-marche", "title")) == "trainings.yaml:5:12"
    assert loaded.places.has("trainings", "negocier-un-marche")
    assert codes(read_catalog([first, first], day=DAY)) == ["G101", "G101", "G101"]


def test_every_fault_is_said_in_one_run_and_in_order(tmp_path: Path) -> None:
    text = (
        SMALLEST["trainings.yaml"]
        .replace("hours: 14", "hour: 14")
        .replace("to: 2", "to: 0")
        .replace("verified", "sure")
    )
    loaded = read(tmp_path, trainings=text, providers="a: [")
    found = [
        (issue.place.file.rsplit("/", 1)[1], issue.code)
        for issue in loaded.issues
        if issue.severity == "error"
    ]
    assert found == [
        ("providers.yaml", "F122"),
        ("trainings.yaml", "D102"),
        ("trainings.yaml", "T101"),
        ("trainings.yaml", "D106"),
    ]


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u2066"])
def test_a_sign_that_turns_or_hides_text_is_refused(tmp_path: Path, sign: str) -> None:
    text = SMALLEST["trainings.yaml"].replace("Négocier", f"Négo{sign}cier")
    assert [one.code for one in read(tmp_path, trainings=text).issues if one.severity == "error"] == ["F108"]


def test_a_title_of_spaces_is_empty(tmp_path: Path) -> None:
    text = SMALLEST["trainings.yaml"].replace("title: Négocier un marché", 'title: "   "')
    (error,) = (one for one in read(tmp_path, trainings=text).issues if one.severity == "error")
    assert (error.code, error.place.line) == ("D109", 5)


def test_a_misspelt_key_hides_nothing_else_of_its_record(tmp_path: Path) -> None:
    text = (
        SMALLEST["trainings.yaml"]
        .replace("hours: 14", "hours: deux")
        .replace("provider: cnfpt", "provider: cnftp\n    titel: x")
        .replace("competency: negociation, from", "competency: negotiation, from")
    )
    loaded = read(tmp_path, trainings=text)
    errors = [issue.code for issue in loaded.issues if issue.severity == "error"]
    assert sorted(errors) == ["D102", "D104", "T103", "T108"]
    assert loaded.catalog.trainings == {}


_WORDS = st.from_regex(r"[a-z]{1,6}", fullmatch=True)


def _texts(longest: int, alphabet: str) -> st.SearchStrategy[str]:
    """Texts without spaces around them: those are not kept."""
    return st.text(max_size=longest, alphabet=alphabet).map(str.strip).filter(bool)


_TRAININGS = st.fixed_dictionaries(
    {
        "id": _WORDS,
        "title": _texts(12, "aé:'\"#-{}[] 1no,"),
        "provider": _WORDS,
    },
    optional={
        "hours": st.floats(0.5, 300, width=16),
        "price_eur": st.integers(0, 5000),
        "outcomes": st.lists(
            st.fixed_dictionaries({"competency": _WORDS, "from": st.integers(0, 2), "to": st.integers(3, 4)}),
            max_size=2,
        ),
        "noted": st.dates().map(str) | st.integers(1990, 2050),
        "note": st.fixed_dictionaries({"fr": _texts(9, "yn 0:é")}),
    },
)


@given(st.lists(_TRAININGS, max_size=4, unique_by=lambda record: record["id"]))
def test_what_is_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, object]]
) -> None:
    for record in records:
        record["kind"] = "course"
    folder = tmp_path_factory.mktemp("data")
    text = json.dumps({"format_version": 1, "trainings": records}, ensure_ascii=False)
    write_folder(folder, {"trainings.yaml": text})
    loaded = read_catalog([folder])
    shapes = [issue for issue in loaded.issues if issue.code[0] in "FD"]
    assert shapes == []
    expected = {str(record["id"]): Training.model_validate(record) for record in records}
    assert dict(loaded.catalog.trainings) == dict(sorted(expected.items()))
