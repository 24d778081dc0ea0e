"""What waits in a folder: decided in a talk, or by a file; written at once, and logged."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from builders import DAY

from buyer_skills.catalog.bundled import as_folder
from buyer_skills.catalog.loading import read_catalog
from buyer_skills.errors import BuyerSkillsError
from buyer_skills.issues import Issue
from buyer_skills.messages import Message
from buyer_skills.messages.wording import wording
from buyer_skills.sources.strict_yaml import read_yaml_bytes
from buyer_skills.views.report_view import ReportView
from buyer_skills.workflows.dialogue import EndOfDialogueError
from buyer_skills.workflows.review_talk import Decided, talk_over
from buyer_skills.workflows.reviewing import Review

NEW = """  - id: negocier-chez-acme
    title: Négocier un marché public
    provider: acme
    kind: course
    status: proposed
    evidence: indicative
    noted: 2026-11
    aims: Préparer et mener une négociation.
    origin: {registry: essai, key: k1, read: 2026-11}
    sources: [essai]
"""
OTHER = NEW.replace("negocier-chez-acme", "autre-chez-acme").replace("key: k1", "key: k2")
CHANGE = """  - extends: initiation
    status: proposed
    hours: 21
    origin: {registry: essai, key: k3, read: 2026-11}
"""
REST = {
    "catalog.yaml": "format_version: 1\noverlay: true\n",
    "providers.yaml": """format_version: 1
providers:
  - {id: acme, title: ACME, status: proposed, sources: [essai]}
""",
    "sources.yaml": """format_version: 1
sources:
  - {id: essai, title: Essai, publisher: Nous, seen: 2026-11}
""",
}
SOUND = Path(__file__).parent.parent / "broken" / "sound"
HEAD = "format_version: 1\n# À relire avec le service.\ntrainings:\n"


class Scripted:
    """Answers in order, then is gone; keeps what it was shown and told."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.shown: list[str] = []
        self.said: list[str] = []

    def show(self, view: ReportView) -> None:
        self.shown.append(view.title)

    def say(self, message: Message) -> None:
        self.said.append(wording("fr").text(message.key, **message.parameters))

    def choose(self, question: Message, choices: Sequence[tuple[str, Message]]) -> str:
        letters = [letter for letter, _ in choices]
        answer = self.ask(question)
        assert answer in letters
        return answer

    def ask(self, question: Message, default: str = "") -> str:  # noqa: ARG002 - as the protocol has it
        if not self.answers:
            raise EndOfDialogueError
        return self.answers.pop(0) or default


