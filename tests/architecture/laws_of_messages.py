"""That pages and letters say whole sentences, which another language can put in its own order.

A run is what stands on one line of thought: text, messages and variables, up to the next element
that begins something else, or another branch of the template.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tests.architecture.law import Source, law

TEMPLATES = ("templates/*.html", "templates/*.txt")
COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}", re.DOTALL)
MESSAGE = re.compile(
    r"\{%-?\s*blocktranslate\b(?P<how>[^%]*)%\}(?P<block>.*?)\{%\s*endblocktranslate\s*%\}"
    r"|\{%\s*translate\s+(?P<quote>[\"'])(?P<line>.*?)(?P=quote)(?P<into>[^%]*)%\}",
    re.DOTALL,
)
VARIABLE = re.compile(r"\{\{.*?\}\}|\{%\s*firstof\b.*?%\}")
SILENT = re.compile(r"\{%\s*(?:if|endif|with|endwith|load|url|csrf_token|now)\b.*?%\}", re.DOTALL)
OTHER = re.compile(r"\{%.*?%\}", re.DOTALL)  # another branch, a block, an include: a run ends
STRESS = re.compile(r"</?(?:b|strong|em|i|mark|code|ins|del|a|small)\b[^>]*>")
LINKS = re.compile(r"</a>\s*(?=<a\b)")  # each says something of its own
HIDDEN = re.compile(r"<span[^>]*class=\"visually-hidden\"[^>]*>")
TAG = re.compile(r"<[^>]*>")
END = "\n\n"
WHOLE = re.compile(r"[.?:…]$|:</?\w+>$")  # it ends as a sentence or a label does
APART = re.compile(r"[·←→–]")
SIGNS = r"[,:;()“”]"
M, V = "\ue000", "\ue001"  # where a message stands, and where a variable


@dataclass(frozen=True)
class Part:
    """A message with its words, or a variable with its name."""

    sign: str
    words: str


def runs(text: str, is_letter: bool) -> Iterator[tuple[str, list[Part]]]:
    """Each run as text with a sign for each part, and the parts in order."""
    parts: list[Part] = []

    def message(found: re.Match[str]) -> str:
        if "asvar" in (found["how"] or "") or " as " in (found["into"] or ""):
            return ""
        words = found["line"] or (found["block"] or "").rpartition("{% plural %}")[2]
        parts.append(Part(M, " ".join(words.split())))
        return f"{M}{len(parts) - 1}{M}"

    def variable(found: re.Match[str]) -> str:
        parts.append(Part(V, found.group()))
        return f"{V}{len(parts) - 1}{V}"

    text = MESSAGE.sub(message, COMMENT.sub("", text))
    text = OTHER.sub(END, SILENT.sub("", VARIABLE.sub(variable, text)))
    text = TAG.sub(END, HIDDEN.sub("", STRESS.sub("", LINKS.sub(END, text))))
    for run in re.split(r"\n" if is_letter else r"\s*\n\n\s*", text):
        marks = re.findall(f"[{M}{V}](\\d+)[{M}{V}]", run)
        shown = re.sub(f"([{M}{V}])\\d+[{M}{V}]", r"\1", run)
        yield " ".join(shown.split()), [parts[int(mark)] for mark in marks]


@law(*TEMPLATES, breach=("templates/a/b.html", '<p>{% translate "By" %} {{ name }}</p>'))
def pages_glue_no_sentence(source: Source) -> Iterator[str]:
    """A message that is no whole sentence and no label stands alone: what belongs to it goes into it."""
    for run, parts in runs(source.text, source.path.endswith(".txt")):
        if M not in run:
            continue
        between = re.split(f"[{M}{V}]", run)
        for (before, after), sign in zip(pairwise(parts), between[1:-1], strict=True):
            is_label = before.sign == M and WHOLE.search(before.words)
            is_apart = APART.search(sign) or after.words.startswith(":")
            if M in {before.sign, after.sign} and not (is_label or is_apart):
                yield f"{before.words} {sign} {after.words}"


@law(
    *TEMPLATES,
    breach=("templates/a/b.html", "<p>“{{ title }}”, {{ name }}</p>"),
)
def pages_write_no_sign_by_hand(source: Source) -> Iterator[str]:
    """Commas, colons, brackets and quotes are words of a language: they stand in messages.

    A dot between two facts (·), an arrow and a dash are none.
    """
    for run, _parts in runs(source.text, source.path.endswith(".txt")):
        if re.search(SIGNS, run) and re.search(f"[{M}{V}]", run):
            yield run


@law(*TEMPLATES, breach=("templates/a/b.html", "{% if count == 1 %}point{% endif %}"))
def pages_count_by_plural_forms(source: Source) -> Iterator[str]:
    """Some languages have four of them: `{% blocktranslate count %}` knows."""
    for found in re.finditer(r"==\s*1\b|\|\s*pluralize\b", COMMENT.sub("", source.text)):
        yield found.group()
