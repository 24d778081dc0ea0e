"""The report of a path: its first lines, who acts, what is to confirm, what stays open and why."""

from typing import Any

import pytest
from builders import DAY, buyer, catalog
from golden_files import assert_golden
from report_texts import section_at, table_named, texts_of

from buyer_skills.analyses.paths.result import Loss, OpenStep, PathTraining, StandIn, StepGained, TrainingPath
from buyer_skills.analyses.paths.result import UnmetRequirement as Unmet
from buyer_skills.catalog.buyers import Buyer
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.renderers.markdown import render_markdown
from buyer_skills.renderers.text import render_text
from buyer_skills.views.path_view import met_counts, path_report
from buyer_skills.views.report_view import (
    Bullets,
    Figure,
    JourneyChart,
    LevelChart,
    Paragraph,
    ReportView,
    Section,
)

CNFPT = {
    "id": "cnfpt",
    "title": "CNFPT",
    "access": {
        "territorial": {
            "price_eur": 0,
            "paid_by": "cotisation",
            "enrolled_by": "employeur",
            "channel": "service RH",
        }
    },
}
RECORDS: dict[str, Any] = {
    "areas": [{"id": "juridique", "title": "Droit"}, {"id": "passation", "title": "Passation"}],
    "competencies": [
        {"id": "droit", "title": {"fr": "Droit", "en": "Law"}, "area": "juridique"},
        {"id": "negociation", "title": {"fr": "Négociation", "en": "Negotiation"}, "area": "passation"},
        {
            "id": "ecoute",
            "title": {"fr": "Écoute", "en": "Listening"},
            "area": "passation",
            "kind": "savoir-etre",
        },
    ],
    "trainings": [
        {
            "id": "bases",
            "title": "Bases du droit",
            "provider": "cnfpt",
            "outcomes": [("droit", 0, 1)],
            "noted": "2026-11",
            "sources": ["page"],
        },
        {
            "id": "negocier",
            "title": "Négocier",
            "provider": "cnfpt",
            "hours": None,
            "evidence": "indicative",
            "noted": "2026-11",
            "outcomes": [("negociation", 0, 2)],
        },
        {
            "id": "mooc",
            "title": "MOOC de droit",
            "kind": "mooc",
            "modality": "en-ligne",
            "price_eur": 0,
            "hours": 2,
            "outcomes": [("droit", 1, 2)],
            "noted": "2020",
        },
        {"id": "master", "title": "Master", "kind": "degree", "hours": 400, "outcomes": [("droit", 0, 2)]},
        {
            "id": "tutorat",
            "title": "Tutorat",
            "kind": "practice",
            "evidence": "generic",
            "outcomes": [("ecoute", 1, 2)],
        },
    ],
    "providers": [CNFPT],
    "sources": [{"id": "page", "title": "Page du CNFPT", "publisher": "CNFPT"}],
    "profiles": [
        {
            "id": "poste",
            "title": {"fr": "Acheteuse / Acheteur", "en": "Buyer"},
            "sources": ["page"],
            "requirements": [("droit", 2, 3), ("negociation", 2, 2), ("ecoute", 1, 1)],
        }
    ],
}
LAW_1 = StepGained(competency="droit", from_level=0, to_level=1)
LAW_2 = StepGained(competency="droit", from_level=1, to_level=2)
TALK = StepGained(competency="negociation", from_level=0, to_level=2)
EAR = StepGained(competency="ecoute", from_level=1, to_level=2)


def test_the_first_lines_count_what_is_estimated_and_to_confirm() -> None:
    result = path(bases(), negocier(), unmet=[open_ear()])
    assert shown(result).lead == (
        (
            "Situation : 0 compétence sur 3 au niveau attendu aujourd'hui, 1 avec ce parcours ; "
            "les compétences attendues ne seraient pas encore toutes réunies."
        ),
        (
            "À faire en premier : « Bases du droit », 2 jours, puis 1 autre étape ; 4 jours en tout "
            "(1 durée estimée) ; 1 formation à confirmer auprès de l'organisme."
        ),
        "Reste ouvert : 1 compétence, Écoute (jusqu'à « attendu »).",
    )


