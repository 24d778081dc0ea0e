"""The code as text and as syntax trees, for the tests that watch over its shape."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "buyer_skills"
LOCALES = PACKAGE / "messages" / "locales"


@cache
def modules() -> tuple[Path, ...]:
    """Every module of the package, sorted."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def scripts_and_tests() -> tuple[Path, ...]:
    """Every other Python file we wrote, sorted."""
    return tuple(
        sorted(path for folder in ("tests", "tools", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
    )


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def dotted(path: Path) -> str:
    """``src/buyer_skills/graph/__init__.py`` as ``buyer_skills.graph``."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def shown(path: Path) -> str:
    """A path as a reader of the project writes it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tracked_files() -> tuple[Path, ...]:
    """The files that git holds, and those it would take; outside a clone, every file of the usual folders."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        names = [ROOT / name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [
            path
            for folder in ("src", "data", "docs", "examples", "tests", "tools")
            for path in (ROOT / folder).rglob("*")
        ]
    return tuple(sorted(path for path in set(names) if path.is_file()))


def tracked_texts() -> Iterator[tuple[Path, str]]:
    """The tracked files that are text, with their content."""
    for path in tracked_files():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
