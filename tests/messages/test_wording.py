"""Keys into words."""

import pytest

from buyer_skills.messages import Message
from buyer_skills.messages.wording import LANGUAGES, MissingWordingError, Wording, wording


def test_french_is_the_first_language() -> None:
    assert LANGUAGES == ("fr", "en")
    assert wording("fr").text("terms.level.1") == "notions"
    assert wording("en").text("terms.level.1") != "notions"


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(ValueError, match="tlh"):
        Wording("tlh")


def test_a_key_without_words_is_a_mistake_of_ours() -> None:
    with pytest.raises(MissingWordingError, match=r"fr: terms\.level\.9"):
        wording("fr").text("terms.level.9")
    with pytest.raises(MissingWordingError):
        wording("fr").text("nothing.of.the.kind")
    assert not wording("fr").has("terms.level.9")
    assert wording("fr").has("terms.days")


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("fr", 0, "0 avertissement"),
        ("fr", 1, "1 avertissement"),
        ("fr", 2, "2 avertissements"),
        ("en", 0, "0 warnings"),
        ("en", 1, "1 warning"),
        ("en", 2, "2 warnings"),
    ],
)
def test_each_language_counts_as_it_does(language: str, count: int, expected: str) -> None:
    assert wording(language).text("check.count.warning", count=count) == expected


def test_a_message_inside_a_message_and_lists_are_put_into_words() -> None:
    close = Message("issues.nearest", {"name": "droit"})
    message = Message("errors.one-format-for-stdout.hint", {"formats": ("md", close)})
    assert wording("fr").render(message) == (
        f"Formats demandés : md, {wording('fr').render(close)}. Donnez un dossier avec -o."
    )


def test_words_of_the_data_are_shown_as_they_are() -> None:
    shown = wording("fr").text("errors.unknown-profile", found="{known} %s \\n {0}")
    assert shown == "le profil « {known} %s \\n {0} » n'existe pas dans ce catalogue"
