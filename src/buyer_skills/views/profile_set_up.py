"""The work of a job in one typical organisation: who does what, and with whom."""

from collections.abc import Sequence

from buyer_skills.analyses.set_up_places import PARTS, ActivityPart, SetUpPlace
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.record_words import capped, heading_title
from buyer_skills.views.report_view import Block, Bullets, Cell, Column, Paragraph, Section, Table

_ACTIVITIES_NAMED = 4
"""Activities shared with a partner that are named; the others are counted."""


def set_up_sections(place: SetUpPlace, graph: SkillGraph, language: str) -> tuple[Section, Section]:
    """Return the activities and the working relations of a job in one set-up."""
    return _activities(place, graph, wording(language)), _relations(place, graph, wording(language))


def reach_text(place: SetUpPlace, graph: SkillGraph, words: Wording) -> str:
    """Return the phases of the purchase in which the job acts in the set-up, and those in which it does not.

    The missions of a job are written for the job in general: this says how far they reach here.
    """
    activities = graph.catalog.activities
    acting = {activities[one.activity].phase for one in place.activities if one.part != "informe"}
    told = dict.fromkeys(
        activities[one.activity].phase for one in graph.catalog.set_ups[place.set_up].allocations
    )
    phases = [phase for phase in graph.catalog.phases if phase in told]
    titles = {phase: heading_title(graph, "phase", phase, words.language) for phase in phases}
    inside = tuple(titles[phase] for phase in phases if phase in acting)
    outside = tuple(titles[phase] for phase in phases if phase not in acting)
    if not outside:
        return words.text("profile.reach-all")
    if not inside:
        return words.text("profile.reach-none")
    return words.text("profile.reach", inside=inside, outside=outside)


def actor_titles(graph: SkillGraph, set_up: str, actors: Sequence[str], language: str) -> tuple[str, ...]:
    """Return the titles of ``actors`` of a set-up."""
    titles = {actor.id: actor.title.in_language(language) for actor in graph.catalog.set_ups[set_up].actors}
    return tuple(titles[actor] for actor in actors)


def _activities(place: SetUpPlace, graph: SkillGraph, words: Wording) -> Section:
    set_up = graph.catalog.set_ups[place.set_up]
    blocks: list[Block] = [
        Paragraph(
            words.text(
                "profile.set-up-intro",
                set_up=set_up.title.in_language(words.language),
                actors=actor_titles(graph, place.set_up, place.actors, words.language),
            )
        )
    ]
    if set_up.note:
        blocks.append(Paragraph(set_up.note.in_language(words.language), "muted"))
    parts = []
    for part in PARTS:
        held = [one for one in place.activities if one.part == part]
        if held:
            lines = tuple(_activity_line(one, place, graph, words) for one in held)
            parts.append(Section(f"part-{part}", words.text(f"terms.part.{part}"), (Bullets(lines),)))
    return Section("activities", words.text("profile.section-activities"), tuple(blocks), tuple(parts))


def _activity_line(one: ActivityPart, place: SetUpPlace, graph: SkillGraph, words: Wording) -> str:
    title = graph.catalog.activities[one.activity].title.in_language(words.language)
    deciding = [other.actor for other in one.others if other.part == "valide"]
    doing = [other.actor for other in one.others if other.part == "fait" and one.part != "fait"]
    notes = []
    if doing:
        who = actor_titles(graph, place.set_up, doing, words.language)
        notes.append(words.text("profile.done-by", actors=who))
    if deciding:
        who = actor_titles(graph, place.set_up, deciding, words.language)
        notes.append(words.text("profile.validated-by-actors", actors=who))
    line = words.text("profile.activity-with", activity=title, notes=" ; ".join(notes)) if notes else title
    allocations = graph.catalog.set_ups[place.set_up].allocations
    note = next(each.note for each in allocations if each.activity == one.activity)
    if note is None:
        return line
    return words.text("profile.activity-note", activity=line, note=note.in_language(words.language))


def _relations(place: SetUpPlace, graph: SkillGraph, words: Wording) -> Section:
    columns = (
        Column(words.text("profile.column-partner"), heads_row=True),
        Column(words.text("profile.column-shared")),
    )
    titles = {name: one.title.in_language(words.language) for name, one in graph.catalog.activities.items()}
    rows = tuple(
        (
            Cell(actor_titles(graph, place.set_up, (partner.actor,), words.language)[0]),
            Cell(
                " ; ".join(
                    capped([titles[name] for name in partner.activities], _ACTIVITIES_NAMED, words.language)
                )
            ),
        )
        for partner in place.partners
    )
    block: Block = Paragraph(words.text("profile.no-partner"))
    if rows:
        block = Table(words.text("profile.caption-partners"), columns, rows)
    return Section("relations", words.text("profile.section-relations"), (block,))
