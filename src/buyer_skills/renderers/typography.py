"""French spacing: a sign such as « : » never starts a line, a quotation mark never stands alone."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from buyer_skills.messages.spacing import french_spaces
from buyer_skills.views.report_view import Chart, ReportView

Piece = TypeVar("Piece")


def typeset(view: ReportView) -> ReportView:
    """Return ``view`` with the spaces of its language: those that French keeps with their sign.

    Data and wordings are written with plain spaces, which anyone can type and search for; the reader
    gets no-break ones.
    """
    return _typeset(view) if view.language == "fr" else view


def typeset_chart(chart: Chart, language: str) -> Chart:
    """Return a chart that stands alone with the spaces of its language."""
    return _typeset(chart) if language == "fr" else chart


def _typeset(piece: Piece) -> Piece:
    """Return a view, or any piece of one, with all its texts typeset."""
    result: object = piece
    if isinstance(piece, str):
        result = french_spaces(piece)
    elif isinstance(piece, tuple):
        result = tuple(_typeset(one) for one in piece)
    elif is_dataclass(piece) and not isinstance(piece, type):
        result = replace(piece, **{one.name: _typeset(getattr(piece, one.name)) for one in fields(piece)})
    return result  # type: ignore[return-value]  # same type out as in, case by case
