"""The named formats of `toolbox.clock.dates`, as filters: `{{ when|full_day }}`. Nothing for no day."""

from django import template

from mentorship.toolbox.clock.dates import FORMATS, or_nothing

register = template.Library()

for one in FORMATS:
    register.filter(one.__name__, or_nothing(one))
