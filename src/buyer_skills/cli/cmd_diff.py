"""`diff`: what changed between two catalogues, and what it does."""

from pathlib import Path

import click

from buyer_skills.analyses.catalogue_differences import compare_catalogues
from buyer_skills.catalog.bundled import as_folder
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.options import Settings, two_catalogues_options
from buyer_skills.cli.worded import worded_argument, worded_command
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.views.diff_view import diff_report


@worded_command("diff")
@worded_argument("old_folder", metavar="OLD", type=click.Path(path_type=Path))
@worded_argument("new_folder", metavar="NEW", type=click.Path(path_type=Path))
@two_catalogues_options
def cmd_diff(settings: Settings, old_folder: Path, new_folder: Path) -> None:
    """Show what changed between two catalogues, and what it does to what is missing and to each job."""
    folders = as_folder(old_folder), as_folder(new_folder)
    day = settings.report_day
    old, new = (SkillGraph.of(load_catalog((folder,), day=day), day) for folder in folders)
    result = compare_catalogues(old, new, (folders[0].label, folders[1].label))
    deliver(settings, "diff", result, lambda: diff_report(result, old, new, settings.language))
