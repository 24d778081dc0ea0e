"""The trainings of a path: in order, in baskets by who acts, those to confirm, what each is worth."""

from collections.abc import Sequence

from buyer_skills.analyses.costs import rests_on_provider
from buyer_skills.analyses.paths.result import Basket, Loss, PathTraining, StepGained, TrainingPath
from buyer_skills.catalog.trainings import EmployerFamily, Training
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import days_text, euros_text
from buyer_skills.messages.wording import wording
from buyer_skills.views.level_words import competency_step_text
from buyer_skills.views.listing import listed
from buyer_skills.views.report_view import (
    Block,
    Bullets,
    Cell,
    Column,
    Figure,
    JourneyChart,
    JourneyStep,
    Paragraph,
    Section,
    Table,
)
from buyer_skills.views.training_words import (
    evidence_cell,
    evidence_text,
    is_to_confirm,
    price_text,
    provider_title,
    training_cell,
    training_title,
)

BASKETS: tuple[Basket, ...] = ("plan", "open", "personal")


def trainings_section(result: TrainingPath, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the section that lists the trainings in the order to follow; nothing when there is none."""
    if not result.trainings:
        return ()
    words = wording(language)
    blocks: list[Block] = [
        Paragraph(words.text("path.intro")),
        Figure(_chart(result, graph, language), _table(result, graph, language)),
        *_general_rule(result, graph, language),
        Paragraph(_totals(result, language)),
    ]
    return (Section("parcours", words.text("path.section-trainings"), tuple(blocks)),)


def baskets_section(result: TrainingPath, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return who has to act for each training: the employer's plan, anyone, the person's own project."""
    if not result.trainings:
        return ()
    words = wording(language)
    parts = []
    for basket in BASKETS:
        chosen = [one for one in result.trainings if one.basket == basket]
        blocks: tuple[Block, ...] = (Paragraph(words.text(f"path.basket.{basket}.nothing")),)
        if chosen:
            items = tuple(_basket_line(one, graph, result.employer, language) for one in chosen)
            blocks = (Paragraph(words.text(f"path.basket.{basket}.how")), Bullets(items))
        parts.append(Section(f"panier-{basket}", words.text(f"path.basket.{basket}"), blocks))
    blocks = (Paragraph(words.text("path.baskets-intro")),)
    return (Section("paniers", words.text("path.section-baskets"), blocks, tuple(parts)),)


def confirm_section(result: TrainingPath, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return the trainings to confirm with their provider, and what could stand in for each."""
    words = wording(language)
    rows = []
    for one in result.trainings:
        training = graph.training(one.id)
        if not is_to_confirm(training, graph.day):
            continue
        instead = Cell(words.text("path.no-stand-in"), tone="muted")
        if one.stand_in is not None:
            other = graph.training(one.stand_in.id)
            price = None if one.stand_in.price_eur is None else round(one.stand_in.price_eur * 100)
            facts = (days_text(one.stand_in.hours, language), price_text(price, language))
            instead = Cell(training_title(graph, other, language), ", ".join(facts))
        rows.append(
            (training_cell(graph, training, language), evidence_cell(training, graph.day, language), instead)
        )
    if not rows:
        return ()
    columns = (
        Column(words.text("path.column-training"), heads_row=True),
        Column(words.text("path.column-evidence")),
        Column(words.text("path.column-stand-in")),
    )
    table = Table(words.text("path.caption-confirm"), columns, tuple(rows))
    blocks = (Paragraph(words.text("path.confirm-intro")), table)
    return (Section("a-confirmer", words.text("path.section-confirm"), blocks),)


def loss_section(result: TrainingPath, graph: SkillGraph, language: str) -> tuple[Section, ...]:
    """Return what leaving out each training would cost, when that was asked for."""
    rows = tuple(
        _loss_row(one, one.loss, result, graph, language) for one in result.trainings if one.loss is not None
    )
    if not rows:
        return ()
    words = wording(language)
    columns = (
        Column(words.text("path.column-training"), heads_row=True),
        Column(words.text("path.column-loss")),
        Column(words.text("path.column-instead")),
    )
    table = Table(words.text("path.caption-loss"), columns, rows)
    blocks = (Paragraph(words.text("path.loss-intro")), table)
    return (Section("sans-elle", words.text("path.section-loss"), blocks),)


def _loss_row(
    one: PathTraining, loss: Loss, result: TrainingPath, graph: SkillGraph, language: str
) -> tuple[Cell, ...]:
    words = wording(language)
    lost = Cell(words.text("path.loss-none"))
    if loss.gap_weight or loss.indispensable_weight:
        essential = words.text("path.loss-indispensable", number=loss.indispensable_weight)
        lost = Cell(
            words.text("path.loss", count=max(loss.gap_weight, 0), closed=result.gap_weight_closed),
            essential if loss.indispensable_weight else "",
        )
    titles = [training_title(graph, graph.training(other), language) for other in loss.replaced_by]
    instead = listed(titles, language, shown=len(titles)) or words.text("path.nothing-instead")
    return training_cell(graph, graph.training(one.id), language), lost, Cell(instead)


def _table(result: TrainingPath, graph: SkillGraph, language: str) -> Table:
    words = wording(language)
    columns = (
        Column(words.text("path.column-order"), "right"),
        Column(words.text("path.column-training"), heads_row=True),
        Column(words.text("path.column-duration")),
        Column(words.text("path.column-price")),
        Column(words.text("path.column-evidence")),
        Column(words.text("path.column-gains")),
    )
    rows = tuple(
        (
            Cell(str(number)),
            training_cell(graph, graph.training(one.id), language),
            Cell(days_text(one.hours, language), words.text("path.estimated") if one.hours_estimated else ""),
            Cell(_price(one, language)),
            evidence_cell(graph.training(one.id), graph.day, language),
            Cell(
                "\n".join(_steps(one.closes, graph, language)) or words.text("path.no-required-level"),
                _enables(one, graph, language),
            ),
        )
        for number, one in enumerate(result.trainings, 1)
    )
    return Table(words.text("path.caption-trainings"), columns, rows)


def _general_rule(result: TrainingPath, graph: SkillGraph, language: str) -> tuple[Paragraph, ...]:
    """Return which prices of the table are the general rule of a provider, not read about the training."""
    numbers: dict[str, list[str]] = {}
    for number, one in enumerate(result.trainings, 1):
        training = graph.training(one.id)
        if one.price_eur is not None and rests_on_provider(graph.catalog, training, result.employer):
            numbers.setdefault(provider_title(graph, training, language), []).append(str(number))
    words = wording(language)
    return tuple(
        Paragraph(words.text("path.general-rule", numbers=tuple(those), provider=provider), "muted")
        for provider, those in numbers.items()
    )


def _chart(result: TrainingPath, graph: SkillGraph, language: str) -> JourneyChart:
    words = wording(language)
    steps = tuple(
        JourneyStep(
            label=training_title(graph, graph.training(one.id), language),
            hours=one.hours,
            hours_name=_duration(one, language),
            group=words.text(f"path.basket.{one.basket}"),
            closes=tuple(
                competency_step_text(
                    graph.competency(step.competency), step.from_level, step.to_level, language
                )
                for step in (*one.closes, *one.enables)
            ),
        )
        for one in result.trainings
    )
    total = days_text(result.total_hours, language)
    return JourneyChart(
        title=words.text("path.chart-title"),
        alternative=words.text("path.chart-alternative", count=len(steps), total=total),
        steps=steps,
        axis_name=words.text("path.chart-axis"),
    )


def _totals(result: TrainingPath, language: str) -> str:
    words = wording(language)
    known = euros_text(round(result.total_price_eur * 100), language)
    hours = words.text("path.total-duration", total=days_text(result.total_hours, language))
    if result.hours_estimated:
        estimated = days_text(result.hours_estimated, language)
        hours = words.text(
            "path.total-estimated", total=days_text(result.total_hours, language), estimated=estimated
        )
    if result.unknown_prices:
        return f"{hours} {words.text('path.total-unknown-prices', known=known, count=result.unknown_prices)}"
    return f"{hours} {words.text('path.total-prices', known=known)}"


def _basket_line(one: PathTraining, graph: SkillGraph, family: EmployerFamily | None, language: str) -> str:
    training = graph.training(one.id)
    parts = [
        training_title(graph, training, language),
        _duration(one, language),
        _price(one, language),
        evidence_text(training, graph.day, language),
    ]
    ways_in = () if one.basket == "open" else _ways_in(training, graph, family, language)
    return ", ".join([*parts, *ways_in])


def _ways_in(
    training: Training, graph: SkillGraph, family: EmployerFamily | None, language: str
) -> Sequence[str]:
    """Return who pays, who enrols and by which channel, « à vérifier » when that is not known."""
    words = wording(language)
    if training.kind == "practice":
        return ()
    provider = graph.catalog.providers.get(training.provider)
    places = (training.access, provider.access if provider else {})
    known = [place[family] for place in places if family is not None and family in place]
    payer = next((access.paid_by.in_language(language) for access in known if access.paid_by), None)
    ways = [
        [text.in_language(language) for text in (access.enrolled_by, access.channel) if text]
        for access in known
    ]
    way = next((", ".join(texts) for texts in ways if texts), None)
    if payer is None and way is None:
        return (words.text("path.way-in-unknown"),)
    return (
        words.text("path.paid-by", payer=payer) if payer else words.text("path.payer-unknown"),
        words.text("path.way-in", way=way) if way else words.text("path.enrolment-unknown"),
    )


def _duration(one: PathTraining, language: str) -> str:
    text = days_text(one.hours, language)
    return wording(language).text("terms.estimated", duration=text) if one.hours_estimated else text


def _price(one: PathTraining, language: str) -> str:
    if one.funded:
        return wording(language).text("path.funded")
    return price_text(None if one.price_eur is None else round(one.price_eur * 100), language)


def _enables(one: PathTraining, graph: SkillGraph, language: str) -> str:
    steps = _steps(one.enables, graph, language)
    return wording(language).text("path.enables", steps=steps) if steps else ""


def _steps(steps: Sequence[StepGained], graph: SkillGraph, language: str) -> tuple[str, ...]:
    return tuple(
        competency_step_text(graph.competency(step.competency), step.from_level, step.to_level, language)
        for step in steps
    )
