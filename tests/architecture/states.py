"""Which states the code can bring about: columns that something writes, and choices it makes."""

import ast
from collections.abc import Iterable, Iterator

from tests.architecture.law import called

ASKING = {"filter", "exclude", "get", "Q", "UniqueConstraint", "Index", "CheckConstraint", "When"}


def written(trees: Iterable[ast.Module]) -> set[str]:
    """The names that are given a value: by a keyword, in a dict of columns, or as an attribute.

    What only narrows a query (`filter(closed_at=None)`) writes nothing, and None is no state.
    """
    return {name for tree in trees for name in _written(tree)}


def _written(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) not in ASKING:
            yield from (key.arg for key in node.keywords if key.arg and not _is_none(key.value))
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and not _is_none(value):
                    yield str(key.value)
        elif isinstance(node, ast.Assign) and not _is_none(node.value):
            for target in node.targets:
                parts = target.elts if isinstance(target, ast.Tuple) else [target]
                yield from (part.attr for part in parts if isinstance(part, ast.Attribute))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def chosen(trees: Iterable[ast.Module]) -> set[str]:
    """The choices that something makes: "State.READY", and "Openness" where a form offers them all.

    A comparison and a query make none.
    """
    return {name for tree in trees for name in _chosen(tree)}


def _chosen(tree: ast.Module) -> Iterator[str]:
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Compare) or called(node) in ASKING:
            waiting += _receivers(node)
            continue
        if isinstance(node, ast.Attribute) and (whose := _last(node.value)):
            yield whose if node.attr == "choices" else f"{whose}.{node.attr}"
        if isinstance(node, ast.keyword) and node.arg == "choices" and _names_all(node):
            continue  # a column names its choices, and makes none
        waiting += ast.iter_child_nodes(node)


def _names_all(key: ast.keyword) -> bool:
    return _last(key.value) not in {"", "choices"}


def _receivers(node: ast.AST) -> list[ast.AST]:
    """In `a(x).filter(…)` what stands before the call: it may make a choice of its own."""
    is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return [node.func.value] if is_method else []  # type: ignore[attr-defined]  # a method is an attribute


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