def test_nothing_is_said_of_estimates_and_confirmations_when_there_are_none() -> None:
    result = path(bases(), bases())
    assert shown(result).lead[1:] == (
        "À faire en premier : « Bases du droit », 2 jours, puis 1 autre étape ; 4 jours en tout.",
        "Reste ouvert : rien, chaque niveau attendu serait atteint.",
    )


def test_a_path_of_one_training_says_so() -> None:
    assert shown(path(bases())).lead[1] == (
        "À faire en premier : « Bases du droit », 2 jours, seule étape de ce parcours."
    )
    assert shown(path(negocier())).lead[1] == (
        "À faire en premier : « Négocier », 2 jours (estimation), seule étape de ce parcours, "
        "à confirmer auprès de l'organisme."
    )


def test_what_stays_open_names_the_weightiest_two() -> None:
    open_law = unmet("droit", 1, 2, 3, step(1, 2, "not-in-catalogue"))
    open_talk = unmet("negociation", 0, 2, 2, step(0, 1, "not-in-catalogue"))
    two = shown(path(bases(), unmet=[open_ear(), open_law]))
    assert two.lead[2] == (
        "Reste ouvert : 2 compétences, Droit (notions → application) et Écoute (jusqu'à « attendu »)."
    )
    three = shown(path(bases(), unmet=[open_ear(), open_talk, open_law]))
    assert three.lead[2] == (
        "Reste ouvert : 3 compétences, à commencer par "
        "Droit (notions → application) et Négociation (non acquis → application)."
    )


def test_no_training_at_all_is_told_with_what_stays_open() -> None:
    report = shown(path(unmet=[open_ear()]))
    assert report.lead[:2] == (
        "Situation : 0 compétence sur 3 au niveau attendu.",
        (
            "À faire en premier : aucune formation de ce catalogue ne peut réduire ces écarts "
            "dans les limites fixées."
        ),
    )
    assert "parcours" not in [section.anchor for section in report.sections]


def test_no_gap_says_that_there_is_nothing_to_follow() -> None:
    person = buyer({"droit": 2, "negociation": 3, "ecoute": 1})
    report = shown(path(status="no-gap"), person)
    assert report.lead[0] == "Situation : les 3 compétences sont au niveau attendu, aucun écart à combler."
    assert met_counts(path(status="no-gap"), graph(), person) == (3, 3, 3)


def test_each_training_has_its_length_price_evidence_and_gains() -> None:
    report = shown(path(bases(), mooc(), negocier(price_eur=None, funded=False), tutorat()))
    rows = [
        [(cell.text, cell.detail) for cell in row] for row in table_named(section_at(report, "parcours")).rows
    ]
    assert rows == [
        [
            ("1", ""),
            ("Bases du droit", "CNFPT, formation"),
            ("2 jours", ""),
            ("0 €", ""),
            ("vu sur la page de l'organisme", "noté en novembre 2026"),
            ("Droit (non acquis → notions)", ""),
        ],
        [
            ("2", ""),
            ("MOOC de droit", "organisme, MOOC"),
            ("2 h", ""),
            ("0 €", ""),
            ("vu sur la page de l'organisme", "noté en 2020, à revérifier"),
            ("Droit (notions → application)", ""),
        ],
        [
            ("3", ""),
            ("Négocier", "CNFPT, formation"),
            ("2 jours", "estimation"),
            ("prix à demander", ""),
            ("à confirmer (thème connu)", "noté en novembre 2026"),
            ("Négociation (non acquis → application)", ""),
        ],
        [
            ("4", ""),
            ("Tutorat : Écoute", "mise en situation accompagnée"),
            ("2 jours", ""),
            ("0 €", ""),
            ("à organiser par l'employeur", ""),
            ("prépare une formation suivante", "apporte aussi : Écoute (jusqu'à « attendu en autonomie »)"),
        ],
    ]
    assert (
        "Durée totale : 6,5 jours, dont 2 jours par estimation. Prix connus : 0 € ; 1 prix à demander."
        in [text.replace("\u00a0", " ") for text in texts_of(report)]
    )


