"""Whole outputs compared with files kept under ``tests/golden``.

When an output differs, the test fails with the first lines that changed, and the new output is saved
under ``tests/golden/failed/`` (ignored by git), at the same path as the file it should equal: compare the
two with any tool. When the new output is right, accept it and commit the file::

    ACCEPT_GOLDEN=1 .venv/bin/python -m pytest tests/renderers
    git diff tests/golden

Nothing is scrubbed before comparing: the same input gives the same bytes.
"""

import difflib
import os
from itertools import islice
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
FAILED = GOLDEN / "failed"


def assert_golden(name: str, produced: str | bytes) -> None:
    """Compare ``produced`` with ``tests/golden/<name>``; save it under ``failed/`` when they differ."""
    content = produced.encode() if isinstance(produced, str) else produced
    expected, failed = GOLDEN / name, FAILED / name
    if os.environ.get("ACCEPT_GOLDEN"):
        _write(expected, content)
    if expected.exists() and expected.read_bytes() == content:
        failed.unlink(missing_ok=True)
        return
    _write(failed, content)
    before = expected.read_bytes() if expected.exists() else b""
    raise AssertionError(f"{name} differs; saved in {failed}\n{_differences(before, content)}")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _differences(before: bytes, after: bytes) -> str:
    lines = difflib.unified_diff(
        before.decode("utf-8", "replace").splitlines(),
        after.decode("utf-8", "replace").splitlines(),
        "expected",
        "produced",
        lineterm="",
    )
    return "\n".join(islice(lines, 40))
