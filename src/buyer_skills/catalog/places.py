"""Where each record of the catalogue is written."""

from collections.abc import Iterator, Mapping

from buyer_skills.catalog.shapes import place_of
from buyer_skills.issues import Place
from buyer_skills.sources.tree import YamlMapping


class Places:
    """The places of records and of what is in them, worked out when they are asked for."""

    def __init__(self, trees: Mapping[tuple[str, str], YamlMapping]) -> None:
        """Take the records as they were written, by group and id."""
        self._trees = trees

    def of(self, group: str, record: str, *path: str | int, key: bool = False) -> Place:
        """Return the place of a record, or of what ``path`` leads to in it.

        Args:
            group: name of the group in the catalogue, such as ``trainings``.
            record: id of the record.
            path: keys and indexes from the record, as the file words them (``"outcomes", 0, "from"``).
            key: whether the place of the last key is meant rather than that of its value.

        Raises:
            KeyError: when no such record was read.
        """
        return place_of(self._trees[group, record], path, key=key)

    def trees(self) -> Iterator[tuple[str, str, YamlMapping]]:
        """Yield every record as it was written, with its group and id."""
        for (group, record), tree in self._trees.items():
            yield group, record, tree

    def has(self, group: str, record: str) -> bool:
        """Return whether the record was read from a file."""
        return (group, record) in self._trees


__all__ = ["Places"]