Sit = Callable[..., tuple[Decided, list[Issue]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "propositions"
    path.mkdir()
    for name, text in REST.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def sit(folder: Path) -> Sit:
    def with_answers(dialogue: Scripted, *records: str) -> tuple[Decided, list[Issue]]:
        if records:
            (folder / "trainings.yaml").write_text(HEAD + "".join(records), encoding="utf-8")
        issues: list[Issue] = []

        def write(files: Mapping[str, bytes]) -> None:
            for name, content in files.items():
                (folder / name).write_bytes(content)

        review = Review(as_folder(folder), as_folder(SOUND), DAY)
        return talk_over(review, dialogue, "fr", write, issues.extend), issues

    return with_answers


def records(folder: Path, stem: str) -> list[Any]:
    tree, _ = read_yaml_bytes((folder / f"{stem}.yaml").read_bytes(), stem)
    assert tree is not None
    found: list[Any] = tree[stem]
    return [dict(one) for one in found]


def test_what_is_accepted_is_used_with_its_body_and_logged(sit: Sit, folder: Path) -> None:
    decided, issues = sit(Scripted("a", "achat-durable:0-1", "Programme lu avec le service"), NEW)
    assert (decided.taken, issues) == (["negocier-chez-acme"], [])
    catalog = read_catalog([as_folder(SOUND)], [folder], day=DAY).catalog
    training = catalog.trainings["negocier-chez-acme"]
    assert (training.status, training.basis) == ("current", "programme")
    assert [(one.competency, one.from_level, one.to_level) for one in training.taught] == [
        ("achat-durable", 0, 1)
    ]
    assert "acme" in catalog.providers
    (decision,) = catalog.decisions.values()
    assert (decision.subject, decision.decided, decision.reason) == (
        "negocier-chez-acme",
        "accepted",
        "Programme lu avec le service",
    )
    assert decision.origin is not None
    assert decision.origin.key == "k1"
    assert "# À relire avec le service." in (folder / "trainings.yaml").read_text(encoding="utf-8")


def test_what_is_rejected_goes_with_its_body_and_its_reason_stays(sit: Sit, folder: Path) -> None:
    decided, _ = sit(Scripted("r", "", "Achats privés"), NEW)
    assert decided.rejected == ["negocier-chez-acme"]
    assert records(folder, "trainings") == []
    assert records(folder, "providers") == []
    (decision,) = records(folder, "decisions")
    assert (decision["decided"], decision["reason"]) == ("rejected", "Achats privés")
    assert decision["origin"]["key"] == "k1"


def test_a_body_stays_while_another_of_its_trainings_waits(sit: Sit, folder: Path) -> None:
    sit(Scripted("r", "Achats privés"), NEW, OTHER)
    assert [one["id"] for one in records(folder, "providers")] == ["acme"]
    assert records(folder, "providers")[0]["status"] == "proposed"


def test_one_may_stop_and_come_back(sit: Sit, folder: Path) -> None:
    first = Scripted("a", "0", "", "q")
    decided, _ = sit(first, NEW, OTHER)
    assert (decided.taken, first.shown) == (
        ["negocier-chez-acme"],
        ["1 sur 2 : Négocier un marché public", "2 sur 2 : Négocier un marché public"],
    )
    again = Scripted("p")
    decided, _ = sit(again)
    assert (decided.later, again.shown) == (["autre-chez-acme"], ["1 sur 1 : Négocier un marché public"])


def test_what_was_decided_stands_when_the_answers_end(sit: Sit, folder: Path) -> None:
    decided, _ = sit(Scripted("a", "0", "", "r"), NEW, OTHER)
    assert (decided.taken, decided.rejected) == (["negocier-chez-acme"], [])
    assert [one.get("status") for one in records(folder, "trainings")] == [None, "proposed"]


def test_a_change_that_is_accepted_changes_what_is_known(sit: Sit, folder: Path) -> None:
    sit(Scripted("a", ""), CHANGE)
    catalog = read_catalog([as_folder(SOUND)], [folder], day=DAY).catalog
    assert catalog.trainings["initiation"].hours == 21
    (decision,) = catalog.decisions.values()
    assert (decision.decided, decision.keys) == ("accepted", ("hours",))


def test_two_changes_of_one_record_become_one(sit: Sit, folder: Path) -> None:
    standing = CHANGE.replace("    status: proposed\n", "").replace("hours: 21", "days: 2")
    sit(Scripted("a", ""), standing, CHANGE)
    (change,) = records(folder, "trainings")
    assert (change["days"], change["hours"], "status" in change) == (2, 21, False)


def test_keys_are_written_otherwise_before_it_is_accepted(sit: Sit, folder: Path) -> None:
    answers = (
        "m",
        "titre = x",
        "hours = beaucoup",
        "title = Négocier",
        "hours = 14",
        "region = bretagne",
        "",
        "0",
        "",
    )
    dialogue = Scripted(*answers)
    sit(dialogue, NEW)
    said, value = dialogue.said
    assert value.startswith("« beaucoup » n'est pas une valeur de « hours ».")
    assert said.startswith(
        "« titre » n'est pas une clé qui s'écrit en une ligne (vouliez-vous dire « title » ?)"
    )
    (record,) = records(folder, "trainings")
    assert (record["title"], record["hours"], record["region"]) == ("Négocier", 14, "bretagne")
    (decision,) = records(folder, "decisions")
    assert (decision["decided"], decision["keys"]) == ("edited", ["hours", "outcomes", "region", "title"])


def test_an_answer_that_would_break_the_folder_is_said_and_asked_again(sit: Sit, folder: Path) -> None:
    dialogue = Scripted("m", "provider = personne", "", "0", "", "q")
    decided, issues = sit(dialogue, NEW)
    assert [one.code for one in issues] == ["T108"]
    assert decided.taken == []
    assert records(folder, "trainings")[0]["status"] == "proposed"


def test_nothing_is_written_over_what_someone_else_wrote_meanwhile(sit: Sit, folder: Path) -> None:
    class Meddled(Scripted):
        def show(self, view: ReportView) -> None:
            super().show(view)
            path = folder / "trainings.yaml"
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("public", "public, corrigé à la main"), encoding="utf-8")

    with pytest.raises(BuyerSkillsError) as stopped:
        sit(Meddled("r", "Achats privés"), NEW)
    assert (stopped.value.slug, stopped.value.message.parameters["files"]) == (
        "folder-changed",
        ("trainings.yaml",),
    )
    assert "corrigé à la main" in (folder / "trainings.yaml").read_text(encoding="utf-8")


def test_enter_takes_the_first_suggestion_and_never_means_none(sit: Sit, folder: Path) -> None:
    known = NEW.replace("Négocier un marché public", "Initiation à l'achat durable, suite")
    sit(Scripted("a", "", ""), known)
    (record,) = records(folder, "trainings")
    assert [dict(one) for one in record["outcomes"]] == [{"competency": "achat-durable", "from": 0, "to": 1}]
    foreign = Scripted("a", "", "0", "")
    sit(
        foreign,
        NEW.replace("Négocier un marché public", "Coiffure").replace(
            "aims: Préparer et mener une négociation.\n", "hours: 7\n"
        ),
    )
    assert foreign.said == ["Dites laquelle, ou 0 si elle n'enseigne rien de ce qui est demandé ici."]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("9", "« 9 » : il y a"),
        ("achat-durabl:0-1", "Compétence inconnue « achat-durabl » (vouliez-vous dire « achat-durable » ?)."),
        ("achat-durable:2-1", "« achat-durable:2-1 » n'est pas compris"),
        ("n'importe quoi", "« n'importe quoi » n'est pas compris"),
    ],
)
def test_outcomes_that_are_not_understood_are_asked_again(sit: Sit, answer: str, said: str) -> None:
    dialogue = Scripted("a", answer, "achat-durable:0-1", "")
    decided, _ = sit(dialogue, NEW)
    assert dialogue.said[0].startswith(said)
    assert decided.taken == ["negocier-chez-acme"]
