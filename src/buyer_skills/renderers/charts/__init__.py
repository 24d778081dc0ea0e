"""Charts of reports as inline SVG pictures; the only package that knows matplotlib, and loads it late."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from buyer_skills.views.report_view import Chart, JourneyChart, LevelChart, NetworkChart, SupplyChart

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw_chart(chart: Chart) -> tuple["Figure", ...]:
    """Return the chart drawn by matplotlib: one figure, or several when it is taller than a page."""
    # Where matplotlib keeps its list of fonts is no news for our reader, and none of its fonts are used.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)

    from buyer_skills.renderers.charts.canvas import fixed_settings
    from buyer_skills.renderers.charts.journeys import draw_journey
    from buyer_skills.renderers.charts.levels import draw_levels
    from buyer_skills.renderers.charts.network import draw_network
    from buyer_skills.renderers.charts.supply import draw_supply

    with fixed_settings():
        match chart:
            case LevelChart():
                return draw_levels(chart)
            case SupplyChart():
                return draw_supply(chart)
            case JourneyChart():
                return draw_journey(chart)
            case NetworkChart():
                return draw_network(chart)
            case _:
                assert_never(chart)


def chart_pictures(chart: Chart, part_title: Callable[[int, int], str], identifier: str) -> tuple[str, ...]:
    """Return the chart as ``<svg>`` elements to put in a page: one, or several when it is tall.

    Args:
        chart: what to draw.
        part_title: gives the title of a picture from its number and how many there are.
        identifier: begins every ``id`` inside the pictures, so that many can share a page.
    """
    figures = draw_chart(chart)
    from buyer_skills.renderers.charts.svg import svg_element

    return tuple(
        svg_element(figure, part_title(number, len(figures)), chart.alternative, f"{identifier}-{number}")
        for number, figure in enumerate(figures, 1)
    )


__all__ = ["chart_pictures", "draw_chart"]
