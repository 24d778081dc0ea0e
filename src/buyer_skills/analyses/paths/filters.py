"""Which filter refuses which training, and what is not known of those that pass."""

from typing import Literal

from buyer_skills.analyses.paths.constraints import Constraints, FilterName
from buyer_skills.catalog.trainings import EVIDENCE_ORDER, Training

Unknown = Literal["region", "modality", "price"]
"""What a filter asked about and the record does not say."""

REMOTE = ("distanciel", "en-ligne")
"""Modalities that can be followed from anywhere."""


def refusals(training: Training, constraints: Constraints, *, price_known: bool) -> tuple[FilterName, ...]:
    """Return the filters that refuse ``training``, in their fixed order; none when it passes.

    ``price_known`` says whether its price is known for the employer of ``constraints``.
    """
    found: list[FilterName] = []
    if _too_weak(training, constraints):
        found.append("evidence")
    if training.kind == "practice" and not constraints.practice:
        found.append("no-practice")
    if training.kind == "degree" and not constraints.with_degrees:
        found.append("with-degrees")
    if _elsewhere(training, constraints):
        found.append("region")
    if _other_modality(training, constraints):
        found.append("modality")
    if constraints.providers and training.provider not in constraints.providers:
        found.append("provider")
    if training.id in constraints.exclude:
        found.append("exclude")
    if constraints.max_price is not None and not price_known and constraints.unknown != "keep":
        found.append("max-price")
    return tuple(found)


def unknowns(training: Training, constraints: Constraints, *, price_known: bool) -> tuple[Unknown, ...]:
    """Return what the filters in use asked of ``training`` and could not know.

    A practice takes place at the employer's: its region and modality are never in doubt.
    """
    if training.kind == "practice":
        return ()
    found: list[Unknown] = []
    if constraints.region is not None and not _within_reach(training, constraints.region):
        if training.region is None:
            found.append("region")
        if training.modality is None:
            found.append("modality")
    if constraints.modalities and training.modality is None and "modality" not in found:
        found.append("modality")
    if constraints.max_price is not None and not price_known:
        found.append("price")
    return tuple(found)


def _too_weak(training: Training, constraints: Constraints) -> bool:
    if constraints.evidence is None or training.evidence == "generic" or constraints.evidence == "generic":
        return False
    return EVIDENCE_ORDER.index(training.evidence) > EVIDENCE_ORDER.index(constraints.evidence)


def _elsewhere(training: Training, constraints: Constraints) -> bool:
    if constraints.region is None or training.kind == "practice":
        return False
    if _within_reach(training, constraints.region):
        return False
    in_doubt = training.region is None or training.modality is None
    return not in_doubt or constraints.unknown == "drop"


def _within_reach(training: Training, region: str) -> bool:
    return training.region in (region, "national") or training.modality in REMOTE


def _other_modality(training: Training, constraints: Constraints) -> bool:
    if not constraints.modalities or training.kind == "practice":
        return False
    if training.modality is None:
        return constraints.unknown == "drop"
    return training.modality not in constraints.modalities
