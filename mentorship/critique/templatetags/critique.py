"""Threads, lines and what comments say, in templates."""

from django import template

from mentorship.critique.markup.lines import blocks
from mentorship.critique.markup.software import software_rows
from mentorship.critique.markup.suggestions import reworded
from mentorship.critique.markup.threads import articles
from mentorship.toolbox.words import sanitiser

register = template.Library()
register.filter("articles", articles)
register.filter("line_blocks", blocks)
register.filter("reworded", reworded)
register.filter("software_rows", software_rows)
register.filter("stored", sanitiser.stored)
