"""What every command has in common: exit codes, languages, what is said to who mistypes."""

import errno
import os
import re
import sys
from pathlib import Path
from subprocess import PIPE, Popen, run

import pytest
from small_catalogue import Command

from buyer_skills import __version__
from buyer_skills.cli import main
from buyer_skills.cli.group import SECTIONS
from buyer_skills.cli.language import language_of

COMMANDS = [name for names in SECTIONS.values() for name in names]
ON = ("--date", "2026-11-24")
KEY = re.compile(r"\b[a-z]+\.[a-z-]+\.[a-z.-]+\b")
"""What a wording's key looks like when it was not put into words."""

ENGLISH = re.compile(
    r"\b(?:the|and|of|with|file|folder|show|shows|message|exit|required|default|usage|command|arguments?|"
    r"error|invalid|missing|hours|seconds|day|list|buyer|degree|range|x>=0|DIR|FILE|YYYY)\b(?!-)"
)
FRENCH = re.compile(
    r"\b(?:le|la|les|des|une?|et|avec|dossier|fichier|affiche|obligatoire|par défaut|aide|erreur|commande|"
    r"heures|formations?|DOSSIER|FICHIER|PERSONNE|HEURES|LISTE|AAAA)\b",
)
IDS = re.compile(
    r"--[a-z-]+|« [^»]+ »|\"[^\"]+\"|'[^']+'|\b(?:keep|drop|hours|price|count|funding|evidence|list|"
    r"buyer-file|json|md|html|show|missing|role:ID|theme:ID|area:ID|phase:ID|ID)\b|\[[^\]]*\|[^\]]*\]|[a-z-]+(?:\|[a-z-]+)+"
)
"""Names of options, commands, values and ids: the same in both languages."""


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_in_french_holds_no_key_and_no_english(command: Command, name: str) -> None:
    shown = command(*filter(None, [name]), "--help").out
    assert shown.startswith("Usage : buyer-skills")
    assert KEY.findall(shown) == []
    assert ENGLISH.findall(_without_names(shown)) == []


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_in_english_holds_no_key_and_no_french(command: Command, name: str) -> None:
    shown = command(*filter(None, [name]), "--lang", "en", "--help").out
    assert shown.startswith("Usage: buyer-skills")
    assert KEY.findall(shown) == []
    assert FRENCH.findall(_without_names(shown)) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_language_after_its_name(command: Command, name: str) -> None:
    assert command(name, "--help", "--lang", "en").out == command("--lang", "en", name, "-h").out


