"""How templates and scripts are written here."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from django.contrib.staticfiles import finders

from tests.architecture.law import Source, law

PAGES = ("templates/*.html",)
LETTERS = ("templates/*/emails/*",)  # mail programs know no stylesheet
STATIC = re.compile(r"""\{%\s*static\s+["']([^"']+)""")
LOADS = re.compile(r"(\{% load [^%]*%\}\s*)*")
COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}", re.DOTALL)
INLINE = {
    "a style of its own": re.compile(r"<[a-z][^>]*\sstyle\s*=", re.IGNORECASE),
    "a handler of its own": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script of its own": re.compile(
        r"<script\b(?![^>]*\bsrc=)(?!\s+type=\"importmap\" nonce=)", re.IGNORECASE
    ),
    "a script address": re.compile(r"=\s*[\"']\s*javascript:", re.IGNORECASE),
}
# The first sight of the reading page stands in it, by its nonce: each file would cost it a round.
IN_PAGE = (
    "templates/critique/reading/_first_sight.html",
    "templates/critique/reading/_first_script.html",
)
FROM_FILES = re.compile(
    r"<(style|script) nonce=\"\{\{ request\.csp_nonce \}\}\"[^>]*>\{% (?:styles|script)_of \"[^\"]+\" %\}"
)
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
LOOP = re.compile(r"\{% for .*?%\}(.*?)\{% endfor %\}", re.DOTALL)
SUBMIT = re.compile(
    r"\{% include \"ui/enter_does_nothing\.html\""
    r"|<button\b(?![^>]*\btype=\"(?:button|reset)\")[^>]*>"
    r"|<input\b[^>]*\btype=\"(?:submit|image)\"[^>]*>"
)
NOTHING = "ui/enter_does_nothing.html"
HARMLESS = {  # what Enter presses in a form of several buttons: some of its markup, and why it may
    "templates/circle/ask.html": ('name="more"', "one more empty row; nothing is sent"),
    "templates/critique/comments/_comment_form.html": (
        'name="stay"',
        "the form again; where there are no choices, what was written is saved for her alone",
    ),
    "templates/circle/people.html": ('name="more"', "one more empty row; nothing is sent"),
    "templates/critique/reviews/finish.html": (
        'name="stay"',
        "the page again, with all that was chosen",
    ),
    "templates/critique/rounds/telling.html": (
        'name="stay"',
        "the page again, with all that was typed",
    ),
    "templates/critique/worklist/wording.html": ('class="button plain"', "one of the two is shown"),
    "templates/documents/draft.html": ("data-plain", "the text is saved, as it is all the time"),
}
ELEMENT = re.compile(r"customElements\.define\(\s*[\"']([\w-]+)[\"']")


@law(*PAGES, but=LETTERS, breach=("templates/a/b.html", '<p class="c" style="color: red">'))
def pages_carry_no_style_and_no_script(source: Source) -> Iterator[str]:
    """The content security policy would stop it, silently, in front of people."""
    written = COMMENT.sub("", source.text)
    if source.path in IN_PAGE:
        written = FROM_FILES.sub("", written)
    for what, form in INLINE.items():
        for found in form.finditer(written):
            yield f"{what}: {found.group()[:80]}"


@law(
    *PAGES,
    but=("templates/django/forms/widgets/attrs.html",),
    breach=("templates/a/b.html", '<textarea maxlength="600">'),
)
def no_field_cuts_what_is_pasted(source: Source) -> Iterator[str]:
    """A browser cuts at `maxlength` in silence; `data-limit` is counted, and refused with a sentence."""
    if "maxlength" in COMMENT.sub("", source.text):
        yield "a maxlength"


@law("templates/ui/*.html", breach=("templates/ui/b.html", "<p>{{ text }}</p>"))
def a_shared_part_begins_with_its_arguments(source: Source) -> Iterator[str]:
    """Whoever includes it reads the first comment and nothing else."""
    loads = LOADS.match(source.text)
    rest = source.text[loads.end() :] if loads else source.text
    if not rest.startswith("{% comment %}"):
        yield "its first line is not a comment"


@law("templates/*", breach=("templates/a/b.html", "{% static 'css/gone.css' %}"))
def what_a_page_links_is_there(source: Source) -> Iterator[str]:
    """In production a name without its file breaks the page, and last of all the one for what broke."""
    for name in STATIC.findall(source.text):
        if not finders.find(name):
            yield name


@law(*PAGES, breach=("templates/a/b.html", "{{ text|safe }}"))
def nothing_is_safe_because_a_template_says_so(source: Source) -> Iterator[str]:
    """The sanitiser says what is safe, once, when it is written."""
    for found in re.finditer(r"\|\s*safe(seq)?\b|\{%\s*autoescape off", source.text):
        yield found.group()


