"""Scalar types and small values of records."""

import datetime as dt

import pytest
from builders import catalog, profile
from hypothesis import given
from hypothesis import strategies as st

from buyer_skills.catalog.bundled import DataFolder, as_folder, bundled_folder
from buyer_skills.catalog.codes import CODES, FAMILIES
from buyer_skills.catalog.fields import Bilingual, Doublet, JobTitle, PartialDate
from buyer_skills.catalog.providers import Source


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024-02-12", dt.date(2024, 2, 12), dt.date(2024, 2, 12)),
        ("2019/2021-03", dt.date(2019, 1, 1), dt.date(2021, 3, 31)),
    ],
)
def test_a_partial_date_knows_its_bounds(text: str, first: dt.date, last: dt.date) -> None:
    read = PartialDate.parse(text)
    assert (read.first, read.last, str(read)) == (first, last, text)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-02-30", "1789", "2021/2019", "2024/", "hier", "2024-1"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        PartialDate.parse(text)


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
)
def test_dates_are_ordered_by_their_last_day(one: dt.date, other: dt.date) -> None:
    assert (PartialDate.parse(str(one)) < PartialDate.parse(str(other))) == (one < other)


def test_a_record_is_written_back_as_it_was_read() -> None:
    source = Source.model_validate({"id": "s", "title": "T", "date": "2024/2026", "seen": 2026})
    written = source.model_dump(mode="json", exclude_unset=True)
    assert written["date"] == "2024/2026"
    assert Source.model_validate(written) == source
    assert Source.model_validate(source.model_dump()) == source


def test_a_text_has_its_languages() -> None:
    text = Bilingual.model_validate({"fr": "Achat", "en": "Buying"})
    assert (text.in_language("fr"), text.in_language("en")) == ("Achat", "Buying")
    assert Bilingual.model_validate("Achat").in_language("en") == "Achat"


def test_a_job_title_is_a_doublet() -> None:
    title = JobTitle.model_validate("Acheteuse publique / Acheteur public")
    assert (title.fr.feminine, title.fr.masculine) == ("Acheteuse publique", "Acheteur public")
    assert title.in_language("en") == "Acheteuse publique / Acheteur public"
    assert (
        JobTitle.model_validate({"feminine": "Acheteuse", "masculine": "Acheteur"}).fr.masculine == "Acheteur"
    )
    assert str(Doublet.model_validate("Responsable des achats")) == "Responsable des achats"
    assert JobTitle.model_validate({"fr": "A / B", "en": "Buyer"}).in_language("en") == "Buyer"


def test_a_profile_knows_what_it_asks() -> None:
    asked = profile({"id": "p", "requirements": {"a": 2, "b": (3, 1)}})
    assert (asked.level_of("a"), asked.level_of("b"), asked.level_of("c")) == (2, 3, None)


def test_a_catalogue_gives_its_records_group_by_group() -> None:
    groups = [group for group, _ in catalog(trainings=[{"id": "t", "outcomes": [("a", 0, 1)]}]).records()]
    assert groups == ["areas", "competencies", "trainings", "providers"]


def test_a_folder_is_shown_by_its_path_unless_it_has_a_name() -> None:
    assert as_folder("a/b").name_of("x.yaml") == "a/b/x.yaml"
    assert as_folder(DataFolder(as_folder("a").path, ".")).name_of("x.yaml") == "x.yaml"
    assert bundled_folder().name_of("x.yaml") == "data/x.yaml"
    assert (bundled_folder().path / "trainings.yaml").exists()


def test_every_code_has_its_family_and_severity() -> None:
    assert {code[0] for code in CODES} == set(FAMILIES)
    assert CODES["T214"].severity == "warning"
    assert (CODES["T103"].message_key, CODES["T103"].hint_key) == ("issues.T103", "issues.T103.hint")


@pytest.mark.parametrize("text", ["\u0662\u0660\u0662\u0666", "2026-11\n", " 2026"])
def test_a_date_is_written_in_plain_digits_and_nothing_else(text: str) -> None:
    with pytest.raises(ValueError, match=text.strip() or "."):
        PartialDate.parse(text)
