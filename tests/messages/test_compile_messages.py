"""The tool that compiles wordings refuses what would fail when they are read."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest

import compile_messages

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PLURAL = 'msgid "d.n"\nmsgid_plural "d.n"\nmsgstr[0] "{count} mot"\nmsgstr[1] "{count} mots"\n'


def entry(key: str, words: str) -> str:
    return f'msgid "{key}"\nmsgstr "{words}"\n\n'


def write(folder: Path, french: str, english: str | None) -> Path:
    for language, text in (("fr", french), ("en", english)):
        place = folder / language / "LC_MESSAGES"
        place.mkdir(parents=True)
        if text is not None:
            (place / "d.po").write_text(HEADER + text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("french", "english", "fault"),
    [
        (entry("d.a", "{x}"), entry("d.a", "{y}"), "d.po: d.a: placeholders of one language only: x, y"),
        (entry("d.a", "a"), entry("d.b", "b"), "en/d.po: d.a: missing in this language"),
        (entry("d.a", "a") * 2, entry("d.a", "a"), "fr/d.po: d.a: written 2 times"),
        (entry("d.a", ""), entry("d.a", "a"), "fr/d.po: d.a: empty, or a plural form is missing"),
        (entry("d.a", "{"), entry("d.a", "a"), "fr/d.po: d.a: Single '{' encountered in format string"),
        (entry("d.a", "{}"), entry("d.a", "{}"), "fr/d.po: d.a: a placeholder is not a name: {}"),
        (entry("x.a", "a"), entry("x.a", "a"), "fr/d.po: x.a: the key must begin with `d.`"),
        (PLURAL, entry("d.n", "{count}"), "d.po: d.n: a plural in one language only"),
        (PLURAL.replace("{count} mots", ""), PLURAL, "fr/d.po: d.n: empty, or a plural form is missing"),
        (PLURAL, None, "en/d.po: missing file"),
    ],
)
def test_what_would_fail_later_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    french: str,
    english: str | None,
    fault: str,
) -> None:
    monkeypatch.setattr(compile_messages, "LOCALES", write(tmp_path, french, english))
    assert compile_messages.main([]) == 1
    assert fault in capsys.readouterr().err.splitlines()


def test_the_same_words_give_the_same_bytes_that_gettext_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = entry("d.a", "à {x}") + PLURAL
    monkeypatch.setattr(compile_messages, "LOCALES", write(tmp_path, text, text))
    assert compile_messages.main(["--check"]) == 1
    assert compile_messages.main([]) == 0
    assert compile_messages.main(["--check", "d"]) == 0
    content = (tmp_path / "fr" / "LC_MESSAGES" / "d.mo").read_bytes()
    french = gettext.GNUTranslations(BytesIO(content))
    assert french.gettext("d.a") == "à {x}"
    one, many = "{count} mot", "{count} mots"
    assert [french.ngettext("d.n", "d.n", count) for count in (0, 1, 2)] == [one, one, many]
    english = gettext.GNUTranslations(BytesIO((tmp_path / "en" / "LC_MESSAGES" / "d.mo").read_bytes()))
    assert english.ngettext("d.n", "d.n", 0) == many
    capsys.readouterr()
