"""What a plain (unquoted) scalar means: far less than YAML 1.1 makes of it.

Whole numbers and simple decimals are numbers, ``true`` and ``false`` booleans, ``null``, ``~`` and nothing
are None. Everything else that some YAML reader takes for a number, a boolean or a date is an
:class:`~buyer_skills.sources.tree.UnquotedScalar`. The rest is text.
"""

import re

from buyer_skills.sources.tree import Scalar, UnquotedScalar

_FIRST_CHARACTERS = frozenset("~nNtTfFyYoO+-.=<0123456789") | {""}
_LONGEST_SURPRISE = 64

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}", re.ASCII)
_SURPRISE = re.compile(
    r"""(?xi: y | n | yes | no | on | off | = | <<
    | [-+]? [0-9][0-9_]*                                    # 010, 1_000, +5, a number too long
    | [-+]? 0 (?: b[01_]+ | o[0-7_]+ | x[0-9a-f_]+ )        # 0x1F
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?: \.[0-9_]* )?         # 12:30 is 750 in base 60
    | [-+]? (?: [0-9][0-9_]* \.? [0-9_]* | \.[0-9_]+ ) (?: e[-+]?[0-9]+ )?    # 1e3, .5, 1.
    | [-+]? \.inf | \.nan
    | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} (?: [Tt\ \t] .* )?           # a date, with or without a time
    )"""
)


def plain_scalar(text: str) -> Scalar:
    """Return what a plain scalar means.

    >>> plain_scalar("14"), plain_scalar("3.5"), plain_scalar("true"), plain_scalar("~")
    (14, 3.5, True, None)
    >>> plain_scalar("no"), plain_scalar("Achat durable")
    (UnquotedScalar(text='no'), 'Achat durable')
    """
    if text[:1] not in _FIRST_CHARACTERS:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if len(text) <= _LONGEST_SURPRISE and _SURPRISE.fullmatch(text):
        return UnquotedScalar(text)
    return text
