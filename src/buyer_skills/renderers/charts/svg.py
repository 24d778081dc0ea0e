"""A figure as an ``<svg>`` element that can stand in a page with others, and be read aloud."""

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from buyer_skills.renderers.charts.canvas import FONTS, fixed_settings

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_REFERENCE = re.compile(r"(?<=url\(#)([\w-]+)(?=\))|(?<=^#)([\w-]+)$")
"""A pointer to an id: all of a link, or inside ``url()``; a colour begins with # too and is none."""

_FONT_FAMILY = re.compile(r"font-family:[^;]*;?\s*")


def svg_element(figure: "Figure", title: str, description: str, identifier: str) -> str:
    """Return the figure as SVG text.

    What would clash in a page is mended: unused ids are dropped and the others begin with ``identifier``;
    the style sheet, which would apply to the whole page, becomes attributes; metadata go.
    """
    root = _drawn(figure)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{_SVG}}}metadata", f"{{{_SVG}}}style"):
                parent.remove(child)
    _rename_ids(root, identifier)
    for text in root.iter(f"{{{_SVG}}}text"):
        text.set("style", _FONT_FAMILY.sub("", text.get("style", "")))
        text.attrib.pop("transform", None)  # every text is level: this says "turned by 0"
    _describe(root, title, description, identifier)
    ET.register_namespace("", _SVG)
    return ET.tostring(root, encoding="unicode")


def _drawn(figure: "Figure") -> ET.Element:
    output = BytesIO()
    with fixed_settings():
        figure.savefig(output, format="svg", metadata={"Date": None})
    return ET.fromstring(output.getvalue())  # noqa: S314 - drawn just above


def _rename_ids(root: ET.Element, identifier: str) -> None:
    used: set[str] = set()

    def renamed(reference: re.Match[str]) -> str:
        used.add(reference.group())
        return f"{identifier}-{reference.group()}"

    for element in root.iter():
        if link := element.attrib.pop(f"{{{_XLINK}}}href", None):
            element.set("href", link)
        for key, value in list(element.attrib.items()):
            if key == "href" or "url(" in value:
                element.set(key, _REFERENCE.sub(renamed, value))
    for element in root.iter():
        name = element.attrib.pop("id", None)
        if name in used:
            element.set("id", f"{identifier}-{name}")


def _describe(root: ET.Element, title: str, description: str, identifier: str) -> None:
    size = root.get("viewBox", "").split()[2:]
    families = ", ".join(f"'{name}'" for name in FONTS)
    root.attrib.clear()
    root.attrib.update(
        {
            "viewBox": f"0 0 {' '.join(size)}",
            "width": size[0],
            "height": size[1],
            "role": "img",
            "aria-labelledby": f"{identifier}-title {identifier}-description",
            "style": f"font-family: {families}, sans-serif; stroke-linejoin: round; stroke-linecap: butt",
        }
    )
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{_SVG}}}{tag}", {"id": f"{identifier}-{tag}"})
        element.text = text
        root.insert(place, element)
    root.set("aria-labelledby", f"{identifier}-title {identifier}-desc")
