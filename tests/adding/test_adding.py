"""What a newcomer adds, added in a copy of the project: it works, with the files the map names."""

import pytest

from tests.adding.scratch import Copy, named_by_the_map

pytestmark = pytest.mark.processes

KIND = """
import pytest

from mentorship.documents.models import Grant
from tests import make
from tests.make import saying
from tests.browsing.browsers import sign_in, visit

pytestmark = pytest.mark.django_db


def test_it_is_offered_to_mentors_and_shown_to_the_seeker(version, ada, ben):
    saying.point(version, ben, "Teh machine.", kind="typo")
    mentor = visit(make.visitor_pass(Grant.objects.get(person=ben.person)))
    reading = version.get_absolute_url()

    form = mentor.get(f"{reading}?line=2").content.decode()
    margin = sign_in(ada).get(reading).content.decode()

    assert 'value="typo"' in form.partition('id="comment"')[2].partition("</form>")[0]
    assert "kind-typo" in margin
    assert "Slip of the pen" in margin
"""


def test_a_kind_of_comment(copy: Copy) -> None:
    kinds, colours = named_by_the_map("a kind of comment")
    copy.edit(
        kinds,
        'MUST_FIX = "must_fix", _("Must fix")\n',
        'MUST_FIX = "must_fix", _("Must fix")\n    TYPO = "typo", _("Slip of the pen")\n',
    )
    copy.edit(
        kinds,
        "    @property\n    def word(",
        "            case Kind.TYPO:\n                return Facts(weight=4)\n\n"
        "    @property\n    def word(",
    )
    copy.edit(
        colours,
        "  .kind-comment { --shape: solid; }\n",
        "  .kind-typo { --kind: var(--accent); }\n  .kind-typo { --shape: solid; }\n"
        "  .words::highlight(kind-typo) { text-decoration: underline wavy 0.2em var(--accent); }\n"
        "  .kind-comment { --shape: solid; }\n",
    )

    copy.judge("tests/critique/test_typo.py", KIND)
    laws = "typo or weighs or plain or opposes"
    copy.passes("tests/critique/test_typo.py", "tests/critique/test_kinds.py", "-k", laws)
    code, said = copy.run("manage", "makemigrations", "--check", "--dry-run")
    assert code == 0, said
    copy.touches_what_the_map_names("a kind of comment")


READER = '''"""reStructuredText as a PDF."""

from pathlib import Path

from mentorship.documents.formats.decoding import text_of
from mentorship.documents.formats.pandoc import blocks_of
from mentorship.documents.formats.typeset import Typeset, typeset


def to_pdf(original: Path, folder: Path) -> Typeset:
    """A PDF of the reStructuredText `original`."""
    source = folder / "source.rst"
    source.write_text(text_of(original), encoding="utf-8")
    return typeset(blocks_of(source, "rst", folder), folder)
'''
READ = """
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mentorship.documents import rendering
from mentorship.documents.models import Version
from mentorship.documents.sentences.refusals import sentence_for
from tests import make
from tests.browsing.browsers import sign_in


@pytest.mark.django_db
def test_it_is_taken_prepared_and_read():
    browser = sign_in(make.person())
    form = browser.get("/documents/new/").content.decode()
    file = SimpleUploadedFile("cv.rst", b"Ada *Lovelace*")
    key = "4fd5bd5e-4ee2-4fd8-9e0f-9e2be77a6a4d"

    browser.post("/documents/new/", {"file": file, "key": key, "note": ""})
    version = Version.objects.get()
    rendering.prepare(version.pk)
    version.refresh_from_db()

    assert (version.format, version.text) == ("rst", "Ada Lovelace")
    assert "Ada" in browser.get(version.get_absolute_url()).content.decode()
    assert "reStructuredText" in browser.get(version.document.get_absolute_url()).content.decode()
    assert ",.rst" in form
    assert "MD or RST, up to" in form
    refusal = {"code": "unknown-format", "facts": {"extension": "gif"}}
    assert "MD and RST work too." in sentence_for(refusal)
"""


def test_a_document_format(copy: Copy) -> None:
    copy.write("mentorship/documents/formats/rst.py", READER)
    copy.edit(
        "mentorship/documents/formats/registry.py",
        ")\nBY_NAME =",
        '    Format("rst", ("rst",), module="rst", called=gettext_noop("reStructuredText")),\n'
        ")\nBY_NAME =",
    )

    copy.judge("tests/documents/test_rst.py", READ)
    copy.passes("tests/documents/test_rst.py")
    copy.touches_what_the_map_names("a document format")


NOTICE = '''"""A review has come in: its mentor hears that it did."""

from typing import Any

from mentorship.critique.models import Review
from mentorship.critique.notices.things import each_alone, names_of, review_thing
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import Channel, tell
from mentorship.notifications.topics import Topic

RECEIVED = "critique.received"


def register() -> None:
    """Make the kind known."""
    kinds.register(Kind(RECEIVED, context=_letter, together=each_alone, topic=Topic.REVIEWS))


def tell_mentor(review: Review) -> None:
    """By letter alone."""
    seeker = review.round.owner
    thing = review_thing(review)
    tell(RECEIVED, thing=thing, actor=seeker, people=[review.mentor], channels=[Channel.LETTER])


def _letter(notices: list[Notice]) -> dict[str, Any]:
    review = Review.objects.select_related("round__owner").get(ref=names_of(notices[0])[0])
    return {"name": review.round.owner.name}
'''
SUBJECT = (
    "{% load i18n %}{% blocktranslate trimmed %}{{ name }} has your review{% endblocktranslate %}\n"
)
BODY = """{% extends "notifications/emails/news.KIND" %}{% load i18n %}
{% block what %}{% blocktranslate trimmed %}Your review is with {{ name }}.{% endblocktranslate %}{% endblock what %}
{% block why %}{% blocktranslate trimmed %}You get this because {{ name }} asked you at {{ site }}.{% endblocktranslate %}{% endblock why %}
"""
SENT = """
import pytest

from mentorship.notifications.delivery import gathering, sweeping
from mentorship.notifications.models import Letter
from tests.make import saying
from tests.notifications.mail_servers import goes_to

pytestmark = pytest.mark.django_db


def test_it_is_written_and_leaves(version, ben, settings, sink):
    goes_to(settings, sink.port)
    saying.draft(version, ben, "Lead with the result.")
    saying.finish(version, ben)

    gathering.gather()
    letter = Letter.objects.get(kind="critique.received")
    sweeping.deliver(letter.pk)

    assert "Your review is with Ada." in letter.text
    assert "You get this because Ada asked you" in letter.text
    assert letter.html.startswith("<!DOCTYPE html>")
    assert [str(one.message["Subject"]) for one in sink.letters][-1] == "Ada has your review"
"""


