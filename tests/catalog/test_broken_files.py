"""One broken file for each code: it gives that code, at that place, and nothing else."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import DAY
from catalog.broken_forms import MADE_FORMS
from catalog.broken_offers import MADE_OFFERS, issues_of_offer
from catalog.broken_registers import MADE_REGISTERS
from catalog.broken_tables import MADE_TABLES
from catalog.waiting import WAITING

from buyer_skills.catalog.buyer_files import read_buyer
from buyer_skills.catalog.codes import CODES, GRAPH_CODES
from buyer_skills.catalog.loading import read_catalog
from buyer_skills.catalog.need_files import read_needs
from buyer_skills.catalog.review_files import read_decisions
from buyer_skills.issues import Issue
from buyer_skills.messages.wording import LANGUAGES, wording
from buyer_skills.sources.texts import LARGEST

BROKEN = Path(__file__).parent.parent / "broken"
SOUND = BROKEN / "sound"
CASES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir() and path != SOUND)
_EXPECTED = re.compile(rb"# (\w\d{3}) at (\d+):(\d+):")


def read_case(code: str, folder: Path) -> tuple[Issue, ...]:
    """Read the sound catalogue with the files of the case in place of its own."""
    case = BROKEN / code
    if (case / "offre.csv").exists():
        return issues_of_offer(case / "offre.csv", case / "offre.yaml")
    if code != "F132":
        shutil.copytree(SOUND, folder, dirs_exist_ok=True)
    for path in sorted(case.iterdir()):
        if path.is_file() and path.name not in {"buyer.yaml", "needs.yaml", "review.yaml"}:
            shutil.copy(path, folder / path.name)
    overlays = [case / "overlay"] if (case / "overlay").is_dir() else []
    loaded = read_catalog([folder], overlays, day=DAY)
    if (case / "needs.yaml").exists():
        return loaded.issues + read_needs([(case / "needs.yaml", "needs.yaml")], loaded.catalog)[1]
    if (case / "review.yaml").exists():
        competencies = loaded.catalog.competencies
        found = read_decisions(case / "review.yaml", "review.yaml", WAITING, competencies)[1]
        return loaded.issues + found
    if not (case / "buyer.yaml").exists():
        return loaded.issues
    return loaded.issues + read_buyer(case / "buyer.yaml", "buyer.yaml", loaded.catalog)[1]


def test_the_sound_catalogue_has_no_issue() -> None:
    loaded = read_catalog([SOUND], day=DAY)
    assert loaded.issues == ()
    buyer, issues = read_buyer(BROKEN / "buyer.yaml", "buyer.yaml", loaded.catalog)
    assert issues == ()
    assert buyer
    needs, issues = read_needs([(BROKEN / "needs.yaml", "needs.yaml")], loaded.catalog)
    assert issues == ()
    assert needs


@pytest.mark.parametrize("code", CASES)
def test_a_broken_file_gives_its_code_and_no_other(code: str, tmp_path: Path) -> None:
    issues = read_case(code, tmp_path)
    assert [issue.code for issue in issues] == [code]
    expected = [
        match
        for path in sorted((BROKEN / code).rglob("*.yaml"))
        if (match := _EXPECTED.match(path.read_bytes()))
    ]
    for match in expected:
        place = issues[0].place
        assert (place.line, place.column) == (int(match[2]), int(match[3]))
    for language in LANGUAGES:
        assert wording(language).render(issues[0].message)
        assert issues[0].hint is None or wording(language).render(issues[0].hint)


def test_every_code_has_its_broken_file() -> None:
    assert set(CASES) | set(MADE) | GRAPH_CODES == set(CODES)


def _missing_file(folder: Path) -> tuple[Issue, ...]:
    return read_buyer(folder / "nobody.yaml", "nobody.yaml", read_catalog([SOUND]).catalog)[1]


def _folder_instead_of_file(folder: Path) -> tuple[Issue, ...]:
    shutil.copytree(SOUND, folder, dirs_exist_ok=True)
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").mkdir()
    return read_catalog([folder], day=DAY).issues


def _unreadable_file(folder: Path) -> tuple[Issue, ...]:
    shutil.copytree(SOUND, folder, dirs_exist_ok=True)
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").symlink_to(folder / "sources.yaml")
    return read_catalog([folder], day=DAY).issues


def _huge_file(folder: Path) -> tuple[Issue, ...]:
    shutil.copytree(SOUND, folder, dirs_exist_ok=True)
    with (folder / "sources.yaml").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    return read_catalog([folder], day=DAY).issues


def _missing_folder(folder: Path) -> tuple[Issue, ...]:
    return read_catalog([folder / "nowhere"], day=DAY).issues


def _file_instead_of_folder(folder: Path) -> tuple[Issue, ...]:
    return read_catalog([SOUND / "sources.yaml"], day=DAY).issues


MADE: dict[str, Callable[[Path], tuple[Issue, ...]]] = {
    "F101": _missing_file,
    "F102": _folder_instead_of_file,
    "F103": _unreadable_file,
    "F104": _huge_file,
    "F130": _missing_folder,
    "F131": _file_instead_of_folder,
    **MADE_TABLES,
    **MADE_OFFERS,
    **MADE_REGISTERS,
    **MADE_FORMS,
}
"""What cannot be kept in a repository is made when it is needed."""


@pytest.mark.parametrize("code", sorted(MADE))
def test_what_cannot_be_kept_is_made_and_gives_its_code(code: str, tmp_path: Path) -> None:
    assert [issue.code for issue in MADE[code](tmp_path)] == [code]


def test_the_message_of_an_unknown_competency_reads_as_it_should(tmp_path: Path) -> None:
    issue = read_case("T103", tmp_path)[0]
    said = wording("fr").render(issue.message)
    assert said == "compétence inconnue « clause-social » (vouliez-vous dire « clause-sociale » ?)"
    assert issue.severity == "error"
    assert str(issue.place).endswith("trainings.yaml:29:22")
