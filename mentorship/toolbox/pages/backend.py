"""Django's templates, which let go of what a page was made of as soon as it is written.

In Django a context and the layer it puts over its first values refer to one another, so that all that a page shows,
a thousand comments, stays until the collector of garbage comes by, and makes it come sooner.
"""

from typing import Any

from django.http import HttpRequest
from django.template import TemplateDoesNotExist
from django.template.backends.django import DjangoTemplates, Template, reraise
from django.template.context import make_context


class Templates(DjangoTemplates):
    """Django's own, but for that."""

    def get_template(self, template_name: str) -> "Page":
        """The template of this name."""
        return Page(super().get_template(template_name).template, self)


class Page(Template):
    """One template of its files."""

    def render(
        self, context: dict[str, Any] | None = None, request: HttpRequest | None = None
    ) -> Any:
        """As Django's; of the context nothing is left."""
        made = make_context(context, request, autoescape=self.backend.engine.autoescape)
        try:
            said = self.template.render(made)
        except TemplateDoesNotExist as missing:
            reraise(missing, self.backend)
        made.dicts.clear()
        return said
