"""What is said in other words is found where it is said, and nothing else is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorship.documents.anchors.relocation import Anchor, Fate, carry
from mentorship.documents.anchors.selectors import Span, quote_of
from tests.documents.statements import carrying

OLD = """Jo Berg

PERSONAL STATEMENT
I am a hard-working nurse with a strong work ethic.

WORK EXPERIENCE
Staff Nurse, Soar Valley Hospital
Jan 2019 - present
• Responsible for training new staff in swallow screening.
• Planned rotas for 6-8 colleagues per shift, on a budget of $1,200,000.
• Helped with an audit of pressure ulcers, which led to fewer ulcers.
• Attended the monthly meetings.
Healthcare Assistant, Beechcroft Home
June 2011 - Aug 2012
• Liaised with families about discharge.
• Cleaned the wards.

TRAINING
Life support

Trustee of the Larder
vice chair of the wellbeing group

Yours faithfully,"""
NEW = """Jo Berg

PROFILE
Nurse for nine years.

EMPLOYMENT
Staff Nurse, Soar Valley Hospital, 01/2019 – today
• Fourteen new colleagues trained in swallow screening since 2020.
• Budget of $1.2M; planning rotas for six to eight people a shift.
• Audited pressure ulcers with the tissue nurse; ulcers fell from 11 to 3.
• Introduced a safety huddle at the start of each night.
Healthcare Assistant, Beechcroft Home, 06/2011 – 08/2012
• Planned discharges with families.

Deputy chair of the wellbeing group, and of the Larder

