"""A record rendered into a publisher's formula is read back equal, whatever its names, places, clocks and points."""

# ruff: noqa: DTZ001 (wall clocks have no zone)
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dipmeet.model.meeting import Meeting, Point
from dipmeet.model.moment import Moment
from dipmeet.readouts.dates import MONTHS
from dipmeet.readouts.reader import read
from dipmeet.when.moments import to_zone

GUESTS = (
    ("Mr. Pedro Alves", "Pedro Alves"),
    ("H.E. Ms. Rosa FUENTES", "Rosa FUENTES"),
    ("the Honourable Claire Bouchard P.C., M.P.", "Claire Bouchard"),
    ("H.E. Dr. Khalid bin Rashid Al Noor", "Khalid bin Rashid Al Noor"),
    ("Ms. Marie-Anne de la Cour", "Marie-Anne de la Cour"),
    ("H.E. Mr. Gyula O'Brien Szabó", "Gyula O'Brien Szabó"),
)
OFFICES = (
    "Minister of Foreign Affairs",
    "Minister for Foreign Affairs and Trade",
    "Deputy Prime Minister and Minister of Foreign Affairs",
    "Minister of Foreign Affairs, International Trade and Worship",
    "President",
    "Secretary of State",
)
PARTIES = (
    ("the Republic of Peru", "Peru"),
    ("Canada", "Canada"),
    ("the Kingdom of Norway", "Norway"),
    ("the Republic of Kenya", "Kenya"),
    ("Viet Nam", "Vietnam"),
    ("the United Arab Emirates", "United Arab Emirates"),
)
PLACES = (
    ("New York", "America/New_York"),
    ("Geneva, Switzerland", "Europe/Zurich"),
    ("Kathmandu, Nepal", "Asia/Kathmandu"),
    ("Lima, Peru", "America/Lima"),
    ("Nairobi", "Africa/Nairobi"),
)
OCCASIONS = ("United Nations General Assembly", "G20 Foreign Ministers' Meeting", "Munich Security Conference")
TEXTS = (
    "The two ministers exchanged views on regional affairs.",
    "Minister Okuda explained the position of Japan, and asked for cooperation.",
    "Both sides welcomed the progress of talks on trade and energy.",
    "They concurred in continuing to work together.",
)
HEADINGS = ("Bilateral relations", "Regional affairs", "Cooperation in the international arena")


@dataclass(frozen=True)
class Told:
    """What is rendered: a guest, an office and a party, when, where, for how long, and the points."""

    guest: tuple[str, str]
    office: str
    party: tuple[str, str]
    at: datetime
    place: tuple[str, str]
    occasion: str | None
    minutes: int
    about: bool
    points: tuple[tuple[str, tuple[str, ...]], ...]


POINTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(TEXTS), st.just(())),
        st.tuples(st.sampled_from(HEADINGS), st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3).map(tuple)),
    ),
    min_size=1,
    max_size=5,
).map(tuple)
RECORDS = st.builds(
    Told,
    guest=st.sampled_from(GUESTS),
    office=st.sampled_from(OFFICES),
    party=st.sampled_from(PARTIES),
    at=st.datetimes(datetime(2008, 1, 1), datetime(2025, 12, 30)).map(lambda at: at.replace(second=0, microsecond=0)),
    place=st.sampled_from(PLACES),
    occasion=st.sampled_from((None, *OCCASIONS)),
    minutes=st.integers(10, 180),
    about=st.booleans(),
    points=POINTS,
)


def clock(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02} {'p.m.' if at.hour >= 12 else 'a.m.'}"


def day(at: date) -> str:
    return f"{MONTHS[at.month - 1].capitalize()} {at.day}"


def numbered(told: Told) -> str:
    lines = []
    for number, (text, below) in enumerate(told.points, 1):
        lines.append(f"{number}. {text}")
        lines += [f"({inner}) {words}" for inner, words in enumerate(below, 1)]
    return "\n".join(lines)


