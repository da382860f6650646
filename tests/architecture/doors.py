"""Where rows are read, and by which door."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.law import body, called, decorators

MANAGERS = {"objects", "_default_manager", "_base_manager"}
# What a queryset lets through for one reader, one owner, or whoever holds a token.
DOORS = re.compile(
    r"visible_to|owned_by|for_(\w+_)?token"  # what a reader may see; what is her own; mailed links
    r"|seen_by|seen_on|open_to|counting_for"  # the same, asked of one document or of grants
    r"|by|own|waiting_for"  # what a reader wrote, and what waits for her
)
WRITING = {
    "normalize_email",
    "create",
    "create_user",
    "bulk_create",
    "get_or_create",
    "update_or_create",
}


@dataclass(frozen=True)
class Read:
    """One chain that begins at a manager: `Thing.objects.sent().filter(pk=pk)`."""

    line: int
    function: str  # the outermost it stands in
    chain: ast.expr

    @property
    def has_door(self) -> bool:
        """Whether a door stands in the chain, or around the rows it is narrowed by."""
        return any(DOORS.fullmatch(called(node)) for node in ast.walk(self.chain))


def reads(tree: ast.Module) -> Iterator[Read]:
    """Every read of rows that asks for more than what is in hand already.

    Left out are querysets themselves (they are the doors), writing of new rows, subqueries of what
    was fetched by a door (OuterRef), rows in hand that are read again (`pk=thing.pk`), and what an
    action reads once it has asked whether it may, or has said why it asks nothing.
    """
    above = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            chain, methods = _chain(node, above)
            owners = list(_owners(node, above))
            if not (_is_no_fetch(chain, methods) or any(map(_is_guarded, owners))):
                name = owners[-1].name if owners else ""
                yield Read(node.lineno, name, chain)


def _chain(node: ast.expr, above: dict[int, ast.AST]) -> tuple[ast.expr, tuple[str, ...]]:
    methods: list[str] = []
    while True:
        up = above[id(node)]
        if isinstance(up, ast.Attribute):
            methods.append(up.attr)
        elif not (isinstance(up, ast.Call) and up.func is node):
            return node, tuple(methods)
        node = up


def _owners(node: ast.AST, above: dict[int, ast.AST]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    while id(node) in above:
        node = above[id(node)]
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node


def _is_no_fetch(chain: ast.expr, methods: tuple[str, ...]) -> bool:
    given = [key for node in ast.walk(chain) if isinstance(node, ast.Call) for key in node.keywords]
    in_hand = any(
        key.arg == "pk" and isinstance(key.value, ast.Attribute) and key.value.attr == "pk"
        for key in given
    )
    is_subquery = any(called(node) == "OuterRef" for node in ast.walk(chain))
    return in_hand or is_subquery or not methods or bool(WRITING & set(methods))


def _is_guarded(owner: ast.FunctionDef | ast.ClassDef) -> bool:
    if isinstance(owner, ast.ClassDef):
        return owner.name.endswith("QuerySet")
    first = getattr(body(owner)[0], "value", None)
    asks = isinstance(first, ast.Call) and ast.unparse(first).startswith("require(by, ")
    return asks or "open_to_all" in decorators(owner)
