"""What templates of controls are made of."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from mentorship.toolbox.markup import controls

register = template.Library()


@register.simple_tag
def attributes(widget: dict[str, Any]) -> SafeString:
    """A widget's attributes, each after a space: `toolbox.markup.controls` says which."""
    return controls.attributes(widget)
