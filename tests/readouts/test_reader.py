"""A text into drafts: one a meeting, none where it tells of none, each fact quoted and what can fail doubted."""

from __future__ import annotations

import pytest

from dipmeet.readouts.reader import read

PAGE = """\
Japan-Peru Foreign Ministers' Meeting
May 7, 2022

On May 7, commencing at {clock} (local time; {stated}) for approximately 20 minutes, Mr. Shinji Okuda, Minister for \
Foreign Affairs of Japan, who is visiting Lima, Peru, held a meeting with H.E. Ms. Rosa Fuentes, Minister of Foreign \
Affairs of the Republic of Peru. The overview is as follows.

1. They spoke of trade.
"""


def doubts(text: str) -> dict[str, str]:
    (draft,) = read(text).drafts
    return {doubt.field: doubt.reason for doubt in draft.doubts}


def test_times_that_agree_are_not_doubted() -> None:
    assert doubts(PAGE.format(clock="10:00 a.m.", stated="0:00 a.m. on May 8, Japan time")) == {}


@pytest.mark.parametrize(
    ("clock", "stated", "field", "reason"),
    [
        ("10:00 a.m.", "1:00 a.m. on May 8, Japan time", "stated_times[0].local", "1 h off"),
        ("10:00 a.m.", "0:00 a.m. on May 9, Japan time", "stated_times[0].local", "24 h off"),
        ("13:00 p.m.", "3:00 a.m. on May 8, Japan time", "start.local", "no time of day"),
    ],
)
def test_what_contradicts_itself_is_kept_and_doubted(clock: str, stated: str, field: str, reason: str) -> None:
    found = doubts(PAGE.format(clock=clock, stated=stated))
    assert list(found) == [field]
    assert reason in found[field]


