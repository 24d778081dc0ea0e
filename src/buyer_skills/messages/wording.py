"""Keys into words: the gettext catalogues of one language."""

import gettext
import os
from collections.abc import Mapping
from functools import cache

from buyer_skills.messages import Message

LANGUAGES = ("fr", "en")
"""The languages of the interface, the default first."""

LOCALES = os.path.join(os.path.dirname(__file__), "locales")  # noqa: PTH118, PTH120
"""Where the catalogues are. A plain text: pathlib takes longer to import than the help to show."""


class MissingWordingError(KeyError):
    """A key that no catalogue holds: a mistake in the code, found by the tests."""


class Wording:
    """The words of one language.

    >>> Wording("fr").text("terms.level.2")
    'application'
    """

    def __init__(self, language: str) -> None:
        """Take ``language``, one of :data:`LANGUAGES`; catalogues are read when first asked for."""
        if language not in LANGUAGES:
            raise ValueError(language)
        self.language = language

    def text(self, key: str, /, **parameters: object) -> str:
        """Return the words of ``key`` with ``parameters`` in place.

        A parameter ``count`` chooses between singular and plural; a parameter that is a
        :class:`Message` is put into words first; a tuple is enumerated with commas.

        Raises:
            MissingWordingError: when no catalogue of the language holds the key.
        """
        return self._filled(key, parameters)

    def has(self, key: str) -> bool:
        """Return whether the language has words for ``key``."""
        return _words(self.language, key, None) is not None

    def render(self, message: Message) -> str:
        """Return the words of ``message``."""
        return self._filled(message.key, message.parameters)

    def _filled(self, key: str, parameters: Mapping[str, object]) -> str:
        count = parameters.get("count")
        words = _words(self.language, key, count if isinstance(count, int) else None)
        if words is None:
            raise MissingWordingError(f"{self.language}: {key}")
        return words.format(**{name: self._shown(value) for name, value in parameters.items()})

    def _shown(self, value: object) -> object:
        if isinstance(value, Message):
            return self.render(value)
        if isinstance(value, tuple):
            return ", ".join(str(self._shown(item)) for item in value)
        return value


@cache
def wording(language: str) -> Wording:
    """Return the wording of ``language``, made once."""
    return Wording(language)


@cache
def _catalogue(language: str, domain: str) -> gettext.NullTranslations:
    return gettext.translation(domain, LOCALES, [language], fallback=True)


def _words(language: str, key: str, count: int | None) -> str | None:
    catalogue = _catalogue(language, key.partition(".")[0])
    if count is not None:
        words = catalogue.ngettext(key, key, count)
        if words != key:
            return words
    words = catalogue.gettext(key)
    return None if words == key else words
