"""`--fail-under` and `--ready-threshold`: ratios asked for on the command line."""

from fractions import Fraction

from buyer_skills.cli.types import RatioType
from buyer_skills.cli.worded import worded_option
from buyer_skills.errors import ThresholdError

READY_THRESHOLD = "0.8"
"""Coverage from which a person with no indispensable gap is ready."""

ready_threshold_option = worded_option(
    "--ready-threshold", type=RatioType(), default=READY_THRESHOLD, show_default=True
)
fail_under_option = worded_option("--fail-under", type=RatioType())


def check_threshold(coverage: float, threshold: Fraction | None) -> None:
    """Raise ``ThresholdError`` (exit code 3) when ``coverage`` is below the ``threshold`` asked for."""
    if threshold is not None and coverage < float(threshold):
        raise ThresholdError("threshold-not-met", threshold=float(threshold))
