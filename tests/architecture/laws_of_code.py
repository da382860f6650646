"""How Python is written here."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from django.conf import settings

from tests.architecture.law import OURS, PYTHON, Source, body, called, decorators, law, sources

ACTIONS = ("*/actions.py", "*/actions/*.py")
VIEWS = (
    "accounts/views.py",
    "mentorship/*/views.py",
    "mentorship/*_views.py",
    "mentorship/*/views/*.py",
)
FRAGMENTS = ("*/views/fragments.py",)  # what several views of a room answer with
FORMS = ("*/forms.py", "*/forms/*.py")
FIRST_DOORS = re.compile(r"visible_to|owned_by|for_(\w+_)?token")
METHODS = {"require_http_methods", "require_safe", "require_GET", "require_POST"}
VIEW_LINES = 20
MODULE_LINES = 300
LONG = re.compile(r"(#|/\*) long: \w+")
CLOCKS = {"now", "utcnow", "today", "localdate", "localtime"}
EXCUSES = {
    "noqa": re.compile(r"# noqa: [A-Z]+\d+(, [A-Z]+\d+)* - \S+"),
    "type: ignore": re.compile(r"# type: ignore\[[\w-]+(, [\w-]+)*\]  # \S+"),
    "pragma: no": re.compile(r"# pragma: no (cover|branch) - \S+"),
    "fmt: o": re.compile(r"# fmt: o(ff|n)"),
}


@law(*OURS, breach=("mentorship/a/actions.py", "ring.delay(1)"))
def tasks_are_rung_on_commit_only(source: Source) -> Iterator[str]:
    """`delay_on_commit` rings once the row is there; nothing is retried by the clock of Celery."""
    for node in ast.walk(source.tree):
        is_own = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("super(")
        if called(node) in {"delay", "apply_async", "retry"} and not is_own:
            yield f"{ast.unparse(node)}"
        if isinstance(node, ast.keyword) and node.arg in {"countdown", "eta", "autoretry_for"}:
            yield f"{node.arg}="


@law(
    "*/tasks.py", breach=("mentorship/a/tasks.py", "@shared_task\ndef f(row: Row) -> None: g(row)")
)
def tasks_are_named_fed_with_ids_and_call_one_worker(source: Source) -> Iterator[str]:
    """The name is in the broker, so a module that moves must not change it."""
    app = source.path.split("/")[-2]
    for function in source.public:
        mark = decorators(function).get("shared_task")
        named = {key.arg: key.value for key in getattr(mark, "keywords", [])}.get("name")
        if not isinstance(named, ast.Constant) or not str(named.value).startswith(f"{app}."):
            yield f"{function.name} has no name of its app"
        fed = {ast.unparse(arg.annotation or arg) for arg in function.args.args}
        if not fed <= {"int"} or len(body(function)) > 3:
            yield f"{function.name} takes more than ids or does more than call a worker"


SHARED = re.compile(r"(due_at|ends_at|lease_until|remind_at|expire_date)(__[lg]te?)?")


@law(
    *OURS,
    but=("mentorship/notifications/delivery/*",),
    breach=("mentorship/a/b.py", "Thing.objects.filter(due_at__lte=timezone.now())"),
)
def what_is_due_is_asked_of_the_shared_clock(source: Source) -> Iterator[str]:
    """Clocks of machines differ: see `mentorship.toolbox.clock.moments`."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.keyword) and "timezone.now" in ast.unparse(node.value):
            is_due = SHARED.fullmatch(node.arg or "")
            yield from [f"line {node.value.lineno}: {node.arg}"] if is_due else []


@law(
    "*/tasks.py",
    breach=("mentorship/a/tasks.py", '@shared_task(name="a.sweep")\ndef sweep() -> None: work()'),
)
def every_task_is_rung(source: Source) -> Iterator[str]:
    """A sweep is among those of the settings; any other task, too, or is rung by its own app."""
    scheduled = set(settings.SWEEPS)
    room = source.path.rpartition("/")[0]
    own = "".join(other.text for other in sources() if other.path.startswith(f"{room}/"))
    for name, function in tasks_in(source):
        is_rung = re.search(rf"\b{function}\.delay_on_commit\(", own)
        if name not in scheduled and (function == "sweep" or not is_rung):
            yield f"nothing rings {name}"


def tasks_in(source: Source) -> Iterator[tuple[str, str]]:
    """The tasks in one module, each by its name in the broker and that of its function."""
    for function in source.public:
        if mark := decorators(function).get("shared_task"):
            named = {key.arg: key.value for key in getattr(mark, "keywords", [])}
            yield ast.literal_eval(named["name"]) if "name" in named else "", function.name