def test_prices_that_are_a_provider_s_general_rule_say_so_once() -> None:
    section = section_at(shown(path(bases(), mooc(), negocier(price_eur=None, funded=False))), "parcours")
    footnotes = [block for block in section.blocks if isinstance(block, Paragraph) and block.tone == "muted"]
    assert [block.text for block in footnotes] == [
        (
            "Prise en charge d'après la règle générale de l'organisme (CNFPT), non lue sur la page de la "
            "formation ; à vérifier avant l'inscription. Numéros d'ordre : 1."
        )
    ]


def test_three_baskets_say_who_acts_who_pays_and_who_enrols() -> None:
    report = shown(path(bases(), mooc(), degree(), tutorat()))
    baskets = section_at(report, "paniers").sections
    assert {basket.anchor: items(basket) for basket in baskets} == {
        "panier-plan": (
            (
                "Bases du droit, 2 jours, 0 €, vu sur la page de l'organisme, noté en novembre 2026, "
                "prise en charge : cotisation, inscription : employeur, service RH"
            ),
            "Tutorat : Écoute, 2 jours, 0 €, à organiser par l'employeur",
        ),
        "panier-open": (
            "MOOC de droit, 2 h, 0 €, vu sur la page de l'organisme, noté en 2020, à revérifier",
        ),
        "panier-personal": (
            (
                "Master, 57 jours, prix à demander, vu sur la page de l'organisme, date à vérifier, "
                "inscription et prise en charge à vérifier"
            ),
        ),
    }


def test_an_empty_basket_says_so() -> None:
    texts = texts_of(shown(path(bases())))
    assert "Rien en accès libre dans ce parcours." in texts
    assert "Aucun diplôme dans ce parcours (--with-degrees les fait entrer dans le calcul)." in texts


def test_what_is_known_of_the_way_in_is_said_and_the_rest_is_to_check() -> None:
    paid = catalog(
        **RECORDS | {"providers": [{**CNFPT, "access": {"territorial": {"paid_by": "cotisation"}}}]}
    )
    line = items(section_at(shown(path(bases()), records=paid), "paniers").sections[0])[0]
    assert line.endswith("prise en charge : cotisation, inscription à vérifier")
    enrolled = catalog(**RECORDS | {"providers": [{**CNFPT, "access": {"territorial": {"channel": "IEL"}}}]})
    line = items(section_at(shown(path(bases()), records=enrolled), "paniers").sections[0])[0]
    assert line.endswith("prise en charge à vérifier, inscription : IEL")


def test_what_is_to_confirm_comes_with_what_could_stand_in() -> None:
    other = StandIn(id="bases", evidence="verified", hours=14, hours_estimated=False, price_eur=None)
    report = shown(path(bases(), mooc(), negocier(stand_in=other)))
    rows = table_named(section_at(report, "a-confirmer")).rows
    assert [(row[0].text, row[2].text, row[2].detail) for row in rows] == [
        ("MOOC de droit", "non trouvée dans ce catalogue", ""),
        ("Négocier", "Bases du droit", "2 jours, prix à demander"),
    ]


def test_what_leaving_out_each_training_costs_is_said_when_asked_for() -> None:
    assert "sans-elle" not in [section.anchor for section in shown(path(bases())).sections]
    lost = path(
        bases(loss=Loss(gap_weight=3, indispensable_weight=3, replaced_by=())),
        mooc(loss=Loss(gap_weight=0, indispensable_weight=0, replaced_by=("master",))),
    )
    rows = table_named(section_at(shown(lost), "sans-elle")).rows
    assert [(row[0].text, row[1].text, row[2].text) for row in rows] == [
        ("Bases du droit", "3 sur 8", "rien dans ce catalogue"),
        ("MOOC de droit", "rien, une autre la remplace", "Master"),
    ]


