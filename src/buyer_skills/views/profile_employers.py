"""What employers answered on a job: how many, where they differ, and what waits to be accepted."""

from buyer_skills.analyses.employer_answers import AskedTogether, EmployersTogether, merge_employer_answers
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import required_text
from buyer_skills.views.report_view import Block, Bullets, Cell, Column, Paragraph, Section, Table


def employers_section(profile: JobProfile, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return what employers answered on a job; nothing when none did."""
    together = merge_employer_answers(profile, graph.catalog.employer_answers.values())
    if not together.employers:
        return ()
    words = wording(language)
    families = tuple(words.text(f"terms.employer.{one}") for one in together.families)
    blocks: list[Block] = [
        Paragraph(words.text("profile.employers-answered", count=together.employers, families=families))
    ]
    if profile.validated_by:
        blocks.append(Paragraph(words.text("profile.validated-by", count=profile.validated_by), "good"))
    if together.differences or profile.validated_by != together.employers:
        blocks.append(Paragraph(words.text("profile.employers-waiting"), "attention"))
    shown = _shown(together)
    if shown:
        blocks.append(_table(shown, graph, words))
    else:
        blocks.append(Paragraph(words.text("profile.employers-agree"), "good"))
    if together.missing:
        blocks.append(Paragraph(words.text("profile.employers-missing")))
        lines = (f"{one.title} : {one.reason}" if one.reason else one.title for one in together.missing)
        blocks.append(Bullets(tuple(dict.fromkeys(lines))))
    blocks.append(Paragraph(words.text("profile.employers-rule"), "muted"))
    return (Section("employeurs", words.text("profile.section-employers"), tuple(blocks)),)


def _shown(together: EmployersTogether) -> list[AskedTogether]:
    """Return what employers do not all ask for as the sheet does."""
    return [
        one
        for one in together.competencies
        if one.is_spread or one.verdict in {"changed", "added", "dropped"}
    ]


def _table(shown: list[AskedTogether], graph: SkillGraph, words: Wording) -> Table:
    names = ("column-competency", "column-sheet", "column-median", "column-spread", "column-asked-by")
    columns = tuple(
        Column(words.text(f"profile.{name}"), heads_row=name == "column-competency") for name in names
    )
    rows = tuple(_row(one, graph, words) for one in shown)
    return Table(words.text("profile.caption-employers"), columns, rows)


def _row(one: AskedTogether, graph: SkillGraph, words: Wording) -> tuple[Cell, ...]:
    competency = graph.competency(one.competency)
    language = words.language
    not_asked = words.text("profile.not-asked")
    current = required_text(competency, one.current_level, language) if one.current_level else not_asked
    if one.level is None or one.least is None or one.most is None:
        median = spread = not_asked
    else:
        median = required_text(competency, one.level, language)
        low, high = (required_text(competency, level, language) for level in (one.least, one.most))
        spread = low if low == high else words.text("profile.from-to", low=low, high=high)
    return (
        Cell(competency.title.in_language(language)),
        Cell(current),
        Cell(median),
        Cell(spread),
        Cell(words.text("profile.asked-by", count=one.asked_by, total=one.answered)),
    )
