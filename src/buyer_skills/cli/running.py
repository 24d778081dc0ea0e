"""One run of the command line, from arguments to exit code. The one place errors are caught."""

import os
from collections.abc import Sequence

import click

from buyer_skills.cli.language import language_of, speak
from buyer_skills.cli.refusals import DISK_FULL, reason_of
from buyer_skills.errors import BuyerSkillsError
from buyer_skills.messages.wording import wording

INTERRUPTED = 130
"""Exit code of a run stopped by the keyboard, as shells have it."""


def run(arguments: Sequence[str]) -> int:
    """Run ``buyer-skills`` with ``arguments`` and return its exit code.

    Anything that is not raised on purpose is a bug, and keeps its traceback.
    """
    language = language_of(arguments, os.environ)
    speak(language)
    # Imported once the language is set: click words some of its help when a command is defined.
    from buyer_skills.cli.group import buyer_skills

    try:
        result = buyer_skills.main(
            list(arguments), prog_name="buyer-skills", standalone_mode=False, obj=language
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo(wording(language).text("cli.interrupted"), err=True)
        return INTERRUPTED
    except BuyerSkillsError as error:
        return _shown(error, language)
    except SystemExit:
        # The reader of our output (`| head`) has left: click silences what is left to say, then exits so.
        return 0
    except OSError as error:
        if error.filename is not None or error.errno not in DISK_FULL:
            raise
        # No file is named: what could not be written is the standard output.
        path = wording(language).text("cli.standard-output")
        return _shown(BuyerSkillsError("cannot-write", path=path, reason=reason_of(error)), language)
    return result if isinstance(result, int) else 0


def _shown(error: BuyerSkillsError, language: str) -> int:
    """Print an error and return its exit code."""
    # Its printer needs what only a command that ran has already loaded.
    from buyer_skills.cli.showing_errors import show_error

    show_error(error, language)
    return error.exit_code
