"""What is said of a record wherever it is named: headings, regions, employers, titles."""

from collections.abc import Iterable, Sequence

from buyer_skills.catalog.fields import Bilingual
from buyer_skills.catalog.regions import REGIONS
from buyer_skills.catalog.trainings import EMPLOYER_FAMILIES, EmployerFamily
from buyer_skills.graph.skill_graph import SkillGraph
from buyer_skills.messages.wording import wording


def heading_title(graph: SkillGraph, kind: str, identifier: str, language: str) -> str:
    """Return the title of an area, phase, role or theme."""
    catalog = graph.catalog
    groups = {"area": catalog.areas, "phase": catalog.phases, "role": catalog.roles, "theme": catalog.themes}
    return groups[kind][identifier].title.in_language(language)


def competency_title(graph: SkillGraph, identifier: str, language: str) -> str:
    """Return the title of a competency."""
    return graph.competency(identifier).title.in_language(language)


def profile_title(graph: SkillGraph, identifier: str, language: str) -> str:
    """Return the title of a profile, as a doublet."""
    return graph.profile(identifier).title.in_language(language)


def compact_profile_title(graph: SkillGraph, identifier: str, language: str) -> str:
    """Return the title of a profile as a doublet whose common end is said once, for long lists of them."""
    return compact_doublet(profile_title(graph, identifier, language))


def compact_doublet(title: str) -> str:
    """Return a doublet with the words that end both its halves said once.

    >>> compact_doublet("Acheteuse de l'État / Acheteur de l'État")
    "Acheteuse / Acheteur de l'État"
    >>> compact_doublet("Acheteuse publique / Acheteur public")
    'Acheteuse publique / Acheteur public'
    """
    feminine, slash, masculine = title.partition(" / ")
    if not slash:
        return title
    words, others = feminine.split(), masculine.split()
    # The first word of each half stays: it is what tells them apart.
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return f"{' '.join(words)}{slash}{masculine}"


def said_or(text: Bilingual | None, language: str, default: str = "") -> str:
    """Return a text in ``language``, or ``default`` where nothing is said."""
    return default if text is None else text.in_language(language)


def capped(items: Sequence[str], at_most: int, language: str) -> tuple[str, ...]:
    """Return ``items``, those beyond ``at_most`` counted in words."""
    rest = len(items) - at_most
    if rest <= 0:
        return tuple(items)
    return (*items[:at_most], wording(language).text("show.and-more", count=rest))


def region_text(region: str | None, language: str) -> str:
    """Return the name of a region; one that is not known of is to be checked.

    >>> region_text("hauts-de-france", "fr")
    'Hauts-de-France'
    """
    words = wording(language)
    if region is None:
        return words.text("list.to-check")
    if region in REGIONS:
        return words.text(f"list.region.{region}")
    return words.text("terms.region-national") if region == "national" else region


def employers_text(families: Iterable[EmployerFamily], language: str) -> str:
    """Return employer families in words; all four, or none, are told as such."""
    words = wording(language)
    named = tuple(families)
    if set(named) == set(EMPLOYER_FAMILIES):
        return words.text("list.all-employers")
    if not named:
        return words.text("list.not-said-plural")
    return ", ".join(words.text(f"terms.employer.{family}") for family in named)