@law(*VIEWS, *FORMS, breach=("mentorship/a/views.py", "Thing.objects.filter(ref=ref)"))
def every_fetch_starts_at_a_door(source: Source) -> Iterator[str]:
    """A view reads what `visible_to`, `owned_by` or `for_token` lets through, nothing else."""
    doors = {
        id(node.value)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and FIRST_DOORS.fullmatch(node.attr)
    }
    for node in ast.walk(source.tree):
        is_all = isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
        if is_all and id(node) not in doors:
            yield f"line {node.lineno}: {ast.unparse(node)}"  # type: ignore[attr-defined]  # an attribute
        if called(node) in {"get_object_or_404", "get_list_or_404"}:
            first = node.args[0]  # type: ignore[attr-defined]  # only calls are called
            if isinstance(first, ast.Name) and first.id[:1].isupper():
                yield f"line {node.lineno}: {ast.unparse(node)}"  # type: ignore[attr-defined]  # the same


@law(*ACTIONS, breach=("mentorship/a/actions.py", "def end(it):\n    it.delete()"))
def every_action_asks_before_it_acts(source: Source) -> Iterator[str]:
    """Its first line is `require(by, …)`, or `@open_to_all("…")` says why it asks nothing."""
    for function in source.public:
        mark = decorators(function).get("open_to_all")
        reason = mark.args[0] if isinstance(mark, ast.Call) and mark.args else None
        is_open = isinstance(reason, ast.Constant) and len(str(reason.value)) > 20
        first = getattr(body(function)[0], "value", None)
        asks = isinstance(first, ast.Call) and ast.unparse(first).startswith("require(by, ")
        if not is_open and not asks:
            yield function.name


@law(
    *ACTIONS,
    breach=("mentorship/a/actions.py", "def say(it, *, by, key):\n    it.get_or_create(key=key)"),
)
def a_key_counts_with_what_was_sent(source: Source) -> Iterator[str]:
    """An action that takes a form's key asks `once` what was sent with it: other words are kept."""
    for function in source.public:
        takes = {arg.arg for arg in (*function.args.args, *function.args.kwonlyargs)}
        asks = any(called(node) == "once" for node in ast.walk(function))
        if {"by", "key"} <= takes and not asks:
            yield function.name


@law(*ACTIONS, breach=("mentorship/a/actions.py", "from django.http import Http404"))
def actions_know_no_request(source: Source) -> Iterator[str]:
    """They refuse with `Refused`, and whoever calls them answers in HTTP."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django.http"):
            yield f"line {node.lineno}: imports {node.module}"
        if isinstance(node, ast.arg) and node.arg == "request":
            yield f"line {node.lineno}: takes a request"


@law(
    "mentorship/critique/*.py",
    but=("*/migrations/*", "*/models/kinds.py"),
    breach=("mentorship/critique/a.py", "is_kept = one.kind == Thread.Kind.PRAISE"),
)
def kinds_of_comment_are_told_apart_in_one_place(source: Source) -> Iterator[str]:
    """What sets a kind apart is among its facts; only the plain one is named, to begin with."""
    for node in ast.walk(source.tree):
        is_named = isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("Kind")
        if is_named and node.attr in {"MUST_FIX", "PRAISE", "QUESTION"}:
            yield f"line {node.lineno}: {ast.unparse(node)}"


@law(
    *FORMS,
    breach=("mentorship/a/forms.py", "text = CharField(max_length=600)"),
)
def limits_have_names(source: Source) -> Iterator[str]:
    """How long a text may be is said in `lengths.py` of its app, for forms, models and scripts."""
    for node in ast.walk(source.tree):
        is_length = isinstance(node, ast.keyword) and node.arg == "max_length"
        if is_length and not ast.unparse(node.value).startswith("MAX_"):
            yield f"max_length={ast.unparse(node.value)}"


@law(
    *VIEWS,
    but=FRAGMENTS,
    breach=("mentorship/a/views.py", "def view() -> HttpResponse: ..."),
)
def every_view_says_its_methods(source: Source) -> Iterator[str]:
    """What is written is POST; what is read is safe."""
    for function in source.public:
        answers = "HttpResponse" in ast.unparse(function.returns or ast.Pass())
        if answers and not METHODS & set(decorators(function)):
            yield function.name


@law(*VIEWS, breach=("mentorship/a/views.py", "def v(request):\n" + "    a = 1\n" * 21))
def views_are_short(source: Source) -> Iterator[str]:
    """Fetch, validate, act, answer: twenty lines, or a line `# long: why`."""
    lines = source.text.splitlines()
    for function in source.functions:
        first, last = body(function)[0].lineno, function.end_lineno or 0
        is_excused = any(LONG.search(line) for line in lines[function.lineno - 1 : last])
        if last - first + 1 > VIEW_LINES and not is_excused:
            yield f"{function.name} has {last - first + 1} lines"


@law(*PYTHON, "static/*.js", "static/*.css", breach=("mentorship/a/b.py", "a = 1\n" * 301))
def modules_are_short(source: Source) -> Iterator[str]:
    """Three hundred lines, or a line `# long: why`."""
    count = len(source.text.splitlines())
    if count > MODULE_LINES and not LONG.search(source.text):
        yield f"{count} lines"


@law(*PYTHON, breach=("mentorship/a/b.py", "def f():\n    import json"))
def imports_stand_at_the_top(source: Source) -> Iterator[str]:
    """Inside a function they hide a circle. `AppConfig.ready` is the one place that needs them."""
    for function in source.functions:
        if function.name == "ready" and source.path.endswith("/apps.py"):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield f"line {node.lineno}: {ast.unparse(node)}"


@law(*OURS, breach=("mentorship/a/b.py", '"""B."""\n\ndef f():\n    return 1'))
def what_others_call_says_what_it_gives(source: Source) -> Iterator[str]:
    """A docstring on each module, public function and method of a queryset."""
    if source.path.endswith(("/apps.py", "/__init__.py")):
        return
    if not ast.get_docstring(source.tree):
        yield "the module"
    classes = [node for node in source.tree.body if isinstance(node, ast.ClassDef)]
    querysets = [node for node in classes if node.name.endswith("QuerySet")]
    methods = [node for found in querysets for node in found.body]
    for function in [*source.public, *methods]:
        if isinstance(function, ast.FunctionDef) and not ast.get_docstring(function):
            yield function.name


@law(
    "*/models.py",
    "*/models/*.py",
    breach=("mentorship/a/models.py", "class A:\n    def save(self): ..."),
)
def models_do_nothing_when_saved(source: Source) -> Iterator[str]:
    """What happens on a write stands in the action that writes."""
    for function in source.functions:
        if function.name in {"save", "delete", "clean", "full_clean"}:
            yield function.name


SIGNALS = "django.db.models.signals."  # whatever of them, or they themselves


@law(
    *OURS,
    but=("mentorship/toolbox/questions/rows.py",),  # makes rows itself only where nobody listens
    breach=("mentorship/a/signals.py", "from django.db.models import signals"),
)
def no_business_hangs_on_a_write(source: Source) -> Iterator[str]:
    """News going up is what signals are for; Django's own tell of rows, not of what people did."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{one.name}." for one in node.names]
            if any(SIGNALS in name for name in names):
                yield f"line {node.lineno}"


