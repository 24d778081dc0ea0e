"""Take the pictures of the documents from the showcase, with Chromium.

Usage::

    python tools/build_pictures.py

The pictures are for the eye: they are not compared byte for byte.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PICTURES = {"parcours.png": "path-exemple-debutante-acheteur-public.html"}
"""Each picture, and the page of the showcase it shows from its top."""

SIZE = "1000,1300"


def main() -> int:
    """Take every picture; return 1 when Chromium is not there."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("Chromium was not found (Debian package: chromium)", file=sys.stderr)
        return 1
    for picture, page in PICTURES.items():
        target = ROOT / "docs" / "images" / picture
        target.parent.mkdir(exist_ok=True)
        take(browser, ROOT / "outputs" / "showcase" / page, target)
    return 0


def take(browser: str, page: Path, target: Path) -> None:
    """Take the picture of the top of a page."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                f"--user-data-dir={profile}",
                f"--window-size={SIZE}",
                f"--screenshot={target}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    sys.exit(main())
