"""Templates whose constant parts are text: what no reader, request or row can change is rendered once.

A loader in the place of Django's cached one. A template is compiled once for each language, and then

- `{% translate "…" %}`, `{% blocktranslate %}` without values, `{% url "…" %}` without arguments,
  `{% static "…" %}` and tags that are `constant` become the text they give; text beside text becomes one text;
- other `{% url … %}` are made of addresses that were composed before (`toolbox.pages.addresses`);
- `{% include "…" %}` becomes what is in that file.

What has a value in it stays as it was: nothing that was made with a context is kept. So a page is
written as before, and nobody has to say which parts of it are constant.
"""

import threading
from collections.abc import Iterator
from functools import cached_property
from html import escape
from typing import Any, cast

from django.conf import settings
from django.core.signals import setting_changed
from django.template import Context, Template, TemplateDoesNotExist
from django.template.base import FilterExpression, Node, NodeList, TextNode
from django.template.defaulttags import ForNode, IfNode, URLNode, WithNode
from django.template.loader_tags import (
    BLOCK_CONTEXT_KEY,
    BlockContext,
    BlockNode,
    ExtendsNode,
    IncludeNode,
)
from django.template.loaders import base, cached
from django.urls import NoReverseMatch
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from template_partials.templatetags.partials import DefinePartialNode, RenderPartialNode

from mentorship.toolbox.pages.addresses import Where, address_at, where
from mentorship.toolbox.pages.constants import is_at_root, is_literal, said_once, text_of
from mentorship.toolbox.pages.quick_nodes import quick
from mentorship.toolbox.pages.quick_scopes import scoped

GIVING = (BlockNode, ForNode, IfNode, WithNode)
WHERE = "where addresses begin"  # no name of a template's
STANDS_ALONE = (BlockNode, ExtendsNode, DefinePartialNode, RenderPartialNode)
# What is kept as text depends on these.
SETTINGS = {
    *("INSTALLED_APPS", "LANGUAGES", "LANGUAGE_CODE", "LOCALE_PATHS", "ROOT_URLCONF"),
    "STATIC_URL",
}


class _Folding(base.Loader):
    """Folds what it loads, before anybody else can see it."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.open = (
            threading.local()
        )  # the names of what is being folded: a file may include itself

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        """The template with text in the place of what is constant."""
        template: Template = super().get_template(template_name, skip)
        names = self.open.__dict__.setdefault("names", [])
        names.append(template_name)
        try:
            self._fold(template.nodelist, template)
        finally:
            names.pop()
        template.nodelist.__class__ = _Folded
        return template

    def _fold(self, nodes: NodeList, template: Template) -> None:
        folded: list[Node] = []
        for node, is_folded in self._inlined(nodes):
            for within in () if is_folded else _nodelists(node):
                self._fold(within, template)
                within.__class__ = _Inner if type(node) in GIVING else NodeList
            text = text_of(node, template)
            if text is None:
                folded.append(node if self.engine.debug else _at_once(_quick(node)))
            elif folded and isinstance(folded[-1], TextNode):
                folded[-1] = _text_node(folded[-1].s + text, folded[-1])
            elif text:
                folded.append(_text_node(text, node))
        nodes[:] = folded

    def _inlined(self, nodes: NodeList) -> Iterator[tuple[Node, bool]]:
        """Each node, or instead of one that includes a file what is in it; whether that is folded already."""
        for node in nodes:
            if not isinstance(node, IncludeNode) or (included := self._included(node)) is None:
                yield node, False
            elif all(isinstance(each, TextNode) for each in included.nodelist):
                yield from ((each, True) for each in included.nodelist)
            else:
                yield _Within(node, _Inner(included.nodelist)), True

    def _included(self, node: IncludeNode) -> Template | None:
        """What is in the file of this name; None where that is looked up at each rendering."""
        name = node.template.var
        if self.engine.debug or not is_literal(node.template):
            return None  # an error's page shows the line in its own file
        if name.startswith(".") or name in self.open.names:
            return None
        try:
            included: Template = self.get_template(name)
        except TemplateDoesNotExist:
            return None
        is_alone = any(included.nodelist.get_nodes_by_type(kind) for kind in STANDS_ALONE)
        return None if is_alone else included


class _Folded(NodeList):
    """What will not change any more: a page looks for the blocks of what it extends at each rendering."""

    @cached_property
    def found(self) -> dict[type, list[Node]]:
        """Its nodes, by kind."""
        return {}

    def get_nodes_by_type(self, nodetype: type) -> list[Node]:
        """As Django's, which goes through all that is within all that is in it."""
        if nodetype not in self.found:
            self.found[nodetype] = super().get_nodes_by_type(nodetype)
        return list(self.found[nodetype])


class _Inner(_Folded):
    """What is within a tag that gives it as it is, to be joined with what stands around."""

    @cached_property
    def parts(self) -> list[Any]:
        """Text, and what renders the nodes between; put together at the first rendering."""
        return [node.s if type(node) is TextNode else node.render_annotated for node in self]

    def render(self, context: Context) -> str:  # type: ignore[override]  # whoever joins it knows that it is safe
        """As Django's, which asks each text for itself."""
        return "".join([one if isinstance(one, str) else one(context) for one in self.parts])


