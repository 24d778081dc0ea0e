"""The page of the data format: every file, record and key, read off the models."""

import enum
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from buyer_skills.catalog.buyers import Buyer
from buyer_skills.catalog.fields import PartialDate
from buyer_skills.catalog.groups import FILES
from buyer_skills.catalog.intake.mapping import TableMapping
from buyer_skills.catalog.needs import NeedsFile

_WORDS = {
    str: "texte",
    int: "entier",
    float: "nombre",
    bool: "true ou false",
    PartialDate: "date",
    type(None): "null",
}
_ORDER = (
    "competencies",
    "trainings",
    "job_profiles",
    "providers",
    "sources",
    "rules",
    "statuts",
    "named_gaps",
    "set_ups",
    "glossary",
    "acronyms",
    "intake_rules",
    "decisions",
    "employer_answers",
    "catalog",
)

_OPENING = """# Format des données

Un catalogue est un dossier de fichiers YAML, un sujet par fichier ; seul ce dont on a besoin doit y être.
Les clés sont fermées : une clé inconnue est une erreur, et `buyer-skills check` propose la plus proche.
Les descriptions viennent du code, en anglais ; les [schémas JSON](../../data/schemas) disent la même chose
aux éditeurs de texte.

Un titre ou une description s'écrit comme un texte (français) ou `{fr: ..., en: ...}`. Une date s'écrit
`2026`, `2026-11`, `2026-11-24` ou une période, `2019/2021` ; elle est jugée à son dernier jour.
"""


_NEEDS = """Ce que des employeurs demandent, en personnes, pour `missing --needs`. Aucun nom de personne : une
clé qui en annonce un est refusée (E101). Plusieurs fichiers s'additionnent. Ce qui est supposé des niveaux
est dit dans la [méthode](../explanation/methode.md). Exemples inventés :
[un territoire](../../examples/besoins/territoire-invente.yaml),
[des hôpitaux](../../examples/besoins/hopitaux-inventes.json).
"""


_MAPPING = """Ce que contiennent les colonnes du tableau d'un organisme, pour `import --source table --map` :
le fichier est deviné au premier passage, à corriger une fois et à garder ([guide](../guides/donnees.md)).
Un titre de colonne écrit deux fois est suivi de `(2)` ; des titres sur deux lignes se joignent par ` / ` ;
une colonne sans titre s'appelle `colonne F`. Exemple inventé :
[le tableau](../../examples/offres/offre-inventee.csv),
[sa correspondance](../../examples/offres/offre-inventee.yaml).
"""


def data_format_page() -> str:
    """Return the page, in Markdown."""
    sections = [_OPENING]
    shown: set[type[BaseModel]] = set()
    for stem in _ORDER:
        sections.append(f"## `{stem}.yaml`\n\n{_first_line(FILES[stem])}\n")
        sections += _sections(FILES[stem], shown)
    sections.append(f"## Une personne\n\n{_first_line(Buyer)}\n")
    sections += _sections(Buyer, shown)
    sections.append(f"## Des besoins\n\n{_NEEDS}")
    sections += _sections(NeedsFile, shown)
    sections.append(f"## La correspondance d'un tableau\n\n{_MAPPING}")
    sections += _sections(TableMapping, shown)
    return "\n".join(sections)


def _sections(model: type[BaseModel], shown: set[type[BaseModel]]) -> Iterator[str]:
    """Yield the table of a model, then those of the models inside it, each once over the page."""
    if model in shown:
        return
    shown.add(model)
    if model not in FILES.values() and model not in (Buyer, NeedsFile, TableMapping):
        yield f"### {model.__name__}\n\n{_first_line(model)}\n"
    yield _table(model)
    for field in model.model_fields.values():
        for inner in _models_in(field.annotation):
            yield from _sections(inner, shown)


def _table(model: type[BaseModel]) -> str:
    rows = ["| clé | valeur | à remplir | description |", "|---|---|---|---|"]
    for name, field in model.model_fields.items():
        needed = "oui" if field.is_required() else ""
        rows.append(f"| `{field.alias or name}` | {_value(field)} | {needed} | {field.description} |")
    return "\n".join(rows) + "\n"


def _value(field: FieldInfo) -> str:
    """Return the words of what a key may hold, with its bounds."""
    words = _words(field.annotation)
    bounds = {type(one).__name__: one for one in field.metadata}
    low = next(
        (getattr(one, name) for one in bounds.values() for name in ("ge", "gt") if hasattr(one, name)), None
    )
    high = next((getattr(one, "le") for one in bounds.values() if hasattr(one, "le")), None)  # noqa: B009
    if low is not None and high is not None:
        return f"{words}, {low:g} à {high:g}"
    return words


def _words(annotation: Any) -> str:  # noqa: PLR0911 - one answer by sort of type
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _words(arguments[0])
    if origin is Literal:
        return " ou ".join(f"`{value}`" for value in arguments)
    if origin in (Union, types.UnionType):
        return " ou ".join(dict.fromkeys(_words(one) for one in arguments if one is not type(None)))
    if origin in (tuple, list, frozenset, set):
        items = [one for one in arguments if one is not Ellipsis]
        return "liste de : " + ", ".join(dict.fromkeys(map(_words, items)))
    if (origin is not None and issubclass(origin, dict)) or getattr(origin, "__name__", "") == "Mapping":
        return f"{_words(arguments[0])} : {_words(arguments[1])}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return " ou ".join(f"`{one.value}`" for one in annotation)
    return _WORDS.get(annotation, getattr(annotation, "__name__", str(annotation)))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in get_args(annotation):
        yield from _models_in(one)


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().splitlines()[0]
