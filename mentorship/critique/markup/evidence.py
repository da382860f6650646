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
from mentorship.toolbox.words.spoken import once_a_language

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
    here, words = _Here(place), _words()
    return SafeString("\n".join([_row(one, here, words, place) for one in of]))


@dataclass(frozen=True, slots=True)
class _Words:
    """What rows say again and again."""

    states: dict[str, str]
    line: str
    denied: str
    same: str
    says: dict[Sighting.Says, str]
    say: str
    to_change: str
    weigh: dict[Weight, str]
    drop: str
    others: str
    save: str


@once_a_language
def _words() -> _Words:
    return _Words(
        states={
            "exact": f'<span class="status good">{escape(_("There"))}</span>',
            "variant": f'<span class="status working">{escape(_("In other words"))}</span>',
            "missing": f'<span class="status waiting">{escape(_("Not there yet"))}</span>',
        },
        line=_("Line %(line)s"),
        denied=escape(_("Named, but as something missing, planned or past:")),
        same=_("The same to you: %(words)s"),
        says={SAYS.SEEN: escape(_("I see it")), SAYS.UNSEEN: escape(_("I don’t"))},
        say=_('Say it here<span class="visually-hidden">: %(term)s</span>'),
        to_change=_('Change<span class="visually-hidden">: %(term)s</span>'),
        weigh={
            Weight.REQUIRED: escape(_("It is only nice to have")),
            Weight.NICE: escape(_("It is required")),
        },
        drop=escape(_("Leave it out")),
        others=escape(_("Other words that say the same, with commas between them")),
        save=escape(_("Save")),
    )


class _Here:
    """The addresses and beginnings of forms that all rows share."""

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

    def at(self, line: int, words: _Words) -> str:
        """A link to a line of the text, with all of it marked."""
        return f'<a href="{self.marked}{line}">{escape(words.line % {"line": line})}</a>'


def _row(row: Row, here: _Here, words: _Words, place: Place) -> str:
    term = escape(row.entry.text)
    ticks = _ticks(row, term, here, words) if place.says else ""
    change = _change(row, term, here, words) if place.is_own else ""
    return (
        f'<li class="term is-{row.state}" id="{row.anchor}"><p class="term-name" dir="auto">{term}</p>'
        f'<div class="term-facts">{_facts(row, here, words)}</div>{ticks}{change}</li>'
    )


def _facts(row: Row, here: _Here, words: _Words) -> str:
    state = [words.states[row.state]]
    state += [here.at(row.line, words)] if row.line else []
    state += [_quoted(row.words)] if row.words else []
    facts = [f'<p class="term-state">{" ".join(state)}</p>']
    if row.denied_line:
        denied = f"{words.denied} {here.at(row.denied_line, words)} {_quoted(row.denied_words)}"
        facts.append(f'<p class="term-denied small">{denied}</p>')
    if row.same_as:
        facts.append(f'<p class="quiet small">{escape(words.same % {"words": row.same_words})}</p>')
    facts += [
        f'<p class="term-spoken small is-{one.says}">{escape(one.words)}</p>' for one in row.spoken
    ]
    return "".join(facts)


def _quoted(words: str) -> str:
    return f'<q class="term-words" dir="auto">{escape(words)}</q>'


def _ticks(row: Row, term: str, here: _Here, words: _Words) -> str:
    """What she sees of it, pressed once more to take it back; or a comment about it."""
    buttons = "".join(
        f'<button type="submit" class="tick" name="says" value="{"" if row.own == says else says.value}"'
        f' aria-pressed="{"true" if row.own == says else "false"}">{label}</button>'
        for says, label in words.says.items()
    )
    say = f"{here.page}?{row.place}&amp;say={quote(row.entry.text, safe='')}&amp;terms={here.ref}"
    return (
        f'<div class="term-ticks">{here.tick}'
        f'<input type="hidden" name="name" value="{escape(row.entry.name)}" />{FIRST}{buttons}</form>'
        f'<a class="tick-say" href="{say}">{words.say % {"term": term}}</a></div>'
    )


def _change(row: Row, term: str, here: _Here, words: _Words) -> str:
    """How its seeker weighs it, leaves it out, or says what is the same to her."""
    is_required = row.entry.weight is Weight.REQUIRED
    other = Weight.NICE if is_required else Weight.REQUIRED
    named = f'{here.token}<input type="hidden" name="text" value="{term}" />'
    plain = '<button type="submit" class="button plain"'
    return (
        f'<details class="term-change"><summary>{words.to_change % {"term": term}}</summary>'
        f'{here.change}>{named}<input type="hidden" name="weight" value="{other.value}" />{FIRST}'
        f'<div class="actions">{plain} name="change" value="weigh">{words.weigh[row.entry.weight]}'
        f'</button> {plain} name="change" value="drop">{words.drop}</button></div></form>'
        f'{here.change} class="term-same">{named}<input type="hidden" name="change" value="same" />'
        f'<label>{words.others} <input type="text" name="same_as" value="{escape(row.same_as)}"'
        f' autocomplete="off" dir="auto" /></label> {plain}>{words.save}</button></form></details>'
    )
