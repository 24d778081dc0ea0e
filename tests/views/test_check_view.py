"""The problems of a catalogue in words: lines, records and a report."""

from buyer_skills.issues import Issue, Place, issue, nearest
from buyer_skills.views.check_view import check_records, check_report, check_summary, issue_lines
from buyer_skills.views.report_view import Paragraph, Table

ERROR = issue("B101", Place("b.yaml", 3, 5), found="drot", nearest=nearest("drot", ["droit"]))
WARNING = issue("B201", Place("a.yaml", 9, 1), found="negocier")
NOTE = issue("T301", Place("a.yaml", 10, 1))


def test_a_line_says_place_severity_code_what_is_wrong_and_how_to_mend_it() -> None:
    (line,) = issue_lines([ERROR], "fr")
    assert line == (
        "b.yaml:3:5: erreur B101 : compétence inconnue « drot » (vouliez-vous dire « droit » ?). "
        "`buyer-skills list competencies` donne les identifiants."
    )
    assert issue_lines([ERROR], "en")[0].startswith("b.yaml:3:5: error B101: ")


def test_lines_come_by_file_then_line_then_column() -> None:
    places = [line.partition(": ")[0] for line in issue_lines([NOTE, ERROR, WARNING], "fr")]
    assert places == ["a.yaml:9:1", "a.yaml:10:1", "b.yaml:3:5"]


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert issue_lines([issue("F101", Place("absent.yaml"))], "fr")[0].startswith(
        "absent.yaml: erreur F101 : "
    )


def test_errors_are_shown_before_what_is_less_serious_is_left_out() -> None:
    notes = [issue("T301", Place("a.yaml", line, 1)) for line in range(1, 8)]
    lines = issue_lines([*notes, WARNING, ERROR], "fr", at_most=3)
    assert [line.partition(": ")[0] for line in lines[:3]] == ["a.yaml:1:1", "a.yaml:9:1", "b.yaml:3:5"]
    assert lines[3:] == ["... et 6 autres, à lire avec --format json"]
    assert issue_lines([ERROR, WARNING], "fr", at_most=1)[1] == "... et 1 autre, à lire avec --format json"


def test_the_summary_counts_by_severity_and_leaves_out_what_there_is_none_of() -> None:
    assert check_summary([ERROR, NOTE, NOTE], "fr") == "Trouvé : 1 erreur, 2 notes."
    assert check_summary([], "fr") == "Aucun problème trouvé."


def test_records_hold_every_problem_in_order_and_in_words() -> None:
    report = check_records([NOTE, ERROR, WARNING], "fr")
    assert [(one.code, one.severity, one.line) for one in report.issues] == [
        ("B201", "warning", 9),
        ("T301", "note", 10),
        ("B101", "error", 3),
    ]
    bare = Issue("F101", "error", Place("x"), ERROR.message)
    assert check_records([bare], "en").issues[0].hint is None
    assert issue_lines([bare], "fr") == [
        "x: erreur F101 : compétence inconnue « drot » (vouliez-vous dire « droit » ?)"
    ]


def test_a_report_has_a_table_a_file() -> None:
    report = check_report([NOTE, ERROR, WARNING], "fr", "mon-dossier")
    assert (report.title, report.subtitle) == ("Vérification du catalogue", "mon-dossier")
    assert [section.title for section in report.sections] == ["a.yaml", "b.yaml"]
    table = report.sections[0].blocks[0]
    assert isinstance(table, Table)
    assert [(row[0].text, row[1].text, row[1].detail) for row in table.rows] == [
        ("9:1", "B201", "avertissement"),
        ("10:1", "T301", "note"),
    ]


def test_a_report_of_nothing_says_so() -> None:
    report = check_report([], "fr", "mon-dossier")
    assert report.sections[0].blocks == (Paragraph("Aucun problème trouvé.", "good"),)
