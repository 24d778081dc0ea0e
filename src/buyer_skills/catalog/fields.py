"""The scalar types every record is made of: ids, levels, hours, euros, dates, texts."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

Slug = Annotated[
    str,
    Strict(),
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    Field(description="Identifier: a French kebab-case slug in plain ASCII."),
]
"""An id in data: lower-case letters, digits and single hyphens."""

TrainingId = Annotated[
    str,
    Strict(),
    StringConstraints(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(@[a-z0-9]+(-[a-z0-9]+)*:[0-3]-[1-4])?$", max_length=170
    ),
]
"""The id of a training, or of a practice made from a template (``tutorat@negociation:2-3``)."""

Code = Annotated[
    str,
    Strict(),
    StringConstraints(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$", max_length=40),
]
"""A code of an outside list, such as ``34024``, ``M1101`` or ``RNCP35149``; or a key of a record."""

Level = Annotated[int, Strict(), Field(ge=0, le=4)]
"""A level of ProcurCompEU's scale: 0 less than basic, 1 basic, 2 intermediate, 3 advanced, 4 expert."""

Importance = Annotated[int, Strict(), Field(ge=1, le=3)]
"""How much a requirement weighs: 1 utile, 2 importante, 3 indispensable."""

Hours = Annotated[float, Strict(), Field(gt=0, le=10_000)]
"""A duration in hours."""

Days = Annotated[float, Strict(), Field(gt=0, le=2_000)]
"""A duration in days."""

Euros = Annotated[float, Strict(), Field(ge=0, le=1_000_000)]
"""A price in euros, all taxes included, for one person."""

DegreeLevel = Annotated[int, Strict(), Field(ge=3, le=8)]
"""A level of the French national framework of qualifications (3 CAP ... 7 master, 8 doctorat)."""

Text = Annotated[str, Strict(), StringConstraints(min_length=1, strip_whitespace=True)]
"""A text that is not empty, without the spaces around it."""

Url = Annotated[str, Strict(), StringConstraints(pattern=r"^https?://\S+$")]
"""An http or https address."""

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"([0-9]{4})")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known by day, month, year, or as a range of two of those (``2019/2021``).

    It is judged from its last day, so that nothing looks older than it may be.

    >>> PartialDate.parse("2024-02").last
    datetime.date(2024, 2, 29)
    >>> PartialDate.parse("2019/2021").last
    datetime.date(2021, 12, 31)
    """

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ``AAAA``, ``AAAA-MM``, ``AAAA-MM-JJ`` or two of them around ``/``.

        Raises:
            ValueError: when the text is none of these, or no such day exists.
        """
        opening, slash, closing = text.partition("/")
        first, last = _bounds(opening)
        if slash:
            last = _bounds(closing)[1]
            if last < first:
                raise ValueError(text)
        return cls(text, first, last)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.last, self.first) < (other.last, other.first)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read_partial_date,
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        part = r"\d{4}(-\d{2}(-\d{2})?)?"
        return {
            "anyOf": [
                {"type": "string", "pattern": f"^{part}(/{part})?$"},
                {"type": "integer", "minimum": 1900, "maximum": 2100},
            ],
            "description": "AAAA, AAAA-MM, AAAA-MM-JJ, or a range of two of them around « / ».",
        }


def _bounds(text: str) -> tuple[date, date]:
    if match := _DAY.fullmatch(text):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        if not 1 <= month <= 12:
            raise ValueError(text)
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if match := _YEAR.fullmatch(text):
        year = int(match[1])
        if not 1900 <= year <= 2100:
            raise ValueError(text)
        return date(year, 1, 1), date(year, 12, 31)
    raise ValueError(text)


def _read_partial_date(value: object) -> PartialDate:
    """Read what YAML made of a date: a text, a bare year, or an unquoted scalar (it has ``.text``)."""
    if isinstance(value, PartialDate):
        return value
    text = (
        str(value)
        if isinstance(value, int) and not isinstance(value, bool)
        else getattr(value, "text", value)
    )
    if isinstance(text, str):
        try:
            return PartialDate.parse(text)
        except ValueError:
            pass
    raise PydanticCustomError("partial_date", "not a date", {"found": str(value)})


class Entity(BaseModel):
    """Base of every frozen, closed piece of the catalogue: an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Bilingual(Entity):
    """A text in French and, where it stands, in English. A plain text is its French."""

    fr: Text = Field(description="French text.")
    en: Text | None = Field(default=None, description="English text, when there is one.")

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: object) -> object:
        return {"fr": value} if isinstance(value, str) else value

    def in_language(self, language: str) -> str:
        """Return the text in ``language``, else the French."""
        return self.en if language == "en" and self.en else self.fr


class Doublet(Entity):
    """A job title in the feminine and the masculine, shown as « Acheteuse / Acheteur »."""

    feminine: Text = Field(description="Title in the feminine.")
    masculine: Text = Field(description="Title in the masculine.")

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        feminine, slash, masculine = value.partition(" / ")
        return {"feminine": feminine, "masculine": masculine if slash else feminine}

    def __str__(self) -> str:
        if self.feminine == self.masculine:
            return self.feminine
        return f"{self.feminine} / {self.masculine}"


class JobTitle(Entity):
    """The title of a job in French and, where it stands, in English."""

    fr: Doublet = Field(description="French title: a text, or {feminine, masculine}.")
    en: Doublet | None = Field(default=None, description="English title, when there is one.")

    @model_validator(mode="before")
    @classmethod
    def _from_plain_text(cls, value: object) -> object:
        if isinstance(value, str) or (isinstance(value, dict) and "feminine" in value):
            return {"fr": value}
        return value

    def in_language(self, language: str) -> str:
        """Return the title in ``language`` as a doublet, else the French one."""
        return str(self.en) if language == "en" and self.en else str(self.fr)


WRITTEN_AS_TEXT: tuple[type[Entity], ...] = (Bilingual, Doublet, JobTitle)
"""Entities that a plain text stands for: the text is their French."""


class Acceptance(Entity):
    """A warning that is expected of a record, with the reason why it stands."""

    code: Annotated[str, Strict(), StringConstraints(pattern=r"^[A-Z][0-9]{3}$")] = Field(
        description="Code of the warning, such as T214."
    )
    reason: Text = Field(description="Why the record is right as it is.")


class Record(Entity):
    """What every record of the catalogue may carry."""

    id: Slug = Field(description="Identifier, unique in the catalogue.")
    sources: tuple[Slug, ...] = Field(default=(), description="Ids of the sources this record rests on.")
    note: Bilingual | None = Field(default=None, description="A remark for readers.")
    accepted: tuple[Acceptance, ...] = Field(
        default=(), description="Warnings of `check` that are expected here, each with its reason."
    )

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources of the record, those that one of its parts names included."""
        return self.sources
