"""The answers of employers on a job, kept one by one, and the change of its profile that they propose."""

from collections.abc import Iterable

from buyer_skills.analyses.employer_answers import AskedTogether, EmployersTogether, merge_employer_answers
from buyer_skills.catalog.catalog import Catalog
from buyer_skills.catalog.employer_answers import EmployerAnswer
from buyer_skills.catalog.profiles import JobProfile
from buyer_skills.messages.wording import LANGUAGES, wording
from buyer_skills.workflows.forms.folder_records import FolderRecords, Plain
from buyer_skills.workflows.forms.training_records import plain_of

_USUAL_IMPORTANCE = 2


def take_employer_answer(answer: EmployerAnswer, into: FolderRecords) -> None:
    """Keep the answer of an employer, in place of the one it gave before on the same job."""
    plain = answer.model_dump(mode="json", exclude_none=True, by_alias=True)
    into.put("employer_answers", {key: value for key, value in plain.items() if value})


def propose_profiles(profiles: Iterable[str], catalog: Catalog, into: FolderRecords) -> None:
    """Propose what the answers make of some profiles, in place of what was proposed of them before.

    Args:
        profiles: ids of the profiles that were answered on.
        catalog: the catalogue with every answer, those just taken included.
        into: the records of the folder.
    """
    for identifier in sorted(set(profiles)):
        profile = catalog.profiles[identifier]
        together = merge_employer_answers(profile, catalog.employer_answers.values())
        lines = [_line(one, profile) for one in together.differences if one.verdict != "dropped"]
        dropped = [one.competency for one in together.differences if one.verdict == "dropped"]
        keys: Plain = {"requirements": lines} if lines else {}
        if profile.based_on is not None and together.differences:
            keys["based_on"] = _based_on(profile, together, catalog)
        if not keys and not dropped and profile.validated_by == together.employers:
            into.propose("profiles", identifier, None)
            continue
        into.propose("profiles", identifier, {**keys, "validated_by": together.employers}, dropped)


def _based_on(profile: JobProfile, together: EmployersTogether, catalog: Catalog) -> Plain:
    """Return the link to the profile it comes from, the differences with it as they would be."""
    link: Plain = plain_of(profile.based_on) if profile.based_on else {}
    reference = catalog.profiles.get(link["profile"])
    changes = {one["competency"]: one for one in link.get("changes", ())}
    reason = {one: wording(one).text("form.employers-reason", count=together.employers) for one in LANGUAGES}
    for one in together.differences:
        before = reference.level_of(one.competency) if reference else None
        after = None if one.verdict == "dropped" else one.level
        changes.pop(one.competency, None)
        if before != after:
            change = {"competency": one.competency, "from": before, "to": after, "reason": reason}
            changes[one.competency] = change
    return {**link, "changes": list(changes.values())}


def _line(one: AskedTogether, profile: JobProfile) -> Plain:
    current = next((each for each in profile.requirements if each.competency == one.competency), None)
    importance = one.importance or one.current_importance or _USUAL_IMPORTANCE
    line = plain_of(current) if current is not None and current.level else {}
    # A reason that was given for another importance no longer holds.
    kept = {
        key: value
        for key, value in line.items()
        if key != "reason" or importance == line.get("importance", _USUAL_IMPORTANCE)
    }
    return {**kept, "competency": one.competency, "level": one.level, "importance": importance}
