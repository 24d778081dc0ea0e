"""The page of the messages: every code of `check` and every error, with how to mend it."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

from buyer_skills.catalog.codes import CODES
from buyer_skills.messages.wording import LOCALES

_FAMILIES = {
    "F": "Fichiers et texte",
    "D": "Forme d'un enregistrement",
    "G": "Catalogue",
    "C": "Compétences",
    "T": "Formations",
    "P": "Fiches métiers",
    "O": "Organismes",
    "S": "Sources",
    "B": "Personnes",
    "E": "Besoins d'employeurs",
    "I": "Ce qui vient d'ailleurs, et ce qui en est décidé",
}
_SEVERITIES = {"error": "erreur", "warning": "avertissement", "note": "note"}

_OPENING = """# Messages

Ce qui est entre accolades dépend du cas. Le chiffre des centaines d'un code dit sa gravité : 1 une erreur,
qui arrête le travail ; 2 un avertissement, qui fait échouer `check --strict` sauf si l'enregistrement
l'accepte (`accepted: [{code: ..., reason: ...}]`) ; 3 une note, qui ne fait jamais échouer.
"""


def messages_page() -> str:
    """Return the page of the messages, in Markdown."""
    issues, errors = _wordings("issues"), _wordings("errors")
    parts = [_OPENING, "## Ce que `check` trouve dans les données\n"]
    for letter, title in _FAMILIES.items():
        codes = [code for code in CODES if code.startswith(letter)]
        if codes:
            parts += [
                f"### {letter} - {title}\n",
                "| code | gravité | message | que faire |",
                "|---|---|---|---|",
            ]
            parts += [
                f"| {code} | {_SEVERITIES[CODES[code].severity]} | {_cell(issues, f'issues.{code}')} "
                f"| {_cell(issues, f'issues.{code}.hint')} |"
                for code in codes
            ]
            parts.append("")
    parts += ["## Ce qui arrête une commande\n", "| nom | message | que faire |", "|---|---|---|"]
    parts += [
        f"| {key.removeprefix('errors.')} | {_cell(errors, key)} | {_cell(errors, f'{key}.hint')} |"
        for key in sorted(errors)
        if not key.endswith(".hint")
    ]
    return "\n".join(parts) + "\n"


def _wordings(domain: str) -> dict[str, str]:
    """Return the French of a domain by key; a plural shows its form for many."""
    with (Path(LOCALES) / "fr" / "LC_MESSAGES" / f"{domain}.po").open("rb") as stream:
        catalogue = read_po(stream, locale="fr")
    found: dict[str, str] = {}
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
        if key and texts:
            found[key] = texts[-1]
    return found


def _cell(wordings: dict[str, str], key: str) -> str:
    return re.sub(r"\s+", " ", wordings.get(key, "")).replace("|", "\\|")
