"""Nodes of templates that give what Django's give, sooner: `toolbox.pages.folding` puts them in their places.

Django looks a name up by exceptions: it asks for an item of what has none, and tells a debugging log of each
name that is not there. Here the usual ways are gone without any, and whatever is unusual (a method
that wants arguments, a property that fails, another kind of number) is left to Django's own code.
"""

from collections.abc import Callable
from html import escape
from typing import Any, TypeAlias

from django.conf import settings
from django.template import Context
from django.template.base import (
    FilterExpression,
    Node,
    Variable,
    VariableNode,
    render_value_in_context,
)
from django.template.defaulttags import CsrfTokenNode, IfNode, TemplateLiteral
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

Find: TypeAlias = Callable[[Context], Any]

NOT_THERE, UNUSUAL = object(), object()
_bare: set[type] = set()  # kinds of things that have no items
MOST_KINDS = 1_000


class Expression(FilterExpression):
    """A name without filters."""

    __slots__ = ("find",)

    def __init__(self, instead_of: FilterExpression) -> None:
        self.token, self.filters = instead_of.token, instead_of.filters
        self.var, self.is_var = instead_of.var, instead_of.is_var
        self.find = finder(self.var.lookups)

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """As Django's, which is asked where anything is unusual."""
        found = self.find(context)
        if found is NOT_THERE and ignore_failures:
            return None
        if found is NOT_THERE or found is UNUSUAL:
            return super().resolve(context, ignore_failures)
        return found


def finder(lookups: tuple[str, ...]) -> Find:
    """What finds this name in a context; or gives NOT_THERE, or UNUSUAL, which only Django can tell."""
    first, rest = lookups[0], lookups[1:]

    def find(context: Context) -> Any:
        for known in reversed(context.dicts):
            if first in known:
                found = known[first]
                break
        else:
            return UNUSUAL if hasattr(context, first) else NOT_THERE
        try:
            if callable(found):
                found = _called(found)
            for name in rest:
                # Of most, which have no items, this is the attribute; the rest is asked of `_part`.
                known = UNUSUAL if type(found) not in _bare else getattr(found, name, UNUSUAL)
                found = _part(found, name) if known is UNUSUAL else known
                if callable(found):
                    found = _called(found)
        except Exception:  # noqa: BLE001 - Django knows which of them to swallow, and raises the others
            return UNUSUAL
        return found

    return find


def _part(of: Any, name: str) -> Any:
    """Its item of this name, or else its attribute."""
    if of is NOT_THERE or of is UNUSUAL:
        return of
    kind = type(of)
    if kind is dict:
        return of[name] if name in of else _attribute(of, name)
    if not hasattr(kind, "__getitem__"):
        if len(_bare) < MOST_KINDS:
            _bare.add(kind)
        return _attribute(of, name)
    if (kind is list or kind is tuple) and name.isdecimal():
        return of[int(name)] if int(name) < len(of) else NOT_THERE
    try:
        return of[name]
    except (TypeError, AttributeError, KeyError, ValueError, IndexError):
        return _attribute(of, name)


def _attribute(of: Any, name: str) -> Any:
    found = getattr(of, name, UNUSUAL)
    if found is not UNUSUAL or name.isdecimal() or isinstance(of, type):
        return found
    # One that its class has, and that fails, is not the same as none.
    return UNUSUAL if hasattr(type(of), name) else NOT_THERE


def _called(method: Any) -> Any:
    """What it gives, where a template may ask it."""
    if method is NOT_THERE or method is UNUSUAL:
        return method
    if getattr(method, "do_not_call_in_templates", False):
        return method
    return UNUSUAL if getattr(method, "alters_data", False) else method()


def quick(node: Node) -> Node:
    """A node that gives the same sooner, or this one with its names looked up sooner."""
    if isinstance(node, TranslateNode):  # it changes its expression when it is rendered
        return node
    for name, value in vars(node).items():
        setattr(node, name, _with_quick_names(value))
    if isinstance(node, IfNode):
        node.conditions_nodelists = [
            (_condition(token), within) for token, within in node.conditions_nodelists
        ]
    if type(node) is VariableNode:
        shown_by = node.filter_expression
        made = Named(shown_by) if isinstance(shown_by, Expression) else Shown(shown_by)
        return _placed(made, node)
    if type(node) is CsrfTokenNode:
        return _placed(Token(), node)
    if type(node) is BlockTranslateNode and not (node.asvar or node.message_context):
        return _placed(Sentence(node), node)
    return node


