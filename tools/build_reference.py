"""Write the reference pages, read off the code, and the figures of the pages that explain.

Usage::

    python tools/build_reference.py [--check] [--quick]

With ``--check`` nothing is written, and a page that is not fresh is a fault. ``--quick`` leaves out the
figures that take longest: those of suggestions, which learn the catalogue anew for each of its trainings.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from catalogue_figures import catalogue_files
from reference_command_line import command_line_page, exit_codes_page
from reference_data_format import data_format_page
from reference_messages import messages_page
from reference_modules import modules_page
from reference_results import result_schemas, results_page
from suggestion_figures import suggestion_files

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"

PAGES: dict[str, Callable[[], str]] = {
    "ligne-de-commande.md": command_line_page,
    "codes-de-sortie.md": exit_codes_page,
    "format-des-donnees.md": data_format_page,
    "messages.md": messages_page,
    "modules.md": modules_page,
    "resultats-json.md": results_page,
}

_MARK = "<!-- Page écrite par `make docs` à partir du code : ne pas la modifier à la main. -->\n"


def main(arguments: Sequence[str]) -> int:
    """Write the pages and the schemas of results, or check that they are fresh; return 1 when one is not."""
    stale = False
    for path, text in files(is_quick="--quick" in arguments):
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in arguments:
            print(f"{path.name}: not fresh, run `make docs`", file=sys.stderr)
            stale = True
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if stale else 0


def files(*, is_quick: bool = False) -> Iterator[tuple[Path, str]]:
    """Yield each generated file with its text; the quick ones alone when asked."""
    for name, build in PAGES.items():
        yield REFERENCE / name, _MARK + build()
    for name, text in result_schemas():
        yield REFERENCE / "schemas" / name, text
    yield from catalogue_files()
    if not is_quick:
        yield from suggestion_files()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