def flat(points: tuple[Point, ...]) -> list[tuple[str | None, str | None, list[tuple[str | None, str | None]]]]:
    return [(p.label, p.text, [(q.label, q.text) for q in p.points]) for p in points]


def wanted_points(told: Told) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (str(number), text, [(str(inner), words) for inner, words in enumerate(below, 1)])
        for number, (text, below) in enumerate(told.points, 1)
    ]


def the_draft(text: str) -> Meeting:
    (draft,) = read(text).drafts
    for spans in draft.evidence.values():
        assert all(0 <= start < end <= len(text) for start, end in spans)
    return draft


@given(RECORDS)
@settings(max_examples=80, deadline=None)
def test_japan_abroad_is_read_back(told: Told) -> None:
    """Local time first, Japan time in brackets, as Japan's ministry writes since 2013."""
    local = Moment(local=told.at.isoformat()[:16], zone=told.place[1])
    at_home = to_zone(local, "Asia/Tokyo")
    assert at_home is not None
    japan = datetime.fromisoformat(at_home.local)
    stated = f"{clock(japan)}{'' if japan.date() == told.at.date() else ' on ' + day(japan)}, Japan time"
    purpose = f" to attend the {told.occasion}" if told.occasion else ""
    text = (
        f"Japan-{told.party[1]} Foreign Ministers' Meeting\n{day(told.at)}, {told.at.year}\n\n"
        f"On {day(told.at)}, commencing at {'around ' if told.about else ''}{clock(told.at)} (local time; {stated}) "
        f"for {'approximately ' if told.about else ''}{told.minutes} minutes, Mr. Shinji Okuda, Minister for Foreign "
        f"Affairs of Japan, who is visiting {told.place[0]}{purpose}, held a meeting with {told.guest[0]}, "
        f"{told.office} of {told.party[0]}. The overview of the meeting is as follows.\n\n{numbered(told)}\n"
    )
    draft = the_draft(text)
    assert draft.start is not None
    assert draft.duration is not None
    assert (draft.start.local, draft.start.zone) == (local.local, told.place[1])
    assert draft.start.approximate is told.about
    assert [(m.local, m.zone) for m in draft.stated_times] == [(at_home.local, "Asia/Tokyo")]
    assert (draft.duration.minutes, draft.duration.approximate) == (told.minutes, told.about)
    assert draft.place == told.place[0].partition(",")[0]
    assert draft.occasion == told.occasion
    people = [(p.name, p.title, p.party) for p in draft.participants]
    assert people == [
        ("Shinji Okuda", "Minister for Foreign Affairs", "Japan"),
        (told.guest[1], told.office, told.party[1]),
    ]
    assert flat(draft.points) == wanted_points(told)
    assert draft.source is not None
    assert draft.source.published == told.at.date().isoformat()
    assert draft.doubts == ()


@given(RECORDS)
@settings(max_examples=60, deadline=None)
def test_a_range_in_japan_is_read_back(told: Told) -> None:
    """From … to … with a weekday, as Japan's ministry wrote about 2009."""
    ends = told.at + timedelta(minutes=told.minutes)
    text = (
        f"Japan-{told.party[1]} Foreign Ministers' Meeting (Summary)\n\n{day(told.at)}, {told.at.year}\n\n"
        f"From {clock(told.at)} to {clock(ends)} on {told.at:%A}, {day(told.at)}, Mr. Shinji Okuda, Minister for "
        f"Foreign Affairs, held a meeting with {told.guest[0]}, {told.office} of {told.party[0]}, "
        f"who is visiting Japan. The main points of the meeting are as follows.\n\n{numbered(told)}\n"
    )
    draft = the_draft(text)
    assert draft.start is not None
    assert draft.duration is not None
    assert (draft.start.local, draft.start.zone) == (told.at.isoformat()[:16], "Asia/Tokyo")
    assert (draft.duration.minutes, draft.duration.approximate) == (told.minutes, False)
    assert draft.end is not None
    assert draft.end.local == ends.isoformat()[:16]
    assert [(p.name, p.party) for p in draft.participants] == [
        ("Shinji Okuda", "Japan"),
        (told.guest[1], told.party[1]),
    ]
    assert flat(draft.points) == wanted_points(told)