Yours sincerely,"""
GERMAN = "Berufserfahrung\n- Planung der Schichten\n- Kontrolle der Lieferscheine\n- Büro"
GERMAN_NEW = "Werdegang\n- Lieferscheine täglich kontrolliert\n- Schichten für 18 Leute geplant"
CHINESE = (
    "工作经历\n2020年9月至今，江东农业科学院\n· 管理实验室的试剂和仪器，指导研究生\n· 参加会议"
)
CHINESE_NEW = "研究经历\n江东农业科学院，2020.09至今\n· 实验室试剂和仪器管理：改为扫码登记"


def told(words: str, old: str = OLD, new: str = NEW) -> str:
    """The words that now say it."""
    return carrying.told(words, old, new)


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("PERSONAL STATEMENT", "PROFILE"),
        ("WORK EXPERIENCE", "EMPLOYMENT"),
        ("Jan 2019 - present", "01/2019 – today"),
        ("June 2011 - Aug 2012", "06/2011 – 08/2012"),
        ("$1,200,000", "$1.2M"),
        ("6-8 colleagues per shift", "six to eight people a shift"),
        ("vice chair", "Deputy chair"),
        ("Yours faithfully,", "Yours sincerely,"),
        (
            "Responsible for training new staff in swallow screening.",
            "Fourteen new colleagues trained in swallow screening since 2020.",
        ),
        (
            "Helped with an audit of pressure ulcers",
            "Audited pressure ulcers with the tissue nurse",
        ),
        ("Liaised with families about discharge.", "Planned discharges with families."),
    ],
)
def test_what_is_said_otherwise_is_found(words, now):
    assert told(words) == now


@pytest.mark.parametrize(
    "words",
    [
        "strong work ethic",
        "Attended the monthly meetings.",
        "Cleaned the wards.",
        "TRAINING",
        "Life support",
        "Cleaned the wards.\n\nTRAINING\nLife support",
    ],
)
def test_what_nobody_says_any_more_is_nowhere(words):
    assert carrying.carried(words, OLD, NEW).span is None


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("Berufserfahrung", "Werdegang"),
        ("Planung der Schichten", "Schichten für 18 Leute geplant"),
        ("Kontrolle der Lieferscheine", "Lieferscheine täglich kontrolliert"),
        ("Büro", ""),
    ],
)
def test_german_words_are_known_by_their_roots(words, now):
    assert told(words, GERMAN, GERMAN_NEW) == now


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("工作经历", "研究经历"),
        ("2020年9月至今", "2020.09至今"),
        ("管理实验室的试剂和仪器", "实验室试剂和仪器管理"),
        ("参加会议", ""),
    ],
)
def test_a_script_without_blanks_is_read_by_its_characters(words, now):
    assert told(words, CHINESE, CHINESE_NEW) == now


def test_what_is_said_otherwise_has_been_reworded():
    assert carrying.carried("WORK EXPERIENCE", OLD, NEW).fate is Fate.REWORDED


def test_a_month_of_another_year_is_another_month():
    old = "Lee\nBorn 17.08.1993 in Hull\n08/2015 Baker, Leeds"
    new = "Lee, Hull\nBaker in Leeds since August 2015"

    assert told("17.08.1993", old, new) == ""
    assert told("08/2015", old, new) == "August 2015"


def test_arabic_words_are_known_without_what_is_written_together_with_them():
    old, new = "هبة\n\nأسكن في مدينة إربد.", "هبة\n\nأعمل معلمة، وأسكن إربد."

    assert told("أسكن في مدينة إربد.", old, new).endswith("وأسكن إربد.")


def test_what_was_taken_out_of_a_clause_leaves_its_rest_alone():
    old = "Lee\n- Sold tickets for 4.1 million to visitors from Leeds"
    new = "Lee\n- Sold tickets for 4.1 million from Leeds"

    assert told("to visitors from", old, new) == ""


def test_a_name_is_found_wherever_it_went():
    old = "Ann Lee\n\nSKILLS\nPython, MongoDB, Git\n\nWORK\nRan the shop."
    new = "Ann Lee\n\nWORK\nRan the shop.\nMoved all orders to MongoDB within a year."

    assert told("MongoDB", old, new) == "MongoDB"


def test_a_second_unit_that_says_the_same_is_not_taken_for_one_that_is_gone():
    old = "Ann Lee\n• Trained new staff in Leeds.\n• Ran the shop.\n• Training of new staff."
    new = "Ann Lee\n• Ran the shop.\n• Training of new staff."

    assert told("Trained new staff in Leeds.", old, new) == ""
    assert told("Training of new staff.", old, new) == "Training of new staff."


def test_one_of_two_units_is_what_became_one():
    old = "Ann Lee\n- Trained colleagues in Leeds.\n- Trained colleagues in York.\n- Ran the shop."
    new = "Ann Lee\n- Training of staff.\n- Ran the shop."

    places = [told(f"Trained colleagues {words}", old, new) for words in ("in Leeds.", "in York.")]

    assert places.count("") == 1


def test_a_unit_is_what_says_most_of_it():
    old = "Ann Lee\n- Trained the staff of two shops.\n- Ran the shop."
    new = "Ann Lee\n- Training of staff in two shops.\n- Training of apprentices.\n- Ran the shop."

    assert told("Trained the staff of two shops.", old, new) == "Training of staff in two shops."


def test_less_than_half_of_the_words_is_the_place_where_the_rest_went_too():
    old = "Mia Hall\n\nI ran the bakery in Hull and kept its old books for nine years.\nLast line."
    new = "Mia Hall\n\nKept its old books.\nLast line."

    assert (
        told("ran the bakery in Hull and kept its old books for", old, new) == "Kept its old books"
    )
    assert told("ran the bakery in Hull", old, new) == ""


def test_what_comes_in_the_slot_with_words_that_say_so_is_the_place():
    old = "Mia\n- Ran the till.\n- Looked after the shop's website.\n- Closed the till."
    new = "Mia\n- Ran the till.\n- Rebuilt the online store: more orders.\n- Closed the till."

    assert told("Looked after the shop's website.", old, new) == "Rebuilt the online store"


@pytest.mark.parametrize("words", ["in-house", "l'entrée"])
def test_a_little_part_of_a_word_says_nothing(words):
    old = f"Lee\n- Counted {words}\n- Ran the shop"
    new = "Lee\n- Ran the shop\n- L'usine opens in June"

    assert told(words, old, new) == ""


def test_what_was_said_in_one_line_is_found_in_two():
    old = "Ann Lee\n\nEngineer for bridges, Harbour Mill, Leeds\n- Ran the shop"
    new = "Ann Lee\n\nHarbour Mill, Leeds\nSenior engineer for all its bridges\n- Ran the shop"

    assert told("Harbour Mill, Leeds", old, new) == "Harbour Mill, Leeds"
    assert told("Engineer for bridges", old, new) == "engineer for all its bridges"


LINE = st.sampled_from([*OLD.split("\n"), *NEW.split("\n"), *CHINESE.split("\n")])
PAGE = st.lists(LINE, max_size=12).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(PAGE, PAGE)
def test_whatever_is_found_are_words_of_the_new_text(old, new):
    spans = [Span(start, min(len(old), start + 12)) for start in range(0, len(old) + 1, 9)]
    found = carry([Anchor(quote_of(span, old), span) for span in spans], old, new)

    assert len(found) == len(spans)
    for one in found:
        assert one.span is None or 0 <= one.span.start <= one.span.end <= len(new)
        assert 0 <= one.confidence <= 1


@settings(max_examples=40, deadline=None)
@given(PAGE, PAGE)
def test_anchors_are_carried_alike_whichever_stand_beside_them(old, new):
    spans = [Span(start, min(len(old), start + 20)) for start in range(0, len(old), 15)]
    anchors = [Anchor(quote_of(span, old), span) for span in spans]

    assert carry(anchors, old, new) == [carry([one], old, new)[0] for one in anchors]
