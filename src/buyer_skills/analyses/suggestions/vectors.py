"""Terms as vectors: how rare each is, and how near two texts are."""

from collections.abc import Sequence
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
        lengths = np.sqrt(_lengths(weighted) ** 2 + strangers * self.unknown**2)
        return weighted.multiply(1 / np.where(lengths > 0, lengths, 1.0)[:, None]).tocsr()

    def blended_vectors(self, texts: Sequence[Sequence[tuple[float, Sequence[str]]]]) -> Vectors:
        """Return texts made of parts, each with its worth, as vectors of length 1 at most."""
        import numpy as np
        from scipy.sparse import csr_matrix

        parts = [(row, worth, terms) for row, text in enumerate(texts) for worth, terms in text]
        # One empty part more, so that texts that say nothing are a case like another.
        vectors = self.unit_vectors([*(terms for _, _, terms in parts), ()])
        places = ([row for row, _, _ in parts], range(len(parts)))
        worths = csr_matrix(([worth for _, worth, _ in parts], places), (len(texts), len(parts) + 1))
        blended = worths @ vectors
        lengths = np.maximum(_lengths(worths), _lengths(blended))
        return blended.multiply(1 / np.where(lengths > 0, lengths, 1.0)[:, None]).tocsr()

    def column(self, term: str) -> int | None:
        """Return the column of a term, when the catalogue holds it."""
        found: int | None = self.vectorizer.vocabulary_.get(term)
        return found


def nearness(vectors: Vectors, rows: Vectors) -> list[list[float]]:
    """Return, for each of ``vectors``, how near it is to each of ``rows``, 0 to 1; nothing for no rows."""
    if rows is None:
        return [[] for _ in range(vectors.shape[0])]
    near: list[list[float]] = (vectors @ rows.T).toarray().clip(0.0, 1.0).tolist()
    return near


def row_of(vectors: Vectors, row: int) -> dict[int, float]:
    """Return the values of a row by column; quicker than to cut the matrix."""
    start, end = vectors.indptr[row], vectors.indptr[row + 1]
    return dict(zip(vectors.indices[start:end].tolist(), vectors.data[start:end].tolist(), strict=True))


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


def _lengths(vectors: Vectors) -> Any:
    import numpy as np

    return np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
