"""Errors raised on purpose, put into words on the standard error stream."""

import click

from buyer_skills.errors import BuyerSkillsError, DataError
from buyer_skills.messages.wording import wording
from buyer_skills.views.check_view import issue_lines


def show_error(error: BuyerSkillsError, language: str) -> None:
    """Print what happened and, when there is one, what to do about it."""
    words = wording(language)
    if isinstance(error, DataError):
        for line in issue_lines(error.issues, language):
            click.echo(line, err=True)
    click.echo(words.text("cli.error", message=words.render(error.message)), err=True)
    if words.has(error.hint.key):
        click.echo(words.render(error.hint), err=True)