@law(
    *PAGES,
    breach=(
        "templates/a/b.html",
        '<form>{% for v in all %}<button type="submit" name="v" value="{{ v }}">{% endfor %}</form>',
    ),
)
def enter_never_does_more_than_the_harmless_act(source: Source) -> Iterator[str]:
    """Enter in a field, or on a choice, presses the first button of its form.

    Where there are several, the first is `ui/enter_does_nothing.html`, or stands in HARMLESS.
    """
    for form in FORM.findall(COMMENT.sub("", source.text)):
        buttons = SUBMIT.findall(LOOP.sub(r"\1\1", form))
        mark, _why = HARMLESS.get(source.path, (NOTHING, ""))
        if len(buttons) > 1 and NOTHING not in buttons[0] and mark not in buttons[0]:
            yield f"Enter presses {buttons[0][:80]}"


@law("static/js/*.js", breach=("static/js/a.js", 'customElements.define("b-c", X)'))
def a_file_holds_one_element_of_its_name(source: Source) -> Iterator[str]:
    """`<margin-notes>` is found in margin-notes.js."""
    name = source.path.rpartition("/")[2].removesuffix(".js")
    for tag in ELEMENT.findall(source.text):
        if tag != name:
            yield f"defines <{tag}>"


LISTENS = re.compile(r"(?P<to>[\w.?)\]]+\.)?addEventListener\(")
STARTS = {  # what goes on by itself, and what ends it
    r"new (?:Resize|Mutation|Intersection)Observer\b": ".disconnect()",
    r"\bsetInterval\(": "clearInterval(",
    r"\bsetTimeout\(": "clearTimeout(",
    r"\brequestAnimationFrame\(": "cancelAnimationFrame(",
}


@law(
    "static/js/*.js",
    breach=("static/js/a.js", 'customElements.define("a", X); addEventListener("click", this);'),
)
def an_element_that_is_gone_hears_nothing(source: Source) -> Iterator[str]:
    """Put back, it would act twice on each press.

    Whoever listens to anything but itself hands on the signal of its stay in the page; to itself it
    gives itself, which the browser takes once. What goes on by itself is ended where it began.
    """
    is_element = ELEMENT.search(source.text) is not None
    if not is_element and not source.path.startswith("static/js/margin/"):
        return
    for found in LISTENS.finditer(source.text):
        given = _given(source.text, found.end())
        is_own = found["to"] == "this." and re.match(r"[^,]+, this\b", given)
        if not is_own and found["to"] != "signal." and "signal" not in given:
            yield f"listens without a signal: {found.group()}{given[:40]}"
    if is_element:
        for starts, ends in STARTS.items():
            if re.search(starts, source.text) and ends not in source.text:
                yield f"never calls {ends}"


def _given(text: str, at: int) -> str:
    """What is given to a call whose bracket opens just before `at`."""
    depth = 1
    for end in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth == 0:
            return text[at:end]
    return text[at:]


PARTS = ("margin/lines", "margin/writing", "margin/threads", "margin/pages")
SCRIPTS_USE = {
    "margin": (*PARTS, "forms", "common"),
    "margin/lines": ("margin", "common"),
    "margin/writing": ("margin", "margin/lines", "forms", "common"),
    "margin/threads": ("margin", "margin/lines", "common"),
    "margin/pages": ("margin", "common"),
    "forms": ("common",),
    "pages": ("common",),
    "common": (),
}


@law("static/js/*.js", breach=("static/js/forms/a.js", 'import { b } from "../margin/b.js";'))
def scripts_stand_in_rooms(source: Source) -> Iterator[str]:
    """Each in a room, and rooms use one another in one direction; parts of the margin, what it says to all."""
    here = PurePosixPath(source.path).parent
    room = _room(here)
    if room not in SCRIPTS_USE:
        yield "stands in no room"
        return
    for path in re.findall(r'(?:from|import) "(\.[^"]+)', source.text):
        other = _room(PurePosixPath(posixpath.normpath(here / path)).parent)
        if other not in (room, *SCRIPTS_USE[room]):
            yield f"{room} uses {other}"


def _room(folder: PurePosixPath) -> str:
    return folder.as_posix().removeprefix("static/js/")


@law("static/js/*.js", breach=("static/js/a.js", "element.innerHTML = text;"))
def scripts_put_in_text_and_not_markup(source: Source) -> Iterator[str]:
    """Words of people never become elements."""
    doors = r"\.(inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|document\.write|\beval\(|new Function"
    for found in re.finditer(doors, source.text):
        yield found.group()
