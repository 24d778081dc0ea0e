"""What a command that asks needs of whoever answers: a terminal, or a test."""

from collections.abc import Sequence
from typing import Protocol

from buyer_skills.messages import Message
from buyer_skills.views.report_view import ReportView


class Dialogue(Protocol):
    """Someone who reads and answers."""

    def show(self, view: ReportView) -> None:
        """Show a report."""

    def say(self, message: Message) -> None:
        """Show a sentence."""

    def choose(self, question: Message, choices: Sequence[tuple[str, Message]]) -> str:
        """Ask for one of ``choices``, each a letter and what it does; return the letter."""

    def ask(self, question: Message, default: str = "") -> str:
        """Ask for a line; return ``default`` when nothing is typed."""


class EndOfDialogueError(Exception):
    """Whoever answered is gone: what was decided so far stands."""