@given(RECORDS)
@settings(max_examples=60, deadline=None)
def test_a_canadian_call_is_read_back(told: Told) -> None:
    """A dateline, and "today spoke with": a telephone call of the day of publication."""
    text = (
        f"Minister Bouchard speaks with {told.party[1]}'s minister\n\nFrom: Global Affairs Canada\n\nReadout\n\n"
        f"{day(told.at)}, {told.at.year} - Ottawa, Ontario - Global Affairs Canada\n\n"
        f"The Honourable Diane Roy, Minister of Foreign Affairs, today spoke with {told.guest[0]}, {told.office} "
        f"of {told.party[0]}.\n\n" + "\n\n".join(TEXTS)
    )
    draft = the_draft(text)
    assert draft.start is not None
    assert (draft.kind, draft.place) == ("telephone call", None)
    assert (draft.start.local, draft.start.zone) == (told.at.date().isoformat(), None)
    assert draft.participants[0].party == "Canada"
    assert (draft.participants[1].name, draft.participants[1].title) == (told.guest[1], told.office)
    assert [p.text for p in draft.points[1:]] == list(TEXTS)


@given(RECORDS)
@settings(max_examples=60, deadline=None)
def test_a_turkish_sentence_is_read_back(told: Told) -> None:
    """One sentence with occasion, day and place."""
    occasion = told.occasion or OCCASIONS[0]
    text = (
        f"Minister of Foreign Affairs Kemal Arslan of Türkiye met with {told.guest[0]}, {told.office} "
        f"of {told.party[0]}, on the margins of the {occasion}, "
        f"on {told.at.day} {MONTHS[told.at.month - 1].capitalize()} {told.at.year} in {told.place[0]}.\n"
    )
    draft = the_draft(text)
    assert draft.start is not None
    assert (draft.start.local, draft.start.zone) == (told.at.date().isoformat(), told.place[1])
    assert (draft.occasion, draft.place) == (occasion, told.place[0].partition(",")[0])
    assert [(p.name, p.party) for p in draft.participants] == [
        ("Kemal Arslan", "Turkey"),
        (told.guest[1], told.party[1]),
    ]


@given(
    st.datetimes(datetime(2019, 5, 1), datetime(2025, 12, 30)),
    st.sampled_from(
        [("ブラジル", "Brazil"), ("カナダ", "Canada"), ("ケニア共和国", "Kenya"), ("インドネシア共和国", "Indonesia")]
    ),
    st.integers(5, 120),
)
@settings(max_examples=60, deadline=None)
def test_a_japanese_call_is_read_back(at: datetime, party: tuple[str, str], minutes: int) -> None:
    """An era year above, a day without a year in the lead."""
    era = f"令和{'元' if at.year == 2019 else at.year - 2018}年"
    half = "午後" if at.hour >= 12 else "午前"
    text = (
        f"日・{party[0]}外相電話会談\n{era}{at.month}月{at.day}日\n\n"
        f"　{at.month}月{at.day}日、{half}{at.hour % 12}時{at.minute}分から約{minutes}分間、奥田真司外務大臣は、"
        f"マルコ・ベリーニ・{party[0]}外務大臣と電話会談を行ったところ、概要は以下のとおりです。\n\n"
        "１　両大臣は、二国間関係について意見交換を行いました。\n２　両大臣は、緊密に連携していくことで一致しました。\n"
    )
    draft = the_draft(text)
    assert draft.start is not None
    assert draft.duration is not None
    assert (draft.start.local, draft.start.zone) == (at.isoformat()[:16], "Asia/Tokyo")
    assert (draft.duration.minutes, draft.duration.approximate) == (minutes, True)
    assert draft.kind == "telephone call"
    assert [(p.name, p.title, p.party) for p in draft.participants] == [
        ("奥田真司", "外務大臣", "Japan"),
        ("マルコ・ベリーニ", "外務大臣", party[1]),
    ]
    assert [p.label for p in draft.points] == ["1", "2"]
