"""A folder that answers go to: what is proposed of a record is replaced, the rest stays."""

from pathlib import Path

from builders import DAY

from buyer_skills.catalog.bundled import as_folder
from buyer_skills.catalog.loading import Underneath
from buyer_skills.catalog.own_folder import own_folder
from buyer_skills.workflows.forms.folder_records import FolderRecords

SOUND = Path(__file__).parent.parent / "broken" / "sound"


def test_a_new_record_made_of_another_stays_when_a_change_of_that_one_is_proposed(tmp_path: Path) -> None:
    own = own_folder(as_folder(tmp_path), {"fr": "Essai"}, Underneath(SOUND), DAY)
    own.records["profiles"] = [
        {"id": "a-nous", "extends": "acheteur", "status": "proposed"},
        {"extends": "acheteur", "status": "proposed", "validated_by": 1},
    ]
    FolderRecords(own).propose("profiles", "acheteur", {"validated_by": 2})
    assert own.records["profiles"] == [
        {"id": "a-nous", "extends": "acheteur", "status": "proposed"},
        {"extends": "acheteur", "status": "proposed", "validated_by": 2},
    ]


def test_what_is_underneath_is_the_same_at_each_check(tmp_path: Path) -> None:
    """It is read once: what one check lays over it is not there at the next."""
    own = own_folder(as_folder(tmp_path), {"fr": "Essai"}, Underneath(SOUND), DAY)
    before = own.checked().catalog
    own.records["trainings"] = [{"extends": "initiation", "hours": 7}]
    assert own.checked().catalog.trainings["initiation"].hours == 7
    own.records["trainings"] = []
    assert own.checked().catalog == before
