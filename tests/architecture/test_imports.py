"""What is loaded, and when: importing the package is free, help is quick."""

import json
import subprocess
import sys

LOADED = """
import json, sys
before = set(sys.modules)
opened = []
sys.addaudithook(lambda event, values: opened.append(str(values[0])) if event == "open" else None)
{action}
site = {{name.partition(".")[0] for name, module in list(sys.modules.items())
        if name not in before and "site-packages" in (getattr(module, "__file__", None) or "")}}
print(json.dumps({{"site": sorted(site), "opened": opened}}), file=sys.stderr)
"""

RUN = """
from buyer_skills.cli import main
try:
    main({arguments!r})
except SystemExit as stop:
    assert not stop.code, stop.code
"""


def test_importing_the_package_reads_no_file_and_loads_no_library() -> None:
    seen = _after("import buyer_skills")
    assert not [path for path in seen["opened"] if not path.endswith((".py", ".pyc", ".pth"))]
    assert not set(seen["site"]) - {"buyer_skills"}


def test_help_loads_click_alone() -> None:
    assert not set(_after(RUN.format(arguments=["--help"]))["site"]) - {"buyer_skills", "click", "colorama"}


def test_version_loads_click_alone() -> None:
    assert not set(_after(RUN.format(arguments=["--version"]))["site"]) - {
        "buyer_skills",
        "click",
        "colorama",
    }


def test_gaps_are_measured_without_charts_or_solver() -> None:
    arguments = ["gap", "examples/debutante.yaml", "--profile", "acheteur-public", "--date", "2026-11-24"]
    loaded = set(_after(RUN.format(arguments=arguments))["site"])
    assert not loaded & {"matplotlib", "numpy", "highspy"}


def test_a_search_goes_without_charts_or_solver() -> None:
    loaded = set(
        _after(RUN.format(arguments=["search", "DCE", "--date", "2026-11-24", "--format", "json"]))["site"]
    )
    assert "snowballstemmer" in loaded
    assert not loaded & {"matplotlib", "numpy", "highspy"}


def test_suggestions_load_what_weighs_words_at_the_first_question() -> None:
    loaded = set(_after("import buyer_skills.analyses.suggestions.suggesting")["site"])
    assert not loaded & {"sklearn", "scipy", "numpy"}


def _after(action: str) -> dict[str, list[str]]:
    command = [sys.executable, "-X", "utf8", "-c", LOADED.format(action=action)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, list[str]] = json.loads(done.stderr.strip().splitlines()[-1])
    return seen
