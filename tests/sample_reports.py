"""Reports that show every kind of block, for the tests of the renderers and the pictures."""

from itertools import cycle, islice

from buyer_skills.views.report_view import (
    Bullets,
    Callout,
    Cell,
    Column,
    Definitions,
    Figure,
    JourneyChart,
    JourneyStep,
    LevelChart,
    LevelPoint,
    Paragraph,
    ReportView,
    Section,
    SupplyCell,
    SupplyChart,
    SupplyRow,
    Table,
)

SCALE = ("non acquis", "notions", "application", "maîtrise", "expertise")

LONG_ADDRESS = (
    "https://exemple.org/un/chemin/vraiment/tres/long/qui-ne-doit-pas-etre-coupe-a-l-impression/"
    "ni-deborder-sur-un-telephone.pdf"
)

LABELS = (
    "Recenser et qualifier les besoins avec les prescripteurs",
    "Négociation",
    "Analyse du coût du cycle de vie et comparaison des offres au-delà du prix d'achat initial",
    "Sourcing et connaissance des marchés fournisseurs",
    "Révision des prix, indexation et traitement des circonstances imprévisibles en cours d'exécution",
    "Clauses sociales",
    "Anticonstitutionnellement-interdépartementalisation-des-approvisionnements-mutualisés",
    "Droit de la commande publique",
)

GROUPS = (
    "Animation et relation avec les prescripteurs",
    "Droit et procédures",
    "Achat responsable et politiques du territoire",
)


def level_chart(count: int) -> LevelChart:
    """A dumbbell chart of ``count`` rows, with a surplus, an equality and a missing mark among them."""
    levels = islice(cycle([(0, 2, 3), (1, 2, 2), (2, 2, 3), (3, 1, None), (None, 2, 2), (0, 4, 4)]), count)
    points = [
        LevelPoint(LABELS[row % len(LABELS)], _group(row, count), start, end, target)
        for row, (start, end, target) in enumerate(levels)
    ]
    return LevelChart(
        title="Niveaux avant et après le parcours",
        alternative="Sur la plupart des compétences, le parcours mène au niveau attendu.",
        points=tuple(points),
        start_name="avant le parcours",
        end_name="après le parcours",
        scale=SCALE,
        target_name="niveau attendu par la fiche métier",
    )


def supply_chart(count: int) -> SupplyChart:
    """A supply map of ``count`` rows with holes, steps nobody needs, and counts of one to three digits."""
    cells = (
        SupplyCell((2, 1, 0, 4), needed=True),
        SupplyCell((0, 0, 0, 0), needed=True),
        SupplyCell((0, 0, 0, 0), needed=False),
        SupplyCell((0, 3, 0, 0), needed=False),
        SupplyCell((12, 34, 5, 100), needed=True),
    )
    rows = [
        SupplyRow(
            LABELS[row % len(LABELS)],
            _group(row, count),
            tuple(cells[(row + step) % len(cells)] for step in range(4)),
        )
        for row in range(count)
    ]
    return SupplyChart(
        title="Formations trouvées par compétence et par marche",
        alternative="Les marches vers la maîtrise sont presque toujours vides.",
        steps=("0 → 1 notions", "1 → 2 application", "2 → 3 maîtrise", "3 → 4 expertise"),
        evidences=(
            "confirmé par l'organisme",
            "vu sur la page de l'organisme",
            "signalé par un tiers",
            "à confirmer (thème connu)",
        ),
        rows=tuple(rows),
        hole_name="demandée par une fiche métier, non trouvée dans ce catalogue",
        unneeded_name="non demandée",
    )


def journey_chart(count: int) -> JourneyChart:
    """A path of ``count`` trainings, from nothing to two years long."""
    hours = islice(
        cycle([(14.0, "2 jours"), (3.5, "0,5 jour (estimation)"), (900.0, "128,5 jours"), (0.0, "0 h")]),
        count,
    )
    baskets = ("à demander au plan de formation", "en accès libre, dès demain", "projet personnel")
    steps = [
        JourneyStep(
            LABELS[row % len(LABELS)],
            length,
            name,
            baskets[row % 3],
            tuple(f"{label} : notions → application" for label in islice(cycle(LABELS), row, row + row % 4)),
        )
        for row, (length, name) in enumerate(hours)
    ]
    return JourneyChart(
        title="Le parcours, dans l'ordre à suivre",
        alternative="Les formations du parcours, leur durée et ce que chacune apporte.",
        steps=tuple(steps),
        axis_name="Durée",
    )


