"""One run of the command line, from arguments to exit code. The one place errors are caught."""

import os
from collections.abc import Sequence

import click

from buyer_skills.cli.language import language_of, speak
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
        # Its printer needs what only a command that ran has already loaded.
        from buyer_skills.cli.showing_errors import show_error

        show_error(error, language)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output (`| head`) has left: nothing more to say, and no traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    return result if isinstance(result, int) else 0
