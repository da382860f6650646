"""What an app gives to others."""

import ast
from collections.abc import Iterator

from tests.architecture.doorless import may_read
from tests.architecture.doors import reads
from tests.architecture.law import OURS, Source, called, decorators, law

EVERYWHERE = {"models", "actions", "access", "signals"}
# What else an app gives to others: its registries, its pure modules, its way in.
GIVES = {
    "accounts": {"addresses", "known_browsers", "reader", "personal_data"},
    "mentorship.circle": {
        "asking",
        "headers",
        "links",
        "naming",
        "offers",
        "people",
        "status",
        "visitors",
    },
    "mentorship.critique": {"comments", "steps", "worklist"},
    "mentorship.documents": {
        "anchors",
        "asides",
        "farewells",
        "formats",
        "lengths",
        "lines",
        "text",
        "markup",
        "budgets",
        "next_steps",
        "opening",
        "reading",
        "sentences",
        "store",
    },
    "mentorship.home": set[str](),
    "mentorship.jobsearch": {"checklist", "coverage", "jobs", "lengths", "maps"},
    "mentorship.looks": {"covering", "sheets", "visitors"},
    "mentorship.notifications": {
        *(
            "addressing",
            "bell",
            "ceilings",
            "codes",
            "forgetting",
            "holding",
            "kinds",
            "letters",
            "links",
            "marks",
            "notices",
            "topics",
            "waiting",
        ),
    },
    "mentorship.trail": set[str](),
}


def imported(source: Source) -> Iterator[str]:
    """Whole names of what a module imports: "mentorship.documents.models.Page"."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def room_of(name: str) -> str:
    """The app a whole name stands in; empty for none of them."""
    return next((app for app in GIVES if name.startswith(f"{app}.")), "")


@law(
    *OURS,
    breach=("mentorship/home/views.py", "from mentorship.documents.views.documents import upload"),
)
def only_what_an_app_gives_is_taken(source: Source) -> Iterator[str]:
    """Models, actions, access, signals, registries and pure modules; the rest is an app's own."""
    own = room_of(source.path.replace("/", "."))
    for name in imported(source) if own else ():
        app = room_of(name)
        part = name.removeprefix(f"{app}.").split(".")[0]
        if app and app != own and part not in EVERYWHERE | GIVES[app]:
            yield name


HTML = {"SafeString", "SafeText", "format_html", "format_html_join", "html_safe"}


@law(
    *OURS,
    but=(
        "mentorship/*/markup/*.py",
        "mentorship/toolbox/words/sanitiser.py",
        "mentorship/toolbox/templatetags/import_map.py",  # JSON of our own, in a script's tag
        "mentorship/toolbox/templatetags/in_page.py",  # our own files, in tags of their own
    ),
    breach=("mentorship/a/b.py", "def said(text):\n    return SafeString(text)"),
)
def html_is_made_in_markup_alone(source: Source) -> Iterator[str]:
    """Who escapes by eye stands where all eyes look: in a room of that name, or in the sanitiser."""
    for node in ast.walk(source.tree):
        if called(node) in HTML:
            yield f"line {node.lineno}: {called(node)}"  # type: ignore[attr-defined]  # only calls are called


@law("tests/*.py", breach=("tests/a/test_more.py", "from tests.a import test_page"))
def tests_share_no_test_module(source: Source) -> Iterator[str]:
    """What two of them need stands in a module of its own: a builder, a step, a page helper."""
    for name in imported(source):
        if name.startswith("tests.") and ".test_" in name:
            yield name


@law("tests/*.py", breach=("tests/a/test_b.py", "from tests.a.conftest import signed_in"))
def nothing_is_imported_from_a_conftest(source: Source) -> Iterator[str]:
    """pytest hands out its fixtures by their names; what is imported has a module of its own."""
    for name in imported(source):
        if name.startswith("tests.") and "conftest" in name.split("."):
            yield name


@law("tests/*conftest.py", breach=("tests/a/conftest.py", "def signed_in(person): ..."))
def a_conftest_holds_fixtures_alone(source: Source) -> Iterator[str]:
    """A builder stands in `tests/make`, what is done with pages in `tests/browsing`."""
    for node in source.tree.body:
        is_class = isinstance(node, ast.ClassDef)
        if is_class or (isinstance(node, ast.FunctionDef) and not is_for_pytest(node)):
            yield node.name  # type: ignore[union-attr]  # a class or a function


def is_for_pytest(function: ast.FunctionDef) -> bool:
    """Whether it is one of its fixtures or hooks."""
    return function.name.startswith("pytest_") or "fixture" in decorators(function)


@law(*OURS, breach=("mentorship/a/workers.py", "Thing.objects.sent().filter(ref=ref)"))
def every_read_has_a_door(source: Source) -> Iterator[str]:
    """It asks what `visible_to`, `owned_by`, `for_token` … lets through, or `doorless` says why not."""
    for read in reads(source.tree):
        if not read.has_door and read.function not in may_read(source.path):
            yield f"line {read.line}: {read.function} reads {ast.unparse(read.chain)}"
