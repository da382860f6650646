"""What a posting asks for as HTML: a row for each term, and what its reader can do about it.

What a person typed is escaped; all else are words, numbers and addresses of our own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentorship.critique.evidence.rows import Row
from mentorship.critique.models import Sighting
from mentorship.documents.models import Version
from mentorship.jobsearch.coverage.terms import Weight
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.pages.addresses import address

# As ui/enter_does_nothing.html, which says why.
FIRST = '<button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true" disabled></button>'
SAYS = Sighting.Says


@dataclass(frozen=True, slots=True)
class Place:
    """Where rows stand, and for whom.

    is_own  whether its seeker reads them: she changes what is looked for
    says    whether the reader says which of them she sees
    token   what a form has to send back
    """

    version: Version
    pursuit: Pursuit
    is_own: bool
    says: bool
    token: str


def rows(of: Iterable[Row], place: Place) -> SafeString:
    """An <li> for each term, for <ul class="terms">."""
    words = _Words(place)
    return SafeString("\n".join([_row(one, words, place) for one in of]))


class _Words:
    """What rows say again and again, translated and put together once for all of them."""

    def __init__(self, place: Place) -> None:
        version, pursuit = place.version, place.pursuit
        where = (version.document.ref, version.number, pursuit.ref)
        token = f'<input type="hidden" name="csrfmiddlewaretoken" value="{escape(place.token)}" />'
        self.page = version.get_absolute_url()
        self.marked = f"{self.page}?terms={pursuit.ref}#line-"
        self.ref = pursuit.ref
        self.change = f'<form method="post" action="{address("critique:terms", *where)}"'
        self.token = token
        self.tick = f'<form method="post" action="{address("critique:sightings", *where)}">{token}'
        self.states = {
            "exact": f'<span class="status good">{escape(_("There"))}</span>',
            "variant": f'<span class="status working">{escape(_("In other words"))}</span>',
            "missing": f'<span class="status waiting">{escape(_("Not there yet"))}</span>',
        }
        self.line = _("Line %(line)s")
        self.denied = escape(_("Named, but as something missing, planned or past:"))
        self.same = _("The same to you: %(words)s")
        self.says = {SAYS.SEEN: escape(_("I see it")), SAYS.UNSEEN: escape(_("I don’t"))}
        self.say = _('Say it here<span class="visually-hidden">: %(term)s</span>')
        self.to_change = _('Change<span class="visually-hidden">: %(term)s</span>')
        self.weigh = {
            Weight.REQUIRED: escape(_("It is only nice to have")),
            Weight.NICE: escape(_("It is required")),
        }
        self.drop = escape(_("Leave it out"))
        self.others = escape(_("Other words that say the same, with commas between them"))
        self.save = escape(_("Save"))

    def at(self, line: int) -> str:
        """A link to a line of the text, with all of it marked."""
        return f'<a href="{self.marked}{line}">{escape(self.line % {"line": line})}</a>'


def _row(row: Row, words: _Words, place: Place) -> str:
    term = escape(row.entry.text)
    ticks = _ticks(row, term, words) if place.says else ""
    change = _change(row, term, words) if place.is_own else ""
    return (
        f'<li class="term is-{row.state}" id="{row.anchor}"><p class="term-name" dir="auto">{term}</p>'
        f'<div class="term-facts">{_facts(row, words)}</div>{ticks}{change}</li>'
    )


def _facts(row: Row, words: _Words) -> str:
    state = [words.states[row.state]]
    state += [words.at(row.line)] if row.line else []
    state += [_quoted(row.words)] if row.words else []
    facts = [f'<p class="term-state">{" ".join(state)}</p>']
    if row.denied_line:
        denied = f"{words.denied} {words.at(row.denied_line)} {_quoted(row.denied_words)}"
        facts.append(f'<p class="term-denied small">{denied}</p>')
    if row.same_as:
        facts.append(f'<p class="quiet small">{escape(words.same % {"words": row.same_words})}</p>')
    facts += [
        f'<p class="term-spoken small is-{one.says}">{escape(one.words)}</p>' for one in row.spoken
    ]
    return "".join(facts)


def _quoted(words: str) -> str:
    return f'<q class="term-words" dir="auto">{escape(words)}</q>'


def _ticks(row: Row, term: str, words: _Words) -> str:
    """What she sees of it, pressed once more to take it back; or a comment about it."""
    buttons = "".join(
        f'<button type="submit" class="tick" name="says" value="{"" if row.own == says else says.value}"'
        f' aria-pressed="{"true" if row.own == says else "false"}">{label}</button>'
        for says, label in words.says.items()
    )
    say = f"{words.page}?{row.place}&amp;say={quote(row.entry.text, safe='')}&amp;terms={words.ref}"
    return (
        f'<div class="term-ticks">{words.tick}'
        f'<input type="hidden" name="name" value="{escape(row.entry.name)}" />{FIRST}{buttons}</form>'
        f'<a class="tick-say" href="{say}">{words.say % {"term": term}}</a></div>'
    )


def _change(row: Row, term: str, words: _Words) -> str:
    """How its seeker weighs it, leaves it out, or says what is the same to her."""
    is_required = row.entry.weight is Weight.REQUIRED
    other = Weight.NICE if is_required else Weight.REQUIRED
    named = f'{words.token}<input type="hidden" name="text" value="{term}" />'
    plain = '<button type="submit" class="button plain"'
    return (
        f'<details class="term-change"><summary>{words.to_change % {"term": term}}</summary>'
        f'{words.change}>{named}<input type="hidden" name="weight" value="{other.value}" />{FIRST}'
        f'<div class="actions">{plain} name="change" value="weigh">{words.weigh[row.entry.weight]}'
        f'</button> {plain} name="change" value="drop">{words.drop}</button></div></form>'
        f'{words.change} class="term-same">{named}<input type="hidden" name="change" value="same" />'
        f'<label>{words.others} <input type="text" name="same_as" value="{escape(row.same_as)}"'
        f' autocomplete="off" dir="auto" /></label> {plain}>{words.save}</button></form></details>'
    )
