"""The pages of `dipmeet help`: what no single command's help can hold."""

from __future__ import annotations

from collections.abc import Callable

from dipmeet.commands.helping import guides
from dipmeet.model.value import Value


class Page(Value):
    """A page: a line for the list of pages, and the text as it was written or as it is made from what it tells of."""

    summary: str
    written: str | Callable[[], str]

    @property
    def text(self) -> str:
        """The page as it is printed."""
        return self.written if isinstance(self.written, str) else self.written()


RECORD = """\
THE RECORD

One record is one government's account of one meeting, kept as JSON. What is not known is absent.

  id            local date and parties, 2017-09-19-japan-canada; never changes
  title         as the page prints it
  kind          meeting, telephone call, video call, courtesy call, working meal, other
  start, end    {local, zone, offset, approximate, as_stated}
                  local        the wall clock at the place: 2017-09-19T14:05, 2017-09-19, 2017-09 or 2017
                  zone         an IANA name, such as America/New_York
                  offset       what the zone's offset was taken to be when this was recorded
                  approximate  true where the source says "around"
                  as_stated    the source's words
  stated_times  the same instant as the page gives it for other zones
  duration      {minutes, approximate, as_stated}
  place         the city as the page names it; country is the state it is in
  occasion      the wider event on whose margins they met
  participants  [{name, title, party, honorific, postnominals}]
  points        [{label, text, points}], as they are numbered and nested on the page
  topics        [names of the vocabulary, or your own]
  source        {publisher, url, language, published, accessed, archived, sha256, text}
  evidence      for each field the spans [start, end) of source.text that it was read from
  doubts        [{field, reason}], what the reader is not sure of
  reader        the version of the reader that read it
  by_hand       the fields that a person set or confirmed
  confirmed     the doubts that a person settled, with who and when
  ignored       the findings of 'check' that a person passed over, with the reason, who and when
  account_of    the id of the first record of the same meeting ('dipmeet link' sets it); together they are one
                meeting, which is listed, counted and shown as one, with its accounts
  places        of a row that was imported: all that it names, where these are several; place is the first
  row           {profile, id, digest}: which row of whose table it was made of
  notes         your own
  added         when it came into the archive; changed is when it last became another

Fields that dipmeet does not know are kept, untouched. 'dipmeet schema' prints the JSON Schema.

The archive is one TinyDB JSON file with the records in the table "meetings", one a line. It can be kept in git, and
any TinyDB opens it. Removed records are in the table "trash".
"""

FIELDS = """\
FIELDS

Evidence, doubts and --set name a field as JSON does, positions from 0:

  start.local    participants[1].title    points[0].points[1].text    source.published

  dipmeet edit REF --set "start=2:05 p.m. 19 Sep 2017"     a time as people type it; start.zone stays
  dipmeet edit REF --set start.zone=Tokyo                  a city, a country with one zone, an IANA name
  dipmeet edit REF --set "duration=about 1 h 20"
  dipmeet edit REF --set "topics=North Korea; abductions issue"
  dipmeet edit REF --set 'participants[2]={"name": "…", "party": "Canada"}'
  dipmeet edit REF --unset occasion

A field that a person sets loses its evidence and its doubts, and is listed in by_hand. The id, the source's text and
what follows from it cannot be set.
"""

REFERENCES = """\
REFERENCES

REF names records by id, or by a beginning of an id that ends at a hyphen or at the end:

  2017    2017-09    2017-09-19    2017-09-19-japan    2017-09-19-japan-canada

'show' takes all that a reference names; 'edit' needs one, and lists them where there are several.
REF#2.1 is a point by position from 1: the first under the second. Labels restart on real pages, so they are shown but
are no addresses. In place of a reference, - reads ids from standard input.
"""

FILTERS = """\
FILTERS

list, search, check, edit, reread, remove and export share these. All that are given must hold.

  --topic TOPIC       any of them; a topic includes what belongs to it: "North Korea" finds the abductions issue, and
                      DPRK is understood. A meeting counts if it lists the topic or a point speaks of it.
  --party PARTY       all of them, by any name: ROK, South Korea, "the Republic of Korea", Korean
  --person NAME       all of them: words of the name in any order, accents and case aside
  --place PLACE       any of them: a city, or a country
  --occasion WORDS    any of them
  --kind KIND         any of them: meeting, telephone call, video call, courtesy call, working meal, other
  --publisher WORDS   any of them
  --since DATE        local date at the place of the meeting, inclusive
  --until DATE        likewise; a month or a year covers all of it
  --on DATE           within this day, month or year

A topic, party, place or kind that neither the vocabularies nor the archive know is refused, with a suggestion.
A meeting of several accounts is listed and found where one of them matches; edit, remove and export take the accounts
that match, and no other.
"""

