"""The modules of a page, and where they find one another."""

import json
from functools import cache

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from mentorship.toolbox.pages.constants import constant

# A module that another one imports gets a name here, but for what is joined (toolbox.finders).
IMPORTED = (
    "common/dates",
    "common/fragments",
    "common/look-again",
    "common/pointer-press",
    "common/typing",
    "forms/file-names",
    "forms/keeping",
    "forms/lengths",
    "forms/mention-names",
    "forms/saved-words",
    "forms/send-file",
    "forms/typed-offers",
)

register = template.Library()


@register.simple_tag
@constant
@cache
def import_map(*names: str) -> SafeString:
    """The import map as JSON: plain addresses to those with a hash; without names, of all."""
    shown = names or IMPORTED
    imports = {f"{settings.STATIC_URL}js/{name}.js": static(f"js/{name}.js") for name in shown}
    return SafeString(json.dumps({"imports": imports}, separators=(",", ":")))


@register.simple_tag
@cache
def module_scripts(names: str) -> SafeString:
    """A script for each of these modules, whose names have spaces between."""
    found = ((static(f"js/{name}.js"),) for name in names.split())
    return format_html_join("", '<script type="module" src="{}"></script>', found)
