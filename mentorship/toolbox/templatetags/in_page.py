"""Styles and scripts that stand in the page itself, taken from the files they are written in.

For the reading page's first sight alone (`templates/critique/reading/_first_sight.html` says why). What is put
in keeps to the content security policy by the nonce of its element.
"""

from functools import cache

from django import template
from django.utils.safestring import SafeString

from mentorship.toolbox.pages import joining
from mentorship.toolbox.pages.constants import constant
from mentorship.toolbox.pages.finders import SCRIPTS, STYLES

register = template.Library()


@register.simple_tag
@constant
def styles_of(names: str) -> SafeString:
    """The rules of these files in static/css, for a <style>."""
    return _styles(tuple(names.split()))


@register.simple_tag
@constant
def script_of(name: str) -> SafeString:
    """This module in static/js with all that it imports, for a <script>."""
    return _script(name)


@cache
def _styles(names: tuple[str, ...]) -> SafeString:
    return _within("</style", joining.styles(STYLES, names))


@cache
def _script(name: str) -> SafeString:
    return _within("</script", joining.script(SCRIPTS, [name]))


def _within(end: str, text: str) -> SafeString:
    if end in text.lower():
        raise ValueError(f"{end} would end its element")
    return SafeString(text)
