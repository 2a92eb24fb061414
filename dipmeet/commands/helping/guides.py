"""The guides of `dipmeet help`: the archive's file, git, Python, configuration, shells."""

from __future__ import annotations

FILE = """\
THE ARCHIVE FILE

One JSON file, which any TinyDB opens: TinyDB("meetings.json").table("meetings").

  {"_default": {}, "trash": {
  "211…": {"id": …}
  }, "meetings": {
  "104…": {"id": …}
  ,"275…": {"id": …}
  }}

  meetings     the records, one a line, in the order in which they were added (dipmeet help record)
  trash        what was removed; 'dipmeet restore' brings it back, 'dipmeet purge' forgets it
  other names  tables of other programs, kept as they are

The key before a record is made of its id: 48 bits of its SHA-256, or the next number that is free. Everything is
ASCII, with \\uXXXX for other scripts. A file in any other layout that is TinyDB's is read too, and laid out so at the
next change. Two records under one key are both kept, and reported by 'dipmeet info'.

Beside the file stand dotfiles that may be deleted while nothing runs: the lock, the history that 'undo' reads, and,
after a crash, what the next command mends the file with. The index is in the user's cache folder and is made anew
where it is missing. A file that is damaged beyond mending is refused, and never overwritten.
"""

GIT = """\
GIT

An archive is made for git: an edited record is a line, an added one is a line. What git's own merge takes for a
conflict (two branches that both added) dipmeet merges. 'dipmeet info --git' prints the two lines that have git ask it:

  git config merge.dipmeet.driver 'dipmeet merge --name %P %O %A %B'        once in each clone
  echo 'meetings.json merge=dipmeet diff=dipmeet' >> .gitattributes         once; commit the file

What a merge does, whichever branch is merged into which:

  one branch changed a field             the field is as that branch has it
  both changed different fields          both are changed; items of lists are matched by what they say
  both changed a field alike             nothing to decide
  both changed a field differently       a conflict, see below
  both added from the same text          one record
  both added under one id otherwise      two records: the later has the next free id, and its links follow
  one removed, the other left as it was  removed
  one removed, the other changed         it stays, as changed, and a line says so

A conflict names record and field, and git says that the merge waits for you:

  conflict: 2017-09-19-japan-canada: place: ours "Ottawa", theirs "Toronto", before "New York"
  CONFLICT (content): Merge conflict in meetings.json

The archive is whole all the same: the record has our value, and a doubt that quotes theirs ('dipmeet show'). Settle it
and go on; 'git merge --abort' goes back.

  dipmeet confirm 2017-09-19-japan-canada place                ours is right
  dipmeet edit 2017-09-19-japan-canada --set place=Toronto     theirs is, or a third
  git add meetings.json && git commit

A version that is damaged is refused, and the merge waits with our file untouched. Two more lines are of use:

  git config diff.dipmeet.textconv 'dipmeet info --textconv'   'git diff' shows a field a line, other scripts readable
  echo '.meetings.json.*' >> .gitignore                        what dipmeet keeps beside the file

Without git: dipmeet merge BASE OURS THEIRS writes the result into OURS.
"""

PYTHON = """\
PYTHON

>>> from dipmeet import Archive, read
>>> archive = Archive("data/meetings.json")     # Archive() is the one that the command line would use here
>>> len(archive)
38

One record by its id, or by a beginning of it that no other has:

>>> meeting = archive["2017-09-19"]
>>> meeting.title
'Japan-Canada Foreign Ministers’ Meeting'
>>> meeting.start.local, meeting.start.zone, meeting.start.approximate
('2017-09-19T14:05', 'America/New_York', True)
>>> [participant.name for participant in meeting.participants]
['Taro Kono', 'Chrystia Freeland']
>>> archive.get("1815-06-09") is None
True

All of them, those that filters let through, those that a search finds (best first). Filters are the command line's:
topic, party, person, place, occasion, kind, publisher, since, until, on; each takes a value or several.

>>> sum(1 for meeting in archive if meeting.kind == "telephone call")
12
>>> [meeting.id for meeting in archive.where(party=["Japan", "Canada"], since=2017, until="June 2018")]
['2017-09-19-japan-canada', '2017-11-10-japan-canada', '2018-06-22-japan-canada']
>>> found = archive.search('"UN Security Council"', party="Canada", limit=2)
>>> len(found), found.total
(2, 4)

A readout read, and kept:

>>> drafts = read("Japan-Peru Foreign Ministers' Meeting\\n\\nOn March 4, 2021, from 2:05 p.m. local time, "
...               "Mr. Toshimitsu Motegi, Minister for Foreign Affairs of Japan, held a meeting with "
...               "Ms. Elizabeth Astete, Minister of Foreign Affairs of Peru, in Lima.")
>>> draft = drafts[0]
>>> draft.start.local, draft.place, draft.parties
('2021-03-04T14:05', 'Lima', ('Japan', 'Peru'))
>>> start, end = draft.evidence["place"][0]
>>> draft.source.text[start:end]
'Lima'
>>> own = Archive("own.json")
>>> [stored.id for stored in own.add(*drafts)]
['2021-03-04-japan-peru']

An archive lets go of its file at the end of a 'with', or by close(); what is asked of it after that opens it again:

>>> with Archive("own.json") as own:
...     len(own)
1

Records are frozen: draft.replaced(notes="…") is another one, draft.to_json() its JSON (dipmeet help record). In a
notebook a record, what 'where' and 'search' return, and an archive show as tables. What is wrong is raised as the
command line says it:

>>> archive.where(topic="North Korae")
Traceback (most recent call last):
dipmeet.errors.UnknownName: unknown topic: 'North Korae'
"""

CONFIG = """\
CONFIGURATION

One TOML file for a person (config.toml in the user's config folder, or where DIPMEET_CONFIG says), and one for a
project (.dipmeet.toml in this folder or the nearest one above). Names of both count; of archive and zones the
project's. All of it may be left out.

  archive = "meetings.json"                      relative to the file
  zones = ["Ottawa", "Tokyo"]                    shown by list, search and show where there is no --tz

  [places]
  "Rideau Hall" = "Ottawa"                       where another place is
  Meseberg = {zone = "Europe/Berlin", country = "Germany", aliases = ["Schloss Meseberg"]}

  [parties]
  Japan = ["Nihon"]                              more names of a party
  "Pacific Club" = {aliases = ["PaC"], capital = "Suva"}

  [topics]
  NAFTA = ["the old agreement"]                  more names of a topic
  "seabed cables" = {aliases = ["undersea lines"], broader = ["maritime security"]}

  [publishers]
  "Ministry of Foreign Affairs of Japan" = ["MOFA", "Gaimusho"]

Own names are understood in filters, flags, readouts and completion. A key or a value that is not understood is named,
with what was likely meant.
"""

COMPLETION = """\
COMPLETION

  dipmeet completion --install           for the shell that you use, by $SHELL
  dipmeet completion zsh --install       for another one
  dipmeet completion bash                the script itself, to put where you like

It writes the script into the user's data folder and one line into ~/.bashrc or ~/.zshrc; fish finds it by itself. Once
is enough: a second time changes nothing. Start a new shell then.

Commands, options, ids, topics, parties, places and zones are completed. Without it, these lines do the same:

  bash   eval "$(_DIPMEET_COMPLETE=source_bash dipmeet)"    ~/.bashrc
  zsh    eval "$(_DIPMEET_COMPLETE=source_zsh dipmeet)"     ~/.zshrc
  fish   _DIPMEET_COMPLETE=source_fish dipmeet | source     ~/.config/fish/config.fish
"""