@pytest.mark.parametrize(
    ("open_step", "reason"),
    [
        ({"reason": "not-in-catalogue"}, "non trouvée dans ce catalogue"),
        (
            {"reason": "practice-only"},
            "à construire en situation de travail, une fois le niveau précédent atteint",
        ),
        (
            {"reason": "entry-requirement", "trainings": ("master",), "needs": ("degree_level:6",)},
            (
                "prérequis non remplis, à réunir d'abord : un diplôme de niveau 6 "
                "(à indiquer dans « degree_level » s'il est détenu), formation concernée : « Master »"
            ),
        ),
        (
            {
                "reason": "entry-requirement",
                "needs": ("status:titulaire", "level:negociation:2", "training:bases"),
            },
            (
                "prérequis non remplis, à réunir d'abord : une situation admise : titulaire (à indiquer dans "
                "« statuses »), Négociation au niveau « application », avoir suivi « Bases du droit »"
            ),
        ),
        (
            {"reason": "excluded-by-filter", "filters": ("evidence", "region"), "filters_together": True},
            "écartée par les critères, critères à lever ensemble : --evidence, --region",
        ),
        (
            {"reason": "excluded-by-filter", "filters": ("with-degrees",), "trainings": ("master",)},
            "écartée par les critères, critère à revoir : --with-degrees, formation concernée : « Master »",
        ),
        (
            {"reason": "excluded-by-filter", "filters": ("evidence", "region")},
            "écartée par les critères, il suffirait de lever un de ces critères : --evidence, --region",
        ),
        (
            {"reason": "over-budget", "missing_hours": 5.0, "missing_eur": 120.0, "missing_count": 1},
            (
                "au-delà des limites fixées, il faudrait 0,5 jour de plus, il faudrait 120 € de plus, "
                "il faudrait 1 formation de plus"
            ),
        ),
        ({"reason": "over-budget"}, "au-delà des limites fixées, relever une seule limite ne suffirait pas"),
        (
            {"reason": "lost-in-order", "trainings": ("bases", "master", "mooc", "negocier", "tutorat")},
            (
                "incompatible avec l'ordre des autres, "
                "formations concernées : « Bases du droit », « Master », « MOOC de droit », 2 autres"
            ),
        ),
    ],
)
def test_each_open_step_says_its_true_reason(open_step: dict[str, Any], reason: str) -> None:
    report = shown(path(unmet=[unmet("droit", 1, 2, 3, step(1, 2, **open_step))]))
    row = table_named(section_at(report, "reste-ouvert")).rows[0]
    assert row[2].text == f"notions → application : {reason}."
    assert (row[1].text, row[1].detail) == ("notions", "visé : application")


def test_levels_before_and_after_are_charted_but_for_ways_of_being() -> None:
    section = section_at(shown(path(bases(), mooc(), negocier())), "avant-apres")
    figure = section.blocks[0]
    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, LevelChart)
    assert [(point.label, point.start, point.end, point.target) for point in figure.chart.points] == [
        ("Droit", 0, 2, 2),
        ("Négociation", 0, 2, 2),
    ]
    assert table_named(section, "Savoir-être").rows[0][1].text == "à développer"


