"""A chart as a picture of its own, outside any page."""

from buyer_skills.renderers.typography import typeset_chart
from buyer_skills.views.report_view import NetworkChart


def render_picture(chart: NetworkChart, language: str) -> bytes:
    """Return the chart as an SVG file, in UTF-8: one picture, its words in it, on a white ground."""
    from buyer_skills.renderers.charts import chart_pictures

    (picture,) = chart_pictures(typeset_chart(chart, language), lambda *_: chart.title, "picture")
    return (picture + "\n").encode()
