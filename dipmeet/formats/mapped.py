"""Rows into records: a row of somebody's table by a profile, with the row itself as the source's text.

Each fact has the cell that it was read from as evidence. What the profile does not map is still in the text, word for
word: a line a cell, `column: cell`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from dipmeet.errors import BadValue, DipmeetError, InvalidRecord
from dipmeet.formats.cells import undefused
from dipmeet.formats.dates import read_date, read_dates
from dipmeet.formats.delimited import BadRow, Row
from dipmeet.formats.profile import Profile, Rule
from dipmeet.formats.stated import find_stated
from dipmeet.model.fields import read_path, with_value
from dipmeet.model.ids import id_stem
from dipmeet.model.meeting import Meeting
from dipmeet.model.shapes import Json
from dipmeet.model.value import Value
from dipmeet.names.countries import Country, find_country, narrower_country
from dipmeet.names.localities import Locality, find_localities

Span = tuple[int, int]

NO_PARTY = frozenset({"Antarctica", "Wake Island", "Midway"})
"""Lands that have no government to meet."""

_MORE_THAN_ONE = re.compile(r"(?i)\band\b|&|,|;|\((?!\w+\) \w)| of the ")
"""What a cell says that holds more than one name; a word in brackets within a name is a nickname."""

PARTICLES = frozenset(
    {"de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "von", "van", "der", "den", "zu", "bin", "ibn",
     "al", "el", "arap"}
)  # fmt: skip
"""What may come before the capital of a name: "de Gaulle"."""

SLIP = 0.9
"""How much alike two spellings of an office are that are taken for one: "Prime Minster"."""


class Mapped(Value):
    """A record made of a row: where the row stands, what the table calls it, and how many places it names.

    `digest` is of what is mapped, without the row's id: rows of one digest say the same. `unknown` are the places whose
    zone cannot be told; `countries` are the cells that name a country or party, `strange` those that nobody knows.
    """

    where: str
    meeting: Meeting
    row: str | None
    digest: str
    places: int
    unknown: tuple[str, ...]
    countries: int
    strange: tuple[str, ...]


def read_row(row: Row, profile: Profile, *, dates: str | None = None) -> Mapped:
    """Return the record that a row tells of; `dates` says how 3/4/1917 is read, dmy or mdy, before the profile does.

    Raises:
        BadRow: naming the line, the row's id where it has one, and what is wrong.
    """
    identity = row.cells.get(profile.row) if profile.row else None
    try:
        return _Reading(row, profile, dates or profile.dates).mapped(_where(row, identity), identity)
    except InvalidRecord as error:
        told = "; ".join(f"{field}: {expected}" if field else expected for field, expected in error.problems)
        raise BadRow(f"{_where(row, identity)}: {told}") from None
    except DipmeetError as error:
        raise BadRow(f"{_where(row, identity)}: {error.message}", hint=error.hint) from None


def _where(row: Row, identity: str | None) -> str:
    return f"line {row.line}" + (f" (row {identity})" if identity else "")


class _Reading:
    """A row being read: the record as it grows, with the evidence of each of its fields."""

    def __init__(self, row: Row, profile: Profile, dates: str | None) -> None:
        self.cells = {name: undefused(cell) for name, cell in row.cells.items()}
        self.profile, self.dates = profile, dates
        self.text, self.begins = _text_of(row.cells)
        self.facts: dict[str, Json] = dict(profile.fixed)
        self.spans: dict[str, list[Span]] = {}
        self.doubts: list[tuple[str, str]] = []
        self.localities: tuple[Locality, ...] = ()
        self.countries: dict[str, bool] = {}

    def mapped(self, where: str, identity: str | None) -> Mapped:
        """Return the record, with where its row stands and what the table calls it."""
        self._read_dates()
        self._read_cells()
        self._read_places()
        self._read_rules()
        if not self.spans:
            raise BadValue("no cell of it is mapped to a field")
        digest = self._digest()
        kept = {"profile": self.profile.name, **({"id": identity} if identity else {}), "digest": digest}
        record = {**self._record(), "row": kept}
        unknown = tuple(place.name for place in self.localities if place.zone is None)
        meeting = Meeting.from_json({"id": "row", **record})
        return Mapped(
            where,
            meeting.replaced(id=id_stem(meeting)),
            identity,
            digest,
            len(self.localities),
            unknown,
            len(self.countries),
            tuple(cell for cell, known in self.countries.items() if not known),
        )

    def _digest(self) -> str:
        cells = {name: " ".join(cell.split()) for name, cell in self.cells.items()}  # XML and CSV of one table agree
        said = (f"{field}={cells.get(column, '')}" for field, column in sorted(self.profile.columns.items()))
        return sha256("\n".join(said).encode()).hexdigest()[:32]

    def _cell(self, field: str) -> tuple[str, str] | None:
        """Return (column, cell) of a field that is mapped and not empty."""
        column = self.profile.columns.get(field)
        cell = self.cells.get(column or "", "").strip()
        return (column, cell) if column is not None and cell else None

    def _set(self, field: str, value: Json, column: str, within: Span | None = None) -> None:
        """Set a field, on the evidence of a cell or of [start, end) in it."""
        self.facts[field] = value
        said = self.cells[column]
        begin = self.begins[column] + len(said) - len(said.lstrip())
        start, end = within or (0, len(said.strip()))
        self.spans[field] = [(begin + start, begin + end)]

    def _read_dates(self) -> None:
        for field in ("start.local", "end.local"):
            said = self._cell(field)
            if said is not None:
                column, cell = said
                local, last = read_dates(cell, self.dates)
                self._set(field, local, column)
                if local != cell:
                    self.facts[field.replace("local", "as_stated")] = cell
                if last is not None and field == "start.local" and self._cell("end.local") is None:
                    self._set("end.local", last, column)
        start, end = self.facts.get("start.local"), self.facts.get("end.local")
        if start and end and end[: len(start)] < start[: len(end)]:
            self.doubts.append(("end.local", f"it ends before it begins, on {start}"))

    def _read_cells(self) -> None:
        for field, column in self.profile.columns.items():
            said = self._cell(field)
            if said is None or field in {"start.local", "end.local", "place", "country"}:
                continue
            cell = self.profile.words.get(field, {}).get(said[1].casefold(), said[1])
            if re.fullmatch(r"participants\[\d\]", field):
                self._read_person(field, cell, column)
            elif field.endswith(".party"):
                self._read_party(field, cell, column)
            else:
                self._set(field, _as_field(field, cell), column)

    def _read_person(self, field: str, cell: str, column: str) -> None:
        """Read a cell that holds an office before a name: "President-elect Lescot"."""
        office, length = _office_in(cell, self.profile.offices)
        rest = cell[length + 1 :]
        if office is None or not _begins_as_name(rest) or _MORE_THAN_ONE.search(rest):
            self._set(f"{field}.name", cell, column)
            return
        self._set(f"{field}.title", office, column, (0, length))
        self._set(f"{field}.name", rest, column, (length + 1, len(cell)))

    def _read_party(self, field: str, cell: str, column: str) -> None:
        country = self._country(cell)
        if country is not None and country.name in NO_PARTY:
            return
        self._set(field, country.name if country is not None else cell, column)
        if country is None:
            self.doubts.append((field, f"no state or organisation is known as {cell}"))

    def _read_places(self) -> None:
        country = self._read_country()
        year = self._year
        column = self._find_localities(country, year)
        if column is None:
            if country is not None and country.zone and not (year and year <= country.spread_until):
                self._read_zone(country.zone)
            return
        first = next((place for place in self.localities if place.zone), next(iter(self.localities), None))
        if first is None:
            return
        self._set("place", first.name, column, (first.start, first.end))
        if first.country is not None:
            self._set("country", first.country, column)
        if first.zone is not None:
            self._read_zone(first.zone)
            self.spans["start.zone"] = self.spans["place"]
        if first.reason is not None:
            self.doubts.append(("start.zone" if first.zone else "place", first.reason))
        if len(self.localities) > 1:
            self.facts["places"] = [place.name for place in self.localities]

    def _find_localities(self, country: Country | None, year: int | None) -> str | None:
        """Find the places of the row, and return the column that names them, None where none does."""
        said = self._cell("place")
        if said is not None:
            self.localities = find_localities(said[1], country, year=year)
            return said[0]
        column = self.profile.place_in
        if column is not None and country is not None and self.cells.get(column):
            self.localities = find_stated(self.cells[column].strip(), country, self._days)
        return column if self.localities else self._find_ruled(country, year)

    def _find_ruled(self, country: Country | None, year: int | None) -> str | None:
        """Find the place that a rule tells from other words, and return their column: New York, "at the UN"."""
        for rule in self.profile.rules:
            at = self._said_at(rule) if "place" in rule.set else None
            if at is not None:
                found = find_localities(rule.set["place"], country, year=year)
                self.localities = tuple(place.replaced(start=at[0], end=at[1]) for place in found)
                return rule.column
        return None

    def _read_country(self) -> Country | None:
        said = self._cell("country")
        if said is None:
            fixed = self.facts.get("country")
            return find_country(fixed) if fixed else None
        column, cell = said
        country = self._country(cell)
        inner = narrower_country(cell)
        self._set("country", (inner or country).name if country is not None else cell, column)
        if country is None:
            self.doubts.append(("country", f"no country is known as {cell}"))
        return country

    @property
    def _year(self) -> int | None:
        return int(self.facts["start.local"][:4]) if self.facts.get("start.local") else None

    @property
    def _days(self) -> tuple[str, str] | None:
        """The first and the last day of the row, where both are days."""
        start = self.facts.get("start.local", "")[:10]
        end = self.facts.get("end.local", start)[:10]
        return (start, end) if len(start) == len(end) == 10 else None

    def _country(self, cell: str) -> Country | None:
        country = find_country(cell, self._year)
        self.countries[cell] = country is not None
        return country

    def _read_zone(self, zone: str) -> None:
        for moment in ("start", "end"):
            if self.facts.get(f"{moment}.local"):
                self.facts[f"{moment}.zone"] = zone

    def _read_rules(self) -> None:
        for rule in self.profile.rules:
            at = self._said_at(rule)
            for field, value in rule.set.items() if at is not None else ():
                if field != "place":  # which needs a zone: it is read with the places
                    self._set(field, value, rule.column, at)

    def _said_at(self, rule: Rule) -> Span | None:
        """Return [start, end) in the cell, without the space around it, of the words that a rule looks for."""
        cell = self.cells.get(rule.column, "").strip()
        plain = cell.casefold()
        at = next(((found, found + len(said)) for said in rule.says if (found := plain.find(said)) >= 0), None)
        return at if len(plain) == len(cell) else None

    def _record(self) -> dict[str, Json]:
        """Return the facts as JSON, in the order of a record, participants that the row does not name left out."""
        renamed = _renumbered(self.facts)
        record: dict[str, Json] = {}
        for field in sorted(renamed, key=_rank):
            record = with_value(record, read_path(renamed[field]), self.facts[field])
        source = {**record.pop("source", {}), "sha256": sha256(self.text.encode()).hexdigest(), "text": self.text}
        evidence = {renamed[field]: [list(s) for s in spans] for field, spans in self.spans.items() if field in renamed}
        doubts = [{"field": renamed.get(field, field), "reason": reason} for field, reason in self.doubts]
        return {**record, "source": source, "evidence": evidence, **({"doubts": doubts} if doubts else {})}


def _begins_as_name(text: str) -> bool:
    """Tell whether the first word that is no particle has a capital: "de Gaulle", "al-Huss", not "of the Union"."""
    word = next((word for word in text.split() if word not in PARTICLES), "")
    return any(map(str.isupper, word))


def _office_in(cell: str, offices: Sequence[str]) -> tuple[str | None, int]:
    """Return the office that a cell begins with and how many letters of it say so, if need be by a slip of the pen."""
    office = next((office for office in offices if cell.startswith(office + " ")), None)
    if office is not None or " " not in cell:
        return office, len(office or "")
    from difflib import get_close_matches

    words = cell.split(" ")
    for count in range(min(3, len(words) - 1), 1, -1):
        said = " ".join(words[:count])
        near = get_close_matches(said, [o for o in offices if o.count(" ") == count - 1], 1, SLIP)
        if near:
            return near[0], len(said)
    return None, 0


_ORDER = (
    "title", "kind", "start", "end", "duration", "local", "zone", "as_stated", "place", "places", "country", "occasion",
    "participants", "person's name", "person's title", "person's party", "points", "topics",
    "publisher", "url", "language",
)  # fmt: skip
LAST = 99
_RANK = {name: at for at, name in enumerate(_ORDER)}


def _rank(field: str) -> tuple[int, ...]:
    """Return where a field stands in a record; the title of a participant comes after the name."""
    first, *rest = re.sub(r"\[(\d)\]", r".\1", field).split(".")
    below = (f"person's {step}" if first == "participants" else step for step in rest)
    return (_RANK.get(first, LAST), *(int(step[-1]) if step[-1].isdigit() else _RANK.get(step, LAST) for step in below))


def _renumbered(fields: dict[str, Json]) -> dict[str, str]:
    """Return for each field the path it has once the participants that are not there are left out."""
    numbers = sorted({int(match[1]) for field in fields if (match := re.match(r"participants\[(\d)\]", field))})
    return {
        field: re.sub(r"^participants\[(\d)\]", lambda m: f"participants[{numbers.index(int(m[1]))}]", field)
        for field in sorted(fields)
    }


def _text_of(cells: dict[str, str]) -> tuple[str, dict[str, int]]:
    """Return the row as text, a line a cell, and where in it each cell begins."""
    parts: list[str] = []
    begins: dict[str, int] = {}
    at = 0
    for column, cell in cells.items():
        begins[column] = at + len(column) + 2
        parts.append(f"{column}: {cell}")
        at += len(parts[-1]) + 1
    return "\n".join(parts), begins


def _as_field(field: str, cell: str) -> Json:
    if field == "topics":
        return [topic.strip() for topic in re.split(r"[;|]", cell) if topic.strip()]
    if field == "duration.minutes":
        from dipmeet.when.typed import read_duration

        return read_duration(cell).minutes
    if field == "source.published":
        return read_date(cell, None)
    return cell


def read_mapped(rows: Iterator[Row | BadRow], profile: Profile, dates: str | None) -> Iterator[Mapped | BadRow]:
    """Yield the record of each row, or what is wrong with it."""
    for row in rows:
        if isinstance(row, BadRow):
            yield row
            continue
        try:
            yield read_row(row, profile, dates=dates)
        except BadRow as error:
            yield error


def missing_columns(profile: Profile, columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that a profile maps and a table lacks."""
    return tuple(column for column in profile.needs if column not in columns)
