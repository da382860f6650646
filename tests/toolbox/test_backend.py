"""What a page was made of is let go as soon as it is written, without the collector of garbage."""

import gc
import weakref
from pathlib import Path

import pytest
from django.template import TemplateDoesNotExist, engines
from django.test import RequestFactory

from mentorship.toolbox.pages.backend import Templates


class Word:
    """What a page shows, and how much of it is still there can be seen."""

    def __str__(self) -> str:
        return "<word>"


@pytest.fixture
def backend(tmp_path: Path) -> Templates:
    (tmp_path / "page.html").write_text("{% for one in words %}{{ one }}{% endfor %}")
    (tmp_path / "broken.html").write_text("{% include 'nowhere.html' %}")
    return Templates({"NAME": "own", "DIRS": [tmp_path], "APP_DIRS": False, "OPTIONS": {}})


@pytest.mark.parametrize("request_of", [RequestFactory().get, lambda _path: None])
def test_what_was_shown_is_gone_at_once(backend: Templates, request_of: object) -> None:
    word = Word()
    seen = weakref.ref(word)
    assert callable(request_of)

    gc.disable()
    try:
        said = backend.get_template("page.html").render({"words": [word]}, request_of("/"))
        del word
        assert (said, seen()) == ("&lt;word&gt;", None)
    finally:
        gc.enable()


def test_a_file_that_is_missing_is_told_as_by_django(backend: Templates) -> None:
    with pytest.raises(TemplateDoesNotExist) as missing:
        backend.get_template("broken.html").render()

    assert missing.value.backend is backend


def test_the_service_uses_it() -> None:
    assert isinstance(engines.all()[0], Templates)
