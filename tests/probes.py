"""What units cover, told by marks in the code itself: `./run test` has it compiled with them.

Python 3.11 can tell a tracer of every line, and while it does each instruction goes a longer way, of
Django's too: tests take half as long again. A mark is an assignment before a statement of ours, and
one at either way out of a branch. What marks tell is what coverage.py's own tracer tells.

PYTEST_PLUGINS names this module, for it has to be there before anything of ours is.
"""

import ast
import builtins
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from coverage import CoverageData
from coverage.parser import PythonParser

ROOT = Path(__file__).resolve().parents[1]
MARKED = "MARKED"  # names a folder: what each process of tests has covered is written into it
OURS = ("accounts", "mentorship")
NAME = "__covered__"  # among the builtins, so that no module of ours has a name more

Place = tuple[str, int, bool | None]  # file, line; at a branch, whether it is so what the line asks
Branch = ast.If | ast.For | ast.AsyncFor | ast.While


class Marks:
    """All there are in this process, and which have been passed."""

    def __init__(self) -> None:
        self.passed = bytearray()
        self.places: list[Place] = []

    def mark(self, at: ast.AST, *place: Any) -> ast.stmt:
        """A statement that says it was passed, where `at` stands."""
        self.places.append(place)  # type: ignore[arg-type]  # a Place, in parts
        self.passed.append(0)
        (made,) = ast.parse(f"{NAME}[{len(self.places) - 1}] = 1").body
        for node in ast.walk(made):
            ast.copy_location(node, at)
        return made

    def told(self) -> list[Place]:
        """The places that were passed."""
        return [place for place, passed in zip(self.places, self.passed, strict=True) if passed]


marks = Marks()


class Marker:
    """Gives the statements of one file marks, which are among those of `into`."""

    def __init__(self, file: str, into: Marks) -> None:
        self.file = file
        self.marks = into

    def module(self, tree: ast.Module) -> ast.Module:
        """The same module, marked."""
        tree.body = self._block(tree.body)
        return ast.fix_missing_locations(tree)

    def _mark(self, at: ast.AST, line: int, is_so: bool | None = None) -> ast.stmt:
        return self.marks.mark(at, self.file, line, is_so)

    def _block(self, body: Sequence[ast.stmt], *begins: ast.stmt) -> list[ast.stmt]:
        made = list(begins)
        for number, one in enumerate(body):
            if number == 0 and is_words(one):
                made.insert(0, one)  # else it would be no docstring
                continue
            lines = [one.lineno, *(of.lineno for of in getattr(one, "decorator_list", ()))]
            made += [self._mark(one, line) for line in lines]
            self._inside(one)
            made.append(one)
        return made

    def _inside(self, one: ast.stmt) -> None:
        if isinstance(one, Branch):
            one.body = self._block(one.body, self._mark(one, one.lineno, True))
            one.orelse = self._block(one.orelse, self._mark(one, one.lineno, False))
        elif isinstance(one, ast.Match):
            self._cases(one)
        elif isinstance(one, ast.Try | ast.TryStar):
            self._attempts(one)
        elif hasattr(one, "body"):
            one.body = self._block(one.body)

    def _attempts(self, one: ast.Try | ast.TryStar) -> None:
        one.body, one.orelse = self._block(one.body), self._block(one.orelse)
        one.finalbody = self._block(one.finalbody)
        asked: list[int] = []
        for handler in one.handlers:
            asked.append(handler.lineno)  # and those before, which were not meant
            handler.body = self._block(handler.body, *(self._mark(handler, at) for at in asked))

    def _cases(self, one: ast.Match) -> None:
        lines = [case.pattern.lineno for case in one.cases]
        for number, case in enumerate(one.cases):
            before = [self._mark(one, line, False) for line in lines[:number]]
            case.body = self._block(case.body, *before, self._mark(one, lines[number], True))
        last = one.cases[-1]
        if last.guard or not is_any(last.pattern):
            none = [self._mark(one, line, False) for line in lines]
            one.cases.append(ast.match_case(pattern=ast.MatchAs(), body=none))


