"""How much the offers kept of one file may hold: rules that keep a whole register would fill the memory."""

from buyer_skills.issues import Place, issue
from buyer_skills.sources.packages import RefusedFileError

MOST_CHARACTERS = 64 * 1024 * 1024
"""Characters of all that is kept."""

OFFER = 2_000
"""What an offer weighs besides its texts, in characters."""


class Room:
    """What is left for the offers of a file."""

    def __init__(self) -> None:
        """Start with all of it."""
        self._taken = 0

    def take(self, characters: int, place: Place) -> None:
        """Take room for something kept, which is written at this place.

        Raises:
            RefusedFileError: there is not enough.
        """
        self._taken += characters
        if self._taken > MOST_CHARACTERS:
            raise RefusedFileError(issue("F177", place))
