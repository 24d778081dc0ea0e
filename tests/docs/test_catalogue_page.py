"""The page on the catalogue gives the figures of the catalogue."""

import pytest

import catalogue_figures


def test_the_figures_of_the_page_and_its_picture_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogue_figures.main(["--check"]) == 0, capsys.readouterr().err