@pytest.mark.parametrize(
    "times",
    [
        "On September 20, commencing at 3:05 a.m. Japan time (2:05 p.m. on September 19, local time)",
        "On September 19, commencing at 2:05 p.m. (3:05 a.m. on September 20, Japan time; 8:05 p.m. in Paris)",
        "On September 19, commencing at 2:05 p.m. (8:05 p.m. in Paris; 3:05 a.m. on September 20, Japan time)",
    ],
)
def test_each_time_has_the_date_that_stands_with_it(times: str) -> None:
    text = (
        "Japan-Canada Foreign Ministers' Meeting\n\nSeptember 21, 2017\n\n"
        f"{times}, Mr. Shinji Okuda, Minister for Foreign Affairs of Japan, held a meeting with Ms. Rosa Fuentes, "
        "Minister of Foreign Affairs of Canada, in New York.\n\n1. They spoke of trade.\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert (draft.start.local, draft.start.zone) == ("2017-09-19T14:05", "America/New_York")
    said = {moment.zone: moment.local for moment in draft.stated_times}
    assert said.pop("Asia/Tokyo") == "2017-09-20T03:05"
    assert said in ({}, {"Europe/Paris": "2017-09-19T20:05"})
    assert draft.doubts == ()


def test_a_day_of_the_month_without_its_month_is_not_taken_for_the_weekday_before_the_page() -> None:
    """The 7th was a Saturday; the Saturday before 11 May is the 7th only by chance, that before 18 May the 14th."""
    text = PAGE.format(clock="10:00 a.m.", stated="0:00 a.m. Japan time").replace("May 7, 2022", "May 18, 2022")
    assert doubts(text.replace("On May 7,", "On Saturday the 7th,"))["start.local"].startswith("the lead gives no date")


def test_the_pages_own_day_is_doubted_where_a_paragraph_that_was_not_read_may_tell_another() -> None:
    text = "Meeting of the Foreign Ministers of Peru and Chile\n\n13 May 2025\n\n{}\n\n1. They discussed trade.\n"
    told = (
        "Foreign Minister Ann Lee of Peru and Foreign Minister Rosa Vaz of Chile strolled through Lima on Monday last."
    )
    shown = "Foreign Minister Ann Lee (left) and Foreign Minister Rosa Vaz in the garden"
    assert doubts(text.format(told))["start.local"] == "no sentence was read as the lead: this is the page's own"
    assert "start.local" not in doubts(text.format(shown))


def test_a_weekday_that_is_not_the_dates_is_doubted() -> None:
    """7 May 2022 was a Saturday."""
    text = PAGE.format(clock="10:00 a.m.", stated="0:00 a.m. on May 8, Japan time")
    assert doubts(text.replace("On May 7,", "On Saturday, May 7,")) == {}
    assert list(doubts(text.replace("On May 7,", "On Friday, May 7,"))) == ["start.local"]


def test_a_year_that_the_page_lacks_is_doubted() -> None:
    text = PAGE.format(clock="10:00 a.m.", stated="0:00 a.m. on May 8, Japan time").replace("May 7, 2022\n", "")
    assert set(doubts(text)) == {"start", "stated_times"}
    (draft,) = read(text, published="2022-05-08").drafts
    assert draft.start is not None
    assert draft.start.local == "2022-05-07T10:00"


def test_a_day_that_the_title_prints_with_its_year_needs_no_doubt() -> None:
    text = (
        "France and Peru – Conversation between the ministers (14 May 2024)\n\n"
        "On May 14, Luc Marchand, Minister for Europe and Foreign Affairs of France, spoke with Rosa Fuentes, "
        "Minister of Foreign Affairs of Peru.\n\nThey discussed trade.\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert (draft.start.local, draft.doubts) == ("2024-05-14", ())


def test_a_page_with_a_day_but_no_year_is_a_readout_without_a_start() -> None:
    text = (
        "Minister Meets Colleague\n\nLima / Press Office / March 20\n\nForeign Minister of Peru Luis Prado met on "
        "Wednesday with Rosa Fuentes, Minister of Foreign Affairs of Chile.\n\nThey discussed trade.\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is None
    assert "start" in doubts(text)


def test_how_long_they_met_may_stand_before_the_word_for_the_meeting() -> None:
    text = PAGE.format(clock="10:00 a.m.", stated="0:00 a.m. on May 8, Japan time")
    text = text.replace(" for approximately 20 minutes,", ",").replace(
        "a meeting", "an approximately 20-minute meeting"
    )
    (draft,) = read(text).drafts
    assert draft.duration is not None
    assert (draft.duration.minutes, draft.duration.approximate) == (20, True)
    assert read(text.replace("20-minute meeting", "20-minute film at a meeting")).drafts[0].duration is None
    (draft,) = read(text.replace("an approximately 20-minute meeting", "an hour long video conference")).drafts
    assert draft.duration is not None
    assert (draft.duration.minutes, draft.duration.approximate) == (60, False)


def test_a_point_that_says_where_it_was_a_pleasure_to_meet_names_the_city() -> None:
    text = (
        "Japan-Peru Foreign Ministers' Meeting\n\nMay 7, 2022\n\nOn May 7, Mr. Shinji Okuda, Minister for Foreign "
        "Affairs of Japan, during his visit to Peru, held a meeting with Ms. Rosa Fuentes, Minister of Foreign Affairs "
        "of Peru. The overview is as follows.\n\n1. She welcomed his visit to Peru and was delighted to hold {event} "
        "in Lima.\n"
    )
    assert read(text.format(event="the 5th Dialogue")).drafts[0].place == "Lima"
    assert read(text.replace("delighted", "asked").format(event="the next Dialogue")).drafts[0].place is None


def test_the_delegations_in_brackets_of_a_japanese_lead_did_not_meet() -> None:
    text = (
        "日・ペルー外相会談\n令和4年5月7日\n5月7日、奥田真司外務大臣は、ロサ・フエンテス・ペルー外務大臣と会談を行ったところ、"
        "概要は以下のとおり(先方同席:ラモス外務副大臣、我が方同席:白川在ペルー大使)。\n1 両外相は会談した。\n"
    )
    (draft,) = read(text).drafts
    assert [person.name for person in draft.participants] == ["奥田真司", "ロサ・フエンテス"]


def test_the_paragraph_above_the_lead_tells_what_a_visit_was_for() -> None:
    text = (
        "Minister's visit\n\n7 May 2022\n\nMinister Luis Prado visited Chile to attend the APEC Ministerial Meeting."
        "\n\nForeign Minister of Peru Luis Prado met the Foreign Minister of Chile, Rosa Fuentes.\n\n"
        "They discussed trade.\n"
    )
    assert read(text).drafts[0].occasion == "APEC Ministerial Meeting"


def test_an_agencys_dateline_without_a_year_tells_the_day_with_a_doubt() -> None:
    text = (
        "Ministers meet\n\nLIMA, May 7 (Newswire) -- Foreign Minister of Peru Luis Prado met the Foreign Minister of "
        "Chile, Rosa Fuentes.\n\nThey discussed trade.\n\nPublished 9 May 2022\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert (draft.start.local, draft.place) == ("2022-05-07", "LIMA")
    assert doubts(text)["start.local"] == "the lead gives no date: this is its dateline's"


@pytest.mark.parametrize(
    ("venue", "place"), [("at the White House", None), ("at the Kremlin", "Moscow"), ("at the palace", "Moscow")]
)
def test_a_dateline_is_no_place_where_they_met_at_another_states_seat(venue: str, place: str | None) -> None:
    lead = f"Moscow: Foreign Minister Ann Lee of Peru met Foreign Minister Rosa Vaz of Chile {venue}."
    text = f"Ministers meet\n\n4 May 2021\n\n{lead}\n"
    (draft,) = read(text).drafts
    assert draft.place == place


@pytest.mark.parametrize(
    "told",
    [
        "Meeting on the sidelines of the Summit in Lima, they spoke of trade.",
        "The meeting took place in Lima.",
        "They met today in Lima.",
        '"The Foreign Ministers of Peru and Chile held a meeting in Lima today," a spokesperson said.',
    ],
)
def test_a_sentence_below_the_lead_may_tell_the_place(told: str) -> None:
    lead = "Foreign Minister Ann Lee met Foreign Minister Rosa Vaz of Chile today."
    text = f"Ministers meet\n\n4 May 2021\n\n{lead}\n\n{told}\n"
    (draft,) = read(text).drafts
    assert (draft.place, draft.country) == ("Lima", "Peru")


def test_two_of_office_who_met_make_a_readout_without_a_date_or_all_parties() -> None:
    text = (
        "Minister meets colleague\n\nThe Foreign Minister, Ann Lee, met with the Foreign Minister of Chile, Rosa Vaz.\n"
    )
    assert doubts(text)["start"] == "the page gives no date with a year"
    assert "participants[0].party" in doubts(text)


@pytest.mark.parametrize(
    "told",
    ["電話会談を約20分間行いました。", "約20分間、電話会談を行いました。", "約20分間にわたり電話会談を行いました。"],
)
def test_a_japanese_page_may_tell_how_long_they_met_right_before_the_verb(told: str) -> None:
    (draft,) = read(
        f"外相電話会談\n\n令和元年9月12日\n\n本12日、茂木外務大臣は、フエンテス・チリ外務大臣と{told}\n"
    ).drafts
    assert draft.duration is not None
    assert (draft.duration.minutes, draft.duration.approximate) == (20, True)


def test_an_agencys_dateline_is_not_the_day_that_the_sentence_gives() -> None:
    text = (
        "LIMA, May 11, 2020 /Newswire/ -- Foreign Minister of Peru Luis Prado spoke with Foreign Minister of Chile "
        "Rosa Fuentes on 28 April 2020 by telephone.\n\nThey discussed trade.\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert draft.start.local == "2020-04-28"
    assert draft.source is not None
    assert draft.source.published == "2020-05-11"


UNDATED = (
    "{title}\n\nKing Felix of Spain received Ann Cole, Minister of Foreign Affairs of Chile, in Madrid{day}.\n\n"
    "They discussed trade.\n"
)


@pytest.mark.parametrize(
    ("title", "day"),
    [("King meets Minister", ""), ("The palace", " on Friday"), ("The palace", " today")],
    ids=["a title that names a meeting", "a weekday", "today"],
)
def test_a_page_without_any_date_is_a_readout_where_something_says_that_they_met(title: str, day: str) -> None:
    text = UNDATED.format(title=title, day=day)
    (draft,) = read(text).drafts
    assert [person.party for person in draft.participants] == ["Spain", "Chile"]
    assert draft.start is None
    assert doubts(text)["start"] == "the page gives no date with a year"


def test_a_page_pasted_without_its_date_is_a_readout_where_two_have_name_office_and_party() -> None:
    text = (
        "Foreign Minister of Peru Luis Prado held a telephone conversation with Foreign Minister of Chile Rosa Fuentes."
        "\n\nThe parties discussed trade.\n"
    )
    (draft,) = read(text).drafts
    assert [person.name for person in draft.participants] == ["Luis Prado", "Rosa Fuentes"]
    assert doubts(text) == {"start": "the page gives no date with a year"}
    assert read(text.replace(" Luis Prado", "")).drafts == ()


@pytest.mark.parametrize(
    ("day", "local"),
    [
        ("received a call Friday from", "2022-05-06"),
        ("held talks late Thursday with", "2022-05-05"),
        ("met on the 4th. It was", None),
    ],
)
def test_a_weekday_needs_no_word_before_it(day: str, local: str | None) -> None:
    """7 May 2022, the page's date, was a Saturday."""
    text = (
        "Ministers speak\n\n7 May 2022\n\n"
        f"Foreign Minister of Peru Luis Prado {day} the Foreign Minister of Chile, Rosa Fuentes.\n\n"
        "They discussed trade.\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert draft.start.local == (local or "2022-05-04")


def test_how_long_the_meal_took_that_followed_is_not_how_long_they_met() -> None:
    text = PAGE.format(clock="10:00 a.m. to 10:20 a.m.", stated="0:00 a.m. to 0:20 a.m. on May 8, Japan time")
    text = text.replace(" for approximately 20 minutes,", ",").replace(
        "Republic of Peru.", "Republic of Peru, followed by a working dinner for about 60 minutes."
    )
    (draft,) = read(text).drafts
    assert draft.duration is not None
    assert (draft.duration.minutes, draft.duration.approximate) == (20, False)


def test_the_day_in_the_title_suffices() -> None:
    text = (
        "Meeting of the Ministers of Peru and Chile, 5 June 2024, Lima\n\n"
        "Minister of Foreign Affairs of Peru Luis Prado met with Rosa Fuentes, Minister of Foreign Affairs of Chile.\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert draft.start.local == "2024-06-05"


@pytest.mark.parametrize(
    ("figures", "local"),
    [("11/7", "2022-07-11"), ("7/11", "2022-07-11"), ("30/6", "2022-06-30"), ("3/2", "2022-07-12")],
    ids=["day first", "month first", "the month before", "no day near the page's"],
)
def test_day_and_month_in_figures_are_told_by_the_date_of_the_page(figures: str, local: str) -> None:
    text = (
        "Minister Receives Colleague\n\n12 July 2022\n\nForeign Minister of Peru Luis Prado received Rosa Fuentes, "
        f"Minister of Foreign Affairs of Chile, in Lima ({figures}).\n\nThey discussed trade.\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert draft.start.local == local
    assert ("start.local" in doubts(text)) is (figures == "3/2")


@pytest.mark.parametrize(
    ("told", "local"),
    [
        ("met today with {B}, to prepare for the visit of the President on 21 July", "2022-07-12"),
        ("met today, 11 July, with {B}", "2022-07-11"),
        ("met on 11 July with {B}, to prepare for today", "2022-07-11"),
    ],
)
def test_a_date_well_behind_today_is_of_something_else(told: str, local: str) -> None:
    lead = told.format(B="Rosa Fuentes, Minister of Foreign Affairs of Chile")
    text = f"Meeting\n\n12 July 2022\n\nForeign Minister of Peru Luis Prado {lead}.\n\nThey discussed trade.\n"
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert draft.start.local == local


def test_the_occasion_may_stand_in_another_sentence_of_the_lead() -> None:
    text = (
        "Minister Meets Colleague\n\n12 July 2022\n\nForeign Minister of Peru Luis Prado met Rosa Fuentes, Minister of "
        "Foreign Affairs of Chile, in Lima today. Minister Fuentes is in Lima to attend the APEC Ministerial Meeting.\n"
    )
    (draft,) = read(text).drafts
    assert draft.occasion == "APEC Ministerial Meeting"


def test_several_meetings_on_one_page_are_several_drafts() -> None:
    one = PAGE.format(clock="10:00 a.m.", stated="0:00 a.m. on May 8, Japan time")
    other = one.partition("\n\n")[2].replace("10:00 a.m.", "3:00 p.m.").replace("0:00 a.m.", "5:00 a.m.")
    other = "Japan-Chile Foreign Ministers' Meeting\n\n" + other.replace("Republic of Peru", "Republic of Chile")
    drafts = read(f"{one}\n{other.replace('Rosa Fuentes', 'Ana Rojas')}").drafts
    assert [d.start.local for d in drafts if d.start] == ["2022-05-07T10:00", "2022-05-07T15:00"]
    assert [d.participants[1].party for d in drafts] == ["Peru", "Chile"]


@pytest.mark.parametrize("text", ["", "\n \n", "A recipe for soup.", "Minister A met Minister B.", "会談"])
def test_a_text_that_tells_of_no_meeting_gives_no_draft(text: str) -> None:
    assert read(text).drafts == ()


def test_what_no_fact_was_read_from_is_told() -> None:
    text = PAGE.format(clock="10:00 a.m.", stated="0:00 a.m. on May 8, Japan time") + "\nBack to Top\n"
    assert any("Back to Top" in text[a:b] for a, b in read(text).unused)


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("They spoke for 45 minutes.", 45),
        ("The call lasted about an hour.", 60),
        ("The two leaders had an open discussion on trade for about 20 minutes.", 20),
        ("Fuentes and Prado had the phone conversation for 35 minutes on Friday.", 35),
        ("They spoke for 45 minutes of trade.", None),
        ("The two leaders opened the border for 45 minutes.", None),
        ("The line was good. They spoke for 45 minutes.", 45),
        ("The line was good. It was late. It rained. They spoke for 45 minutes.", None),
        ("They agreed to open the border for 45 minutes.", None),
    ],
)
def test_the_sentence_behind_the_leads_may_tell_how_long_they_spoke(told: str, minutes: int | None) -> None:
    text = (
        "President calls President\n\n12 July 2022\n\nThe President of Chile, Rosa Fuentes, spoke by phone today with "
        f"the President of Peru, Luis Prado. {told}\n\nThey discussed trade.\n"
    )
    (draft,) = read(text).drafts
    assert (draft.duration.minutes if draft.duration is not None else None) == minutes


@pytest.mark.parametrize(
    ("host", "published", "doubted"),
    [("kln.gov.my", "2021-03-11", False), ("dfa.gov.ph", "2021-11-03", False), ("example.org", "2021-11-03", True)],
    ids=["day first", "month first", "whose program writes seconds"],
)
def test_a_publishers_own_order_of_day_and_month_goes_before_what_its_figures_look_like(
    host: str, published: str, *, doubted: bool
) -> None:
    minister, party = ("Enrique Manalo", "the Philippines") if host == "dfa.gov.ph" else ("Ahmad bin Ali", "Malaysia")
    text = (
        f"Ministers meet\n\n11/3/2021 4:19:07 PM\n\nForeign Minister {minister} of {party} met Luis Prado, "
        "Foreign Minister of Peru.\n\nThey discussed trade.\n"
    )
    (draft,) = read(text, url=f"https://{host}/a").drafts
    assert draft.source is not None
    assert draft.source.published == published
    assert ("source.published" in {doubt.field for doubt in draft.doubts}) == doubted


def test_the_line_below_the_lead_may_tell_the_occasion_and_the_place() -> None:
    text = (
        "Ministers meet\n\n4 May 2021\n\nForeign Minister Luis Prado of Peru met his Greek counterpart Ion Papas.\n\n"
        "The meeting took place on the sidelines of the Mining Summit, held in the Gambian capital of Banjul.\n"
    )
    (draft,) = read(text).drafts
    assert (draft.occasion, draft.place, draft.country) == ("Mining Summit", "Banjul", "Gambia")


def test_the_line_that_says_whose_words_follow_may_tell_day_and_place() -> None:
    text = (
        "Foreign Secretary meeting with Minister Prado\n\nFollowing the meeting held in London on 22 January 2018, a "
        "spokesperson said:\n\nForeign Secretary Ann Cole hosted Foreign Minister Luis Prado of Peru.\n\n"
        "They spoke of trade.\n"
    )
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert (draft.start.local, draft.start.zone, draft.place) == ("2018-01-22", "Europe/London", "London")


@pytest.mark.parametrize(
    ("told", "local"), [("last night", "2022-07-11"), ("yesterday", "2022-07-11"), ("this evening", "2022-07-12")]
)
def test_the_night_before_the_page_is_the_day_before(told: str, local: str) -> None:
    lead = f"Prime Minister of Peru Luis Prado spoke to Chancellor of Austria Anna Gruber {told}."
    text = f"Call\n\n12 July 2022\n\n{lead}\n"
    (draft,) = read(text).drafts
    assert draft.start is not None
    assert draft.start.local == local


def test_two_of_an_office_whose_parties_the_page_does_not_tell_are_doubted_as_to_them() -> None:
    text = "Readout\n\n12 November 2025\n\nChancellor Karl Weber and Prime Minister Ann Lee spoke by phone today.\n"
    assert {doubts(text)[f"participants[{at}].party"] for at in (0, 1)} == {"the page does not say for whom"}


@pytest.mark.parametrize(("published", "local"), [("12 November 2025", "2025-02-07"), ("5 January 2025", "2024-12-30")])
def test_a_day_without_a_year_is_of_the_past(published: str, local: str) -> None:
    day = "7 February" if local.endswith("07") else "30 December"
    text = f"Readout\n\n{published}\n\nOn {day}, Chancellor Karl Weber of Austria met Prime Minister Ann Lee of Peru.\n"
    start = read(text).drafts[0].start
    assert start is not None
    assert start.local == local


FIGURES = "Talks\n\n11/03/2021\n\nForeign Minister Ann Lee of Peru met Foreign Minister {} today.\n"


def test_a_page_whose_figures_may_be_read_in_two_ways_is_doubted_with_the_day_counted_from_it() -> None:
    (draft,) = read(FIGURES.format("Rosa Vaz of Chile")).drafts
    assert draft.start is not None
    assert draft.start.local == "2021-03-11"
    assert {doubt.field for doubt in draft.doubts} >= {"source.published", "start.local"}


@pytest.mark.parametrize(
    ("url", "day"), [("https://www.state.gov/x", "2021-11-03"), ("https://www.gov.uk/government/news/x", "2021-03-11")]
)
def test_a_known_publisher_writes_figures_in_its_states_way(url: str, day: str) -> None:
    other = "Rosa Vaz of the United States" if "state.gov" in url else "Rosa Vaz of the United Kingdom"
    (draft,) = read(FIGURES.format(other), url=url).drafts
    assert draft.start is not None
    assert draft.start.local == day
    assert "source.published" not in {doubt.field for doubt in draft.doubts}


@pytest.mark.parametrize(
    ("issued", "figures", "day"),
    [
        ("12 March 2021", "11/03/2021", "2021-03-11"),
        ("12 March 2021", "03/11/2021", "2021-03-11"),
        ("12 November 2021", "11/03/2021", "2021-11-03"),
        ("12 November 2021", "03/11/2021", "2021-11-03"),
    ],
)
def test_figures_of_the_lead_are_the_day_that_the_page_is_closest_behind(issued: str, figures: str, day: str) -> None:
    lead = f"Foreign Minister Ann Lee of Peru met Foreign Minister Rosa Vaz of Chile on {figures}."
    (draft,) = read(f"Talks\n\n{issued}\n\n{lead}\n").drafts
    assert draft.start is not None
    assert draft.start.local == day
    assert "start.local" in doubts(f"Talks\n\n{lead}\n")


AGENCY = (
    "FM meets counterpart\n\n28 May 2025\n\nForeign Minister Cho Tae-yul {} his new Canadian counterpart {}, "
    "Seoul's foreign ministry said Friday.\n\n{}\n"
)


def test_an_agency_tells_the_side_by_its_source_the_day_by_its_name_alone_and_the_counterparts_name_below() -> None:
    below = "In his first talks with Canadian Foreign Minister Ann Cole, Cho spoke of trade."
    (draft,) = read(AGENCY.format("spoke by phone with", "Tuesday and discussed trade", below)).drafts
    assert draft.start is not None
    assert draft.start.local == "2025-05-27"
    assert [(person.name, person.party) for person in draft.participants] == [
        ("Cho Tae-yul", "South Korea"),
        ("Ann Cole", "Canada"),
    ]


def test_the_day_on_which_a_ministry_said_so_is_not_the_day_of_the_meeting() -> None:
    (draft,) = read(AGENCY.format("met", "in Lima", "The two held a meeting in Lima on Thursday, it said.")).drafts
    assert draft.start is not None
    assert draft.start.local == "2025-05-22"


def test_who_congratulated_another_today_spoke_to_them() -> None:
    text = (
        "Secretary Dunn's Call with Canadian Foreign Minister Cole\n\nNovember 3, 2021\n\n"
        "Secretary of State Walter Dunn congratulated Canadian Foreign Minister Ann Cole today on her new office. "
        "They spoke of the plan that President Alves and Prime Minister May made.\n"
    )
    (draft,) = read(text).drafts
    assert draft.kind == "telephone call"
    assert [(p.name, p.title) for p in draft.participants] == [
        ("Walter Dunn", "Secretary of State"),
        ("Ann Cole", "Foreign Minister"),
    ]
    assert draft.doubts == ()


def test_a_first_call_as_minister_is_one_by_telephone() -> None:
    lead = "Foreign Minister Ann Lee of Peru today had her first call as Minister with Minister Rosa Vaz of Chile."
    (draft,) = read(f"Talks\n\n4 May 2021\n\n{lead}\n").drafts
    assert draft.kind == "telephone call"
