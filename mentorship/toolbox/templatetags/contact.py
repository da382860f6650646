"""Whom people can write to, on pages: also on those that stand alone, without a request."""

from django import template

from mentorship.toolbox import contact

register = template.Library()


@register.simple_tag
def contact_links() -> list[tuple[str, str]]:
    """Name and address of each page that the operator gave."""
    return list(contact.links())


@register.inclusion_tag("ui/write_to.html")
def write_to() -> dict[str, str]:
    """The address or the page as a link; nothing where there is none."""
    return {"told": contact.written_to(), "href": contact.leads_to()}


@register.simple_tag
def can_be_written_to() -> bool:
    """Whether there is somebody to write to."""
    return bool(contact.written_to())
