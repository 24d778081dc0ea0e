"""`import --source`: the offers of an outside file into a folder of proposals."""

from dataclasses import replace
from pathlib import Path

import click

from buyer_skills.catalog.bundled import as_folder
from buyer_skills.catalog.intake.mapping_files import read_mapping
from buyer_skills.catalog.intake.mapping_guesses import guess_mapping
from buyer_skills.catalog.intake.mapping_text import mapping_text
from buyer_skills.catalog.intake.offers import OfferFile
from buyer_skills.catalog.intake.table_reading import read_table
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.cli.delivering import show_in_terminal, write_and_say
from buyer_skills.cli.naming import naming
from buyer_skills.cli.options import Settings
from buyer_skills.cli.writing import OutputFile, require_yaml_name, write_files
from buyer_skills.errors import DataError, UsageError
from buyer_skills.messages.wording import wording
from buyer_skills.views.check_view import issue_lines
from buyer_skills.views.mapping_view import mapping_report
from buyer_skills.workflows.intake import BroughtOffers, bring_offers
from buyer_skills.workflows.offer_files import read_offers


def bring(settings: Settings, file: Path, source: str, mapping: Path | None) -> None:
    """Read a file of offers and propose them in the folder of ``-o``.

    Args:
        settings: what the shared options say.
        file: the file.
        source: what it is, one of ``SOURCES``.
        mapping: for a table, what its columns are; guessed and written there when it does not exist.

    Raises:
        UsageError: the options do not go together.
        DataError: the file, or the folder, has errors; nothing is written.
    """
    if (source == "table") is not (mapping is not None):
        raise UsageError("import-map")
    if mapping is not None and not mapping.exists():
        require_yaml_name("--map", mapping)
        _guess(settings, file, mapping)
        return
    folder = Path(settings.output or "")
    offers = _offers(settings, file, source, mapping)
    brought = bring_offers(offers, as_folder(folder), settings.folder, settings.report_day, settings.overlays)
    if brought.has_errors:
        raise DataError(brought.issues)
    for line in issue_lines(list(brought.issues), settings.language):
        click.echo(line, err=True)
    # Proposals are added to the folder: what stands in it stays, and so no --force is asked for.
    write_files(
        [OutputFile(folder / name, content) for name, content in brought.files.items()], overwrite=True
    )
    _say(settings, brought, folder)


def _offers(settings: Settings, file: Path, source: str, mapping: Path | None) -> OfferFile:
    catalog = load_catalog((settings.folder,), settings.overlays, day=settings.report_day)
    name = file.as_posix()
    if mapping is None:
        return read_offers(source, file, name, catalog, settings.report_day)
    known, issues = read_mapping(mapping, mapping.as_posix(), (file, name), catalog)
    if known is None:
        raise DataError(issues)
    offers = read_table(file, name, known, settings.report_day.isoformat())
    return replace(offers, issues=(*issues, *offers.issues))


def _guess(settings: Settings, file: Path, mapping: Path) -> None:
    """Guess what the columns of a table are, write it to be corrected, and show it; nothing is imported."""
    catalog = load_catalog((settings.folder,), settings.overlays, day=settings.report_day)
    guessed, columns, issues = guess_mapping(file, file.as_posix(), catalog)
    if guessed is None:
        raise DataError(issues)
    for line in issue_lines(list(issues), settings.language):
        click.echo(line, err=True)
    write_and_say(settings, [OutputFile(mapping, mapping_text(guessed, columns, settings.language))])
    show_in_terminal(mapping_report(columns, str(mapping), settings.language))


def _say(settings: Settings, brought: BroughtOffers, folder: Path) -> None:
    words = wording(settings.language)
    click.echo(words.text("intake.read", count=brought.file.read, kept=len(brought.file.offers)))
    for rule, count in sorted(brought.file.kept_by.items()):
        click.echo(words.text("intake.kept-by", rule=rule, count=count))
    for name, found in (
        ("new", brought.new),
        ("changed", brought.changed),
        ("renewed", brought.renewed),
        ("gone", brought.gone),
    ):
        if found:
            click.echo(naming(words, f"intake.{name}", found))
    if brought.unchanged:
        click.echo(words.text("intake.unchanged", count=len(brought.unchanged)))
    if brought.refused:
        click.echo(words.text("intake.refused", count=brought.refused))
    if brought.files:
        click.echo(words.text("intake.next", folder=str(folder)))
    else:
        click.echo(words.text("intake.nothing"))
