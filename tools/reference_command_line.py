"""The pages of the command line and of the exit codes, read off the commands themselves."""

import contextlib
import io
import os
from unittest import mock

from buyer_skills import errors
from buyer_skills.cli.group import SECTIONS
from buyer_skills.cli.running import INTERRUPTED, run
from buyer_skills.messages.wording import wording

_MEANINGS = {
    0: "Fait. Pour `check` : aucune erreur, même s'il reste des avertissements.",
    1: "Erreur dans les données, ou travail impossible (fichier illisible, disque plein...).",
    2: "Usage : commande ou option mal écrite, ou identifiant qui n'existe pas ; le plus proche est proposé.",
    3: "Un seuil demandé n'est pas atteint (`--fail-under`).",
    INTERRUPTED: "Interrompu au clavier.",
}


def command_line_page() -> str:
    """Return the page of the command line: the help of each command, as it is shown."""
    words = wording("fr")
    parts = [
        "# Ligne de commande\n",
        (
            "Ce que dit `buyer-skills --help`, puis l'aide de chaque commande. En anglais : `--lang en`, "
            "ou `BUYER_SKILLS_LANG=en`.\n"
        ),
        _help(),
    ]
    for section, names in SECTIONS.items():
        parts.append(f"## {words.text(f'cli.section.{section}')}\n")
        parts += [f"### buyer-skills {name}\n\n{_help(name)}" for name in names]
    return "\n".join(parts)


def exit_codes_page() -> str:
    """Return the page of the exit codes.

    Raises:
        KeyError: when an exception has an exit code that this page gives no meaning to.
    """
    raised = {
        one.exit_code for one in vars(errors).values() if isinstance(one, type) and hasattr(one, "exit_code")
    }
    rows = "\n".join(f"| {code} | {_MEANINGS[code]} |" for code in sorted(raised | _MEANINGS.keys()))
    return (
        "# Codes de sortie\n\n| code | sens |\n|---|---|\n"
        f"{rows}\n\nUn code 1 accompagné d'une pile d'appels Python est un défaut du programme :"
        " signalez-le.\n"
    )


def _help(*command: str) -> str:
    """Return the help of a command in a fenced block."""
    spoken = io.StringIO()
    with mock.patch.dict(os.environ, {"COLUMNS": "100"}), contextlib.redirect_stdout(spoken):
        os.environ.pop("BUYER_SKILLS_LANG", None)
        run([*command, "--help"])
    lines = "\n".join(line.rstrip() for line in spoken.getvalue().strip("\n").splitlines())
    return f"```text\n{lines}\n```\n"
