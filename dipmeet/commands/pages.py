"""The pages of `dipmeet help`: what no single command's help can hold."""

from __future__ import annotations

from collections.abc import Callable

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
  account_of    the id of the first record of the same meeting
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

list, search, edit, remove and export share these. All that are given must hold.

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

  --color WHEN   auto, always or never
"""

EXIT_CODES = """\
EXIT CODES

  0    yes
  1    an honest no: no such reference, nothing found, a source held already, a doubt with --fail-on-doubt
  2    usage: a word that is not understood, an unknown name, a date that does not exist, an ambiguous reference
  3    data or file: no readout in the text, a damaged archive, a full disk; some of a batch failed
  70   a bug in dipmeet
  130  cancelled

A list that is empty is 0. A pipe closed by its reader is 0.
"""

ENVIRONMENT = """\
ENVIRONMENT AND CONFIGURATION

Which archive, the first that is given:

  --archive PATH           before or after the command
  DIPMEET_ARCHIVE          a path
  .dipmeet.toml            in this folder or the nearest one above: archive = "meetings.json", relative to the file
  config.toml              in the user's config folder, or where DIPMEET_CONFIG says
  meetings.json            in the user's data folder

'dipmeet info' says which one it is and why. Other variables:

  DIPMEET_CACHE            the folder of what can be made anew
  DIPMEET_PAGER, PAGER     the pager on a terminal; cat or nothing means none
  VISUAL, EDITOR           the editor of 'edit' and 'add --edit'
  NO_COLOR, TERM, COLUMNS  as everywhere
  DIPMEET_DEBUG            show where a bug happened
"""

COMPLETION = """\
COMPLETION

Put one line into your shell's start-up file:

  bash   eval "$(_DIPMEET_COMPLETE=source_bash dipmeet)"    ~/.bashrc
  zsh    eval "$(_DIPMEET_COMPLETE=source_zsh dipmeet)"     ~/.zshrc
  fish   _DIPMEET_COMPLETE=source_fish dipmeet | source     ~/.config/fish/config.fish

Commands, options, ids, topics, parties, places and zones are completed.
"""


def _publishers() -> str:
    """Return the page of the publishers that the reader knows."""
    from dipmeet.readouts.publishers import all_publishers

    rows = sorted({(p.party, p.name, next(iter(p.hosts), "")) for p in all_publishers()})
    room = max(len(name) for _, name, _ in rows)
    lines = [f"  {party:<15}  {name:<{room}}  {host}".rstrip() for party, name, host in rows]
    return PUBLISHERS + "\n".join(lines) + "\n"


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
    "output": Page("tables, JSON, plain rows and their columns", OUTPUT),
    "exit-codes": Page("what a script can rely on", EXIT_CODES),
    "environment": Page("which archive, variables, config files", ENVIRONMENT),
    "publishers": Page("whose pages the reader knows", _publishers),
    "completion": Page("how to complete words in the shell", COMPLETION),
}
