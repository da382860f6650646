"""How templates and scripts are written here."""

import re
from collections.abc import Iterator

from tests.architecture.law import Source, law

PAGES = ("templates/*.html",)
LETTERS = ("templates/*/emails/*",)  # mail programs know no stylesheet
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
ELEMENT = re.compile(r"customElements\.define\(\s*[\"']([\w-]+)[\"']")


@law(*PAGES, but=LETTERS, breach=("templates/a/b.html", '<p class="c" style="color: red">'))
def pages_carry_no_style_and_no_script(source: Source) -> Iterator[str]:
    """The content security policy would stop it, silently, in front of people."""
    written = COMMENT.sub("", source.text)
    for what, form in INLINE.items():
        for found in form.finditer(written):
            yield f"{what}: {found.group()[:80]}"


@law("templates/ui/*.html", breach=("templates/ui/b.html", "<p>{{ text }}</p>"))
def a_shared_part_begins_with_its_arguments(source: Source) -> Iterator[str]:
    """Whoever includes it reads the first comment and nothing else."""
    loads = LOADS.match(source.text)
    rest = source.text[loads.end() :] if loads else source.text
    if not rest.startswith("{% comment %}"):
        yield "its first line is not a comment"


@law(*PAGES, breach=("templates/a/b.html", "{{ text|safe }}"))
def nothing_is_safe_because_a_template_says_so(source: Source) -> Iterator[str]:
    """The sanitiser says what is safe, once, when it is written."""
    for found in re.finditer(r"\|\s*safe(seq)?\b|\{%\s*autoescape off", source.text):
        yield found.group()


@law("static/js/*.js", breach=("static/js/a.js", 'customElements.define("b-c", X)'))
def a_file_holds_one_element_of_its_name(source: Source) -> Iterator[str]:
    """`<margin-notes>` is found in margin-notes.js."""
    name = source.path.rpartition("/")[2].removesuffix(".js")
    for tag in ELEMENT.findall(source.text):
        if tag != name:
            yield f"defines <{tag}>"


@law("static/js/*.js", breach=("static/js/a.js", "element.innerHTML = text;"))
def scripts_put_in_text_and_not_markup(source: Source) -> Iterator[str]:
    """Words of people never become elements."""
    doors = r"\.(inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|document\.write|\beval\(|new Function"
    for found in re.finditer(doors, source.text):
        yield found.group()
