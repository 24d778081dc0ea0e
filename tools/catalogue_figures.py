"""The figures of the page on the catalogue, counted on the bundled catalogue, and its picture."""

from collections.abc import Callable, Iterator
from pathlib import Path

from buyer_skills.analyses.catalogue_measures import CatalogueMeasures, measure_catalogue
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.loading import load_catalog
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.formats import share_text
from buyer_skills.messages.wording import wording
from buyer_skills.renderers.charts import chart_pictures
from buyer_skills.views.report_view import SupplyCell, SupplyChart, SupplyRow
from figure_blocks import filled, table

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "explanation" / "catalogue.md"
PICTURE = ROOT / "docs" / "images" / "couverture.svg"

_WORDS = wording("fr")


def catalogue_files() -> Iterator[tuple[Path, str]]:
    """Yield the page and the picture with their text."""
    catalog = load_catalog()
    if catalog.date is None:
        raise ValueError("the bundled catalogue has a date")
    measures = measure_catalogue(SkillGraph.of(catalog, catalog.date))
    text = PAGE.read_text(encoding="utf-8")
    yield PAGE, filled(text, lambda name: _block(name, measures, catalog))
    pictures = chart_pictures(
        _chart(measures, catalog), lambda *_: "Ce que le catalogue couvre", "couverture"
    )
    yield PICTURE, pictures[0] + "\n"


def _block(name: str, measures: CatalogueMeasures, catalog: Catalog) -> str:
    blocks: dict[str, Callable[[CatalogueMeasures, Catalog], str]] = {
        "ensemble": _overview,
        "domaines": _areas,
        "formations": _trainings,
        "exigences": _requirements,
        "employeurs": _families,
        "reperes": _links,
    }
    return blocks[name](measures, catalog)


def _overview(measures: CatalogueMeasures, catalog: Catalog) -> str:
    competencies = sum(area.competencies for area in measures.areas)
    described = sum(area.described for area in measures.areas)
    past = sum(count for status, count in measures.statuses.items() if status != "current")
    return table(
        ("ce qui est là", "combien"),
        (
            ("compétences", f"{competencies}, dont {measures.soft} savoir-être"),
            ("compétences décrites à tous leurs niveaux", f"{described} sur {competencies}"),
            ("formations proposées", str(measures.statuses["current"])),
            ("formations passées, gardées et jamais proposées", str(past)),
            ("fiches métier standard", str(measures.profiles["standard"])),
            ("volets achat d'un autre métier", str(measures.profiles.get("volet", 0))),
            ("profils de référence", str(measures.profiles["reference"])),
            ("organisations types", str(len(catalog.set_ups))),
            ("règles datées", _rules_text(measures)),
            ("manques nommés par d'autres", str(measures.named_gaps)),
            ("sources", str(measures.sources)),
        ),
    )


def _rules_text(measures: CatalogueMeasures) -> str:
    total = sum(measures.rules.values())
    old, unread = measures.rules.get("seen-old", 0), measures.rules.get("known-not-seen", 0)
    return f"{total}, dont {old} de source ancienne et {unread} non lues, jamais affichées"


def _areas(measures: CatalogueMeasures, catalog: Catalog) -> str:
    return table(
        (
            "domaine",
            "compétences",
            "formations (hors diplômes)",
            "dont vues chez l'organisme",
            "dont thème seul",
            "diplômes",
            "assez pour conclure",
        ),
        (
            (
                catalog.areas[area.area].title.fr,
                str(area.competencies),
                str(area.courses),
                str(area.well_known),
                str(area.indicative),
                str(area.degrees),
                "oui" if area.sufficient else "non",
            )
            for area in measures.areas
        ),
    )


def _trainings(measures: CatalogueMeasures, _: Catalog) -> str:
    kinds = (
        (_WORDS.text(f"terms.training-kind.{kind}"), str(count)) for kind, count in measures.kinds.items()
    )
    evidence = (
        (_WORDS.text(f"terms.evidence.{name}"), str(count)) for name, count in measures.evidence.items()
    )
    return "\n\n".join(
        (
            table(("type", "proposées"), kinds),
            table(("fiabilité", "proposées"), evidence),
            f"Durée inconnue, donc estimée et signalée : {measures.unknown_hours} formations.",
        )
    )


def _requirements(measures: CatalogueMeasures, _: Catalog) -> str:
    asked = measures.requirements
    return table(
        ("exigences des fiches standard", "combien", "part"),
        (
            ("en tout", str(asked.total), ""),
            (
                "une formation vue chez l'organisme ou confirmée y conduit, d'au moins un niveau",
                str(asked.towards),
                _share(asked.towards, asked.total),
            ),
            (
                "une formation vue chez l'organisme ou confirmée mène jusqu'au niveau demandé",
                str(asked.up_to),
                _share(asked.up_to, asked.total),
            ),
            ("aucune formation trouvée dans ce catalogue", str(asked.none), _share(asked.none, asked.total)),
        ),
    )


def _families(measures: CatalogueMeasures, _: Catalog) -> str:
    return table(
        ("employeur", "fiches standard", "formations dont le prix est connu pour lui"),
        (
            (_WORDS.text(f"terms.employer.{one.employer}"), str(one.profiles), str(one.prices))
            for one in measures.families
        ),
    )


def _links(measures: CatalogueMeasures, _: Catalog) -> str:
    return table(("répertoire", "liens"), ((name, str(count)) for name, count in measures.links.items()))


def _chart(measures: CatalogueMeasures, catalog: Catalog) -> SupplyChart:
    levels = [_WORDS.text(f"terms.level.{level}") for level in range(1, 5)]
    return SupplyChart(
        title="Formations et diplômes proposés, par domaine et niveau atteint",
        alternative="Nombre de formations par domaine, niveau atteint et fiabilité.",
        steps=tuple(f"vers {level}" for level in levels),
        evidences=tuple(
            _WORDS.text(f"terms.evidence.{name}") for name in measures.areas[0].steps[0].evidence
        ),
        rows=tuple(
            SupplyRow(
                label=catalog.areas[area.area].title.fr,
                group="",
                cells=tuple(SupplyCell(tuple(step.evidence.values()), needed=True) for step in area.steps),
            )
            for area in measures.areas
        ),
        hole_name="aucune trouvée dans ce catalogue",
        unneeded_name="non demandé",
    )


def _share(part: int, whole: int) -> str:
    return share_text(part, whole, "fr") if whole else ""
