"""What the product says, kept apart from what it does.

Below the views, code never writes a sentence: it makes a :class:`Message`, a key and its parameters.
A :class:`~buyer_skills.messages.wording.Wording` turns keys into French or English.

Wordings live in ``locales/<language>/LC_MESSAGES/<domain>.po``, standard gettext files whose ``msgid``
is the whole key, and whose domain is the key's first word: ``gap.lead.ready`` is in ``gap.po``.
Parameters are written ``{name}``. A wording that depends on a number has ``msgid_plural`` (the same
key) and is chosen by the parameter ``count``. ``make messages`` compiles them to the ``.mo`` files
that are read at run time; a test fails when a key is missing, unused, not compiled or not translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say: a key of the wordings and its parameters.

    >>> Message("issues.T103", {"found": "sourcig"}).key
    'issues.T103'
    """

    key: str
    parameters: Mapping[str, object] = field(default_factory=dict)
