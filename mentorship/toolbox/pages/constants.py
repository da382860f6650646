"""What a tag of a template always gives: text, where it depends on the language alone."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.template import Context, Template
from django.template.base import FilterExpression, Node, TextNode, TokenType
from django.template.defaulttags import CommentNode, LoadNode, URLNode
from django.template.library import SimpleNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.templatetags.static import StaticNode
from django.urls import NoReverseMatch, get_script_prefix

SILENT = (CommentNode, LoadNode)
Tag = TypeVar("Tag", bound=Callable[..., Any])


def constant(tag: Tag) -> Tag:
    """A `simple_tag` that gives the same whenever it is given the same, in one language."""
    tag.is_constant = True  # type: ignore[attr-defined]  # ours
    return tag


class Said(Node):
    """`{% translate "…" as name %}` of a sentence that stands there: said once."""

    def __init__(self, name: str, words: Any) -> None:
        self.name, self.words = name, words

    def render(self, context: Context) -> str:
        """Nothing; the name stands for these words from now on."""
        context[self.name] = self.words
        return ""


def said_once(node: Node) -> Node:
    """The same node, or what gives its sentence sooner."""
    if not isinstance(node, TranslateNode) or not node.asvar or not _is_of_literals(node):
        return node
    context = Context()
    node.render(context)
    made = Said(node.asvar, context[node.asvar])
    made.token, made.origin = node.token, node.origin
    return made


def text_of(node: Node, template: Template) -> str | None:
    """What it always gives; None where that depends on anything but the language."""
    if isinstance(node, TextNode):
        return str(node.s)
    if isinstance(node, SILENT):
        return ""
    if not _is_constant(node):
        return None
    context = Context()
    with context.bind_template(template):
        try:
            return str(node.render(context))
        except (NoReverseMatch, ValueError):
            return None  # it fails where it is shown, if it is


def _is_constant(node: Node) -> bool:
    match node:
        case TranslateNode():
            return node.asvar is None and _is_of_literals(node)
        case BlockTranslateNode():
            has_value = any(token.token_type != TokenType.TEXT for token in node.singular)
            varies = node.extra_context or node.countervar or node.asvar or has_value
            return not varies and is_literal(node.message_context)
        case URLNode():
            has_value = bool(node.args or node.kwargs or node.asvar)
            return not has_value and is_literal(node.view_name) and is_at_root()
        case StaticNode():
            return node.varname is None and is_literal(node.path) and is_at_root()
        case SimpleNode():
            given = [*node.args, *node.kwargs.values()]
            is_shown = node.target_var is None and not node.takes_context
            return is_shown and hasattr(node.func, "is_constant") and all(map(is_literal, given))
    return False


def is_at_root() -> bool:
    """Whether addresses begin with nothing that this request has brought along (SCRIPT_NAME)."""
    return get_script_prefix() == "/"


def is_literal(expression: FilterExpression | None) -> bool:
    """Whether it stands in the template itself, with no filter."""
    if expression is None:
        return True
    return not expression.filters and getattr(expression.var, "lookups", None) is None


def _is_of_literals(node: TranslateNode) -> bool:
    return is_literal(node.filter_expression) and is_literal(node.message_context)
