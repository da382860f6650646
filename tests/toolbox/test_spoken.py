"""What depends on the language alone is said once for each."""

from django.test import override_settings
from django.utils.translation import gettext, override

from mentorship.toolbox.words.spoken import once_a_language
from tests.pages.pseudo import pseudo_locale

times: list[str] = []


@once_a_language
def greeting() -> str:
    """Of this test."""
    times.append("said")
    return gettext("Comments")


def test_it_is_said_once_in_each_language() -> None:
    times.clear()

    with override("en"):
        assert [greeting(), greeting()] == ["Comments", "Comments"]
    with pseudo_locale():
        assert greeting() == gettext("Comments") != "Comments"
    assert len(times) <= 2


def test_it_is_said_anew_when_the_languages_change() -> None:
    greeting()
    times.clear()

    with override_settings(LANGUAGES=[("en", "English")]):
        greeting()

    assert times == ["said"]
