"""What the YAML parser complains of, as issues that say how to mend it."""

import yaml

from buyer_skills.issues import Issue, Place, issue
from buyer_skills.sources.tree import SourceText

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("F121", ("mapping values are not allowed", "could not find expected ':'")),
    ("F122", ("found unexpected end of stream", "',' or ']'", "',' or '}'")),
    ("F123", ("cannot start any token",)),
    ("F124", ("escape",)),
    (
        "F125",
        ("expected key", "'-' indicator", "block end", "are not allowed", "<document start>", "node content"),
    ),
)
"""Issue codes by what the parser's words contain, C parser and pure parser alike; the first fit wins."""

_CUT_SHORT = "found unexpected end of stream"
"""The parser has other words for it when the file ends just after a bracket."""

_NO_COLON = "could not find expected ':'"

_SHOWN = 40


def syntax_issue(error: yaml.YAMLError, source: SourceText) -> Issue:
    """Return the issue for what the parser could not read, with the line as it is written."""
    problem = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if opened and _NO_COLON in problem:
        # The parser only finds out on the next line that the one before it is no key.
        mark = opened
    place = source.place(mark) if mark else Place(source.name, 1, 1)
    if mark and opened and mark.index >= len(source.text):
        problem = _CUT_SHORT
    code = next((code for code, words in _KINDS if any(word in problem for word in words)), "F120")
    return issue(
        code,
        place,
        found=source.line(place.line).strip()[:_SHOWN],
        opened=opened.line + 1 if opened else place.line,
    )