def test_a_kind_of_letter(copy: Copy) -> None:
    copy.write("mentorship/critique/notices/received.py", NOTICE)
    folder = "templates/critique/emails/received"
    copy.write(f"{folder}/subject.txt", SUBJECT)
    copy.write(f"{folder}/body.txt", BODY.replace("KIND", "txt"))
    copy.write(f"{folder}/body.html", BODY.replace("KIND", "html"))
    reviews = "mentorship/critique/actions/reviews.py"
    copy.edit(reviews, "import finished, published, ", "import finished, published, received, ")
    told = "    told = finished.tell_seeker(review)\n"
    copy.edit(reviews, told, f"{told}    received.tell_mentor(review)\n")

    copy.judge("tests/critique/test_received.py", SENT)
    whole = "tests/notifications/test_letters.py::test_every_kind_has_its_three_templates"
    copy.passes("tests/critique/test_received.py", f"{whole}[critique.received]")
    copy.touches_what_the_map_names("a kind of letter")


PAGE = """{% extends "base.html" %}{% load i18n %}
{% block title %}{% translate "About" %}{% endblock title %}
{% block main %}<h1>{% translate "About" %}</h1><p>SAID</p>{% endblock main %}
"""
TESTED = '''"""What this service is."""

from django.test import Client


def test_anybody_may_read_it(db: None) -> None:
    assert Client().get("/about/").status_code == 200
'''


# What every page is held to, as it stands, at this address alone and two that have always been there.
LAWS = """
import pytest

from tests.journeys import test_accessibility
from tests.pages import showing, test_access_matrix, test_pseudo_locale
from tests.pages.matrix import LINES

pytestmark = pytest.mark.django_db

HERE = ("home:about ", "home:desk ", "critique:reading ")


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    lines = [line for line in LINES if line.startswith(HERE)]
    names = {name.strip() for name in HERE}
    known = [one for one in test_access_matrix.addresses() if one.name in names]
    for law in (showing, test_access_matrix, test_pseudo_locale):
        monkeypatch.setattr(law, "LINES", lines)
    for law in (showing, test_access_matrix, test_accessibility):
        monkeypatch.setattr(law, "addresses", lambda: known)
    monkeypatch.setattr(test_accessibility, "NO_PAGE", {})
    monkeypatch.setattr(test_accessibility, "FRAMES", {})
    for more in ("steps", "versions", "files", "moments"):
        monkeypatch.setattr(test_pseudo_locale, more, lambda here: [])


test_words = test_pseudo_locale.test_every_page_says_everything_in_the_language_of_its_reader
test_rights = test_access_matrix.test_everybody_gets_what_the_table_says_and_looking_changes_nothing_but_the_trail
test_sight = test_accessibility.test_an_address_gives_a_page_or_says_why_not
"""


@pytest.mark.walk
def test_a_page(copy: Copy) -> None:
    copy.edit(
        "mentorship/home/views.py",
        "@public\n@require_GET\ndef health(",
        "@public\n@require_safe\ndef about(request: Request) -> HttpResponse:\n"
        '    """What this service is."""\n    return render(request, "home/about.html")\n\n\n'
        "@public\n@require_GET\ndef health(",
    )
    desk = '    path("desk/", views.desk, name="desk"),\n'
    copy.edit(
        "mentorship/home/urls.py", desk, f'{desk}    path("about/", views.about, name="about"),\n'
    )
    copy.write("templates/home/about.html", PAGE.replace("SAID", "Unsaid elsewhere"))
    matrix = "tests/pages/matrix.py"
    copy.edit(matrix, f"{row('home:desk', 'GET')} ", added() + f"{row('home:desk', 'GET')} ")
    copy.write("tests/home/test_about.py", TESTED)

    laws = "tests/pages/test_laws_here.py"
    copy.judge(laws, LAWS)
    code, said = copy.run("pytest", "-q", "-p", "no:cacheprovider", f"{laws}::test_words")
    assert (code, "home:about GET anonymous 200" in said, "Unsaid" in said) == (1, True, True), said
    copy.edit("templates/home/about.html", "Unsaid elsewhere", '{% translate "Said" %}')
    copy.passes("tests/home/test_about.py", laws)
    copy.touches_what_the_map_names("a page")


def row(name: str, method: str) -> str:
    """How a row of the access matrix begins."""
    return f"{name:<36}{method:<4}"


def added() -> str:
    """The rows of a page that everybody may read."""
    everybody = 11
    shown = f"{row('home:about', 'GET')} {' '.join(['200'] * everybody)}\n"
    return shown + f"{row('home:about', 'POST')} {' '.join(['405'] * everybody)}\n"