def _placed(made: Node, instead_of: Node) -> Node:
    made.token, made.origin = instead_of.token, instead_of.origin
    return made


def _with_quick_names(value: Any) -> Any:
    """The same, its expressions as quick ones where they are in it, or in a list or dict that it is."""
    kind = type(value)
    if kind is FilterExpression:
        is_name = isinstance(value.var, Variable) and value.var.lookups and not value.var.translate
        return Expression(value) if is_name and not value.filters else value
    if kind is list or kind is tuple:
        return kind([_with_quick_names(one) for one in value])
    if kind is dict:
        return {name: _with_quick_names(one) for name, one in value.items()}
    return value


class Shown(VariableNode):
    """`{{ name }}`"""

    def render(self, context: Context) -> str:
        """As Django's."""
        return shown(self.filter_expression.resolve(context), context)

    render_annotated = render


class Named(Shown):
    """The same for a name without filters, found and written at once."""

    def __init__(self, expression: Expression) -> None:
        super().__init__(expression)
        self.find = expression.find

    def render(self, context: Context) -> str:
        """As Django's."""
        found = self.find(context)
        kind = type(found)
        if context.autoescape:
            if kind is str:
                return found if found.isalnum() else escape(found)
            if kind is SafeString:
                return found  # type: ignore[no-any-return]  # as its type says
        if kind is object:  # what was not found, or found in no usual way
            found = self.filter_expression.resolve(context)
        return shown(found, context)

    render_annotated = render


def shown(value: Any, context: Context) -> str:
    """As `render_value_in_context`."""
    if context.autoescape:
        kind = type(value)
        if kind is SafeString:
            return value  # type: ignore[no-any-return]  # as its type says
        if kind is str:
            return value if value.isalnum() else escape(value)
        if kind is int and (-1_000 < value < 1_000 or not settings.USE_THOUSAND_SEPARATOR):
            return str(value)
        if kind is float and context.use_l10n is False:
            return str(value)
        if isinstance(value, str) and not hasattr(value, "__html__"):  # what is lazy says so, too
            return escape(str(value))
    return str(render_value_in_context(value, context))


class Token(CsrfTokenNode):
    """`{% csrf_token %}`"""

    def render(self, context: Context) -> str:
        """As Django's, which is asked where there is none."""
        masked = str(context.get("csrf_token") or "")
        if not masked.isalnum() or masked == "NOTPROVIDED":
            return str(super().render(context))
        return f'<input type="hidden" name="csrfmiddlewaretoken" value="{masked}">'

    render_annotated = render


class _Truth:
    """Stands in for a name in `{% if … %}`."""

    __slots__ = ("eval",)

    def __init__(self, expression: Expression) -> None:
        find = expression.find

        def told(context: Context) -> Any:
            found = find(context)
            if found is UNUSUAL:
                return FilterExpression.resolve(expression, context, ignore_failures=True)
            return None if found is NOT_THERE else found

        self.eval = told


def _condition(token: Any) -> Any:
    """The same condition, its names looked up sooner."""
    if isinstance(token, TemplateLiteral):
        expression = _with_quick_names(token.value)
        return _Truth(expression) if isinstance(expression, Expression) else token
    for side in ("first", "second"):
        if getattr(token, side, None) is not None:
            setattr(token, side, _condition(getattr(token, side)))
    return token


class Sentence(BlockTranslateNode):
    """`{% blocktranslate … %}`, its text put together once: a template is kept for each language."""

    def __init__(self, instead_of: BlockTranslateNode) -> None:
        self.__dict__.update(vars(instead_of))
        self.one, names = self.render_token_list(self.singular)
        self.many, more = self.render_token_list(self.plural) if self.plural else ("", [])
        self.names = dict.fromkeys([*names, *more])
        self.text = "" if self.plural else gettext(self.one)

    def render(self, context: Context, nested: bool = False) -> str:
        """As Django's, which is asked where a name is not there, or a translation is not well formed."""
        given = {name: value.resolve(context) for name, value in self.extra_context.items()}
        text = self.text
        if self.countervar and self.counter:
            given[self.countervar] = count = self.counter.resolve(context)
            if type(count) is not int:
                return str(super().render(context, nested))
            text = ngettext(self.one, self.many, count)
        try:
            return text % {
                name: shown(given[name] if name in given else context[name], context)
                for name in self.names
            }
        except (KeyError, ValueError):
            return str(super().render(context, nested))

    render_annotated = render
