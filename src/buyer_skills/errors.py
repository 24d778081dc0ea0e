"""Every exception raised on purpose: we cannot go on, and say why."""

from buyer_skills.issues import Issue
from buyer_skills.messages import Message


class BuyerSkillsError(Exception):
    """Base of all errors raised on purpose; caught in one place, in ``cli``.

    ``slug`` names it in the messages page; ``message`` and ``hint`` are its words
    (``errors.<slug>`` and, when there is one, ``errors.<slug>.hint``).
    """

    exit_code = 1

    def __init__(self, slug: str, /, **parameters: object) -> None:
        """Take the slug of the error and the parameters of its wording."""
        super().__init__(slug)
        self.slug = slug
        self.message = Message(f"errors.{slug}", parameters)
        self.hint = Message(f"errors.{slug}.hint", parameters)


class UsageError(BuyerSkillsError):
    """The command line asks for something that does not exist or does not go together."""

    exit_code = 2


class DataError(BuyerSkillsError):
    """The data has errors; it carries every issue found."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        """Take all the issues found, errors, warnings and notes alike."""
        count = sum(issue.severity == "error" for issue in issues)
        super().__init__("data-has-errors", count=count)
        self.issues = issues


class ThresholdError(BuyerSkillsError):
    """A threshold asked for on the command line was not met."""

    exit_code = 3
