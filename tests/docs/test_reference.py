"""The reference pages say what the code says."""

import pytest

import build_reference


@pytest.mark.parametrize("name", build_reference.PAGES)
def test_a_reference_page_is_fresh(name: str) -> None:
    written = (build_reference.REFERENCE / name).read_text(encoding="utf-8")
    assert written.endswith(build_reference.PAGES[name]()), "run `make docs`"