def test_the_chart_of_the_path_has_a_step_a_training_with_what_it_closes() -> None:
    section = section_at(shown(path(bases(), tutorat())), "parcours")
    figure = next(block for block in section.blocks if isinstance(block, Figure))
    assert isinstance(figure.chart, JourneyChart)
    assert [(one.label, one.hours, one.closes) for one in figure.chart.steps] == [
        ("Bases du droit", 14, ("Droit (non acquis → notions)",)),
        ("Tutorat : Écoute", 14, ("Écoute (jusqu'à « attendu en autonomie »)",)),
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_counted_in_percent_nor_split_by_a_middle_dot(language: str) -> None:
    report = shown(path(bases(), mooc(), negocier(), unmet=[open_ear()]), language=language)
    assert not [text for text in texts_of(report) if "%" in text or "·" in text]


def test_statut_is_another_matter_and_the_proof_is_in_the_method() -> None:
    texts = texts_of(shown(path(bases())))
    assert any("à vérifier avec votre DRH, votre centre de gestion" in text for text in texts)
    assert any(text.startswith("Le parcours est prouvé optimal") for text in texts)


def test_whole_report_in_the_terminal_and_in_markdown() -> None:
    other = StandIn(id="bases", evidence="verified", hours=14, hours_estimated=False, price_eur=0)
    result = path(
        bases(),
        mooc(),
        negocier(stand_in=other, loss=Loss(gap_weight=4, indispensable_weight=0, replaced_by=())),
        unmet=[open_ear()],
    )
    assert_golden("views/path.txt", render_text(shown(result), 100, colour=False))
    assert_golden("views/path.md", render_markdown(shown(result)))
    assert_golden("views/path-en.md", render_markdown(shown(result, language="en")))


def bases(**keys: Any) -> PathTraining:
    return taken("bases", closes=(LAW_1,), **keys)


def mooc(**keys: Any) -> PathTraining:
    return taken("mooc", hours=2, basket="open", stale=True, closes=(LAW_2,), **keys)


def negocier(**keys: Any) -> PathTraining:
    return taken("negocier", hours_estimated=True, evidence="indicative", closes=(TALK,), **keys)


def tutorat(**keys: Any) -> PathTraining:
    return taken("tutorat", evidence="generic", enables=(EAR,), **keys)


def degree() -> PathTraining:
    return taken("master", hours=400, basket="personal", price_eur=None, funded=False, closes=(LAW_2,))


def taken(identifier: str, **keys: Any) -> PathTraining:
    """Return a training of a path: 14 hours in the plan, funded, verified, unless told otherwise."""
    given = {
        "hours": 14,
        "hours_estimated": False,
        "price_eur": 0,
        "funded": True,
        "evidence": "verified",
        "stale": False,
        "basket": "plan",
        "closes": (),
        "enables": (),
        "unknown": (),
        "stand_in": None,
        "loss": None,
    }
    return PathTraining(id=identifier, **given | keys)


def open_ear() -> Unmet:
    return unmet("ecoute", 0, 1, 1, step(0, 1, "not-in-catalogue"))


def unmet(competency: str, reached: int, required: int, importance: int, *steps: OpenStep) -> Unmet:
    return Unmet(
        competency=competency,
        held=0,
        reached=reached,
        required=required,
        importance=importance,
        reason=steps[0].reason,
        steps=steps,
    )


def step(from_level: int, to_level: int, reason: Any, **keys: Any) -> OpenStep:
    given = dict.fromkeys(("missing_hours", "missing_eur", "missing_count"))
    given |= dict.fromkeys(("trainings", "filters", "needs"), ()) | {"filters_together": False}
    return OpenStep(from_level=from_level, to_level=to_level, reason=reason, **given | keys)


def path(*trainings: PathTraining, unmet: list[Unmet] | None = None, status: str = "optimal") -> TrainingPath:
    """Return a result that holds these trainings; levels after are those they gain."""
    after = {"droit": 0, "negociation": 0, "ecoute": 0}
    for one in trainings:
        for gained in (*one.closes, *one.enables):
            after[gained.competency] = max(after[gained.competency], gained.to_level)
    prices = [one.price_eur for one in trainings]
    return TrainingPath(
        buyer="b1",
        profile="poste",
        employer="territorial",
        status=status,
        coverage_before=0,
        coverage_after=0.5,
        ready_before=False,
        ready_after=False,
        gap_weight_before=11,
        gap_weight_closed=8,
        total_hours=sum(one.hours for one in trainings),
        hours_estimated=sum(one.hours for one in trainings if one.hours_estimated),
        total_price_eur=sum(price or 0 for price in prices),
        unknown_prices=prices.count(None),
        bound=None,
        trainings=trainings,
        unmet=tuple(unmet or ()),
        levels_after={name: level for name, level in after.items() if level},
    )


def shown(
    result: TrainingPath, person: Buyer | None = None, language: str = "fr", records: Any = None
) -> ReportView:
    return path_report(result, graph(records), person or buyer(employer="territorial"), language)


def graph(records: Any = None) -> SkillGraph:
    return SkillGraph.of(records or catalog(**RECORDS), DAY)


def items(section: Section) -> tuple[str, ...]:
    return next((block.items for block in section.blocks if isinstance(block, Bullets)), ())