SEARCH = """\
SEARCH

  dipmeet search nuclear test              meetings with both words, and their points that have them
  dipmeet search '"frank exchange"'        the phrase
  dipmeet search NAFTA OR CPTPP            either
  dipmeet search abductions NOT missile    the first without the second
  dipmeet search 'denuclear*'              words that begin so
  dipmeet search 'person:Freeland'         in one field: title, point, person, place, occasion, topic, party,
                                           publisher, notes
  dipmeet search 'NEAR(steel tariffs, 5)'  both, with at most five words between
  dipmeet search 拉致                      Japanese, by any two characters or more

Accents and case do not matter: Melanie finds Mélanie. A word with signs in it is a phrase: U.N., co-operation.
Filters may stand beside the words, or alone (dipmeet help filters).
"""

TIMES = """\
TIMES

  local            what the clock showed where they met; never more exact than the source
  around           stays around in every zone and every export: about 2:05 p.m.
  a day            is never converted to another zone, and sorts before the times of that day
  stated times     what the page itself says for another zone: ✓ agrees, ✗ does not, with what would

--in says in which zone a time is said, --tz in which to show it. Both take a city (Tokyo, "Washington, D.C."), a
country with one zone, an IANA name (Asia/Tokyo), JST and the like, UTC, or local. A country with several zones is
refused, with its choices. A time that the clocks skip is refused; one that they show twice is noted.

Times are typed as people write them: "2:05 p.m. 19 Sep 2017", "around 14:05 on 2017-09-19", 2017-09, yesterday.
03/04/2017 is refused, as it is two dates.
"""

OUTPUT = """\
OUTPUT

Tables are as wide as the screen; in a pipe they are whole, and without colour. Data goes to stdout, notes and counts
to stderr.

  --json     an array of records, and start.utc; with --tz also times; from search also matches (addresses of points)
  --jsonl    the same, one record a line
  --plain    tab-separated columns, one record a line, without a header:
               id  start  zone  utc  approximate  minutes  kind  place  country  parties  title
             tabs, line ends and backslashes in a value are written \\t, \\n and \\\\; parties are joined by "; "
  --ids      ids alone

Tables and counts are of meetings, and so is --limit. For scripts a meeting of several accounts is the accounts of it
that match, after each other: account_of names the first.

  --color WHEN   auto, always or never
"""

EXIT_CODES = """\
EXIT CODES

  0    yes
  1    an honest no: no such reference, nothing found, findings, accounts that differ, a conflict in a merge, a source
       held already, a doubt with --fail-on-doubt
  2    usage: a word that is not understood, an unknown name, a date that does not exist, an ambiguous reference
  3    data or file: no readout in the text, a damaged archive, a full disk; some of a batch failed
  70   a bug in dipmeet
  130  cancelled

A list that is empty is 0. A pipe closed by its reader is 0.
"""

ENVIRONMENT = """\
ENVIRONMENT

Which archive, the first that is given:

  --archive PATH           before or after the command
  DIPMEET_ARCHIVE          a path
  .dipmeet.toml            in this folder or the nearest one above: archive = "meetings.json", relative to the file
  config.toml              in the user's config folder, or where DIPMEET_CONFIG says
  meetings.json            in the user's data folder

'dipmeet info' says which one it is and why. Other variables:

  DIPMEET_CONFIG           the user's config file (dipmeet help config)
  DIPMEET_CACHE            the folder of what can be made anew
  DIPMEET_USER             who settles a doubt or edits, else the name you logged in with
  DIPMEET_PAGER, PAGER     the pager on a terminal; cat or nothing means none
  VISUAL, EDITOR           the editor of 'edit' and 'add --edit'
  NO_COLOR, TERM, COLUMNS  as everywhere
  DIPMEET_DEBUG            show where a bug happened
"""

IMPORT = """\
IMPORT

  dipmeet import FILE...     JSON, JSONL, dipmeet's own CSV; tables of others as CSV, TSV or XML; - is stdin
  dipmeet import FOLDER      the data in it, then its readouts (as 'add' reads them)

What is held is passed over, so that importing twice adds nothing; --update changes records whose row or record says
something else now, but for the fields that a person set. What cannot be taken is told with its line and the reason,
and does not stop the rest; --atomic takes all or nothing. Records are written 500 at a time: Ctrl-C leaves these.
Added, held, changed, duplicates and refused make up what was read. --dry-run changes nothing, --json is for scripts.

A row of a table becomes a record. Its text is the row itself, each fact has its cell as evidence, a place its zone.
Where a cell names several places, the first is the place, and all are in 'places'; where the start is several days
("December 12-23, 1874"), the last is the end. The row's id and what it said are in 'row'. Rows that say the same under
different ids are taken once, and told. Rows are known again under another name of the file, and columns however they
are spelt (Start Date, start_date for start-date). Which column is which field:

  --map start=date --map place=city --map name=traveller --map party=state --map counterpart=host --map text=remarks
  --map row=id                       what the table itself calls a row
  --map 'participants[2].name=aide'  any field of a record (dipmeet help fields); start, end, name, office, party,
                                     counterpart and text are short for start.local, end.local, participants[0].name,
                                     participants[0].title, participants[0].party, participants[1].party,
                                     points[0].text
  --save-profile mine                keeps the mapping as mine.toml in 'profiles' beside the config file
  --profile mine                     takes it again; a name that ends in .toml is a file
  --dates dmy                        3/4/1917 is 3 April; without it, or mdy, such a row is refused

A profile may say more than --map: what a field is in every row, what words of a cell mean, rules; and, before [map],
rows = ["trip"] (the rows of XML), place_in = "remarks" (a text that may say where they met), offices = ["King"] (words
before a name in the column of participants[0]).

  [map]                                 [fixed]
  start = "start-date"                  "participants[0].party" = "United States"
  name = "name"                         "source.publisher" = "Office of the Historian"
  office = "role"
                                        [[rules]]
  [words.office]                        column = "remarks"
  secretary = "Secretary of State"      says = ["met with"]
                                        set = {{ kind = "meeting" }}

Profiles of the package, which are taken without being named where a table has their columns:

{profiles}
"""


