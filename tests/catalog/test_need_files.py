"""Needs files into lines that add up, or into what is wrong with them."""

from pathlib import Path

import pytest
from builders import catalog

from buyer_skills.catalog.bundled import bundled_example
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.catalog.need_files import read_needs

SMALL = catalog(
    profiles=[
        {"id": "acheteur", "requirements": {"negociation": 2}},
        {"id": "hospitalier", "employers": ["hospitalier"], "requirements": {"droit": 1}},
    ]
)
LINE = "name: Ville, employer: territorial, departement: 59, profile: acheteur, headcount: 4"


def codes(*texts: str) -> list[tuple[str, str]]:
    sources = [(text.encode(), f"{number}.yaml") for number, text in enumerate(texts)]
    needs, issues = read_needs(sources, SMALL)
    assert (needs is None) == any(issue.severity == "error" for issue in issues)
    return [(issue.code, str(issue.place)) for issue in issues]


def file(*lines: str) -> str:
    return "format_version: 1\nneeds:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def test_needs_are_read_from_yaml_and_from_json(tmp_path: Path) -> None:
    path = tmp_path / "besoins.yaml"
    path.write_text(file(f"{LINE}, levels: {{negociation: 1.5}}"), encoding="utf-8")
    from_yaml, _ = read_needs([(path, "besoins.yaml")], SMALL)
    line = (
        b'{"name": "Ville", "employer": "territorial", "departement": "59", "profile": "acheteur", '
        b'"headcount": 4, "levels": {"negociation": 1.5}}'
    )
    from_json, _ = read_needs([(b'{"needs": [' + line + b"]}", "-")], SMALL)
    assert from_yaml == from_json
    assert from_yaml is not None
    assert from_yaml[0].levels == {"negociation": 1.5}


@pytest.mark.parametrize(
    ("written", "code"),
    [("59", "59"), ('"59"', "59"), ("01", "01"), ("1", "01"), ("2a", "2A"), ("2B", "2B"), ("974", "974")],
)
def test_a_departement_is_read_as_people_write_it(written: str, code: str) -> None:
    text = file(LINE.replace("departement: 59", f"departement: {written}"))
    needs, issues = read_needs([(text.encode(), "b.yaml")], SMALL)
    assert issues == ()
    assert needs is not None
    assert needs[0].departement == code


@pytest.mark.parametrize("written", ["99", "nord", "20", '""'])
def test_another_departement_is_refused(written: str) -> None:
    text = file(LINE.replace("departement: 59", f"departement: {written}"))
    assert [code for code, _ in codes(text)] == ["E105"]


@pytest.mark.parametrize(
    "key", ["nom", "Prénom", "nom_agent", "nomAgent", "agents", "e-mail", "contact", "first_name", "lastName"]
)
def test_a_key_that_announces_a_person_is_refused(key: str) -> None:
    assert [code for code, _ in codes(file(f"{LINE}, {key}: X"))] == ["E101"]
    assert [code for code, _ in codes(f"{key}: X\n" + file(LINE))] == ["E101"]


def test_a_key_that_announces_nobody_is_only_unknown() -> None:
    assert codes(file(f"{LINE}, effectif: 4")) == [("D102", "0.yaml:3:92")]


def test_every_fault_of_a_file_is_said_with_its_place() -> None:
    text = file(
        f"{LINE.replace('acheteur', 'achteur').replace('headcount: 4', 'headcount: 0')}",
        f"{LINE}, levels: {{negociatoin: 1, negociation: 9}}",
    )
    assert codes(text) == [
        ("E102", "0.yaml:3:68"),
        ("D107", "0.yaml:3:88"),
        ("E103", "0.yaml:4:101"),
        ("E104", "0.yaml:4:130"),
    ]


def test_a_line_written_twice_is_counted_twice_and_said_be_it_in_another_file() -> None:
    assert codes(file(LINE), file(LINE.replace("Ville", "VILLE"))) == [("E201", "1.yaml:3:5")]
    needs, _ = read_needs([(file(LINE).encode(), name) for name in ("a.yaml", "b.yaml")], SMALL)
    assert needs is not None
    assert sum(line.headcount for line in needs) == 8


def test_what_changes_nothing_is_a_warning() -> None:
    job = LINE.replace("profile: acheteur", "profile: hospitalier")
    assert [code for code, _ in codes(file(f"{job}, levels: {{negociation: 1}}"))] == ["E202", "E203"]


def test_a_file_that_is_not_one_of_needs_is_refused() -> None:
    assert codes("needs: []") == [("E106", "0.yaml:1:8")]
    assert codes("needs: 4") == [("D104", "0.yaml:1:8")]
    assert codes("{}") == [("D101", "0.yaml:1:1")]
    assert codes("format_version: 2\n" + file(LINE).partition("\n")[2]) == [("D113", "0.yaml:1:17")]


def test_no_line_is_kept_when_one_file_is_wrong() -> None:
    assert codes(file(LINE), "needs: []") == [("E106", "1.yaml:1:8")]


def test_the_examples_say_that_they_are_invented_and_have_no_issue() -> None:
    folder = bundled_example("besoins")
    files = sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".json"})
    assert [path.name for path in files] == ["hopitaux-inventes.json", "territoire-invente.yaml"]
    assert all("nventé" in path.read_text(encoding="utf-8") for path in files)
    needs, issues = read_needs([(path, path.name) for path in files], load_catalog())
    assert issues == ()
    assert needs is not None
    assert sum(line.headcount for line in needs) == 48
