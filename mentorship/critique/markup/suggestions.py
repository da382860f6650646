"""Proposed wording as HTML: what would go and what would stand there, word by word."""

from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mentorship.critique.margin.cards import ShownSuggestion, State
from mentorship.documents.text.changes import How
from mentorship.documents.text.rewording import stretches


@dataclass(frozen=True, slots=True)
class Words:
    """What suggestions say, translated once for all of them."""

    title: str
    deleted: str
    inserted: str
    kept: str
    accept: str
    decline: str
    undo: str
    states: dict[State, str]


def words() -> Words:
    """In the language of the reader."""
    return Words(
        title=escape(_("Suggested wording")),
        deleted=f'<span class="visually-hidden">{escape(_("Removed:"))} </span>',
        inserted=f'<span class="visually-hidden">{escape(_("Added:"))} </span>',
        kept=f'<span class="visually-hidden">{escape(_("Unchanged:"))} </span>',
        accept=escape(_("Accept")),
        decline=escape(_("Decline")),
        undo=escape(_("Undo")),
        states={
            State.OPEN: "",
            State.ACCEPTED: escape(_("Accepted")),
            State.DECLINED: escape(_("Declined")),
            State.DONE: escape(_("Accepted and worked in")),
        },
    )


def difference(old: str, new: str, said: Words) -> str:
    """HTML of `old` becoming `new`, with words for whoever does not see what is struck through."""
    html, before = [], How.KEPT
    for how, stretch in stretches(old, new):
        text = escape(stretch.rstrip())
        blank = stretch[len(stretch.rstrip()) :]
        if how is How.DELETED:
            html.append(f"<del>{said.deleted}{text}</del>{blank}")
        elif how is How.INSERTED:
            html.append(f"<ins>{said.inserted}{text}</ins>{blank}")
        else:
            html.append(f"{said.kept if before is not How.KEPT else ''}{text}{blank}")
        before = how
    return "".join(html)


def reworded(old: str, new: str) -> SafeString:
    """The same for a template."""
    return SafeString(difference(old, new, words()))


def _in_draft(suggestion: ShownSuggestion) -> str:
    """Whether the words of a text that is written here are in it, and where that is."""
    if not suggestion.draft:
        return ""
    if suggestion.is_in_draft:
        said = _("It is in your draft.") if suggestion.new else _("Your draft goes without them.")
    elif suggestion.state is State.ACCEPTED:
        said = _("These words were not found in your draft, so please change it yourself.")
    else:
        return ""
    link = f'<a href="{suggestion.draft}">{escape(_("Open the draft"))}</a>'
    return f' <span class="quiet">{escape(said)} {link}</span>'


def block(suggestion: ShownSuggestion, ref: str, address: str, why: str, said: Words) -> str:
    """The suggestion in a thread: the difference, what became of it, and what the seeker may press.

    address  of its comment
    why      HTML that stands between the two
    """
    state = said.states[suggestion.state]
    acts = f'<span class="suggestion-state">{state}</span>' if state else ""
    if suggestion.may_decide:
        presses = (
            [("acceptance", said.accept), ("declining", said.decline)]
            if suggestion.state is State.OPEN
            else [("reconsidering", said.undo)]
        )
        acts += "".join(
            [
                f' <button form="acts" type="submit" data-press="suggestion-{ref}"'
                f' formaction="{address}{path}/">{word}</button>'
                for path, word in presses
            ]
        )
    acts += _in_draft(suggestion)
    if acts:
        acts = f'<p class="suggestion-acts">{acts}</p>'
    shown = difference(suggestion.old, suggestion.new, said)
    return (
        f'<div class="suggestion is-{suggestion.state}"><p class="suggestion-title">{said.title}</p>'
        f'<p class="suggestion-words" dir="auto">{shown}</p>{why}{acts}</div>'
    )
