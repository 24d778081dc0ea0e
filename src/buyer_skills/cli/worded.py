"""Commands and options whose help is a key of the wordings, put into words when it is shown."""

import gettext
from collections.abc import Callable, Iterable
from typing import Any

import click

from buyer_skills.messages.spacing import NO_BREAK, french_spaces
from buyer_skills.messages.wording import Wording, wording


def words_of(context: click.Context) -> Wording:
    """Return the wording of the language this run speaks."""
    language = context.find_root().obj
    return wording(language if isinstance(language, str) else "fr")


class WordedFormatter(click.HelpFormatter):
    """Help laid out as the language has it: French sets a space before the colon, never at a line's end."""

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(french_spaces(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names and what is said of each."""
        super().write_dl([(name, french_spaces(text)) for name, text in rows], col_max, col_spacing)

    def getvalue(self) -> str:
        """Return all that was written, with plain spaces: they have served once lines are cut."""
        return super().getvalue().replace(NO_BREAK, " ")

    def write_heading(self, heading: str) -> None:
        """Write a heading, its colon included."""
        self.write(f"{'':>{self.current_indent}}{heading}{click_colon()}\n")


class WordedContext(click.Context):
    """A context whose help is laid out by :class:`WordedFormatter`."""

    formatter_class = WordedFormatter


def click_colon() -> str:
    """Return what ends a heading, as click's own « Usage: » ends in the language of the run."""
    return gettext.gettext("Usage:").removeprefix("Usage")


class WordedOption(click.Option):
    """An option whose help is the wording ``cli.option.<name>``, its value named in the same language."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value in the help."""
        return placeholder(super().make_metavar(ctx) if self.metavar else self._kind_of_value(ctx), ctx)

    def _kind_of_value(self, context: click.Context) -> str:
        return self.type.get_metavar(self, context) or self.type.name

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the declaration of the option and its help, in the language of the run."""
        self.help = words_of(ctx).text(f"cli.option.{(self.name or '').replace('_', '-')}")
        return super().get_help_record(ctx)


class WordedArgument(click.Argument):
    """An argument named in the language of the run; ``[...]`` round its name says it may be left out."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the argument in the help and in errors."""
        return placeholder(super().make_metavar(ctx), ctx)


def placeholder(name: str, context: click.Context) -> str:
    """Return what stands for a value: the wording ``cli.argument.<name>``, or ``name`` when there is none."""
    bare = name.removeprefix("[").removesuffix("]")
    words, key = words_of(context), f"cli.argument.{bare.lower().replace('|', '-or-')}"
    return name.replace(bare, words.text(key)) if words.has(key) else name


class WordedCommand(click.Command):
    """A command whose help is ``cli.command.<name>`` (one line) and ``cli.command.<name>.detail``."""

    context_class = WordedContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help, its own help in the language of the run."""
        return in_words(super().get_help_option(ctx), ctx)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - as click has it
        """Return nothing: the group shows the wording itself."""
        return ""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, then how to use it."""
        words = words_of(ctx)
        name = self.name or ""
        paragraphs = [words.text(f"cli.command.{name}")]
        if words.has(f"cli.command.{name}.detail"):
            paragraphs.append(words.text(f"cli.command.{name}.detail"))
        for paragraph in paragraphs:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(paragraph)


def worded_command(name: str) -> Callable[[Callable[..., Any]], WordedCommand]:
    """Return a decorator that makes a function the command ``name``."""
    return click.command(name, cls=WordedCommand, context_settings={"help_option_names": ["-h", "--help"]})


def worded_argument(name: str, **attributes: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that adds an argument named in the language of the run."""
    return click.argument(name, cls=WordedArgument, **attributes)


def in_words(option: click.Option | None, context: click.Context) -> click.Option | None:
    """Return the option of click that shows the help, once its help is in the language of the run."""
    if option is not None:
        option.help = words_of(context).text("cli.option.help")
    return option


def worded_option(
    *declarations: str, **attributes: Any
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that adds an option whose help is found by its name."""
    return click.option(*declarations, cls=WordedOption, **attributes)
