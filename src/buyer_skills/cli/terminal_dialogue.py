"""A dialogue in the terminal."""

from collections.abc import Sequence

import click

from buyer_skills.cli.delivering import show_in_terminal
from buyer_skills.messages import Message
from buyer_skills.messages.wording import wording
from buyer_skills.views.report_view import ReportView
from buyer_skills.workflows.dialogue import EndOfDialogueError


class TerminalDialogue:
    """Shows on the standard output, asks on the standard input."""

    def __init__(self, language: str) -> None:
        """Take the language of who answers."""
        self._words = wording(language)

    def show(self, view: ReportView) -> None:
        """Show a report."""
        show_in_terminal(view)

    def say(self, message: Message) -> None:
        """Show a sentence."""
        click.echo(self._words.text(message.key, **message.parameters))

    def choose(self, question: Message, choices: Sequence[tuple[str, Message]]) -> str:
        """Ask for one of ``choices`` until one is typed; return its letter."""
        offered = ", ".join(
            f"[{letter}] {self._words.text(message.key, **message.parameters)}" for letter, message in choices
        )
        letters = {letter for letter, _ in choices}
        while True:
            typed = self._typed(f"{self._words.text(question.key, **question.parameters)} {offered}")
            if typed[:1].lower() in letters:
                return typed[:1].lower()

    def ask(self, question: Message, default: str = "") -> str:
        """Ask for a line; return ``default`` when nothing is typed."""
        return self._typed(self._words.text(question.key, **question.parameters)) or default

    def _typed(self, question: str) -> str:
        try:
            typed: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ")
        except click.Abort as error:
            raise EndOfDialogueError from error
        return typed.strip()
