"""What frames a job: its statut, dated rules of law, what AI changes, its place as a volet."""

from buyer_skills.catalog.competencies import AiChange
from buyer_skills.catalog.profiles import JobProfile, ProfileStatut
from buyer_skills.catalog.trainings import have_family_in_common
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.listing import listed
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Definitions,
    Paragraph,
    Section,
    Table,
)
from buyer_skills.views.rules_table import rules_table
from buyer_skills.views.standing_words import date_said, legal_text_said
from buyer_skills.views.training_words import partial_date_text


def statut_section(profile: JobProfile, graph: SkillGraph, language: str) -> Section:
    """Return where the job usually stands in the civil service, always to be checked."""
    words = wording(language)
    blocks: list[Block] = []
    if profile.statut:
        blocks.append(Definitions(tuple(_statut_pairs(profile.statut, words))))
        blocks += _statuts_table(profile.statut, graph, words)
        if profile.statut.note:
            blocks.append(Paragraph(profile.statut.note.in_language(language)))
    key = "profile.statut-known" if profile.statut else "profile.statut"
    blocks.append(Callout(words.text("profile.statut-heading"), words.text(key)))
    return Section("statut", words.text("profile.section-statut"), tuple(blocks))


def law_section(profile: JobProfile, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the dated rules behind the competencies asked for; nothing when none is linked."""
    words = wording(language)
    named = dict.fromkeys(
        rule for one in profile.requirements if one.level for rule in graph.competency(one.competency).rules
    )
    rules = [graph.catalog.rules[name] for name in named]
    table = rules_table(
        (rule for rule in rules if have_family_in_common(rule.employers, profile.employers)), graph, language
    )
    if table is None:
        return ()
    blocks = (Paragraph(words.text("profile.law-intro")), table)
    return (Section("droit-date", words.text("profile.section-law"), blocks),)


def ai_section(profile: JobProfile, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return what artificial intelligence changes in what the job asks for; nothing when nothing is said."""
    words = wording(language)
    asked = [graph.competency(one.competency) for one in profile.requirements if one.level]
    changed = [one for one in asked if one.ai and _changes_the_job(one.ai)]
    if not any(one.ai for one in asked):
        return ()
    names = ("competency", "ai-effect", "ai-reason")
    columns = tuple(
        Column(words.text(f"profile.column-{name}"), heads_row=name == "competency") for name in names
    )
    blocks: list[Block] = [Paragraph(words.text("profile.ai-intro"))]
    rows = tuple(
        (
            Cell(one.title.in_language(language)),
            Cell(
                words.text(f"terms.ai-effect.{one.ai.effect}"),
                words.text(f"terms.ai-use.{one.ai.use_case}") if one.ai.use_case else "",
            ),
            Cell(one.ai.reason.in_language(language)),
        )
        for one in sorted(changed, key=lambda one: one.ai is not None and one.ai.effect != "transforms")
        if one.ai
    )
    if rows:
        blocks.append(Table(words.text("profile.caption-ai"), columns, rows))
    for key, effect in (("profile.ai-helps", "assists"), ("profile.ai-same", "none")):
        others = [one for one in asked if one.ai and one.ai.effect == effect and one not in changed]
        if others:
            titles = [one.title.in_language(language) for one in others]
            blocks.append(Paragraph(words.text(key, titles=listed(titles, language, shown=len(titles)))))
    return (Section("ia", words.text("profile.section-ai"), tuple(blocks)),)


def volet_section(profile: JobProfile, language: str) -> tuple[Section, ...]:
    """Return how much of a job its buying part takes, what to hold oneself and what to find with others."""
    words = wording(language)
    parts: list[Section] = []
    if profile.hold_oneself:
        lines = tuple(text.in_language(language) for text in profile.hold_oneself)
        parts.append(Section("tenir", words.text("profile.section-hold"), (Bullets(lines),)))
    if profile.find_elsewhere:
        columns = (
            Column(words.text("profile.column-what"), heads_row=True),
            Column(words.text("profile.column-where")),
        )
        rows = tuple(
            (Cell(one.what.in_language(language)), Cell(one.where.in_language(language)))
            for one in profile.find_elsewhere
        )
        table = Table(words.text("profile.caption-elsewhere"), columns, rows)
        parts.append(Section("ailleurs", words.text("profile.section-elsewhere"), (table,)))
    blocks: tuple[Block, ...] = ()
    if profile.share_of_job:
        share = profile.share_of_job
        text = words.text("profile.share", least=share.min_percent, largest=share.max_percent)
        blocks = (Paragraph(text),)
    if not blocks and not parts:
        return ()
    return (Section("volet", words.text("profile.section-volet"), blocks, tuple(parts)),)


def _changes_the_job(ai: AiChange) -> bool:
    """Whether a sheet tells a change in full: the work itself changes, or the State announced that use."""
    return ai.effect == "transforms" or (ai.effect == "assists" and ai.use_case is not None)


def _statut_pairs(statut: ProfileStatut, words: Wording) -> list[tuple[str, str]]:
    pairs = []
    if statut.categories:
        pairs.append((words.text("profile.statut-categories"), ", ".join(statut.categories)))
    contract = "framing.contract-read" if statut.open_to_contract else "list.to-check"
    pairs.append((words.text("profile.statut-contract"), words.text(contract)))
    pairs.append((words.text("profile.statut-as-of"), partial_date_text(statut.as_of, words.language)))
    return pairs


def _statuts_table(statut: ProfileStatut, graph: SkillGraph, words: Wording) -> list[Block]:
    if not statut.statuts:
        return []
    language = words.language
    names = ("statut", "category", "statut-says", "statut-read")
    columns = tuple(
        Column(words.text(f"profile.column-{name}"), heads_row=name == "statut") for name in names
    )
    rows = []
    for name in statut.statuts:
        one = graph.catalog.statuts[name]
        if not one.is_shown:
            unread = words.text("profile.statut-not-read")
            rows.append((Cell(one.title.in_language(language)), Cell(unread), Cell(""), Cell(unread)))
            continue
        basis = "framing.names-buying" if one.names_buying else "framing.own-reading"
        rows.append(
            (
                Cell(one.title.in_language(language), legal_text_said(one.legal_text, language)),
                Cell(one.category),
                Cell(one.for_buyers.in_language(language) if one.for_buyers else "", words.text(basis)),
                Cell(date_said(one.as_of, language)),
            )
        )
    return [Table(words.text("profile.caption-statuts"), columns, tuple(rows))]
