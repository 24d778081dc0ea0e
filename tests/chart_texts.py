"""Texts of a drawn chart: whole, and apart from each other."""

from itertools import combinations

from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def assert_texts_are_apart(figure: Figure) -> None:
    """Fail when a text of the figure touches another, or is cut by its edges."""
    texts = [text for text in figure.findobj(Text) if text.get_text()]
    boxes = [(text.get_text(), widened(text)) for text in texts]
    for text, box in boxes:
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= figure.bbox.width, text
        assert box.y1 <= figure.bbox.height, text
    for (text, box), (other, other_box) in combinations(boxes, 2):
        apart = (
            box.x1 <= other_box.x0
            or other_box.x1 <= box.x0
            or box.y1 <= other_box.y0
            or other_box.y1 <= box.y0
        )
        assert apart, f"{text!r} touches {other!r}"


def widened(text: Text) -> Bbox:
    """Return the box of a text, made wider away from its anchor: fonts differ a little."""
    box = text.get_window_extent()
    more = 0.03 * box.width * {"left": 1, "center": 0.5, "right": 0}[text.get_ha()]
    return Bbox.from_extents(box.x0 - (0.03 * box.width - more), box.y0, box.x1 + more, box.y1)
