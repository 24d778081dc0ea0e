"""What two profiles are framed by, apart from competences: their statut, and the words of their employers."""

from collections.abc import Callable, Mapping

from buyer_skills.analyses.comparisons import ProfileComparison, StatutLine
from buyer_skills.analyses.employer_words import TOPICS, GlossaryLine, families_of
from buyer_skills.catalog.fields import Bilingual
from buyer_skills.catalog.glossary import GlossaryEntry
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.catalog.trainings import EmployerFamily
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.listing import listed
from buyer_skills.views.report_view import Block, Callout, Cell, Column, Paragraph, Section, Table
from buyer_skills.views.training_words import partial_date_text


def statut_section(result: ProfileComparison, graph: SkillGraph, language: str) -> Section:
    """Return the statut of both profiles side by side, always to be checked."""
    words = wording(language)
    blocks: list[Block] = []
    if result.statut_a or result.statut_b:
        blocks.append(Paragraph(words.text("compare.statut-intro")))
        blocks.append(_statut_table(result, graph, words))
    blocks.append(Callout(words.text("compare.statut-heading"), words.text("compare.statut-check")))
    return Section("statut", words.text("compare.section-statut"), tuple(blocks))


def glossary_section(result: ProfileComparison, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return what changes of name between the employers of both profiles; nothing without a glossary."""
    words = wording(language)
    if not graph.catalog.glossary:
        return ()
    title = words.text("glossary.section")
    if result.shared_employers:
        return (Section("glossaire", title, (Paragraph(_shared_text(result, graph, words)),)),)
    if not result.glossary:
        return (Section("glossaire", title, (Paragraph(words.text("glossary.nothing-known")),)),)
    told = [line for line in result.glossary if line.standing != "same"]
    parts = tuple(
        Section(f"glossaire-{topic}", words.text(f"glossary.topic.{topic}"), (table,))
        for topic in TOPICS
        if (table := _glossary_table(topic, told, result, graph, words))
    )
    blocks: list[Block] = [Paragraph(words.text("glossary.intro"))]
    same = [
        graph.catalog.glossary[line.id].title.in_language(language)
        for line in result.glossary
        if line.standing == "same"
    ]
    if same:
        blocks.append(Paragraph(words.text("glossary.same", titles=listed(same, language, shown=len(same)))))
    return (Section("glossaire", title, tuple(blocks), parts),)


def _statut_table(result: ProfileComparison, graph: SkillGraph, words: Wording) -> Table:
    columns = (
        Column(words.text("compare.column-statut"), heads_row=True),
        Column(graph.profile(result.a).title.in_language(words.language)),
        Column(graph.profile(result.b).title.in_language(words.language)),
    )
    said: tuple[tuple[str, Callable[[StatutLine], Cell]], ...] = (
        ("categories", lambda line: Cell(", ".join(line.categories) or words.text("list.to-check"))),
        ("statuts", lambda line: _statuts_cell(line, graph, words)),
        ("contract", lambda line: _contract_cell(line, words)),
        ("as-of", lambda line: Cell(partial_date_text(line.as_of, words.language))),
    )
    rows = tuple(
        (
            Cell(words.text(f"compare.statut-{name}")),
            *(
                cell(line) if line else _unsaid_cell(name, words)
                for line in (result.statut_a, result.statut_b)
            ),
        )
        for name, cell in said
    )
    return Table(words.text("compare.caption-statut"), columns, rows)


def _unsaid_cell(name: str, words: Wording) -> Cell:
    key = "compare.nothing-read" if name == "as-of" else "list.to-check"
    return Cell(words.text(key), tone="attention")


def _statuts_cell(line: StatutLine, graph: SkillGraph, words: Wording) -> Cell:
    names = [graph.catalog.statuts[name].title.in_language(words.language) for name in line.statuts]
    return Cell(listed(names, words.language, shown=len(names)) or words.text("list.to-check"))


def _contract_cell(line: StatutLine, words: Wording) -> Cell:
    return Cell(words.text("framing.contract-read" if line.open_to_contract else "list.to-check"))


def _shared_text(result: ProfileComparison, graph: SkillGraph, words: Wording) -> str:
    """Return why no glossary is shown: the employers both profiles exist at, or that one does not say."""
    if not (graph.profile(result.a).employers and graph.profile(result.b).employers):
        return words.text("glossary.any-employer")
    families = [words.text(f"terms.employer.{family}") for family in result.shared_employers]
    shared = listed(families, words.language, shown=len(families))
    return words.text("glossary.shared", count=len(families), families=shared)


def _glossary_table(
    topic: str, told: list[GlossaryLine], result: ProfileComparison, graph: SkillGraph, words: Wording
) -> Table | None:
    lines = [line for line in told if line.topic == topic]
    if not lines:
        return None
    profiles = (graph.profile(result.a), graph.profile(result.b))
    columns = (
        Column(words.text("glossary.column-thing"), heads_row=True),
        *(Column(_families_text(profile, words)) for profile in profiles),
    )
    rows = tuple(
        (
            _thing_cell(graph.catalog.glossary[line.id], words),
            _words_cell(line.a, profiles[0], words),
            _words_cell(line.b, profiles[1], words),
        )
        for line in lines
    )
    return Table(words.text(f"glossary.caption.{topic}"), columns, rows)


def _families_text(profile: JobProfile, words: Wording) -> str:
    families = [words.text(f"terms.employer.{family}") for family in families_of(profile)]
    text = listed(families, words.language, shown=len(families))
    return text[0].upper() + text[1:]


def _thing_cell(entry: GlossaryEntry, words: Wording) -> Cell:
    note = entry.note.in_language(words.language) if entry.note else ""
    return Cell(entry.title.in_language(words.language), note)


def _words_cell(known: Mapping[EmployerFamily, Bilingual], profile: JobProfile, words: Wording) -> Cell:
    """Return the words of one side, each under its family when there are several; what is unknown says so."""
    unknown = words.text("list.to-check")
    families = families_of(profile)
    said = {
        family: known[family].in_language(words.language) if family in known else unknown
        for family in families
    }
    if len(said) == 1:
        return Cell(said[families[0]], tone="plain" if known else "attention")
    lines = [
        words.text("glossary.of-family", family=words.text(f"terms.employer.{family}"), words=text)
        for family, text in said.items()
    ]
    return Cell(listed(lines, words.language, shown=len(lines)), tone="plain" if known else "attention")
