"""The commands, in sections by who needs them, each loaded when it is called."""

from collections.abc import Mapping
from importlib import import_module

import click

from buyer_skills import __version__
from buyer_skills.cli.worded import WordedContext, WordedOption, in_words, words_of
from buyer_skills.messages.wording import LANGUAGES

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "everyone": ("demo", "search", "list", "show", "referentiel"),
    "hr": ("profile", "compare"),
    "buyer": ("gap", "path"),
    "training": ("missing", "bridge"),
    "catalogue": ("check", "init", "import", "review", "export", "diff", "graph"),
}
"""The sections of the help and their commands; ``profile`` is ``cmd_profile`` in ``cmd_profile.py``."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only when it is called."""

    context_class = WordedContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click has it
        """Return the names of all commands."""
        return [name for names in SECTIONS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module, or None when there is no such command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"buyer_skills.cli.cmd_{cmd_name}")
        command = getattr(module, f"cmd_{cmd_name}")
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named first in ``args``, or refuse it with the nearest name."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            # Imported for who mistypes only: the help must come at once.
            from difflib import get_close_matches

            nearest = get_close_matches(args[0], self.list_commands(ctx), 1, 0.5)
            key = "cli.unknown-command-near" if nearest else "cli.unknown-command"
            ctx.fail(words_of(ctx).text(key, found=args[0], nearest="".join(nearest)))
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help, its own help in the language of the run."""
        return in_words(super().get_help_option(ctx), ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line, what stands for a command in the language of the run."""
        pieces = click.Command.collect_usage_pieces(self, ctx)
        return [*pieces, words_of(ctx).text("cli.argument.command")]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the program is for."""
        words = words_of(ctx)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words.text("cli.about"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands section by section, without importing them."""
        words = words_of(ctx)
        for section, names in SECTIONS.items():
            with formatter.section(words.text(f"cli.section.{section}")):
                formatter.write_dl([(name, words.text(f"cli.command.{name}")) for name in names])


def _remember_language(
    context: click.Context,
    parameter: click.Parameter,  # noqa: ARG001 - as click has it
    value: str | None,
) -> str | None:
    if value:
        context.find_root().obj = value
    return value


@click.group(
    "buyer-skills",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=True,
)
@click.version_option(__version__, prog_name="buyer-skills", message="%(prog)s %(version)s", cls=WordedOption)
@click.option(
    "--lang", type=click.Choice(LANGUAGES), expose_value=False, callback=_remember_language, hidden=True
)
@click.pass_context
def buyer_skills(context: click.Context) -> None:
    """Run the command that was asked for; without one, show the help."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
