"""Tags around others that give what Django's give, sooner: `if`, `with`, `for` and `block`.

Django puts an object of its own on the stack of a context for each, which takes it off again, asks the whole
stack whether a loop is around a loop, and does both for a loop over nothing. Here the stack is given a plain dict.
"""

from collections.abc import Iterator
from typing import Any

from django.template import Context
from django.template.base import Node, TextNode, VariableDoesNotExist
from django.template.defaulttags import ForNode, IfNode, WithNode
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockNode
from django.utils.safestring import SafeString


class If(IfNode):
    """`{% if … %}`, with the text of branches that are text alone."""

    def __init__(self, instead_of: IfNode) -> None:
        self.__dict__.update(vars(instead_of))
        self.branches: list[tuple[Any, Any, str | None]] = [
            (condition, within, _only_text(within))
            for condition, within in self.conditions_nodelists
        ]

    def render(self, context: Context) -> str:
        """As Django's."""
        for condition, within, text in self.branches:
            try:
                is_met = condition is None or condition.eval(context)
            except VariableDoesNotExist:
                is_met = False
            if is_met:
                return within.render(context) if text is None else text
        return ""


def _only_text(nodes: Any) -> str | None:
    """What it always gives; None where something else is in it than text."""
    if any(type(node) is not TextNode for node in nodes):
        return None
    text: str = nodes.render(Context())
    return text


class With(WithNode):
    """`{% with … %}`"""

    def render(self, context: Context) -> SafeString:
        """As Django's."""
        values = {name: value.resolve(context) for name, value in self.extra_context.items()}
        context.dicts.append(values)
        try:
            return self.nodelist.render(context)
        finally:
            context.dicts.pop()


class Loop(ForNode):
    """`{% for … %}`"""

    sequence: Any  # the stubs say less than Django gives
    nodelist_loop: Any
    nodelist_empty: Any

    def render(self, context: Context) -> str:
        """As Django's."""
        values = self.sequence.resolve(context, ignore_failures=True)
        if values is None:
            values = ()
        elif not hasattr(values, "__len__"):
            values = list(values)
        if len(values) < 1:
            return self._of_none(context)
        scope, depth = {"forloop": {"parentloop": _loop_around(context)}}, len(context.dicts)
        context.dicts.append(scope)
        try:
            return "".join(self._each(context, scope, values))
        finally:
            del context.dicts[depth:]

    def _of_none(self, context: Context) -> str:
        """What is said where there is nothing: mostly nothing."""
        context.dicts.append({})
        try:
            said: str = self.nodelist_empty.render(context)
        finally:
            context.dicts.pop()
        return said

    def _each(self, context: Context, scope: dict[str, Any], values: Any) -> Iterator[str]:
        loop, count = scope["forloop"], len(values)
        for place, item in enumerate(reversed(values) if self.is_reversed else values):
            loop["counter0"], loop["counter"] = place, place + 1
            loop["revcounter"], loop["revcounter0"] = count - place, count - place - 1
            loop["first"], loop["last"] = place == 0, place == count - 1
            if len(self.loopvars) == 1:
                scope[self.loopvars[0]] = item
                yield self.nodelist_loop.render(context)
                continue
            context.dicts.append(self._unpacked(item))
            yield self.nodelist_loop.render(context)
            context.dicts.pop()

    def _unpacked(self, item: Any) -> dict[str, Any]:
        wanted, given = len(self.loopvars), len(item) if hasattr(item, "__len__") else 1
        if wanted != given:
            raise ValueError(f"Need {wanted} values to unpack in for loop; got {given}. ")
        return dict(zip(self.loopvars, item, strict=True))


class Block(BlockNode):
    """`{% block … %}` of a page that is extended, and of what extends it."""

    def render(self, context: Context) -> SafeString:
        """As Django's: the block of whoever extends most, which finds those below as `block.super`."""
        blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
        most: Any = blocks.pop(self.name) if blocks is not None else None
        shown: Any = self
        if blocks is not None:  # a new one, as Django's: it holds the context of this rendering
            shown = BlockNode(self.name, (most or self).nodelist)
            shown.context = context
        context.dicts.append({"block": shown})
        try:
            said: SafeString = shown.nodelist.render(context)
        finally:
            context.dicts.pop()
        if blocks is not None and most is not None:
            blocks.push(self.name, most)
        return said


def _loop_around(context: Context) -> Any:
    for known in reversed(context.dicts):
        if "forloop" in known:
            return known["forloop"]
    return {}


def scoped(node: Node) -> Node:
    """The same with a quicker scope, or this one."""
    if type(node) is IfNode:
        return If(node)
    made = QUICK.get(type(node))
    if made is None:
        return node
    quick: Node = made.__new__(made)
    quick.__dict__.update(vars(node))
    return quick


QUICK: dict[type, type[Node]] = {WithNode: With, ForNode: Loop, BlockNode: Block}
