"""What a change of catalogue does: to what is missing, and to what each job can be brought to."""

from buyer_skills.analyses.best_coverage import BestCoverage, RequirementReach
from buyer_skills.analyses.catalogue_differences import CatalogueDiff, ProfileMove, RequirementMove, StepMove
from buyer_skills.analyses.supply import WORK_LEVEL
from buyer_skills.catalog.competencies import Competency
from buyer_skills.messages.wording import wording
from buyer_skills.views.diff_names import BothNames
from buyer_skills.views.level_words import required_text, step_text
from buyer_skills.views.report_view import Block, Bullets, Cell, Column, Paragraph, Section, Table, Tone

QUIET = ("served", "not-asked")
"""Where a step stands when there is no finding on it."""

_PARTS = ("appeared", "disappeared", "changed")


def steps_section(result: CatalogueDiff, names: BothNames) -> Section:
    """Return the findings that appear, disappear or change kind, and the areas one can now conclude on."""
    words = wording(names.language)
    blocks: list[Block] = [Paragraph(words.text("diff.steps-intro" if result.steps else "diff.no-step"))]
    if result.areas:
        blocks.append(
            Bullets(
                tuple(
                    words.text(
                        "diff.area-gained" if area.after else "diff.area-lost",
                        area=names.title("areas", area.area),
                    )
                    for area in result.areas
                )
            )
        )
    parts = tuple(
        _steps_part(part, moves, names)
        for part in _PARTS
        if (moves := [move for move in result.steps if part_of(move) == part])
    )
    return Section("constats", words.text("diff.section-steps"), tuple(blocks), parts)


def part_of(move: StepMove) -> str:
    """Return whether the finding of a step appeared, disappeared or changed kind."""
    if move.before in QUIET:
        return "appeared"
    return "disappeared" if move.after in QUIET else "changed"


def profiles_section(result: CatalogueDiff, names: BothNames) -> Section:
    """Return the jobs whose best coverage moves, each with the requirements that do."""
    words = wording(names.language)
    moved = [move for move in result.profiles if move.has_moved]
    intro = Paragraph(words.text("diff.profiles-intro"))
    title = words.text("diff.section-profiles")
    if not moved:
        nothing = Paragraph(words.text("diff.no-profile", count=len(result.profiles)))
        return Section("metiers", title, (intro, nothing))
    columns = (
        Column(words.text("diff.column-profile"), heads_row=True),
        Column(words.text("diff.column-before")),
        Column(words.text("diff.column-after")),
        Column(words.text("diff.column-requirements")),
    )
    rows = tuple(_profile_row(move, names) for move in moved)
    blocks: list[Block] = [intro, Table(words.text("diff.caption-profiles"), columns, rows)]
    rest = len(result.profiles) - len(moved)
    if rest:
        blocks.append(Paragraph(words.text("diff.profiles-unchanged", count=rest), "muted"))
    return Section("metiers", title, tuple(blocks))


def _steps_part(part: str, moves: list[StepMove], names: BothNames) -> Section:
    words = wording(names.language)
    columns = (
        Column(words.text("diff.column-step"), heads_row=True),
        Column(words.text("diff.column-before")),
        Column(words.text("diff.column-after")),
    )
    rows = tuple(
        (
            _step_cell(move, names),
            Cell(standing_text(move.before, names.language)),
            Cell(standing_text(move.after, names.language), tone=_tone(move)),
        )
        for move in moves
    )
    title = words.text(f"diff.steps.{part}", count=len(moves))
    return Section(f"constats-{part}", title, (Table(words.text("diff.caption-steps"), columns, rows),))


def standing_text(standing: str, language: str) -> str:
    """Return where a step stands, in words."""
    words = wording(language)
    return words.text(f"diff.{standing}" if standing in QUIET else f"terms.finding.{standing}")


def _step_cell(move: StepMove, names: BothNames) -> Cell:
    words = wording(names.language)
    competency = names.competency(move.competency)
    if competency is None:
        return Cell(move.competency)
    detail = step_text(competency, move.from_level, move.to_level, names.language)
    if move.to_level >= WORK_LEVEL:
        detail = words.text("diff.work-step", step=detail)
    return Cell(competency.title.in_language(names.language), detail)


def _tone(move: StepMove) -> Tone:
    tones: dict[str, Tone] = {"appeared": "attention", "disappeared": "good", "changed": "plain"}
    return tones[part_of(move)]


def _profile_row(move: ProfileMove, names: BothNames) -> tuple[Cell, ...]:
    lines = [_requirement_text(one, names) for one in move.requirements]
    return (
        Cell(names.title("profiles", move.profile), move.profile),
        _coverage_cell(move.before, names.language),
        _coverage_cell(move.after, names.language),
        Cell("\n".join(lines)),
    )


def _coverage_cell(coverage: BestCoverage | None, language: str) -> Cell:
    words = wording(language)
    if coverage is None:
        return Cell(words.text("diff.no-such-profile"), tone="muted")
    return Cell(
        words.text("diff.met", count=coverage.met, total=coverage.requirements),
        words.text("diff.met-without-practice", count=coverage.met_without_practice),
    )


def _requirement_text(move: RequirementMove, names: BothNames) -> str:
    words = wording(names.language)
    return words.text(
        "diff.requirement-moved",
        competency=names.title("competencies", move.competency),
        before=_reach_text(move.competency, move.before, names),
        after=_reach_text(move.competency, move.after, names),
    )


def _reach_text(competency: str, reach: RequirementReach | None, names: BothNames) -> str:
    words = wording(names.language)
    known = names.competency(competency)
    if reach is None or known is None:
        return words.text("diff.not-required")
    required = required_text(known, reach.required, names.language)
    if reach.reached == reach.without_practice:
        return words.text("diff.reach", reached=_level_text(known, reach.reached, names), required=required)
    return words.text(
        "diff.reach-with-practice",
        reached=_level_text(known, reach.reached, names),
        courses=_level_text(known, reach.without_practice, names),
        required=required,
    )


def _level_text(competency: Competency, level: int, names: BothNames) -> str:
    """Return a level that can be reached; that of a way of being is never a number, and 0 is « nothing »."""
    if not level:
        return wording(names.language).text("diff.no-level")
    return required_text(competency, level, names.language)
