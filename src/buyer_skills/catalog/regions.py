"""The regions of France, as the slugs that `region` takes."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

REGIONS = frozenset(
    {
        "auvergne-rhone-alpes",
        "bourgogne-franche-comte",
        "bretagne",
        "centre-val-de-loire",
        "corse",
        "grand-est",
        "guadeloupe",
        "guyane",
        "hauts-de-france",
        "ile-de-france",
        "la-reunion",
        "martinique",
        "mayotte",
        "normandie",
        "nouvelle-aquitaine",
        "nouvelle-caledonie",
        "occitanie",
        "pays-de-la-loire",
        "polynesie-francaise",
        "provence-alpes-cote-d-azur",
    }
)
"""Slugs of the regions, and of the overseas collectivities where courses are held."""

BEYOND_REGIONS = frozenset({"national", "europe"})
"""What `region` takes besides: all over the country, and elsewhere in Europe."""

REGION_CODES: Mapping[str, str] = MappingProxyType(
    {
        "01": "guadeloupe",
        "02": "martinique",
        "03": "guyane",
        "04": "la-reunion",
        "06": "mayotte",
        "11": "ile-de-france",
        "24": "centre-val-de-loire",
        "27": "bourgogne-franche-comte",
        "28": "normandie",
        "32": "hauts-de-france",
        "44": "grand-est",
        "52": "pays-de-la-loire",
        "53": "bretagne",
        "75": "nouvelle-aquitaine",
        "76": "occitanie",
        "84": "auvergne-rhone-alpes",
        "93": "provence-alpes-cote-d-azur",
        "94": "corse",
    }
)
"""Slugs by the code of the official geographical list of Insee."""

_OTHER_NAMES = {"reunion": "la-reunion", "paca": "provence-alpes-cote-d-azur"}


def region_of(code: str, name: str) -> str:
    """Return the slug of a region from its code, else from its name; empty when neither is known.

    >>> region_of("4", ""), region_of("", "PROVENCE-ALPES-CÔTE D'AZUR"), region_of("99", "Nord")
    ('la-reunion', 'provence-alpes-cote-d-azur', '')
    """
    if found := REGION_CODES.get(code.strip().removesuffix(".0").zfill(2)):
        return found
    decomposed = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(one for one in decomposed if not unicodedata.combining(one))
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    slug = _OTHER_NAMES.get(slug, slug)
    return slug if slug in REGIONS else ""