def is_words(one: ast.stmt) -> bool:
    """Whether this statement is a text, such as a docstring."""
    return isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)


def is_any(pattern: ast.pattern) -> bool:
    """Whether whatever there is matches it."""
    if isinstance(pattern, ast.MatchOr):
        return is_any(pattern.patterns[-1])
    return isinstance(pattern, ast.MatchAs) and (not pattern.pattern or is_any(pattern.pattern))


class Loader(SourceFileLoader):
    """Compiles a module of ours with marks, and keeps nothing of it."""

    def path_stats(self, path: Any) -> Any:
        """None: what was compiled without marks is of no use, nor is it with marks to others."""
        raise OSError

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:  # type: ignore[override]  # as importlib calls it
        """The code of the module, marked."""
        made: CodeType = compile(Marker(str(path), marks).module(ast.parse(data)), path, "exec")
        return made


class Finder:
    """Finds the modules of ours for `Loader`, before anybody else does."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where it is; none that is not ours."""
        spec = PathFinder.find_spec(name, path, target) if name.startswith(OURS) else None
        if spec and isinstance(spec.loader, SourceFileLoader) and is_counted(str(spec.origin)):
            spec.loader = Loader(name, str(spec.origin))
        return spec


def is_counted(file: str) -> bool:
    """Whether what is covered of it counts: see [tool.coverage.run] in pyproject.toml."""
    is_ours = file.startswith(tuple(f"{ROOT / top}/" for top in OURS))  # no copy, no test's own
    return is_ours and "/migrations/" not in file and not file.endswith("/formats/zygote.py")


def data_of(folder: Path, into: Path) -> None:
    """Write what the processes of tests have covered as coverage.py writes it."""
    passed: dict[str, set[tuple[int, bool | None]]] = defaultdict(set)
    for notes in folder.glob("*.json"):
        for file, line, is_so in json.loads(notes.read_text()):
            passed[file].add((line, is_so))
    data = CoverageData(str(into))
    data.add_arcs({file: arcs_of(file, ways) for file, ways in passed.items()})
    data.touch_files([str(one) for one in counted_files() if str(one) not in passed])
    data.write()


def counted_files() -> list[Path]:
    """All that are to be covered."""
    files = [file for top in OURS for file in (ROOT / top).rglob("*.py")]
    return [file for file in files if is_counted(str(file))]


def arcs_of(file: str, ways: set[tuple[int, bool | None]]) -> set[tuple[int, int]]:
    """Pairs of lines that were passed one after another; from -1 where nobody asks whence.

    A branch leads to the first line of its block, or to the one other line that it can lead to.
    """
    text = Path(file).read_text()
    parser = PythonParser(text=text, filename=file)
    parser.parse_source()
    first = parser.first_line
    leads: dict[int, set[int]] = defaultdict(set)
    for begin, end in parser.arcs():
        leads[begin].add(end)
    blocks = blocks_of(ast.parse(text), first)
    made = {(-1, first(line)) for line, _ in ways}
    for line, is_so in ways:
        if is_so is not None and len(leads[first(line)]) > 1:
            block = blocks[first(line)]
            made |= {(first(line), end) for end in leads[first(line)] if (end == block) == is_so}
    return made


def blocks_of(tree: ast.Module, first: Callable[[int], int]) -> dict[int, int]:
    """Of the line of each branch, where the block begins that is run if it is so."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, Branch | ast.match_case):
            line = node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno
            begin = node.body[0]
            decorated = getattr(begin, "decorator_list", ())
            found[first(line)] = first(min([begin.lineno, *(of.lineno for of in decorated)]))
    return found


def pytest_sessionfinish() -> None:
    """Leave the notes to `data_of`."""
    if folder := os.environ.get(MARKED):
        (Path(folder) / f"{os.getpid()}.json").write_text(json.dumps(marks.told()))


if MARKED in os.environ:
    vars(builtins)[NAME] = marks.passed
    sys.meta_path.insert(0, Finder)  # type: ignore[arg-type]  # its method is what is asked for
