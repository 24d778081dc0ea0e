"""A made-up catalogue in which everything that can be said in two languages is.

What has one language only (titles of trainings, names, bases) is in invented words, so that a French
word in an English report, or the reverse, can only come from the code.
"""

import json
from pathlib import Path

Record = dict[str, object]
"""A record as in the data files."""

EMPLOYERS = ("territorial", "hospitalier")

BUYER = {
    "id": "b1",
    "employer": "territorial",
    "levels": {"zorb": 1, "flim": 1},
    "completed": ["vorbax-un"],
    "degree_level": 5,
}


def write_bilingual_catalogue(folder: Path) -> None:
    """Write the catalogue in `folder`: every kind of record, every key that a report shows."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _files().items():
        # JSON is YAML too, and knows no anchors.
        (folder / name).write_text(json.dumps({"format_version": 1, **content}, indent=1), encoding="utf-8")


def make_older(folder: Path) -> None:
    """Change the catalogue in `folder` into one it may come from: records gone, prices, dates, outcomes."""
    path = folder / "trainings.yaml"
    content = json.loads(path.read_text(encoding="utf-8"))
    trainings = content["trainings"]
    for training in trainings[:-1]:
        training |= {"price_eur": 5, "evidence": "indicative", "note": both("Grib"), "noted": "2020-03"}
        if training["kind"] != "practice":
            training["access"] = {"etat": {"price_eur": 12, "channel": both("Grob")}}
    trainings[1]["outcomes"] = []
    path.write_text(json.dumps({**content, "trainings": trainings[:-1]}), encoding="utf-8")


NEEDS = {
    "needs": [
        {"name": name, "employer": employer, "departement": place, "profile": job, "headcount": number}
        for name, employer, place, job, number in (
            ("Gorvil", "territorial", "02", "jobix", 14),
            ("Gorvil", "territorial", "02", "jobax", 2),
            ("Drumvil", "territorial", "02", "jobix", 7),
            ("Flimvil", "hospitalier", "02", "jobix", 6),
            ("Zobvil", "etat", "60", "jobix", 3),
            ("Zabvil", "etat", "75", "jobix", 1),
        )
    ]
}
"""Needs of invented employers, large and small, in départements that no language spells otherwise."""


def both(name: str) -> dict[str, str]:
    """Return a text in both languages, each with words that the other does not have.

    >>> both("Zorb")["en"]
    'Zorb of the buyers'
    """
    return {"fr": f"{name} des acheteurs", "en": f"{name} of the buyers"}


def _files() -> dict[str, Record]:
    return {
        "competencies.yaml": {
            "areas": [_heading("aire-un"), _heading("aire-deux")],
            "phases": [_heading("phase-un")],
            "roles": [_heading("role-un")],
            "themes": [_heading("theme-un")],
            "competencies": [
                _competency("zorb", "savoir", **_told(4), rules=["regux", "rulix", "rulax"], validated_by=2),
                _competency("flim", "savoir-faire", broader="zorb"),
                _competency("quix", "savoir-faire", area="aire-deux"),
                _competency(
                    "drel",
                    "savoir-etre",
                    behaviours=[both("Drelo")],
                    counter_example=both("Nodrel"),
                    **_told(3),
                ),
            ],
        },
        "trainings.yaml": {"trainings": _trainings()},
        "job_profiles.yaml": {"job_profiles": _profiles()},
        "providers.yaml": {
            "providers": [
                {"id": "orgix", "title": "Orgix", "description": both("Orgix"), "region": "bretagne"}
                | {"access": {"territorial": {"price_eur": 0, "paid_by": "orgix", "channel": "portix"}}}
                | {"sources": ["papix"]},
                {"id": "univix", "title": "Univix", "sources": ["papix"]},
            ]
        },
        "sources.yaml": {
            "sources": [
                {"id": "papix", "title": "Papix", "publisher": "Orgix", "url": "https://example.org/a"}
                | {"seen": "2026-11", "licence": "Libix"}
            ]
        },
        "statuts.yaml": {
            "statuts": [
                {"id": "statix", "title": both("Statix"), "employer": "territorial", "category": "B"}
                | {"kind": "cadre-emplois", "status": "seen", "as_of": "2024", "sources": ["papix"]}
            ]
        },
        "rules.yaml": {
            "rules": [
                _rule("regux", "seen"),
                _rule("rulix", "seen"),
                _rule("rulax", "seen-old"),
                _rule("rulux", "known-not-seen"),
            ]
        },
        "set_ups.yaml": _set_ups(),
        "named_gaps.yaml": {"named_gaps": _named_gaps()},
        "glossary.yaml": {
            "glossary": [
                _word("glox", "budget", "territorial", "hospitalier"),
                _word("glax", "training", "territorial"),
            ]
        },
    }


def _rule(name: str, status: str) -> Record:
    words = {"title": both(name.title()), "topic": "topix", "topic_title": both("Topix")}
    read = {"status": status, "as_of": "2018-05", "sources": ["papix"], "note": both(f"N{name}")}
    said = {"text": both(f"T{name}"), "value": "12 x", "legal_text": "lex-12", "employers": ["territorial"]}
    return {"id": name, **words, **said, **read}


def _set_ups() -> Record:
    actors = [
        {"id": "actix", "title": both("Actix"), "profiles": ["jobix"]},
        {"id": "actax", "title": both("Actax")},
    ]
    allocation = {"activity": "dox", "parts": {"actix": "fait", "actax": "informe"}, "note": both("Notx")}
    described = {"title": both("Setix"), "description": both("Dsetix"), "basis": both("Bsetix")}
    return {
        "activities": [{"id": "dox", "title": both("Dox"), "phase": "phase-un"}],
        "set_ups": [
            {"id": "setix", **described, "note": both("Nsetix"), "employers": list(EMPLOYERS)}
            | {"actors": actors, "allocations": [allocation], "sources": ["papix"]}
        ],
    }


def _named_gaps() -> list[Record]:
    steps: dict[str, list[Record]] = {
        "gapix-un": [{"competency": "zorb", "up_to": 2}, {"competency": "quix", "up_to": 3}],
        "gapix-deux": [{"competency": "zorb", "up_to": 1}],
        "gapix-trois": [{"competency": "drel", "up_to": 1}],
        "gapix-quatre": [],
    }
    return [
        {
            "id": name,
            "title": both(name.title()),
            "text": both(f"T{name}"),
            "figure": "12 %",
            "standing": "measured" if named else "named",
            "concerns": both(f"C{name}"),
            "employers": list(EMPLOYERS),
            "steps": named,
            "date": "2024-02",
            "note": both(f"N{name}"),
            "sources": ["papix"],
        }
        for name, named in steps.items()
    ]


def _word(name: str, topic: str, *families: str) -> Record:
    words = {family: both(f"W{family[:3]}x") for family in families}
    return {"id": name, "title": both(name.title()), "topic": topic, "words": words, "note": both(f"N{name}")}


def _heading(name: str) -> Record:
    return {"id": name, "title": both(name.title()), "description": both(name), "note": both(f"N{name}")}


def _competency(name: str, kind: str, area: str = "aire-un", **more: object) -> Record:
    record = {"id": name, "title": both(name.title()), "area": area, "kind": kind, "phase": "phase-un"}
    links = [{"framework": "Ramix", "label": "lamix", "relation": "close"}]
    described = {"description": both(f"D{name}"), "basis": "basix", "note": both(f"N{name}")}
    marks = {"roles": ["role-un"], "themes": ["theme-un"], "links": links, "sources": ["papix"]}
    return {**record, **described, **marks, **more}


def _told(levels: int) -> Record:
    """Return what a competency may say besides: a situation, levels, AI, what it is taken for."""
    return {
        "situation": both("Situx"),
        "levels": [{"level": level, "descriptors": [both(f"L{level}x")]} for level in range(1, levels + 1)],
        "ai": {"effect": "assists", "use_case": "documents", "reason": both("Aix"), "sources": ["papix"]},
        "confused_with": [{"competency": "quix", "difference": both("Confux")}],
    }


def _trainings() -> list[Record]:
    known: Record = {"evidence": "verified", "noted": "2026-11", "basis": "programme", "sources": ["papix"]}
    unsure: Record = {"evidence": "indicative", "noted": "2020-01", "basis": "theme", "sources": ["papix"]}
    at_work: Record = {"evidence": "generic", "basis": "theme"}
    return [
        _training("vorbax-un", "course", "zorb", 0, known, hours=10.5, page_date="2026-03-04", code="VX1"),
        _training("vorbax-deux", "course", "zorb", 1, unsure, audience=both("Vax"), entry_note=both("Vox"))
        | {"requires": {"levels": [{"competency": "flim", "level": 1}], "trainings": ["vorbax-un"]}},
        _training("vorbax-trois", "mooc", "flim", 1, known, hours=2, price_eur=0, modality="en-ligne"),
        _training("vorbax-quatre", "workshop", "quix", 1, unsure, price_eur=1250.5, region="bretagne"),
        _training("vorbax-cinq", "degree", "quix", 0, known, grants_degree_level=7, duration_months=12)
        | {"provider": "univix", "requires": {"degree_level": 6, "statuses": ["etudiant"]}},
        _training("vorbax-six", "degree", "flim", 0, unsure, grants_degree_level=6, outcomes=[])
        | {"provider": "univix"},
        _training("vorbax-sept", "course", "flim", 0, known, status="ended", ended="2024"),
        _training("vorbax-huit", "itinerary", "zorb", 0, known, parts=["vorbax-un"], days=3),
        _training("vorbax-neuf", "practice", "drel", 1, at_work),
    ]


def _training(name: str, kind: str, competency: str, start: int, known: Record, **more: object) -> Record:
    title = "Vorbax " + name.removeprefix("vorbax-").title()
    outcomes = [{"competency": competency, "from": start, "to": start + 1}]
    return {
        "id": name,
        "title": title,
        "provider": "orgix",
        "kind": kind,
        "outcomes": outcomes,
        **known,
        **more,
    }


def _profiles() -> list[Record]:
    return [
        {
            **_profile("jobix", {"zorb": 2, "flim": 3, "quix": 2, "drel": 2}),
            "purpose": both("Pux"),
            "missions": [both("Mix")],
            "activities": [both("Actix")],
            "relations": [both("Relix")],
            "context": both("Contix"),
            "conditions": [both("Condix")],
            "indicators": [both("Indix")],
            "themes": ["theme-un"],
            "links": [{"framework": "Ramix", "label": "lamix", "relation": "exact"}],
            "based_on": {
                "profile": "refix",
                "changes": [
                    {"competency": "flim", "from": 2, "to": 3, "reason": both("Raix")},
                    {"competency": "quix", "from": None, "to": 2, "reason": both("Roix")},
                    {"competency": "drel", "from": None, "to": 2, "reason": both("Ruix")},
                ],
            },
        },
        _profile("jobax", {"zorb": 1, "quix": 1}),
        {
            **_profile("jobex", {"zorb": 1}),
            "employers": ["territorial"],
            "statut": {"categories": ["B"], "statuts": ["statix"], "open_to_contract": True}
            | {"as_of": "2026-11", "note": both("Nstatix"), "sources": ["papix"]},
        },
        {**_profile("jobox", {"quix": 1}), "employers": ["hospitalier"]},
        {**_profile("refix", {"zorb": 2, "flim": 2}), "kind": "reference"},
    ]


def _profile(name: str, levels: dict[str, int]) -> Record:
    requirements = [
        {"competency": competency, "level": level, "importance": 3 - place % 3, "reason": both("Rax")}
        for place, (competency, level) in enumerate(levels.items())
    ]
    made = {
        "id": name,
        "title": both(name.title()),
        "requirements": requirements,
        "employers": list(EMPLOYERS),
    }
    return {**made, "basis": "basix", "note": both(f"N{name}"), "sources": ["papix"]}
