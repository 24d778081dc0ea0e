"""Words too weak for what they suggest."""

from buyer_skills.analyses.suggestions.borrowing import is_too_weak
from buyer_skills.analyses.suggestions.material import CompetencyTerms
from buyer_skills.analyses.suggestions.naming import Name
from buyer_skills.analyses.suggestions.rules import RULES, Rules


def competency(name: str, *terms: str) -> CompetencyTerms:
    return CompetencyTerms(name, frozenset(terms), Name(terms), terms, terms, (), {})


TEAM, STRATEGY = competency("team", "manag", "equip"), competency("strategy", "strateg", "achat")
NONE = Rules(**dict.fromkeys(Rules.__dataclass_fields__, False))


def test_one_word_in_the_name_of_another_is_too_weak() -> None:
    assert is_too_weak(STRATEGY, [{"manag"}], [TEAM], RULES)
    assert not is_too_weak(STRATEGY, [{"manag"}], [TEAM], NONE)
    assert not is_too_weak(TEAM, [{"manag"}], [STRATEGY], RULES)
    assert not is_too_weak(STRATEGY, [{"manag"}, {"chain"}], [TEAM], RULES)
    assert not is_too_weak(STRATEGY, [{"chain"}], [TEAM], RULES)
    assert not is_too_weak(STRATEGY, [], [TEAM], RULES)


def test_public_alone_is_no_reason_and_does_not_help_another_word() -> None:
    assert is_too_weak(TEAM, [{"public"}], [], RULES)
    assert is_too_weak(TEAM, [{"public"}, {"publiqu"}], [], RULES)
    assert not is_too_weak(TEAM, [{"public"}], [], NONE)
    assert is_too_weak(STRATEGY, [{"manag"}, {"publiqu"}], [TEAM], RULES)
