"""Which language the command line speaks, known before anything is parsed."""

import gettext
import os
from collections.abc import Mapping, Sequence

from buyer_skills.messages.wording import LANGUAGES, LOCALES

VARIABLE = "BUYER_SKILLS_LANG"
"""Environment variable that sets the language when `--lang` does not."""


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language asked for by ``--lang`` or the environment, French by default.

    Help and parsing errors need it before click has parsed anything; a wrong ``--lang`` is left to
    click to refuse.

    >>> language_of(["gap", "--lang", "en"], {})
    'en'
    >>> language_of(["gap"], {"BUYER_SKILLS_LANG": "en"})
    'en'
    """
    asked = environment.get(VARIABLE, "")
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and position + 1 < len(arguments):
            asked = arguments[position + 1]
        elif argument.startswith("--lang="):
            asked = argument.partition("=")[2]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def speak(language: str) -> None:
    """Make click itself speak ``language``: it asks gettext, which reads the LANGUAGE variable."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", LOCALES)
    gettext.textdomain("click")
