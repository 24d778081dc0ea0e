"""Terms as vectors: how rare each is, and how near two texts are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Vectors = Any
"""A sparse matrix of scipy, which has no types: a row a text, a column a term."""

_STRANGENESS = 0.5
"""What a term that the catalogue never says weighs beside its rarest one: it may be a word of no matter."""


@dataclass(frozen=True, slots=True)
class TermWeights:
    """How much each term of a catalogue tells.

    A term weighs the square of its rarity: the words of every title (« marché public », « achat ») would
    else drown the one word that tells what a training is about.
    """

    vectorizer: Any
    rarity: Any
    unknown: float

    def knows(self, term: str) -> bool:
        """Return whether the catalogue holds a term."""
        return term in self.vectorizer.vocabulary_

    def unit_vectors(self, texts: Sequence[Sequence[str]]) -> Vectors:
        """Return texts as vectors of length 1, or less for what they say that the catalogue never does.

        Terms that the catalogue does not hold count in the length of a vector: a title about something
        else, with one word in common, is not near.
        """
        import numpy as np

        weighted = self.vectorizer.transform(texts).multiply(self.rarity).tocsr()
        strangers = np.array([len({term for term in text if not self.knows(term)}) for text in texts])
        squares = np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel() + strangers * self.unknown**2
        lengths = np.sqrt(np.where(squares > 0, squares, 1.0))
        return weighted.multiply(1 / lengths[:, None]).tocsr()

    def blended_vector(self, parts: Sequence[tuple[float, Sequence[str]]]) -> Vectors:
        """Return the parts of a text, each with its worth, as one vector of length 1 at most."""
        import numpy as np

        if not parts:
            return self.unit_vectors([[]])
        worths = np.array([worth for worth, _ in parts])
        rows = self.unit_vectors([terms for _, terms in parts])
        summed = rows.multiply(worths[:, None]).tocsr()
        blended = summed[0]
        for row in range(1, len(parts)):
            blended = blended + summed[row]
        length = max(float(np.sqrt((worths**2).sum())), float(np.sqrt(blended.multiply(blended).sum())))
        return (blended / length).tocsr()

    def by_term(self, vector: Vectors) -> Mapping[str, float]:
        """Return the value of each term of a vector."""
        names = self.vectorizer.get_feature_names_out()
        row = vector.tocoo()
        return {str(names[column]): float(value) for column, value in zip(row.col, row.data, strict=True)}


def nearness(rows: Vectors, vector: Vectors) -> list[float]:
    """Return how near each row is to ``vector``, 0 to 1; nothing for no rows."""
    if rows is None:
        return []
    return [min(1.0, value) for value in (rows @ vector.T).toarray().ravel().tolist()]


def weigh_terms(texts: Sequence[Sequence[str]]) -> TermWeights | None:
    """Return how much each term of ``texts`` tells; None when they hold none.

    Term frequency is sublinear, rarity is the smoothed inverse document frequency of scikit-learn.
    """
    if not any(texts):
        return None
    # Loaded by those who ask for suggestions only: it takes most of a second.
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=list, sublinear_tf=True, norm=None)
    vectorizer.fit(texts)
    rarity = vectorizer.idf_
    return TermWeights(vectorizer, rarity, float(rarity.max() ** 2) * _STRANGENESS)
