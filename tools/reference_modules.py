"""The table of the modules: what each folder and each file of the code is for, from their first lines."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "buyer_skills"

_LAYERS = (
    "messages",
    "issues",
    "errors",
    "sources",
    "catalog",
    "graph",
    "analyses",
    "views",
    "renderers",
    "workflows",
    "cli",
)


def modules_page() -> str:
    """Return the page of the modules, layer by layer, the lowest first."""
    parts = ["# Modules\n", "Each layer may import those above it on this page, never those below.\n"]
    for layer in _LAYERS:
        paths = sorted((PACKAGE / layer).rglob("*.py")) or [PACKAGE / f"{layer}.py"]
        parts += [f"## {layer}\n", "| module | what it does |", "|---|---|"]
        parts += [f"| `{_dotted(path)}` | {_first_line(path)} |" for path in sorted(paths, key=_dotted)]
        parts.append("")
    return "\n".join(parts)


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n\n")[0].replace("\n", " ").replace("|", "\\|")