def small_report() -> ReportView:
    """A report of a few lines whose texts hold characters that mean something to each format."""
    return ReportView(
        title="Écarts & <script>alert(1)</script>",
        subtitle="*b1* au 24 novembre 2026",
        language="fr",
        lead=("1. Deux compétences sur trois", "| à demander : « Négocier »"),
        sections=(
            Section(
                "ecarts",
                "Vos #écarts",
                (
                    Table(
                        "Niveaux | détail",
                        (
                            Column("Compétence", heads_row=True),
                            Column("Écart", "right"),
                            Column("Fiabilité", "center"),
                        ),
                        (
                            (
                                Cell("Négociation", "passation | juridique"),
                                Cell("1", tone="attention"),
                                Cell("[vu]"),
                            ),
                            (Cell("A_b c_d"), Cell("0"), Cell("https://exemple.fr/a_b?c=1&d=2.")),
                        ),
                    ),
                    Paragraph("# pas un titre", tone="muted"),
                    Bullets(("- pas deux tirets", "fin"), numbered=True),
                ),
                (
                    Section(
                        "suite",
                        "Suite",
                        (
                            Definitions((("Écart", "niveau requis moins niveau tenu"),)),
                            Callout("À vérifier", "1) avec l'organisme"),
                        ),
                    ),
                ),
            ),
        ),
        footer=("Méthode : rien n'est inventé.",),
    )


def full_report(rows: int = 12) -> ReportView:
    """A report with every kind of block, as long as a real one."""
    path_table = Table(
        "Formations du parcours",
        (
            Column("Rang", "right"),
            Column("Formation", heads_row=True),
            Column("Organisme"),
            Column("Durée", "right"),
            Column("Prix", "right"),
            Column("Fiabilité"),
            Column("Ce qu'elle apporte"),
        ),
        tuple(
            (
                Cell(str(number)),
                Cell(LABELS[number % len(LABELS)], "en ligne, ouverte à tous"),
                Cell("CNFPT"),
                Cell("2 jours", "estimation", tone="attention" if number % 3 == 0 else "plain"),
                Cell("0 €", tone="good"),
                Cell("vu sur la page de l'organisme", "novembre 2026"),
                Cell("Négociation : notions → application"),
            )
            for number in range(1, rows + 1)
        ),
    )
    return ReportView(
        title="Parcours de formation vers : Acheteuse publique / Acheteur public",
        subtitle="Exemple inventé : agent b1, employeur territorial, au 24 novembre 2026",
        language="fr",
        lead=(
            "Où vous en êtes : 9 compétences sur 14 au niveau attendu, 2 indispensables encore courtes.",
            "À faire d'abord : demander « Négocier un marché » au plan (2 jours, pris en charge).",
            "Ce qui reste ouvert : 3 marches non trouvées ; 4 durées estimées ; 2 à confirmer.",
        ),
        sections=(
            Section(
                "niveaux",
                "Où vous en êtes",
                (
                    Paragraph("Ce que la fiche métier demande, et ce que vous tenez déjà."),
                    Figure(level_chart(rows), _small_table("Niveaux avant et après")),
                    Callout("À vérifier", "Une formation suivie visait plus haut que le niveau indiqué."),
                ),
            ),
            Section(
                "parcours",
                "Le parcours",
                (
                    Paragraph("Chaque formation commence quand ses prérequis sont réunis.", tone="muted"),
                    path_table,
                ),
                (
                    Section(
                        "plan",
                        "À demander au plan de formation de l'employeur",
                        (
                            Bullets(
                                ("Négocier un marché", "Acheter responsable", "Exécuter un marché"),
                                numbered=True,
                            ),
                            Figure(journey_chart(6), _small_table("Durée et apport de chaque formation")),
                        ),
                    ),
                ),
            ),
            Section(
                "offre",
                "L'offre trouvée",
                (
                    Figure(supply_chart(rows), _small_table("Offre par marche")),
                    Paragraph("Toutes les compétences indispensables sont réunies.", tone="good"),
                    Paragraph("Catalogue insuffisant pour conclure.", tone="attention"),
                    Callout("Bonne nouvelle", "Tout est pris en charge.", tone="good"),
                    Callout("Remarque", "Les prix inconnus ne sont jamais comptés 0.", tone="muted"),
                ),
            ),
            Section(
                "methode",
                "Méthode et sources",
                (
                    Definitions(
                        (
                            ("Écart", "Niveau requis moins niveau tenu, quand il est positif."),
                            ("Fiabilité", "Ce sur quoi repose ce qui est dit d'une formation."),
                        )
                    ),
                    Bullets((f"Commission européenne, ProcurCompEU, vu en 2026 : {LONG_ADDRESS}",)),
                ),
            ),
        ),
        footer=("buyer-skills, catalogue du 24 novembre 2026.", "Données : Licence ouverte 2.0."),
    )


def _small_table(caption: str) -> Table:
    return Table(
        caption,
        (Column("Compétence", heads_row=True), Column("Avant"), Column("Après")),
        ((Cell("Négociation"), Cell("notions"), Cell("application", tone="good")),),
    )


def _group(row: int, count: int) -> str:
    return GROUPS[row * len(GROUPS) // count]
