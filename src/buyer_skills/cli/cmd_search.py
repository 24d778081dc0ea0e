"""`search`: a few words into the records that answer them."""

from collections.abc import Sequence

from buyer_skills.analyses.search.question import is_meaningful
from buyer_skills.analyses.search.results import SEARCH_KINDS, SearchKind, SearchScope
from buyer_skills.analyses.search.searching import search
from buyer_skills.analyses.search.words import plain, words_in
from buyer_skills.cli.delivering import deliver
from buyer_skills.cli.options import Settings, report_options
from buyer_skills.cli.types import CountType, ListType
from buyer_skills.cli.worded import worded_argument, worded_command, worded_option
from buyer_skills.errors import UsageError
from buyer_skills.views.search_view import kind_names, search_report

LONGEST_STEM = 60
"""Characters of the name of a file at most."""


@worded_command("search")
@worded_argument("asked", metavar="WORDS", nargs=-1, required=True)
@worded_option("--kind", "searched_kinds", type=ListType(SEARCH_KINDS))
@worded_option("--limit", "records_shown", type=CountType(), default=20, show_default=True)
@worded_option("--all", "with_past", is_flag=True)
@report_options
def cmd_search(
    settings: Settings,
    asked: Sequence[str],
    searched_kinds: tuple[SearchKind, ...] | None,
    records_shown: int,
    *,
    with_past: bool,
) -> None:
    """Search the catalogue."""
    query = " ".join(asked)
    if not is_meaningful(query):
        raise UsageError("search-without-word", found=query)
    graph = settings.graph()
    scope = SearchScope(kinds=searched_kinds or (), all=with_past, limit=records_shown)
    language = settings.language
    result = search(graph, query, scope, language, kind_names(language))
    stem = "-".join(["search", *(plain(word) for word in words_in(query))])[:LONGEST_STEM].rstrip("-")
    deliver(settings, stem, result, lambda: search_report(result, graph, language))
