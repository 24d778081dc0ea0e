"""What waits beside the sound catalogue, for the files of decisions on it."""

from buyer_skills.catalog.proposals import Proposal

WAITING = (
    Proposal(
        "trainings",
        "proposee",
        {
            "id": "proposee",
            "title": {"fr": "Acheter autrement"},
            "provider": "ecole",
            "kind": "course",
            "status": "proposed",
        },
        is_change=False,
    ),
    Proposal(
        "trainings",
        "initiation",
        {"extends": "initiation", "status": "proposed", "hours": 21},
        is_change=True,
    ),
)
