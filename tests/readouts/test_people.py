"""People as pages print them: honorific, name, letters after it, office and party, in either order."""

from __future__ import annotations

import pytest

from dipmeet.readouts.crowd import Crowd
from dipmeet.readouts.people import read_mention

Told = tuple[str | None, str | None, str | None]


def told(text: str) -> Told:
    """(name, title, party) of the person that `text` begins with."""
    mention = read_mention(Crowd(text, 0, len(text)), 0)
    if mention is None:
        return None, None, None
    name, title = (text[slice(*span)] if span is not None else None for span in (mention.name, mention.title))
    return name, title, mention.party


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr. Shinji Okuda, Minister for Foreign Affairs, held",
            ("Shinji Okuda", "Minister for Foreign Affairs", None),
        ),
        (
            "H.E. Ms. Nadia Haddad, Minister of Foreign Affairs and Expatriates of the Kingdom of Jordan, who",
            ("Nadia Haddad", "Minister of Foreign Affairs and Expatriates", "Jordan"),
        ),
        (
            "H.E. Mr. Orlov, Pavel Ivanovich, Minister of Foreign Affairs of the Russian Federation. The overview",
            ("Orlov, Pavel Ivanovich", "Minister of Foreign Affairs", "Russia"),
        ),
        (
            "Ms. Anna Lindqvist, Vice-President of the European Commission. The overview",
            ("Anna Lindqvist", "Vice-President of the European Commission", "European Union"),
        ),
        (
            "The Honourable Dato' Seri Diraja Dr. Zaki Abd. Karim, Minister of Foreign Affairs of Malaysia, had",
            ("Zaki Abd. Karim", "Minister of Foreign Affairs", "Malaysia"),
        ),
        (
            "UAE Ambassador to the United States Yusuf Naji and",
            ("Yusuf Naji", "Ambassador to the United States", "United Arab Emirates"),
        ),
        ("Minister of Foreign Affairs Kang, Kyung-wha had", ("Kang, Kyung-wha", "Minister of Foreign Affairs", None)),
        ("the recently appointed Minister of Trade Ann Lee met", ("Ann Lee", "Minister of Trade", None)),
        ("Russian Ambassador to the country Pavel Orlov for", ("Pavel Orlov", "Ambassador", "Russia")),
        ("Foreign Minister (FM) Pedro Alves met", ("Pedro Alves", "Foreign Minister", None)),
        ("New York, The Minister of Foreign Affairs", ("New York", None, None)),
        ("Shaikh Khalid bin Ahmed Al Naji met", ("Khalid bin Ahmed Al Naji", None, None)),
        (
            "Ms. Ann Lee, Joint Secretary (East and Southern Africa), Ministry of External Affairs, India, met",
            ("Ann Lee", "Joint Secretary (East and Southern Africa), Ministry of External Affairs", "India"),
        ),
        ("Secretary (East), Shri Mohan Kulkarni visited", ("Mohan Kulkarni", "Secretary (East)", None)),
        (
            "Khalid bin Rashid Al Naji, the Crown Prince of Abu Dhabi. Mr. Dunn",
            ("Khalid bin Rashid Al Naji", "Crown Prince of Abu Dhabi", None),
        ),
        ("U.S. Senator Chris Cole on", ("Chris Cole", None, "United States")),
        ("Italian MFA Secretary General Paolo Neri, and", ("Paolo Neri", "MFA Secretary General", "Italy")),
        ("Prime Minister Clara May today", ("Clara May", "Prime Minister", None)),
        ("Prime Minister Clara May 5 days", ("Clara", "Prime Minister", None)),
        ("the President of the Republic, Luc Marchand, received", ("Luc Marchand", "President of the Republic", None)),
        ("President of the Republic of Peru Luis Prado met", ("Luis Prado", "President", "Peru")),
        (
            "UK Minister of State for Europe and North America James Cole today",
            ("James Cole", "Minister of State for Europe and North America", "United Kingdom"),
        ),
        (
            "Secretary of State for Northern Ireland, Ann Cole, met",
            ("Ann Cole", "Secretary of State", "United Kingdom"),
        ),
        ("Hill Road School. The President said", ("Hill Road School", None, None)),
        (
            "Minister of Foreign Affairs of the sisterly Kingdom of Bahrain HE Hamad Al Naji, who",
            ("Hamad Al Naji", "Minister of Foreign Affairs", "Bahrain"),
        ),
        (
            "Sheikh Hamad Al Naji, Minister of Foreign Affairs of the brotherly Kingdom of Bahrain, who",
            ("Hamad Al Naji", "Minister of Foreign Affairs", "Bahrain"),
        ),
        (
            "Coordinator for Asia-Pacific Affairs at the US National Security Council Ann Cole, on",
            ("Ann Cole", "Coordinator for Asia-Pacific Affairs at the US National Security Council", "United States"),
        ),
        (
            "the U.S. President's Special Envoy for Africa, Ann Cole.",
            ("Ann Cole", "Special Envoy for Africa", "United States"),
        ),
        (
            "Ann Cole, the Minister for Asia at the UK Foreign, Commonwealth & Development Office, met",
            ("Ann Cole", "Minister for Asia", "United Kingdom"),
        ),
        ("Prime-Minister of Peru Luis Prado on", ("Luis Prado", "Prime-Minister", "Peru")),
        (
            "Additional Foreign Secretary (Europe), Ambassador Asim Khan, led",
            ("Asim Khan", "Additional Foreign Secretary (Europe)", None),
        ),
        ("Ann Vila I met", ("Ann Vila", None, None)),
        (
            "HE Minister of Foreign Affairs of the Kingdom of Norway Ingrid Dahl, who",
            ("Ingrid Dahl", "Minister of Foreign Affairs", "Norway"),
        ),
        (
            "Ambassador Kenji Morita, Deputy Minister for Foreign Affairs, had",
            ("Kenji Morita", "Deputy Minister for Foreign Affairs", None),
        ),
        (
            "President of the Federal Democratic Republic of Ethiopia Tesfaye Alemu.",
            ("Tesfaye Alemu", "President", "Ethiopia"),
        ),
        (
            "Ambassador Extraordinary and Plenipotentiary of Israel to Viet Nam Yaron Golan, who",
            ("Yaron Golan", "Ambassador Extraordinary and Plenipotentiary", "Israel"),
        ),
        ("Libyan Prime Minister Salem al-Mansour at", ("Salem al-Mansour", "Prime Minister", "Libya")),
        (
            "the Honourable Claire Bouchard P.C., M.P., Minister of Foreign Affairs of Canada.",
            ("Claire Bouchard", "Minister of Foreign Affairs", "Canada"),
        ),
        (
            "Senator the Hon Helen Ward, Minister for Women of Australia,",
            ("Helen Ward", "Minister for Women", "Australia"),
        ),
        ("Prime Minister Pedro Alves of Portugal met", ("Pedro Alves", "Prime Minister", "Portugal")),
        ("Portuguese Prime Minister Pedro Alves met", ("Pedro Alves", "Prime Minister", "Portugal")),
        ("Portugal's Prime Minister, Pedro Alves, met", ("Pedro Alves", "Prime Minister", "Portugal")),
        ("the Prime Minister of Portugal, Pedro Alves, met", ("Pedro Alves", "Prime Minister", "Portugal")),
        ("the US Secretary of State, Peter Harlan, in", ("Peter Harlan", "Secretary of State", "United States")),
        ("U.S. Secretary of State Peter J. Harlan met", ("Peter J. Harlan", "Secretary of State", "United States")),
        ("Foreign Secretary Ruth Hale spoke", ("Ruth Hale", "Foreign Secretary", None)),
        (
            "Deputy Prime Minister and Minister of Foreign and European Affairs Ivana Horvat met",
            ("Ivana Horvat", "Deputy Prime Minister and Minister of Foreign and European Affairs", None),
        ),
        (
            "H.E. Dato' Seri Utama Haji Razali bin Haji Ismail, Minister of Foreign Affairs of Malaysia, met",
            ("Razali bin Haji Ismail", "Minister of Foreign Affairs", "Malaysia"),
        ),
        (
            "His Highness Sheikh Khalid bin Rashid Al Noor, Minister of Foreign Affairs of the State of Qatar, met",
            ("Khalid bin Rashid Al Noor", "Minister of Foreign Affairs", "Qatar"),
        ),
        (
            "H.E. Mr. TRAN Minh Duc, President of the Socialist Republic of Viet Nam, met",
            ("TRAN Minh Duc", "President", "Vietnam"),
        ),
        (
            "Dr. Anand Krishnan, External Affairs Minister of India, met",
            ("Anand Krishnan", "External Affairs Minister", "India"),
        ),
        (
            "Amb. Grace Wanjiru, Principal Secretary for Foreign Affairs of Kenya, met",
            ("Grace Wanjiru", "Principal Secretary for Foreign Affairs", "Kenya"),
        ),
        ("his Spanish counterpart, Javier Ortega, in", ("Javier Ortega", None, "Spain")),
        ("US President Peter Harlan. Harlan said", ("Peter Harlan", "President", "United States")),
        ("Chinese Foreign Minister Gao Yi. Gao said", ("Gao Yi", "Foreign Minister", "China")),
        ("Foreign Minister Md. Karim Alam met", ("Md. Karim Alam", "Foreign Minister", None)),
        ("his counterpart from Saudi Arabia Omar bin Said Al Noor.", ("Omar bin Said Al Noor", None, "Saudi Arabia")),
        ("her counterpart from the Kingdom of Spain, Mr. Javier Ortega, in", ("Javier Ortega", None, "Spain")),
        (
            "the head of the Ministry of Foreign Affairs of Iran Karim Amir Rezaei,",
            ("Karim Amir Rezaei", "head of the Ministry of Foreign Affairs", "Iran"),
        ),
        (
            "Ministry of External Affairs (MEA) Secretary (West), Anand Rao and",
            ("Anand Rao", "Ministry of External Affairs (MEA) Secretary (West)", None),
        ),
        (
            "Greece's Ministry of Foreign Affairs Secretary General Nikos Pappas.",
            ("Nikos Pappas", "Ministry of Foreign Affairs Secretary General", "Greece"),
        ),
        ("Head of State Nikos Pappas met", ("Nikos Pappas", "Head of State", None)),
        (
            "my counterpart, Chile's Minister of Foreign Affairs Rosa Fuentes, met",
            ("Rosa Fuentes", "Minister of Foreign Affairs", "Chile"),
        ),
        (
            "the newly-appointed Foreign Minister of Greece, Mr. Nikos Pappas, met",
            ("Nikos Pappas", "Foreign Minister", "Greece"),
        ),
        ("NATO Secretary General Anders Holm met", ("Anders Holm", "Secretary General", "NATO")),
        (
            "High Representative of the European Union for Foreign Affairs and Security Policy Anna Lindqvist met",
            (
                "Anna Lindqvist",
                "High Representative of the European Union for Foreign Affairs and Security Policy",
                "European Union",
            ),
        ),
    ],
)
def test_a_person_is_read_with_office_and_party(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    ["the meeting was held in Paris", "Both sides agreed", "on the margins of the summit", "and then they met"],
)
def test_words_that_name_nobody_make_no_mention(text: str) -> None:
    mention = read_mention(Crowd(text, 0, len(text)), 0)
    assert mention is None or not mention.is_anchored


def test_honorific_and_letters_after_the_name_are_kept_apart() -> None:
    text = "Rear Admiral (Retired) the Hon. Tomasi Vula CMG, M.P., Prime Minister of Fiji, met"
    mention = read_mention(Crowd(text, 0, len(text)), 0)
    assert mention is not None
    assert mention.name is not None
    assert mention.postnominals is not None
    assert text[slice(*mention.name)] == "Tomasi Vula"
    assert text[slice(*mention.postnominals)] == "CMG, M.P."
    assert text[: mention.name[0]].strip() == "Rear Admiral (Retired) the Hon."


def test_the_places_of_a_mention_quote_its_words() -> None:
    text = "Ms. Rosa Fuentes, Minister of Foreign Affairs of the Republic of Chile, met"
    mention = read_mention(Crowd(text, 0, len(text)), 0)
    assert mention is not None
    assert mention.party_span is not None
    assert text[slice(*mention.span)] == "Ms. Rosa Fuentes, Minister of Foreign Affairs of the Republic of Chile"
    assert text[slice(*mention.party_span)] == "Republic of Chile"
