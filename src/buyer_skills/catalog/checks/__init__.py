"""Checks that need more than one record: one function each, each with its own code."""

from buyer_skills.catalog.checks.context import CheckContext, Written
from buyer_skills.catalog.checks.run import check_records

__all__ = ["CheckContext", "Written", "check_records"]
