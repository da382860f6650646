"""What the words in this project may be: those people read, and those colleagues read."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.law import OURS, Source, called, law

EVERYTHING = ("*",)
LOCKS = ("requirements*.txt", "package-lock.json")
# A letter in brackets: so that this file does not break its own law.
ELSEWHERE = {
    "a path of one machine": r"(?<![\w*])/wor[k]/|/Use[r]s/\w|\bshare[d]/",
    "a package registry": r"pyp[i]\.org|pythonhoste[d]|registry\.np[m]js|npmj[s]\.com",
    "who typed it": r"\b(claud[e]|anthropi[c]|opena[i]|chatgp[t]|copilo[t]|LL[M]s?|A[I]|subagen[t]s?)\b",
    "work left over": r"\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b",
}
UNKIND = re.compile(
    r"!|\busers?\b|\bsuccessful(ly)?\b|\binvalid\b|\boops\b|\be-mails?\b", re.IGNORECASE
)
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "npgettext"}
TRANSLATE = re.compile(r"""\{%-?\s*translate\s+(?:"([^"]*)"|'([^']*)')""")
BLOCK = re.compile(r"\{%\s*blocktranslate[^%]*%\}(.*?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)


NAMES = (
    "mentorship/jobsearch/coverage/data/technology.txt"  # of others' products, as they write them
)


@law(
    *EVERYTHING,
    but=(*LOCKS, "static/fonts/*", NAMES),
    breach=("README.md", "See /wor" + "k/main."),
)
def nothing_speaks_of_where_it_was_written(source: Source) -> Iterator[str]:
    """The project stands alone: no machine, no registry, no tool of its makers, nothing left over."""
    for what, words in ELSEWHERE.items():
        flags = re.NOFLAG if what == "work left over" else re.IGNORECASE
        for found in re.finditer(words.replace("A[I]", "(?-i:A[I])"), source.text, flags):
            yield f"{what}: {found.group()}"


@law(*LOCKS, breach=("requirements.txt", "a @ https://example.org/a.whl"))
def locks_hold_no_address(source: Source) -> Iterator[str]:
    """They pin by hash, and install from whatever index a machine has."""
    if "://" in source.text:
        yield "holds an address"


@law("requirements*.txt", breach=("requirements.txt", "django==5.2.1\nkombu==1.0 \\\n --hash=x"))
def locks_pin_by_hash(source: Source) -> Iterator[str]:
    """What was tested is what is installed."""
    for entry in re.split(r"\n(?=\S)", source.text.strip()):
        if "==" in entry and "--hash=sha256:" not in entry:
            yield entry.splitlines()[0]


@law(*OURS, breach=("mentorship/a/views.py", '_("Invalid user!")'))
def sentences_in_code_are_kind(source: Source) -> Iterator[str]:
    """No exclamation mark, no "user", no "successfully": a person talks to a person. "Email" is one word."""
    for node in ast.walk(source.tree):
        if called(node) in GETTEXT:
            for part in ast.walk(node):
                sentence = str(part.value) if isinstance(part, ast.Constant) else ""
                if UNKIND.search(sentence):
                    yield sentence


@law("templates/*", breach=("templates/a/b.html", '{% translate "Saved successfully." %}'))
def sentences_on_pages_are_kind(source: Source) -> Iterator[str]:
    """The same for pages and letters."""
    said = ["".join(found) for found in TRANSLATE.findall(source.text)]
    said += [re.sub(r"\{[{%].*?[%}]\}", "", found) for found in BLOCK.findall(source.text)]
    for sentence in said:
        if UNKIND.search(sentence):
            yield " ".join(sentence.split())
