"""Compile the wordings: every ``.po`` of ``messages/locales`` into the ``.mo`` read at run time.

Usage::

    python tools/compile_messages.py [--check] [DOMAIN ...]

Every fault found is printed: a key written twice, a plural that lacks a form, a key that one language
lacks, placeholders that differ between the languages, a brace left open. The same ``.po`` always gives the
same ``.mo`` bytes. With ``--check`` nothing is written, and a ``.mo`` that is not fresh is a fault too.
"""

import re
import struct
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

LOCALES = Path(__file__).resolve().parent.parent / "src" / "buyer_skills" / "messages" / "locales"
LANGUAGES = ("fr", "en")
FOREIGN = frozenset({"click"})
"""Domains whose keys are the English texts of a library, and not ours."""
_PLURAL_FORMS = {"fr": "nplurals=2; plural=(n > 1);", "en": "nplurals=2; plural=(n != 1);"}
_KEY = re.compile(r'^msgid "(.+)"\s*$', re.MULTILINE)


@dataclass
class Domain:
    """The wordings of one domain: by language, each key's forms (one, or two when it counts)."""

    name: str
    wordings: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def main(arguments: Sequence[str]) -> int:
    """Compile the domains named, or all of them; return 1 when a fault was found."""
    check = "--check" in arguments
    wanted = [name for name in arguments if not name.startswith("--")]
    faults: list[str] = []
    for name in wanted or sorted({path.stem for path in LOCALES.glob("*/LC_MESSAGES/*.po")}):
        domain = read_domain(LOCALES, name)
        faults += domain.faults
        faults += compare_languages(domain)
        for language, wordings in sorted(domain.wordings.items()):
            faults += _deliver(LOCALES, name, language, wordings, check=check)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def read_domain(locales: Path, name: str) -> Domain:
    """Read one domain in every language, with the faults each file shows on its own."""
    domain = Domain(name)
    for language in LANGUAGES:
        path = _file(locales, language, name, "po")
        if not path.exists():
            domain.faults.append(f"{language}/{name}.po: missing file")
            continue
        text = path.read_text(encoding="utf-8")
        for key, times in sorted(Counter(_KEY.findall(text)).items()):
            if times > 1:
                domain.faults.append(f"{language}/{name}.po: {key}: written {times} times")
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=language, abort_invalid=True)
        wordings = domain.wordings[language] = {}
        for message in catalogue:
            if not message.id:
                continue
            key = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
            strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
            forms = wordings[key] = tuple(form or "" for form in strings)
            domain.faults += [
                f"{language}/{name}.po: {key}: {fault}" for fault in _own_faults(name, key, forms)
            ]
    return domain


def compare_languages(domain: Domain) -> Iterator[str]:
    """Yield what differs between the languages: keys, plurals, placeholders."""
    first, *others = LANGUAGES
    for other in others:
        left, right = domain.wordings.get(first, {}), domain.wordings.get(other, {})
        for key in sorted(left.keys() | right.keys()):
            if key not in left or key not in right:
                missing = first if key not in left else other
                yield f"{missing}/{domain.name}.po: {key}: missing in this language"
            elif len(left[key]) != len(right[key]):
                yield f"{domain.name}.po: {key}: a plural in one language only"
            elif placeholders(left[key]) != placeholders(right[key]):
                names = sorted(placeholders(left[key]) ^ placeholders(right[key]))
                yield f"{domain.name}.po: {key}: placeholders of one language only: {', '.join(names)}"


def placeholders(forms: Sequence[str]) -> frozenset[str]:
    """Return the names between braces, over all forms; those of a broken form are left out.

    >>> sorted(placeholders(("{a} and {b}",)))
    ['a', 'b']
    """
    names: set[str] = set()
    for form in forms:
        try:
            names |= {name for _, name, _, _ in Formatter().parse(form) if name is not None}
        except ValueError:
            continue
    return frozenset(names)


def compiled(language: str, wordings: dict[str, tuple[str, ...]]) -> bytes:
    """Return the ``.mo`` bytes of one language: keys sorted, a header that never changes."""
    header = f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {_PLURAL_FORMS[language]}\n"
    pairs = [(b"", header.encode())]
    for key, forms in wordings.items():
        source = "\0".join([key] * len(forms))
        pairs.append((source.encode(), "\0".join(forms).encode()))
    pairs.sort()
    table_size = 8 * len(pairs)
    sources, targets = 28, 28 + table_size
    place = targets + table_size
    tables: list[bytes] = []
    for texts in ([source for source, _ in pairs], [target for _, target in pairs]):
        for text in texts:
            tables.append(struct.pack("<II", len(text), place))
            place += len(text) + 1
    start = struct.pack("<7I", 0x950412DE, 0, len(pairs), sources, targets, 0, place)
    texts = [source for source, _ in pairs] + [target for _, target in pairs]
    return start + b"".join(tables) + b"".join(text + b"\0" for text in texts)


def _own_faults(domain: str, key: str, forms: Sequence[str]) -> Iterator[str]:
    if domain not in FOREIGN and not key.startswith(f"{domain}."):
        yield f"the key must begin with `{domain}.`"
    if not all(forms):
        yield "empty, or a plural form is missing"
    for form in forms:
        try:
            named = [name for _, name, _, _ in Formatter().parse(form) if name is not None]
        except ValueError as error:
            yield f"{error}"
            continue
        if not all(name.isidentifier() for name in named):
            yield f"a placeholder is not a name: {form}"


def _deliver(
    locales: Path,
    name: str,
    language: str,
    wordings: dict[str, tuple[str, ...]],
    *,
    check: bool,
) -> Iterator[str]:
    path = _file(locales, language, name, "mo")
    content = compiled(language, wordings)
    if path.exists() and path.read_bytes() == content:
        return
    if check:
        yield f"{language}/{name}.mo: not fresh, run `make messages`"
        return
    path.write_bytes(content)


def _file(locales: Path, language: str, name: str, suffix: str) -> Path:
    return locales / language / "LC_MESSAGES" / f"{name}.{suffix}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
