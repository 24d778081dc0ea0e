"""Every code an issue can have: what `check` prints, what `accepted` names, what the documentation lists."""

from dataclasses import dataclass

from buyer_skills.issues import Severity, severity_of

FAMILIES = {
    "F": "files and their text",
    "D": "shape of a record",
    "G": "the catalogue as a whole",
    "C": "competencies",
    "T": "trainings",
    "P": "job profiles",
    "O": "providers",
    "S": "sources",
    "R": "rules of law and statuts",
    "N": "gaps named by others",
    "U": "set-ups and their activities",
    "B": "buyers",
    "E": "needs of employers",
    "I": "what others bring in, and what is decided of it",
    "Q": "answers to forms",
}
"""What each letter stands for."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code: its letter is its family, its hundred its severity; `issues.<code>` words it."""

    code: str

    @property
    def severity(self) -> Severity:
        """How serious it is: error, warning or note."""
        return severity_of(self.code)

    @property
    def message_key(self) -> str:
        """The key of its wording."""
        return f"issues.{self.code}"

    @property
    def hint_key(self) -> str:
        """The key of the wording that says how to mend it."""
        return f"issues.{self.code}.hint"


_FAMILY_CODES = {
    "F": (
        "101 102 103 104 104 105 106 107 108 109 110 111 112 113 114 115 116 117 120 121 122 123 124 125 "
        "130 131 132 140 141 143 144 146 147 148 149 150 151 152 153 154 155 156 157 160 161 "
        "170 171 172 173 174 175 176 177 178 179 201 242 243 244 245 250 251 "
        "270 271 272 273 274 275 276 277 278"
    ),
    "D": "101 102 103 104 105 106 107 108 109 110 111 112 113",
    "G": "101 102 103 104 106 107 108 202 204 205 208 301 302",
    "C": "101 102 103 104 105 106 107 108 201 202 203 204 205",
    "T": (
        "101 102 103 104 105 106 108 109 110 111 112 114 "
        "201 202 203 204 206 207 208 209 210 212 213 214 215 216 217 218 219 220 301"
    ),
    "P": "101 102 103 104 105 106 107 108 109 201 202 203 204 205 206 207 208 301",
    "O": "201 202",
    "S": "201 202 203 204",
    "R": "201",
    "N": "101",
    "U": "101 102 103 104 105 201",
    "B": "101 102 103 104 201 202",
    "E": "101 102 103 104 105 106 107 201 202 203",
    "I": (
        "101 102 103 104 120 121 122 123 124 125 126 127 128 129 "
        "220 221 222 223 224 225 226 227 228 229 230 231 232 320"
    ),
    "Q": "101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 201 202 203 204 205",
}

CODES: dict[str, Code] = {
    letter + number: Code(letter + number)
    for letter, numbers in _FAMILY_CODES.items()
    for number in numbers.split()
}
"""Every code, in the order they are listed."""

GRAPH_CODES = frozenset({"P301"})
"""Codes of the checks that need the graph: they are made by the analyses, not here."""

DATED_CODES = frozenset({"T201", "T215", "T217"})
"""Codes that depend on the day of the report."""