class _Within(Node):
    """What a file holds that is included, with a context of its own."""

    def __init__(self, tag: IncludeNode, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self.values, self.is_isolated = tag.extra_context, tag.isolated_context
        self.token, self.origin = tag.token, tag.origin

    def render(self, context: Context) -> SafeString:
        """As Django's tag, but for the template's name and the render context, which are the page's."""
        values = {name: value.resolve(context) for name, value in self.values.items()}
        if self.is_isolated:
            return self.nodelist.render(context.new(values))
        context.dicts.append(values)
        try:
            return self.nodelist.render(context)
        finally:
            context.dicts.pop()


class _Extending(ExtendsNode):
    """`{% extends "…" %}`: which template that is, and which blocks it has, is found out once."""

    def __init__(self, instead_of: ExtendsNode) -> None:
        self.__dict__.update(vars(instead_of))
        self.parent: Template | None = None
        self.parent_blocks: dict[str, BlockNode] = {}

    def get_parent(self, context: Context) -> Template:
        """As Django's, which looks for it at each rendering."""
        if self.parent is None:
            parent: Template = super().get_parent(context)
            # One that extends another adds blocks of its own when it is rendered.
            is_root = not any(isinstance(node, ExtendsNode) for node in parent.nodelist)
            blocks: list[Any] = parent.nodelist.get_nodes_by_type(BlockNode) if is_root else []
            self.parent_blocks = {block.name: block for block in blocks}
            self.parent = parent
        return self.parent

    def render(self, context: Context) -> str:
        """As Django's, which looks for blocks in all of the parent."""
        parent, kept = self.get_parent(context), context.render_context
        blocks = kept.get(BLOCK_CONTEXT_KEY)
        if blocks is None:
            blocks = kept[BLOCK_CONTEXT_KEY] = BlockContext()
        blocks.add_blocks(self.blocks)
        blocks.add_blocks(self.parent_blocks)
        with kept.push_state(parent, isolated_context=False):
            return str(parent._render(context))  # type: ignore[attr-defined]  # the stubs leave it out


class Loader(cached.Loader, _Folding):
    """Compiles and folds a template once for each language."""

    def __init__(self, engine: Any, loaders: list[Any]) -> None:
        super().__init__(engine, loaders)
        self.static_files = settings.STORAGES["staticfiles"]
        setting_changed.connect(self.forget)

    def cache_key(self, template_name: str, skip: Any = None) -> str:
        """Its name, the language that holds now, and whether addresses begin as they mostly do."""
        return f"{get_language()}:{is_at_root()}:{super().cache_key(template_name, skip)}"

    def forget(self, setting: str, **_: object) -> None:
        """Fold anew, when a setting has changed that text depends on."""
        if setting in SETTINGS or self.static_files != settings.STORAGES["staticfiles"]:
            self.static_files = settings.STORAGES["staticfiles"]
            self.reset()


class _Address(URLNode):
    """`{% url … %}` with values for its parts."""

    def render(self, context: Context) -> str:
        """As Django's, where that asks for `reverse`."""
        name, *values = [value.resolve(context) for value in (self.view_name, *self.args)]
        if not (isinstance(name, str) and all(type(value) in {str, int} for value in values)):
            return str(super().render(context))
        try:
            url = address_at(_where(context), name, tuple(values))
        except NoReverseMatch:
            return str(super().render(context))
        if not self.asvar:
            return escape(url) if context.autoescape else url
        context[self.asvar] = url
        return ""


def _where(context: Context) -> Where:
    """Which addresses hold, asked once for a rendering."""
    kept: dict[Any, Any] = context.render_context.dicts[0]
    if WHERE not in kept:
        kept[WHERE] = where()
    found: Where = kept[WHERE]
    return found


def _quick(node: Node) -> Node:
    """A node that gives the same sooner, or this one."""
    if isinstance(node, ExtendsNode) and is_literal(cast("FilterExpression", node.parent_name)):
        return _Extending(node)
    node = scoped(quick(said_once(node)))
    if not isinstance(node, URLNode) or node.kwargs:
        return node
    made = _Address(node.view_name, node.args, {}, node.asvar)
    made.token, made.origin = node.token, node.origin
    return made


def _at_once(node: Node) -> Node:
    """The same, rendered without looking whether an error's page would show its line."""
    node.render_annotated = node.render  # type: ignore[method-assign]  # of this one
    return node


def _nodelists(node: Node) -> list[NodeList]:
    """What is within it, as lists that can be changed."""
    if isinstance(node, IfNode):
        return [within for _condition, within in node.conditions_nodelists]
    found = (getattr(node, name, None) for name in node.child_nodelists)
    return [within for within in found if isinstance(within, NodeList)]


def _text_node(text: str, instead_of: Node) -> TextNode:
    made = TextNode(text)
    made.token, made.origin = instead_of.token, instead_of.origin
    return made
