"""The list of all checks, and how they are run."""

from collections.abc import Callable, Iterator

from buyer_skills.catalog.checks import (
    competencies,
    cycles,
    lists,
    outcomes,
    profiles,
    references,
    rules,
    set_ups,
    texts,
    trainings,
)
from buyer_skills.catalog.checks.acceptance import check_acceptances_needed
from buyer_skills.catalog.checks.context import CheckContext
from buyer_skills.issues import Issue

Check = Callable[[CheckContext], Iterator[Issue]]
"""A rule: it yields what it finds and raises nothing."""

ERROR_CHECKS: tuple[Check, ...] = (
    references.check_sources_named,
    references.check_inner_sources_named,
    references.check_themes_named,
    references.check_competency_headings,
    references.check_competency_neighbours,
    references.check_competencies_taught,
    references.check_trainings_required,
    references.check_training_links,
    references.check_competencies_asked,
    references.check_profiles_named,
    references.check_statuts_named,
    references.check_named_gaps_bear,
    references.check_employer_answers_named,
    set_ups.check_activities_placed,
    set_ups.check_set_ups_named,
    set_ups.check_set_ups_once,
    cycles.check_required_trainings_cycle,
    cycles.check_parts_cycle,
    cycles.check_broader_cycle,
    cycles.check_based_on_cycle,
    outcomes.check_outcomes_go_up,
    outcomes.check_template_is_practice,
    trainings.check_sessions_in_order,
    profiles.check_profiles_ask,
    profiles.check_asked_once,
    profiles.check_share_goes_up,
    competencies.check_levels_in_order,
)
"""Checks of what would make an answer wrong."""

WARNING_CHECKS: tuple[Check, ...] = (
    outcomes.check_outcomes_once,
    outcomes.check_outcomes_useful,
    outcomes.check_outcomes_within_reach,
    outcomes.check_outcomes_within_basis,
    outcomes.check_practice_from_something,
    trainings.check_not_over,
    trainings.check_ended_is_past,
    trainings.check_page_before_note,
    trainings.check_hours_fit_days,
    trainings.check_outcomes_have_basis,
    trainings.check_evidence_is_dated,
    trainings.check_titles_differ,
    trainings.check_evidence_fits_practice,
    trainings.check_degrees_grant_level,
    trainings.check_only_degrees_grant,
    trainings.check_evidence_has_address,
    trainings.check_dates_not_ahead,
    trainings.check_confirmed_by_someone,
    trainings.check_functions_are_no_names,
    profiles.check_parents_not_asked,
    profiles.check_changes_declared,
    profiles.check_changes_true,
    profiles.check_expert_levels_rare,
    profiles.check_indispensable_reachable,
    profiles.check_volets_modest,
    profiles.check_profiles_have_basis,
    profiles.check_profile_titles_differ,
    competencies.check_levels_whole,
    competencies.check_levels_undated,
    rules.check_readings_dated,
    set_ups.check_someone_does,
    lists.check_links_once,
    lists.check_links_say_something,
    lists.check_headings_used,
    lists.check_providers_offer,
    lists.check_sources_used,
    lists.check_names_differ,
    lists.check_sources_published,
    lists.check_sources_dated,
    texts.check_no_middle_dot,
    texts.check_sourced,
    texts.check_translated,
    texts.check_regions_named,
    check_acceptances_needed,
)
"""Checks of what is worth a warning or a note; the last one reads what the others matched."""


def check_records(context: CheckContext, *, errors_only: bool) -> Iterator[Issue]:
    """Yield what every check finds; with ``errors_only``, only the checks that can find an error run."""
    for check in ERROR_CHECKS if errors_only else ERROR_CHECKS + WARNING_CHECKS:
        yield from check(context)
