"""The named formats of `toolbox.dates`, as filters: `{{ when|full_day }}`. Nothing for no day."""

from collections.abc import Callable
from datetime import date

from django import template

from mentorship.toolbox.dates import FORMATS

register = template.Library()


def _or_nothing(written: Callable[..., str]) -> Callable[[date | None], str]:
    return lambda when: written(when) if when else ""


for one in FORMATS:
    register.filter(one.__name__, _or_nothing(one))