@law(*PYTHON, breach=("mentorship/a/b.py", "import os  # no" + "qa"))
def every_excuse_has_a_code_and_a_reason(source: Source) -> Iterator[str]:
    """A linter is silenced for one rule in one line, and the line says why."""
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type != tokenize.COMMENT:
            continue
        for word, form in EXCUSES.items():
            if re.search(rf"#\s*{word}", token.string) and not form.search(token.string):
                yield f"line {token.start[0]}: {token.string}"


@law("tests/*.py", breach=("tests/test_a.py", "from unittest import mock"))
def tests_mock_nothing_and_run(source: Source) -> Iterator[str]:
    """Their parts are real ones; a test that does not run is no test."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and "mock" in ast.unparse(node):
            yield f"line {node.lineno}: {ast.unparse(node)}"
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "xfail"}:
            yield f"line {node.lineno}: {ast.unparse(node)}"


@law(
    "tests/*.py",
    # Where it is looked again and again until it is so; and where what fails does so for a while.
    but=("tests/infrastructure/*.py", "tests/faults/*.py"),
    breach=("tests/journeys/test_a.py", "page.wait_for_timeout(700)"),
)
def tests_wait_for_what_they_want_to_see(source: Source) -> Iterator[str]:
    """How long something takes is the machine's affair; `settled` and `box` measure at rest."""
    for node in ast.walk(source.tree):
        if called(node) in {"wait_for_timeout", "sleep", "bounding_box"}:
            yield f"line {node.lineno}: {ast.unparse(node)}"  # type: ignore[attr-defined]  # only calls are called


@law("tests/*.py", breach=("tests/test_a.py", "TOMORROW = timezone.localdate() + A_DAY"))
def no_test_is_about_the_day_it_runs(source: Source) -> Iterator[str]:
    """What a module works out as it is read is of the machine's clock: `clock.TUESDAY` is ours."""
    waiting: list[ast.AST] = [source.tree]
    while waiting:
        node = waiting.pop()
        if called(node) in CLOCKS:
            yield f"line {node.lineno}: {ast.unparse(node)}"  # type: ignore[attr-defined]  # only calls are called
        inside = (ast.FunctionDef, ast.Lambda)
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, inside)]


@law("*/migrations/*.py", but=(), breach=("mentorship/a/migrations/0002_auto_2026.py", ""))
def migrations_say_what_they_do(source: Source) -> Iterator[str]:
    """Named by intent; Python in one names its way back."""
    if re.search(r"/\d+_(auto|alter|merge|remove|add)_", source.path):
        yield "named by a machine"
    for node in ast.walk(source.tree):
        if called(node) in {"RunPython", "RunSQL"} and len(node.args) + len(node.keywords) < 2:  # type: ignore[attr-defined]  # only calls are called
            yield f"{called(node)} without a reverse"