def _import() -> str:
    """Return the page of import, with the profiles of the package."""
    from dipmeet.formats.profile import shipped

    return IMPORT.format(profiles="\n".join(f"  {known.name:<18}  {known.about}" for known in shipped()))


def _checks() -> str:
    """Return the page of the rules of check."""
    from dipmeet.commands.checking.rules import rules_page

    return rules_page()


def _publishers() -> str:
    """Return the page of the publishers that the reader knows."""
    from dipmeet.readouts.publishers import all_publishers

    rows = sorted({(p.party, p.name, next(iter(p.hosts), "")) for p in all_publishers()})
    first, room = (max(map(len, column)) for column in list(zip(*rows, strict=True))[:2])
    lines = [f"  {party:<{first}}  {name:<{room}}  {host}".rstrip() for party, name, host in rows]
    return PUBLISHERS + "\n".join(lines) + "\n"


def _formats() -> str:
    """Return the page of the formats that records are written in."""
    from dipmeet.formats import FORMATS as KNOWN

    endings = {name: " ".join(known.endings) for name, known in KNOWN.items()}
    room = max(map(len, endings.values()))
    rows = [f"  {name:<10} {endings[name]:<{room}}  {known.summary}" for name, known in KNOWN.items()]
    return FORMATS.format(rows="\n".join(rows), columns=_columns())


def _columns() -> str:
    """Return the columns of CSV, as many a line as fit."""
    import textwrap

    from dipmeet.formats.table import COLUMNS

    return textwrap.fill(" ".join(COLUMNS), 116, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


FORMATS = """\
FORMATS

  dipmeet export [REF...] [FILTERS] --format FORMAT -o FILE

{rows}

Without --format the file's name decides; stdout gets JSONL. A file is new, and there whole or not at all. JSON and
JSONL hold records whole; CSV holds what a row can (below), and 'import' takes all three back. The others are for other
programs to read.

About stays about: iCalendar says it in the summary of the event, the others in a text or in a column of its own. A
date is never made more exact than it is. What a format cannot say at all is left out, and counted on stderr: iCalendar
has no event without a day, RFC 9557 no time without a zone. A title that the page does not print stands in brackets in
CSL, RIS and BibTeX.

icalendar  A day without an hour is an all-day event; a time without a known zone stands without one. Zones come along,
           with what their clocks did in those years. UIDs stay, so that a calendar updates what it has.
csv        Commas, CR LF, UTF-8 (Excel wants to be told: Data, From Text/CSV, 65001). A cell that a spreadsheet would
           run as a formula (= + - @) has an apostrophe before it, which 'import' takes off. Lists: parts with "; "
           between, persons, times and points one a line; points as "[label] text", two spaces further in under
           another. Not in it: the source's text, evidence, what was confirmed, the row of another table that it was
           made of, fields that dipmeet does not know.
           Columns, of which start.utc, start.rfc9557 and parties follow from others:

{columns}
"""


PUBLISHERS = """\
PUBLISHERS

The reader knows these by their addresses, or by how their pages speak, and with them their zone and what they leave
unsaid. A page of any other is read by what all have in common; what that leaves open is doubted.

"""

PAGES: dict[str, Page] = {
    "record": Page("the fields of a record, and the archive file", RECORD),
    "fields": Page("how --set, evidence and doubts name a field", FIELDS),
    "references": Page("how a record or a point is named", REFERENCES),
    "filters": Page("which meetings list, search, edit, remove and export take", FILTERS),
    "search": Page("words, phrases, OR, NOT, prefix*, fields", SEARCH),
    "times": Page("zones, around, stated times, what can be typed", TIMES),
    "checks": Page("what 'check' looks for", _checks),
    "output": Page("tables, JSON, plain rows and their columns", OUTPUT),
    "exit-codes": Page("what a script can rely on", EXIT_CODES),
    "environment": Page("which archive, variables", ENVIRONMENT),
    "config": Page("the config file: zones, own names", guides.CONFIG),
    "file": Page("the archive file, line by line", guides.FILE),
    "git": Page("an archive in git: merging, conflicts", guides.GIT),
    "python": Page("the archive from Python, in notebooks", guides.PYTHON),
    "formats": Page("what export writes, and the columns of CSV", _formats),
    "import": Page("tables of others: --map, profiles, --update", _import),
    "publishers": Page("whose pages the reader knows", _publishers),
    "completion": Page("how to complete words in the shell", guides.COMPLETION),
}
