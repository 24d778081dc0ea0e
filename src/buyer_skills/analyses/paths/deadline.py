"""How much time is left for a proof."""

import time


class Deadline:
    """A moment after which no more solving is started; ``None`` seconds = there is none.

    The clock decides when to stop, never what the answer is: an answer said to be optimal does not depend
    on it.
    """

    def __init__(self, seconds: float | None) -> None:
        """Take the seconds given from now on."""
        self._end = None if seconds is None else time.monotonic() + seconds

    def left(self) -> float | None:
        """Return the seconds left, 0 when there are none; None when there is no limit."""
        return None if self._end is None else max(self._end - time.monotonic(), 0.0)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self._end is not None and time.monotonic() >= self._end
