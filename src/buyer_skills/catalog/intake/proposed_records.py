"""Offers of outside files as records that wait to be looked over: new ones, and changes of known ones."""

from collections.abc import Collection, Mapping
from typing import Any

from buyer_skills.catalog.identifiers import provider_identifier, training_identifier
from buyer_skills.catalog.intake.offers import Offer, OfferFile
from buyer_skills.catalog.overlays import EXTENDS, PROPOSED, STATUS
from buyer_skills.catalog.trainings import EVIDENCE_ORDER, HOURS_PER_DAY

Plain = Mapping[str, Any]

UNNAMED_BODY = "Organisme à préciser"
"""Name of the body of offers whose file names none, to be said when they are looked over."""

_DEFAULT_KIND = "course"


def new_training(offer: Offer, file: OfferFile, provider: str, taken: Collection[str]) -> dict[str, Any]:
    """Return the record of an offer that is not known: proposed, and teaching nothing yet.

    Args:
        offer: the offer.
        file: the file it is in.
        provider: id of its body.
        taken: ids that it may not have.
    """
    identifier = training_identifier(offer.title, provider, taken)
    return {
        "id": identifier,
        "title": {"fr": offer.title},
        "provider": provider,
        "kind": offer.kind or _DEFAULT_KIND,
        STATUS: PROPOSED,
        **_trust(offer, file),
        **_facts(offer),
        **_of_file(offer, file),
        "sources": [file.source["id"]],
    }


def changed_training(offer: Offer, file: OfferFile, known: Plain) -> dict[str, Any] | None:
    """Return the change that an offer makes of a training that is known, or None when it says nothing new.

    What the offer does not say stays; so do the title, the kind and how far it can be trusted.

    Args:
        offer: the offer.
        file: the file it is in.
        known: the record as it is, in plain values.
    """
    facts = _facts(offer)
    if "hours" in facts and _same_length(facts, known):
        facts = {key: value for key, value in facts.items() if key not in {"hours", "days"}}
    differing = {key: value for key, value in facts.items() if key != "links" and known.get(key) != value}
    if "access" in differing:
        differing["access"] = {**known.get("access", {}), **differing["access"]}
        if differing["access"] == known.get("access"):
            del differing["access"]
    missing = [one for one in _links(offer) if not _has_link(known.get("links", ()), one)]
    if missing:
        differing["links"] = [*known.get("links", ()), *missing]
    differing |= _surer(_trust(offer, file), known)
    if not differing:
        return None
    sources = list(dict.fromkeys([*known.get("sources", ()), file.source["id"]]))
    return {EXTENDS: known["id"], STATUS: PROPOSED, **differing, **_of_file(offer, file), "sources": sources}


def renewed_training(offer: Offer, file: OfferFile, waiting: Plain) -> dict[str, Any]:
    """Return a record that waits already, with what the file says of it now; what was added by hand stays."""
    renewed = {**waiting, "title": {**waiting["title"], "fr": offer.title}, **_trust(offer, file)}
    renewed |= _facts(offer)
    renewed |= _of_file(offer, file)
    renewed["sources"] = list(dict.fromkeys([*waiting.get("sources", ()), file.source["id"]]))
    return renewed


def new_provider(name: str, file: OfferFile, taken: Collection[str]) -> dict[str, Any]:
    """Return the record of a body that is not known, proposed with its first training."""
    return {
        "id": provider_identifier(name, taken),
        "title": {"fr": name},
        STATUS: PROPOSED,
        "sources": [file.source["id"]],
    }


def _facts(offer: Offer) -> dict[str, Any]:
    """Return what an offer says, under the keys of the catalogue; what it does not say is not there."""
    said = {
        "hours": offer.hours,
        "days": offer.days,
        "price_eur": offer.price_eur,
        "access": {family: {"price_eur": price} for family, price in sorted(offer.prices.items())},
        "grants_degree_level": offer.degree_level if offer.kind == "degree" else None,
        "code": offer.code,
        "url": offer.url,
        "region": offer.region,
        "place": offer.location,
        "modality": offer.modality,
        "sessions": [_session(one) for one in offer.sessions],
        "audience": _french(offer.audience),
        "entry_note": _french(offer.entry_note),
        "aims": _french(offer.aims),
        "programme": _french(offer.programme),
        "links": _links(offer),
    }
    return {key: value for key, value in said.items() if value not in (None, "", [], {})}


def _french(text: str) -> dict[str, str] | None:
    return {"fr": text} if text else None


def _session(session: Any) -> dict[str, Any]:
    said = {"start": session.start, "end": session.end, "place": session.place, "seats": session.seats}
    return {key: value for key, value in said.items() if value not in (None, "")}


def _links(offer: Offer) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    if offer.certification:
        register = "RNCP" if offer.certification.startswith("RNCP") else "RS"
        link = {"framework": register, "code": offer.certification}
        found.append({**link, "label": offer.certification_title} if offer.certification_title else link)
    found += [{"framework": "Formacode", "code": code} for code in offer.formacodes]
    found += [{"framework": "ROME", "code": code} for code in offer.rome]
    return found


def _has_link(links: Collection[Plain], link: Plain) -> bool:
    return any(one.get("framework") == link["framework"] and one.get("code") == link["code"] for one in links)


def _surer(trust: Plain, known: Plain) -> dict[str, Any]:
    """Return what a file changes of the trust in a known training: nothing, unless it is surer.

    The note of one that was known by its theme alone says what is no longer true.
    """
    before = known.get("evidence", EVIDENCE_ORDER[-1])
    if before not in EVIDENCE_ORDER or EVIDENCE_ORDER.index(trust["evidence"]) > EVIDENCE_ORDER.index(before):
        return {}
    if trust["evidence"] == before and trust.get("confirmed") == known.get("confirmed"):
        return {}
    is_note_out_of_date = before == EVIDENCE_ORDER[-1] and "note" in known
    return {**trust, "note": None} if is_note_out_of_date else dict(trust)


def _trust(offer: Offer, file: OfferFile) -> dict[str, Any]:
    """Return how far an offer can be trusted: confirmed when the body handed the file, else as it is said.

    What has no address was seen on nobody's page: it is `reported` at most.
    """
    if file.answer is not None:
        return {"evidence": "confirmed", "confirmed": dict(file.answer)}
    is_seen = bool(offer.url or file.source.get("url"))
    is_too_sure = offer.evidence == "confirmed" or (offer.evidence == "verified" and not is_seen)
    return {"evidence": "reported" if is_too_sure else offer.evidence}


def _of_file(offer: Offer, file: OfferFile) -> dict[str, Any]:
    return {
        "noted": file.day,
        "origin": {"registry": file.registry, "key": offer.key, "read": file.day},
    }


def _same_length(facts: Plain, known: Plain) -> bool:
    """Return whether hours only say otherwise what the known record says in days."""
    days = known.get("days")
    return "hours" not in known and days is not None and facts["hours"] == days * HOURS_PER_DAY
