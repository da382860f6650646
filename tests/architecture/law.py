"""What a law is: where it holds, how a breach of it is found, and one breach to prove that it is."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (
    ".ci",
    "accounts",
    "mentorship",
    "templates",
    "static",
    "tests",
    "bench",
    "docs",
    "tools",
)
TEXTS = {".css", ".html", ".js", ".json", ".md", ".py", ".toml", ".txt", ".typ", ".yml", ""}
NOT_OURS = {"vendor", "files", "__pycache__"}  # what others wrote, and what tests feed on
OURS = ("accounts/*.py", "mentorship/*.py")
PYTHON = (*OURS, "tests/*.py", "bench/*.py", "tools/*.py", "manage.py")


@dataclass(frozen=True)
class Source:
    """One text file of the project, by its path from the root."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """Its syntax, for Python."""
        return _parsed(self.text)

    @property
    def functions(self) -> list[ast.FunctionDef]:
        """All functions and methods in it."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)]

    @property
    def public(self) -> list[ast.FunctionDef]:
        """The functions other modules may call."""
        found = [node for node in self.tree.body if isinstance(node, ast.FunctionDef)]
        return [node for node in found if not node.name.startswith("_")]


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def sources() -> tuple[Source, ...]:
    """Every text file people wrote for this project."""
    paths = [path for path in ROOT.glob("[!.]*") if path.is_file()]
    for folder in FOLDERS:
        paths += (path for path in (ROOT / folder).rglob("*") if path.is_file())
    ours = sorted(path.relative_to(ROOT) for path in paths if path.suffix in TEXTS)
    return tuple(
        Source(str(path), (ROOT / path).read_text(errors="replace"))
        for path in ours
        if not NOT_OURS & set(path.parts)
    )


Find = Callable[[Source], Iterator[str]]


@dataclass(frozen=True)
class Law:
    """`find` yields the breaches in one source among `where`; in `breach` there is one."""

    find: Find
    where: tuple[str, ...]
    but: tuple[str, ...]
    breach: Source

    def __str__(self) -> str:
        return self.find.__name__

    def holds_for(self, path: str) -> bool:
        """Whether the file at this path is held to the law.

        `*/actions/*.py` are actions of the service: tests have rooms of the same names.
        """
        is_ours = any(fnmatch(path, pattern) for pattern in OURS)
        where = (one for one in self.where if is_ours or not one.startswith("*/"))
        is_named = any(fnmatch(path, pattern) for pattern in where)
        return is_named and not any(fnmatch(path, pattern) for pattern in self.but)

    def breaches(self) -> list[str]:
        """Each breach in the project, as path and what is wrong."""
        held = (source for source in sources() if self.holds_for(source.path))
        return [f"{source.path}: {found}" for source in held for found in self.find(source)]


def law(
    *where: str, breach: tuple[str, str], but: tuple[str, ...] = ("*/migrations/*",)
) -> Callable[[Find], Law]:
    """Make a function a law. `breach` is a path and a text that breaks it."""

    def enact(find: Find) -> Law:
        return Law(find, where, but, Source(*breach))

    return enact


def called(node: ast.AST) -> str:
    """The last name of what is called, "filter" in `a.b.filter()`; empty when it is no call."""
    function = node.func if isinstance(node, ast.Call) else None
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def decorators(function: ast.FunctionDef) -> dict[str, ast.expr]:
    """The decorators of a function by their last names."""
    named = {called(node) or ast.unparse(node): node for node in function.decorator_list}
    return {name.rpartition(".")[2]: node for name, node in named.items()}


def body(function: ast.FunctionDef) -> list[ast.stmt]:
    """What a function does, without its docstring."""
    return function.body[1:] if ast.get_docstring(function) else function.body
