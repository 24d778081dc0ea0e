"""The regions of France, as the slugs that `region` takes."""

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
