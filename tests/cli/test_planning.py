"""Every option that limits a path reaches the search as it was meant."""

from typing import Any

import pytest
from small_catalogue import Command

from buyer_skills.analyses.paths.constraints import Constraints

PATH = ("path", "b1.yaml", "--profile", "acheteur", "--data", "catalogue", "--date", "2026-11-24")


class AskedError(Exception):
    """Raised in place of searching, with what was asked."""


@pytest.fixture
def asked(command: Command, catalogue: str, buyer: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    def keep(*given: Any, **keys: Any) -> None:
        raise AskedError(given[3], keys)

    monkeypatch.setattr("buyer_skills.cli.cmd_path.find_path", keep)

    def ask(*options: str) -> tuple[Constraints, dict[str, Any]]:
        with pytest.raises(AskedError) as found:
            command(*PATH, *options)
        constraints, keys = found.value.args
        return constraints, keys

    return ask


def test_without_options_nothing_is_limited(asked: Any) -> None:
    assert asked() == (Constraints(), {"time_limit": None, "explain": False})


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--max-hours", "21,5"), {"max_hours": 21.5}),
        (("--max-price", "300"), {"max_price": 300}),
        (("--max-trainings", "0"), {"max_trainings": 0}),
        (("--region", "hauts-de-france"), {"region": "hauts-de-france"}),
        (("--region", "Hauts-de-France"), {"region": "hauts-de-france"}),
        (("--region", "HAUTS DE FRANCE"), {"region": "hauts-de-france"}),
        (("--region", "Provence-Alpes-Côte d'Azur"), {"region": "provence-alpes-cote-d-azur"}),
        (("--region", "île-de-france"), {"region": "ile-de-france"}),
        (("--modality", "en-ligne,distanciel"), {"modalities": ("en-ligne", "distanciel")}),
        (("--provider", "cnfpt,universite"), {"providers": ("cnfpt", "universite")}),
        (("--exclude", "negocier"), {"exclude": ("negocier",)}),
        (("--employer", "hospitalier"), {"employer": "hospitalier"}),
        (("--evidence", "reported"), {"evidence": "reported"}),
        (("--no-practice",), {"practice": False}),
        (("--with-degrees",), {"with_degrees": True}),
        (("--order", "hours,funding"), {"order": ("hours", "funding")}),
        (("--unknown", "drop"), {"unknown": "drop"}),
        (("--repeat",), {"repeat": True}),
        (("--ready-threshold", "0,9"), {"ready_threshold": 0.9}),
    ],
)
def test_each_option_limits_what_it_says(
    asked: Any, options: tuple[str, ...], expected: dict[str, Any]
) -> None:
    assert asked(*options)[0] == Constraints(**expected)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--time-limit", "2,5"), {"time_limit": 2.5, "explain": False}),
        (("--explain",), {"time_limit": None, "explain": True}),
        # A document always says what leaving out each training costs.
        (("--format", "json"), {"time_limit": None, "explain": False}),
        (("--format", "json,html", "-o", "ici"), {"time_limit": None, "explain": True}),
        (("-o", "parcours.md"), {"time_limit": None, "explain": True}),
    ],
)
def test_how_the_search_is_run(asked: Any, options: tuple[str, ...], expected: dict[str, Any]) -> None:
    assert asked(*options)[1] == expected


@pytest.mark.parametrize("options", [("--order", "hours,vitesse"), ("--modality", "en-ligne,pigeon")])
def test_a_word_out_of_the_list_is_refused(command: Command, options: tuple[str, ...]) -> None:
    ran = command(*PATH, *options)
    assert ran.code == 2
    assert "n'est pas admis ; au choix :" in ran.err
