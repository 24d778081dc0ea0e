"""Run the commands printed in the documents, and compare what they say with what is printed there.

Usage::

    python tools/run_docs.py [--write] [FILE ...]

In a ``console`` block, a line that begins with ``$ `` is a command and the lines after it are its output; a
line ``[...]`` stands for any lines. The command must succeed, unless the next one is ``$ echo $?``. A fenced
block under a comment ``<!-- fichier : PATH -->`` is a file that the reader writes. Each document runs in a
folder of its own that holds what a clone holds at its root, on the day of the catalogue, in French, 100
columns wide, plain. With ``--write`` the outputs are written anew; an elided one keeps as many lines at
its head and at its tail.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest import mock

from buyer_skills.catalog.bundled import bundled_folder
from buyer_skills.cli import options
from buyer_skills.cli.running import run

ROOT = Path(__file__).resolve().parent.parent
ELISION = "[...]"
_FENCE = re.compile(r"^```(\w*)\s*$")
_FILE = re.compile(r"^<!-- fichier : (?P<path>\S+) -->$")
_DATE = re.compile(r"^date:\s*[\"']?(\d{4}-\d{2}-\d{2})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, where its lines begin and end, and the file it is, if it is one."""

    language: str
    first: int
    last: int
    file: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """A command of a document, what is printed there and what it said."""

    line: int
    command: str
    printed: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether what is printed is what was said, elisions apart."""
        return _matches(list(self.printed), list(self.said))


class FailedCommandError(AssertionError):
    """A command of a document failed and the document does not say so."""


def main(arguments: Sequence[str]) -> int:
    """Check or rewrite the documents named, or all of them; return 1 when one does not agree."""
    named = [Path(name).resolve() for name in arguments if not name.startswith("--")]
    different = 0
    for path in named or documents():
        for said in run_document(path):
            if not said.agrees:
                different += 1
                print(f"{path.relative_to(ROOT)}:{said.line}: $ {said.command}")
        if "--write" in arguments:
            rewrite(path)
    return 1 if different and "--write" not in arguments else 0


def documents() -> list[Path]:
    """Return every document whose commands are run: the README and docs, what is generated apart."""
    generated = ROOT / "docs" / "reference"
    found = [path for path in sorted((ROOT / "docs").rglob("*.md")) if generated not in path.parents]
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *found]


def run_document(path: Path) -> list[Said]:
    """Run a document from top to bottom in a folder of its own and return what each command said."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = list(blocks(lines))
    if not any(block.language == "console" or block.file for block in found):
        return []
    said: list[Said] = []
    with _reader_folder():
        for block in found:
            body = lines[block.first : block.last]
            if block.file:
                target = Path(block.file)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text("\n".join(body) + "\n", encoding="utf-8")
            elif block.language == "console":
                said += _run_block(block.first, body)
    return said


def rewrite(path: Path) -> None:
    """Write what the commands of a document say in the place of what was printed."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for said in reversed(run_document(path)):
        if not said.agrees:
            lines[said.line : said.line + len(said.printed)] = _elided(said)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the fenced blocks of a document."""
    opened: tuple[str, int] | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if opened is None and fence:
            opened = (fence[1], number + 1)
        elif opened is not None and line.rstrip() == "```":
            language, first = opened
            before = _FILE.match(lines[first - 2]) if first >= 2 else None
            yield Block(language, first, number, before["path"] if before else None)
            opened = None


@contextlib.contextmanager
def _reader_folder() -> Iterator[None]:
    """Work in a fresh folder with what a clone holds, as a reader would, on the day of the catalogue."""
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place), contextlib.ExitStack() as stack:
        for folder in ("data", "examples"):
            shutil.copytree(ROOT / folder, Path(place) / folder)
        stack.enter_context(mock.patch.dict(os.environ, {"COLUMNS": "100", "NO_COLOR": "1"}))
        os.environ.pop("BUYER_SKILLS_LANG", None)
        stack.enter_context(mock.patch.object(options, "date", _the_day()))
        yield


def _the_day() -> type[date]:
    """Return a calendar that stands still on the day of the bundled catalogue."""
    text = (bundled_folder().path / "catalog.yaml").read_text(encoding="utf-8")
    match = _DATE.search(text)
    day = date.fromisoformat(match[1]) if match else date(2026, 1, 1)

    class Standing(date):
        @classmethod
        def today(cls) -> "Standing":
            return cls(day.year, day.month, day.day)

    return Standing


def _run_block(first: int, body: Sequence[str]) -> list[Said]:
    starts = [index for index, line in enumerate(body) if line.startswith("$ ")]
    said: list[Said] = []
    code = 0
    for index, following in zip(starts, [*starts[1:], len(body)], strict=True):
        command = body[index].removeprefix("$ ")
        if command == "echo $?":
            spoken, code = f"{code}\n", 0
        elif code:
            raise FailedCommandError(f"$ {said[-1].command}\n" + "\n".join(said[-1].said))
        else:
            code, spoken = _run(command)
        lines = tuple(line.rstrip() for line in spoken.rstrip("\n").split("\n")) if spoken.strip() else ()
        said.append(Said(first + index + 1, command, tuple(body[index + 1 : following]), lines))
    if code:
        raise FailedCommandError(f"$ {said[-1].command}\n" + "\n".join(said[-1].said))
    return said


def _run(command: str) -> tuple[int, str]:
    """Run one command and return its exit code and what it said, output and errors together."""
    name, *arguments = shlex.split(command)
    if name == "cat":
        return 0, "".join(Path(argument).read_text(encoding="utf-8") for argument in arguments)
    if name == "ls":
        return 0, "".join(
            f"{path.name}\n" for argument in arguments for path in sorted(Path(argument).iterdir())
        )
    if name != "buyer-skills":
        raise FailedCommandError(f"a document may run buyer-skills, cat and ls, not: {command}")
    spoken = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(spoken), contextlib.redirect_stderr(spoken):
        code = run(arguments)
    spoken.seek(0)
    return code, spoken.read()


def _matches(printed: list[str], said: list[str]) -> bool:
    """Return whether the lines agree, where a line of elision stands for any lines."""
    printed = [line.rstrip() for line in printed]
    if ELISION not in printed:
        return printed == said
    cut = printed.index(ELISION)
    head, rest = printed[:cut], printed[cut + 1 :]
    if said[:cut] != head:
        return False
    return any(_matches(rest, said[start:]) for start in range(cut, len(said) + 1))


def _elided(said: Said) -> list[str]:
    """Return what was said, with the elision that was printed; its head goes to the end of a paragraph."""
    if ELISION not in said.printed:
        return list(said.said)
    head = said.printed.index(ELISION)
    while 0 < head < len(said.said) and said.said[head - 1]:
        head += 1
    while head and not said.said[head - 1]:
        head -= 1
    tail = list(reversed(said.printed)).index(ELISION)
    return [*said.said[:head], ELISION, *(said.said[len(said.said) - tail :] if tail else ())]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
