"""The reference pages say what the code says."""

import build_reference
import pytest


@pytest.mark.parametrize("name", build_reference.PAGES)
def test_a_reference_page_is_fresh(name: str):
    written = (build_reference.REFERENCE / name).read_text(encoding="utf-8")
    assert written.endswith(build_reference.PAGES[name]()), "run `make docs`"
