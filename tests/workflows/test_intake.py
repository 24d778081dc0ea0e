"""The offers of an outside file into a folder of proposals."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import DAY

from buyer_skills.catalog.bundled import DataFolder, as_folder
from buyer_skills.catalog.intake.offers import Offer, OfferFile, OfferSession
from buyer_skills.catalog.loading import read_catalog
from buyer_skills.errors import UsageError
from buyer_skills.issues import Place
from buyer_skills.sources.strict_yaml import read_yaml_bytes
from buyer_skills.workflows.intake import BroughtOffers, bring_offers

SOUND = Path(__file__).parent.parent / "broken" / "sound"
SOURCE = {"id": "registre-2026-11", "title": {"fr": "Registre"}, "publisher": "Éditeur", "seen": "2026-11"}

Bring = Callable[..., BroughtOffers]


def offer(key: str, title: str, provider: str = "organisme", **more: Any) -> Offer:
    return Offer(**{"key": key, "title": title, "provider": provider, "place": Place("f.csv", 2)} | more)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return as_folder(tmp_path / "propositions")


@pytest.fixture
def bring(folder: DataFolder) -> Bring:
    def offers(*found: Offer, day: str = "2026-11") -> BroughtOffers:
        file = OfferFile("registre", {**SOURCE, "id": f"registre-{day}"}, day, found, read=len(found))
        brought = bring_offers(file, folder, as_folder(SOUND), DAY)
        folder.path.mkdir(exist_ok=True)
        for name, content in brought.files.items():
            (folder.path / name).write_bytes(content)
        return brought

    return offers


def records(folder: DataFolder, stem: str) -> list[Any]:
    tree, issues = read_yaml_bytes((folder.path / f"{stem}.yaml").read_bytes(), stem)
    assert not issues
    assert tree is not None
    found: list[Any] = tree[stem]
    return found


def test_a_new_offer_is_proposed_and_used_by_nothing(bring: Bring, folder: DataFolder) -> None:
    brought = bring(
        offer(
            "k1",
            "Rédiger un cahier des charges",
            "Formation Neuve SARL",
            hours=14,
            price_eur=900,
            certification="RS1234",
            formacodes=("13209",),
            aims="Écrire.",
            sessions=(OfferSession("2027-03-15", place="Lille"),),
        )
    )
    assert brought.new == ["rediger-un-cahier-des-charges-formation-neuve-sarl"]
    (record,) = records(folder, "trainings")
    assert record == {
        "id": "rediger-un-cahier-des-charges-formation-neuve-sarl",
        "title": "Rédiger un cahier des charges",
        "provider": "formation-neuve-sarl",
        "kind": "course",
        "evidence": "reported",
        "status": "proposed",
        "noted": record["noted"],
        "hours": 14,
        "price_eur": 900,
        "sessions": record["sessions"],
        "aims": "Écrire.",
        "links": [{"framework": "RS", "code": "RS1234"}, {"framework": "Formacode", "code": "13209"}],
        "origin": {"registry": "registre", "key": "k1", "read": record["noted"]},
        "sources": ["registre-2026-11"],
    }
    assert records(folder, "providers")[0]["status"] == "proposed"
    catalog = read_catalog([SOUND], [folder], day=DAY).catalog
    assert brought.new[0] not in catalog.trainings
    assert "formation-neuve-sarl" not in catalog.providers


def test_a_known_training_is_changed_not_repeated(bring: Bring, folder: DataFolder) -> None:
    brought = bring(offer("k1", "INITIATION A L'ACHAT DURABLE", "ecole", hours=21, days=3))
    assert (brought.new, brought.changed) == ([], ["initiation"])
    (change,) = records(folder, "trainings")
    assert {key: change[key] for key in ("extends", "status", "hours", "days", "sources")} == {
        "extends": "initiation",
        "status": "proposed",
        "hours": 21,
        "days": 3,
        "sources": ["referentiel", "registre-2026-11"],
    }
    assert "title" not in change
    assert read_catalog([SOUND], [folder], day=DAY).catalog.trainings["initiation"].hours == 14


def test_a_body_that_hands_its_file_confirms_what_is_in_it(folder: DataFolder) -> None:
    answer = {"day": "2026-11-20", "function": "responsable de l'offre"}
    found = (
        offer("k1", "Une formation", "Un autre"),
        offer("k2", "Initiation à l'achat durable", "ecole", hours=14),
    )
    file = OfferFile("registre", SOURCE, "2026-11", found, read=2, answer=answer)
    brought = bring_offers(file, folder, as_folder(SOUND), DAY)
    assert (brought.new, brought.changed) == (["une-formation-un-autre"], ["initiation"])
    text = brought.files["trainings.yaml"].decode()
    assert text.count("evidence: confirmed") == 2
    assert text.count("function: responsable de l'offre") == 2


def test_what_is_said_to_be_seen_has_an_address(bring: Bring, folder: DataFolder) -> None:
    seen = {"evidence": "verified"}
    bring(
        offer("k1", "Une", "Un autre", url="https://exemple.org/une", **seen),
        offer("k2", "Deux", "Un autre", **seen),
    )
    assert {one["title"]: one["evidence"] for one in records(folder, "trainings")} == {
        "Une": "verified",
        "Deux": "reported",
    }


def test_a_known_training_of_which_nothing_new_is_said_is_left(bring: Bring, folder: DataFolder) -> None:
    brought = bring(offer("k1", "Initiation à l'achat durable", "ecole", hours=14))
    assert brought.unchanged == ["initiation"]
    assert not brought.files


def test_the_same_file_twice_changes_nothing(bring: Bring) -> None:
    twice = (
        offer("k1", "Une formation", "Un autre"),
        offer("k2", "Initiation à l'achat durable", "ecole", hours=7),
    )
    bring(*twice)
    brought = bring(*twice)
    assert (brought.new, brought.renewed, brought.files) == ([], [], {})


def test_a_later_file_brings_what_waits_up_to_date(bring: Bring, folder: DataFolder) -> None:
    bring(offer("k1", "Une formation", "Un autre", hours=7))
    path = folder.path / "trainings.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + "    outcomes:\n      - {competency: achat-durable, from: 0, to: 1}\n", encoding="utf-8"
    )
    brought = bring(offer("k1", "Une formation, deuxième édition", "Un autre", hours=14), day="2026-12")
    assert (brought.new, brought.renewed) == ([], ["une-formation-un-autre"])
    (record,) = records(folder, "trainings")
    assert (record["title"], record["hours"]) == ("Une formation, deuxième édition", 14)
    assert record["outcomes"] == [{"competency": "achat-durable", "from": 0, "to": 1}]
    assert record["sources"] == ["registre-2026-11", "registre-2026-12"]


def test_what_was_rejected_is_not_proposed_again(bring: Bring, folder: DataFolder) -> None:
    bring(offer("autre", "Une autre formation", "Un autre"))
    (folder.path / "decisions.yaml").write_text(
        "format_version: 1\ndecisions:\n"
        "  - {id: d1, subject: une-formation, decided: rejected, day: 2026-11-02, reason: privé,\n"
        "     origin: {registry: registre, key: k1, read: 2026-11}}\n",
        encoding="utf-8",
    )
    brought = bring(offer("k1", "Une formation", "Un autre"))
    assert (brought.new, brought.refused) == ([], 1)


def test_of_two_offers_that_seem_one_the_nearest_is_it_and_none_is_lost(bring: Bring) -> None:
    long = (
        "Initiation à l'achat durable pour les services qui achètent des fournitures, des travaux, des études"
    )
    both = (
        offer("k1", long, "ecole", code="A1", hours=7),
        offer("k2", "Initiation à l'achat durable", "ecole", hours=21),
    )
    brought = bring(*both)
    assert brought.changed == ["initiation"]
    assert len(brought.new) == 1
    again = bring(*both)
    assert (again.new, again.changed, again.files) == ([], [], {})


def test_proposals_are_not_added_to_a_whole_catalogue(tmp_path: Path) -> None:
    (tmp_path / "trainings.yaml").write_text("format_version: 1\n", encoding="utf-8")
    file = OfferFile("registre", SOURCE, "2026-11", (offer("k1", "Une", "Un autre"),), read=1)
    with pytest.raises(UsageError) as refused:
        bring_offers(file, as_folder(tmp_path), as_folder(SOUND), DAY)
    assert refused.value.slug == "intake-not-overlay"


def test_what_a_later_file_no_longer_holds_is_named(bring: Bring) -> None:
    bring(offer("k1", "Une formation", "Un autre"), offer("k2", "Une autre", "Un autre"))
    brought = bring(offer("k2", "Une autre", "Un autre"), day="2026-12")
    assert brought.gone == ["une-formation-un-autre"]


def test_two_offers_of_one_title_have_two_ids(bring: Bring) -> None:
    brought = bring(offer("k1", "Une formation", "Un autre"), offer("k2", "Une formation", "Un autre"))
    assert brought.new == ["une-formation-un-autre", "une-formation-un-autre-2"]


def test_a_change_that_was_rejected_is_another_training(bring: Bring, folder: DataFolder) -> None:
    bring(offer("k2", "Une autre", "Un autre"))
    (folder.path / "decisions.yaml").write_text(
        "format_version: 1\ndecisions:\n"
        "  - {id: d1, subject: initiation, decided: rejected, day: 2026-11-02, reason: une autre formation,\n"
        "     origin: {registry: registre, key: k1, read: 2026-11}}\n",
        encoding="utf-8",
    )
    same = offer("k1", "Initiation à l'achat durable", "ecole", hours=35)
    assert bring(same).new == ["initiation-a-l-achat-durable-ecole"]
    assert bring(same).files == {}


def test_an_offer_without_a_body_says_so(bring: Bring, folder: DataFolder) -> None:
    brought = bring(offer("k1", "Une formation", ""), offer("k2", "Une autre", ""))
    assert brought.new == ["une-autre-organisme-a-preciser", "une-formation-organisme-a-preciser"]
    assert [one["title"] for one in records(folder, "providers")] == ["Organisme à préciser"]


def test_a_folder_with_a_fault_is_left_as_it_is(bring: Bring, folder: DataFolder) -> None:
    bring(offer("k1", "Une formation", "Un autre"))
    path = folder.path / "trainings.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "    hours: beaucoup\n", encoding="utf-8")
    brought = bring(offer("k2", "Une autre", "Un autre"))
    assert [one.code for one in brought.issues] == ["D104"]
    assert not brought.files


def test_a_change_of_a_source_in_the_folder_is_no_obstacle(bring: Bring, folder: DataFolder) -> None:
    bring(offer("k1", "Une formation", "Un autre"))
    path = folder.path / "sources.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "  - {extends: referentiel, seen: 2026-11}\n", encoding="utf-8"
    )
    assert bring(offer("k2", "Une autre", "Un autre")).new == ["une-autre-un-autre"]


def test_what_overlays_add_is_known(folder: DataFolder, tmp_path: Path) -> None:
    over = tmp_path / "over"
    over.mkdir()
    (over / "trainings.yaml").write_text(
        "format_version: 1\ntrainings: [{id: venue, title: Une formation, provider: ecole, kind: course}]\n",
        encoding="utf-8",
    )
    file = OfferFile("registre", SOURCE, "2026-11", (offer("k1", "Une formation", "ecole", hours=7),), read=1)
    brought = bring_offers(file, folder, as_folder(SOUND), DAY, [over])
    assert (brought.new, brought.changed) == ([], ["venue"])
