"""Who acts for each training: the employer's plan, anyone from tomorrow, or the person's own project."""

from buyer_skills.analyses.paths.result import Basket
from buyer_skills.catalog.trainings import Training


def basket_of(training: Training) -> Basket:
    """Return the basket of ``training``, from what is known of it.

    A degree is a personal project; what is online and free for anyone is open access; all else is asked
    for in the employer's training plan.
    """
    if training.kind == "degree":
        return "personal"
    if training.price_eur == 0 and training.modality == "en-ligne":
        return "open"
    return "plan"