def test_the_environment_sets_the_language_and_the_option_wins(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    french, english = command("--help").out, command("--help", "--lang", "en").out
    monkeypatch.setenv("BUYER_SKILLS_LANG", "en")
    assert command("--help").out == english
    assert command("--help", "--lang=fr").out == french
    monkeypatch.setenv("BUYER_SKILLS_LANG", "tlh")
    assert command("--help").out == french


@pytest.mark.parametrize("arguments", [(), ("--lang", "fr"), ("--lang=fr",)])
def test_without_a_command_the_help_is_shown(command: Command, arguments: tuple[str, ...]) -> None:
    ran = command(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == command("--help").out


def test_the_help_shows_every_command_under_who_needs_it(command: Command) -> None:
    shown = command("--help").out
    assert re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE) == COMMANDS
    assert "Pour les RH :\n  profile  Écrit la fiche métier d'un profil.\n" in shown


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_no_line_of_the_help_begins_with_a_sign_nor_is_too_wide(command: Command, name: str) -> None:
    lines = command(*filter(None, [name]), "--help").out.splitlines()
    assert not [line for line in lines if line.lstrip().startswith((":", ";", "?", "!", "»", "\u00a0"))]
    assert max(map(len, lines)) <= 80


def test_version(command: Command) -> None:
    assert command("--version").out == f"buyer-skills {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gapp"], "Erreur : la commande « gapp » n'existe pas ; vouliez-vous dire « gap » ?"),
        (["zzz"], "Erreur : la commande « zzz » n'existe pas ; buyer-skills --help les montre toutes."),
        (["gap"], "Erreur : Il manque l'argument 'PERSONNE'."),
        (["gap", "b1.yaml"], "Erreur : Il manque l'option '--profile'."),
        (
            ["gap", "b1.yaml", "--profle", "x"],
            "L'option '--profle' n'existe pas. Vouliez-vous dire '--profile' ?",
        ),
        (["gap", "b1.yaml", "--profile"], "Erreur : L'option '--profile' demande une valeur."),
        (["gap", "b1.yaml", "c", "--profile", "x"], "Erreur : Argument en trop (c)"),
        (["profile", "x", "--force=oui"], "Erreur : L'option '--force' ne prend pas de valeur."),
        (["profile", "x", "--date", "hier"], "« hier » n'est pas une date : AAAA-MM-JJ est attendu"),
        (["profile", "x", "--date", "2026-02-30"], "« 2026-02-30 » n'est pas une date"),
        (["profile", "x", "--format", "md,pdf"], "« pdf » n'est pas admis ; au choix : json, md, html."),
        (["profile", "x", "--format", ","], "la liste est vide."),
        (["profile", "x", "--lang", "de"], "'de' n'est pas l'un de : 'fr', 'en'."),
        (
            ["path", "b1.yaml", "--profile", "x", "--fail-under", "2"],
            "« 2 » n'est pas un rapport compris entre 0 et 1.",
        ),
        (["path", "b1.yaml", "--profile", "x", "--max-hours", "dix"], "« dix » n'est pas un nombre positif."),
        (["path", "b1.yaml", "--profile", "x", "--max-price=-1"], "« -1 » n'est pas un nombre positif."),
        (
            ["path", "b1.yaml", "--profile", "x", "--time-limit", "inf"],
            "« inf » n'est pas un nombre positif.",
        ),
        (
            ["path", "b1.yaml", "--profile", "x", "--max-trainings", "1,5"],
            "« 1,5 » n'est pas un nombre entier positif.",
        ),
        (
            ["path", "b1.yaml", "--profile", "x", "--employer", "moi"],
            "'moi' n'est pas l'un de : 'territorial',",
        ),
        (["profile", "acheteur", "--as", "carte"], "'carte' n'est pas l'un de : 'fiche', 'buyer-file'."),
    ],
)
def test_who_mistypes_is_told_what_in_french(command: Command, arguments: list[str], said: str) -> None:
    ran = command(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ENGLISH.findall(_without_names(ran.err)) == []


def test_who_mistypes_is_told_what_in_english(command: Command) -> None:
    ran = command("gap", "--lang", "en")
    assert ran.code == 2
    assert ran.err.splitlines()[-1] == "Error: Missing argument 'BUYER'."


def test_a_bug_keeps_its_traceback(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("buyer_skills.cli.options.Settings.graph", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        command("profile", "acheteur")


def test_a_run_stopped_by_the_keyboard_says_so(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("buyer_skills.cli.options.Settings.graph", stop)
    ran = command("profile", "acheteur")
    assert ran.code == 130
    assert ran.err.strip() == "Interrompu."


def test_no_traceback_when_the_reader_of_the_output_has_left(catalogue: str, tmp_path: Path) -> None:
    arguments = ["profile", "acheteur", "--data", catalogue]
    with Popen(_python(*arguments), cwd=tmp_path, env=_environment(), stdout=PIPE, stderr=PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (errno.EPIPE, 0, ""),
        (errno.ENOSPC, 1, "Erreur : impossible d'écrire « sortie standard » (plus de place sur le disque)."),
    ],
)
def test_what_stops_the_output_ends_the_run(
    command: Command, monkeypatch: pytest.MonkeyPatch, number: int, code: int, said: str
) -> None:
    def stop(_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("buyer_skills.cli.options.Settings.graph", stop)
    # click silences both streams when their reader has left: they are put back after the test.
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    ran = command("profile", "acheteur")
    assert (ran.code, ran.err.partition("\n")[0]) == (code, said)


def test_another_error_of_the_system_is_a_bug(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr("buyer_skills.cli.options.Settings.graph", fail)
    with pytest.raises(OSError, match="broken"):
        command("profile", "acheteur")


def test_the_process_exits_with_the_code_of_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"buyer-skills {__version__}\n"


def test_what_follows_two_dashes_is_no_option() -> None:
    assert language_of(["gap", "--", "--lang", "en"], {}) == "fr"
    assert language_of(["--lang", "en", "gap", "--lang=fr"], {}) == "fr"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", [[], ["--format", "json"]], ids=["report", "json"])
def test_a_standard_output_that_cannot_be_written_is_told(
    catalogue: str, tmp_path: Path, form: list[str]
) -> None:
    arguments = ["profile", "acheteur", "--data", catalogue, *form]
    with Path("/dev/full").open("wb") as full:
        ran = run(
            _python(*arguments), cwd=tmp_path, env=_environment(), stdout=full, stderr=PIPE, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr.decode().startswith(
        "Erreur : impossible d'écrire « sortie standard » (plus de place sur le disque)."
    )


LOADED = (
    "import sys; from buyer_skills.cli.running import run; run(sys.argv[1:]); "
    "print(*sys.modules, file=sys.stderr)"
)


def test_the_help_loads_only_the_parser_and_its_wording(tmp_path: Path) -> None:
    loaded = _modules_loaded(["--help"], tmp_path)
    ours = {name for name in loaded if name.startswith("buyer_skills.")}
    assert not {
        name for name in ours if not name.startswith(("buyer_skills.cli", "buyer_skills.messages"))
    } - {
        "buyer_skills.errors",
        "buyer_skills.issues",
    }
    assert {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names <= ALLOWED | {
        "click",
        "buyer_skills",
    }


def test_a_report_in_the_terminal_loads_neither_templates_nor_charts_nor_a_solver(
    catalogue: str, buyer: str, tmp_path: Path
) -> None:
    loaded = _modules_loaded(["gap", buyer, "--profile", "acheteur", "--data", catalogue], tmp_path)
    assert not loaded & {"jinja2", "matplotlib", "highspy", "numpy"}


ALLOWED = {
    "__mp_main__",
    "_virtualenv",
    "_editable_impl_buyer_skills",
    "sitecustomize",
    "a1_coverage",
    "coverage",
}
"""Modules that the installation itself loads, before any of ours."""


def _modules_loaded(arguments: list[str], folder: Path) -> set[str]:
    ran = run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        check=True,
    )
    bare = run(
        [sys.executable, "-c", "import sys; print(*sys.modules, file=sys.stderr)"],
        env=_environment(),
        capture_output=True,
        check=True,
    )
    return set(ran.stderr.decode().split()) - set(bare.stderr.decode().split())


def _python(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "buyer_skills", *arguments, *ON]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "BUYER_SKILLS_LANG"}
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _without_names(shown: str) -> str:
    return IDS.sub("", shown)
