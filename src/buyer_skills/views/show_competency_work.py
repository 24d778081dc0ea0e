"""What a competency looks like at work: a situation, what is seen at each level, and who said it is right."""

from collections.abc import Iterator

from buyer_skills.catalog.competencies import Competency
from buyer_skills.messages.wording import Wording, wording
from buyer_skills.views.level_words import is_soft, level_with_cue, required_text
from buyer_skills.views.report_view import Block, Bullets, Callout, Paragraph, Section

LEVELS = (1, 2, 3, 4)


def work_sections(record: Competency, language: str) -> tuple[Section, ...]:
    """Return the situation, the levels and, for a way of being, the scenes it is seen in."""
    words = wording(language)
    return (*_situation(record, words), *_levels(record, words), *_scenes(record, words))


def _situation(record: Competency, words: Wording) -> tuple[Section, ...]:
    if record.situation is None:
        return ()
    scene = Paragraph(record.situation.in_language(words.language))
    return (Section("situation", words.text("competency.section-situation"), (scene,)),)


def _levels(record: Competency, words: Wording) -> tuple[Section, ...]:
    title = words.text("show.section-levels")
    if record.levels:
        blocks: list[Block] = [Paragraph(words.text("show.soft-levels"))] if is_soft(record) else []
        blocks.append(Paragraph(_validation(record, words), "muted"))
        return (Section("niveaux", title, tuple(blocks), tuple(_described(record, words))),)
    if is_soft(record):
        return ()
    cues = Bullets(tuple(level_with_cue(level, words.language) for level in LEVELS))
    return (Section("niveaux", title, (cues,)),)


def _described(record: Competency, words: Wording) -> Iterator[Section]:
    """Yield what is seen at each level; a way of being names its levels in words of its own."""
    for one in record.levels:
        name = (
            required_text(record, one.level, words.language)
            if is_soft(record)
            else level_with_cue(one.level, words.language)
        )
        seen = Bullets(tuple(text.in_language(words.language) for text in one.descriptors))
        yield Section(f"niveau-{one.level}", words.text("competency.level", level=name), (seen,))


def _validation(record: Competency, words: Wording) -> str:
    """Say how many employers found the descriptors right; without any, that it is for them to judge."""
    if not record.validated_by:
        return words.text("competency.to-validate")
    return words.text("competency.validated-by", count=record.validated_by)


def _scenes(record: Competency, words: Wording) -> tuple[Section, ...]:
    if not is_soft(record):
        return ()
    blocks: list[Block] = [] if record.levels else [Paragraph(words.text("show.soft-levels"))]
    if record.behaviours:
        blocks.append(Paragraph(words.text("show.behaviours")))
        blocks.append(Bullets(tuple(scene.in_language(words.language) for scene in record.behaviours)))
    if record.counter_example:
        example = record.counter_example.in_language(words.language)
        blocks.append(Callout(words.text("show.counter-example"), example, "muted"))
    if not blocks:
        return ()
    return (Section("a-l-oeuvre", words.text("show.section-behaviours"), tuple(blocks)),)
