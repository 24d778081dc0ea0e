"""`review`: what waits in a folder of proposals, decided in the terminal or by a file."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from buyer_skills.catalog.bundled import as_folder
from buyer_skills.catalog.review_files import read_decisions
from buyer_skills.cli.delivering import deliver, write_and_say
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.terminal_dialogue import TerminalDialogue
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.cli.writing import OutputFile, require_yaml_name, write_files
from buyer_skills.errors import DataError, UsageError
from buyer_skills.issues import Issue
from buyer_skills.messages.wording import wording
from buyer_skills.views.check_view import issue_lines
from buyer_skills.views.proposal_view import proposals_report
from buyer_skills.workflows.review_files import decisions_file
from buyer_skills.workflows.review_talk import Decided, talk_over
from buyer_skills.workflows.reviewing import Review


@worded_command("review")
@worded_argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@worded_option("--list", "listed", is_flag=True)
@worded_option("--batch", type=click.Path(path_type=Path), metavar="FILE")
@worded_option("--new-batch", type=click.Path(path_type=Path), metavar="FILE")
@report_options
def cmd_review(
    settings: Settings, folder: Path, *, listed: bool, batch: Path | None, new_batch: Path | None
) -> None:
    """Decide what waits in ``folder``: one by one, by a file, or only list it."""
    if sum((listed, batch is not None, new_batch is not None)) > 1:
        raise UsageError("review-one-way")
    review = Review(as_folder(folder), settings.folder, settings.report_day, settings.overlays)
    if new_batch is not None:
        require_yaml_name("--new-batch", new_batch)
        write_and_say(
            settings,
            [OutputFile(new_batch, decisions_file(review.waiting(), review.graph, settings.language))],
        )
    elif batch is not None:
        _by_file(settings, review, folder, batch)
    elif listed or settings.formats or settings.output:
        waiting = review.waiting()
        deliver(
            settings,
            f"review-{folder.resolve().name}",
            waiting,
            lambda: proposals_report(waiting, review.graph, settings.language),
        )
    else:
        _in_terminal(settings, review, folder)


def _by_file(settings: Settings, review: Review, folder: Path, batch: Path) -> None:
    source = sys.stdin.buffer.read() if str(batch) == "-" else batch
    competencies = review.graph.catalog.competencies
    decisions, issues = read_decisions(source, batch.as_posix(), review.proposals(), competencies)
    if decisions is None:
        raise DataError(issues)
    _write(folder, review.decide(*decisions))
    decided = Decided()
    for proposal, verdict in decisions:
        (decided.taken if verdict.takes else decided.rejected).append(proposal.name)
    _say_counts(settings, review, decided)


def _in_terminal(settings: Settings, review: Review, folder: Path) -> None:
    def show_issues(issues: Sequence[Issue]) -> None:
        for line in issue_lines(list(issues), settings.language):
            click.echo(line, err=True)

    dialogue = TerminalDialogue(settings.language)
    decided = talk_over(review, dialogue, settings.language, lambda files: _write(folder, files), show_issues)
    _say_counts(settings, review, decided)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    # The folder is the reader's own, and what is written over is what was just looked over.
    write_files([OutputFile(folder / name, content) for name, content in files.items()], overwrite=True)


def _say_counts(settings: Settings, review: Review, decided: Decided) -> None:
    words = wording(settings.language)
    click.echo(
        words.text(
            "review.done",
            taken=len(decided.taken),
            rejected=len(decided.rejected),
            waiting=len(review.proposals()),
        )
    )
