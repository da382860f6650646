"""Which lines say when something was, and nothing else."""

import pytest

from mentorship.documents.text.dating import is_dates


@pytest.mark.parametrize(
    "text",
    [
        "2021 – now",
        "Mar 2019 – Dec 2022",
        "01/2016 - 12/2018",
        "seit März 2019",
        "sept. 2014 – juin 2018",
        "2015",
        "Summer '09",
        "2019年4月至今",
        "يناير 2019 – الآن",
    ],
)
def test_dates_and_spans_of_them_are(text: str):
    assert is_dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "University of Leeds, 2015",
        "Marketing 2019",
        "now",
        "+44 20 1946 0018 2015",
        "From March 2019 to April 2020 and until today",
        "99.97% uptime",
        "",
    ],
)
def test_what_says_more_or_no_year_is_not(text: str):
    assert not is_dates(text)
