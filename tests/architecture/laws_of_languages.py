"""What keeps the service ready for other languages than English."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.law import OURS, Source, called, law

DATES = "mentorship/toolbox/clock/dates.py"  # the one place where patterns stand
FOR_MACHINES = {"c", "r", "U", "Y-m-d", "%Y-%m-%d"}  # patterns no person reads
WRITES_DATES = {"date_format", "time_format", "strftime", "dateformat"}
DATE_TAG = re.compile(
    r"""\|\s*(?:date|time)\b(?::(?P<quote>["'])(?P<pattern>.*?)(?P=quote))?|\{%\s*now\b"""
)


@law("templates/*", breach=("templates/a/b.html", '{{ when|date:"j F" }}'))
def pages_write_dates_by_name(source: Source) -> Iterator[str]:
    """Not every language says "26 November": the filters of `toolbox.clock.dates` name what is meant."""
    for found in DATE_TAG.finditer(source.text):
        if found["pattern"] not in FOR_MACHINES:
            yield found.group()


@law(
    *OURS,
    but=(DATES, "*/migrations/*"),
    breach=("mentorship/a/views.py", 'date_format(when, "j F")'),
)
def code_writes_dates_by_name(source: Source) -> Iterator[str]:
    """The functions of `toolbox.clock.dates` do: their patterns can be translated."""
    for node in ast.walk(source.tree):
        if called(node) in WRITES_DATES:
            yield ast.unparse(node)
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            for part in node.format_spec.values:
                pattern = str(part.value) if isinstance(part, ast.Constant) else ""
                if re.search("%[a-zA-Z]", pattern) and pattern not in FOR_MACHINES:
                    yield pattern


@law(
    "static/js/*.js",
    but=("static/js/common/dates.js",),
    breach=("static/js/a.js", "when.toLocaleDateString()"),
)
def scripts_write_dates_in_one_place(source: Source) -> Iterator[str]:
    """`dates.js` knows the language and the zone of the reader."""
    for found in re.finditer(r"\.toLocale(Date|Time)?String\(|DateTimeFormat\([^)]", source.text):
        yield found.group()


NAMES = ("gettext", "ngettext", "pgettext", "npgettext")
GETTEXT = {"_", *NAMES, *(f"{name}_lazy" for name in NAMES)}
PHRASES = "mentorship/toolbox/words/phrases.py"  # lists and quotes, each a message
OPERATORS = (
    "mentorship/environment.py",
    "mentorship/supervisor/*",
    "mentorship/documents/formats/*",
)
BY_OPERATORS = (*OPERATORS, PHRASES, "*/migrations/*")  # what only they read is English
TAG = re.compile(r"<[^>]*>?|^[^<]*>")
GLUE = re.compile(r"\w|[,:;.] ")


@law(*OURS, breach=("mentorship/a/views.py", '_(f"Hello {name}")'))
def a_sentence_is_one_message(source: Source) -> Iterator[str]:
    """What varies in it has a name in the message: another language puts it elsewhere."""
    for node in _messages(source):
        for part in ast.walk(node):
            if isinstance(part, ast.JoinedStr | ast.BinOp):
                yield ast.unparse(node)


@law(*OURS, breach=("mentorship/a/views.py", '_("Hello") + name'))
def nothing_is_added_to_a_sentence(source: Source) -> Iterator[str]:
    """Neither by a plus, nor by words and signs around it; markup may stand there."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            if GETTEXT & {called(node.left), called(node.right)}:
                yield ast.unparse(node)
        elif (isinstance(node, ast.AugAssign) and called(node.value) in GETTEXT) or (
            isinstance(node, ast.JoinedStr) and GLUE.search(_around(node))
        ):
            yield ast.unparse(node)


def _messages(source: Source) -> Iterator[ast.Call]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called(node) in GETTEXT:
            yield node


def _around(words: ast.JoinedStr) -> str:
    """What an f-string with a message in it writes beside it, without markup."""
    if not any(called(part) in GETTEXT for part in ast.walk(words)):
        return ""
    written = [str(one.value) if isinstance(one, ast.Constant) else "" for one in words.values]
    return TAG.sub("", "".join(written))


@law(*OURS, but=BY_OPERATORS, breach=("mentorship/a/views.py", '", ".join(names)'))
def lists_are_made_in_one_place(source: Source) -> Iterator[str]:
    """`toolbox.words.phrases.listed` is: "Ada, Ben and Cem" has other signs elsewhere."""
    for node in ast.walk(source.tree):
        if called(node) == "get_text_list":
            yield ast.unparse(node)
        between = getattr(getattr(node, "func", None), "value", None)
        words = str(between.value) if isinstance(between, ast.Constant) else ""
        if called(node) == "join" and re.search(r"[,:;.] | \w+ ", TAG.sub("", words)):
            yield ast.unparse(node)


@law(*OURS, but=BY_OPERATORS, breach=("mentorship/a/views.py", 'f"“{title}”"'))
def code_quotes_in_one_place(source: Source) -> Iterator[str]:
    """`toolbox.words.phrases.quoted` does, or the message itself: not every language has these signs."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr) and re.search("[“„«]", ast.unparse(node)):
            yield ast.unparse(node)


@law("static/js/*.js", breach=("static/js/a.js", "said.textContent = `“${words}”`;"))
def scripts_glue_no_sentence(source: Source) -> Iterator[str]:
    """The page gives them whole sentences, with {names} for what varies."""
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", source.text, flags=re.DOTALL)
    for found in re.finditer(r"[“”„«»].*|\.join\(\"[,.:;] \"\)|\} [–,:;] \$\{", code):
        yield found.group()
