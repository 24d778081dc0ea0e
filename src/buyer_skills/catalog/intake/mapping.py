"""What the columns of a training body's own spreadsheet are: the file that `import --map` reads."""

from typing import Annotated, Literal, get_args

from pydantic import Field, Strict

from buyer_skills.catalog.fields import DegreeLevel, Entity, PartialDate, Slug, Text, Url
from buyer_skills.catalog.trainings import Confirmation, EmployerFamily, Evidence, Modality, TrainingKind
from buyer_skills.messages import Message

ColumnField = Literal[
    "title",
    "key",
    "code",
    "provider",
    "kind",
    "hours",
    "days",
    "price",
    "price_territorial",
    "price_hospitalier",
    "price_etat",
    "price_autre",
    "url",
    "region",
    "place",
    "modality",
    "audience",
    "entry_note",
    "aims",
    "programme",
    "formacodes",
    "rome",
    "certification",
    "degree_level",
    "session_start",
    "session_end",
    "session_place",
    "session_seats",
    "ignored",
]
"""What a column may hold."""

COLUMN_FIELDS: tuple[ColumnField, ...] = get_args(ColumnField)

IGNORED: ColumnField = "ignored"

PRICE_FAMILIES: dict[ColumnField, EmployerFamily] = {
    "price_territorial": "territorial",
    "price_hospitalier": "hospitalier",
    "price_etat": "etat",
    "price_autre": "autre",
}
"""The employer family of each price that is not for anyone."""

SESSION_FIELDS: tuple[ColumnField, ...] = ("session_start", "session_end", "session_place", "session_seats")

REPEATED: frozenset[ColumnField] = frozenset(
    {*SESSION_FIELDS, "audience", "entry_note", "aims", "programme", "formacodes", "rome", IGNORED}
)
"""Fields that several columns may hold: further sessions, further codes, the rest of a text."""

Row = Annotated[int, Strict(), Field(ge=1, le=1_048_576)]
"""A row of a sheet, counted from 1 as the program that shows it does."""


def field_words(field: str) -> Message:
    """Return the words of what a column holds, such as « un prix pour l'État »."""
    return Message(f"mapping.field.{field.replace('_', '-')}")


class MappedSource(Entity):
    """The file as a source that records rest on."""

    title: Text = Field(description="Title of the file or offer.")
    publisher: Text | None = Field(default=None, description="Who publishes it.")
    licence: Text | None = Field(default=None, description="Licence it is published under, when stated.")
    url: Url | None = Field(default=None, description="Address of the page it comes from.")
    date: PartialDate | None = Field(default=None, description="The file's own date.")


class MappedWords(Entity):
    """Words of the file for our closed words; those that are understood anyway need not be there."""

    kind: dict[Text, TrainingKind] = Field(default_factory=dict, description="Words for kinds of training.")
    modality: dict[Text, Modality] = Field(default_factory=dict, description="Words for how it is followed.")
    region: dict[Text, Slug] = Field(
        default_factory=dict, description="Words for a region: its slug, or `national`."
    )
    degree_level: dict[Text, DegreeLevel] = Field(
        default_factory=dict, description="Words for the level of a diploma, 3 to 8."
    )


class TableMapping(Entity):
    """How a training body's spreadsheet is read: which column holds what."""

    format_version: Annotated[int, Strict()] = Field(default=1, description="Version of the format: 1.")
    registry: Slug = Field(
        description="Slug this offer is known by, kept in `origin`, so that its trainings are known again."
    )
    source: MappedSource = Field(description="The file, as a source.")
    provider: Text | None = Field(
        default=None, description="Id or name of the body, where no column says it or its cell is empty."
    )
    evidence: Evidence = Field(
        default="reported",
        description="How far the offer can be trusted when the body did not hand the file itself.",
    )
    answered: Confirmation | None = Field(
        default=None,
        description="When the body itself handed the file, and who did: it is then confirmed.",
    )
    kind: TrainingKind = Field(
        default="course", description="What a training is where the file does not say."
    )
    sheet: Text | None = Field(
        default=None, description="Sheet of the workbook; absent = the first with a row of headings."
    )
    heading_row: Row | None = Field(
        default=None, description="Row of the headings, counted from 1; absent = found."
    )
    heading_lines: Annotated[int, Strict(), Field(ge=1, le=2)] = Field(
        default=1, description="How many rows headings stand on, from `heading_row`: 1 or 2."
    )
    columns: dict[Text, ColumnField] = Field(
        description="What each column holds, by its heading; one that is written twice is followed by (2)."
    )
    values: MappedWords = Field(
        default=MappedWords(), description="What words of the file mean, where they are not understood."
    )
