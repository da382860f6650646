"""Threads as HTML: the one place of their markup, for the margin and for the answers to a script.

Made here and not in a template: a page of a thousand threads asks for forty thousand facts, and
looking each up by its name would take three times as long as all the rest of the page. What is put
in is either escaped here, sanitised when it was written, or a number or a ref of our own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TypeAlias

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.critique.margin.cards import (
    Agreed,
    Begun,
    ShownComment,
    ShownThread,
    State,
    Weight,
)
from mentorship.critique.markup import suggestions
from mentorship.critique.markup.relocations import relocation_html
from mentorship.documents.text import rewording
from mentorship.toolbox.words.phrases import listed
from mentorship.toolbox.words.spoken import once_a_language

Escaping: TypeAlias = Callable[[str], str]


def articles(threads: Iterable[ShownThread]) -> SafeString:
    """An <article> for each thread, in the order they are given.

    A script puts each where the one with its id is.
    """
    shown = list(threads)
    if not shown:
        return SafeString("")
    words, escaped = _words(), cache(escape)
    return SafeString("\n".join([_article(thread, words, escaped) for thread in shown]))


@dataclass(frozen=True, slots=True)
class _Words:
    """What articles say, translated once for all of them."""

    resolved: str
    draft: str
    unsent: str
    edited: str
    link: str
    deleted: str
    send: str
    edit: str
    delete: str
    reply: str
    resolve: str
    reopen: str
    why: str
    agree: str
    withdraw: str
    heard: str
    wording: suggestions.Words


@once_a_language
def _words() -> _Words:
    return _Words(
        resolved=f' <span class="thread-state">{escape(_("Resolved"))}</span>',
        draft=f' <span class="comment-draft">{escape(_("Only you see this until you finish"))}</span>',
        unsent=f' <span class="comment-draft">{escape(_("Not sent: the round is closed"))}</span>',
        edited=escape(_("edited")),
        link=escape(_("Link")),
        deleted=escape(_("This comment was deleted.")),
        send=escape(_("Send this one now")),
        edit=escape(_("Edit")),
        delete=escape(_("Delete")),
        reply=escape(_("Reply")),
        resolve=escape(_("Resolve")),
        reopen=escape(_("Reopen")),
        why=f'<b class="comment-why-word">{escape(_("Why:"))}</b>',
        agree=escape(_("Agree")),
        withdraw=escape(_("Undo")),
        heard=f'<p class="thread-heard quiet">{escape(_("Everyone you asked reads what you write here."))}</p>',
        wording=suggestions.words(),
    )


def _article(thread: ShownThread, words: _Words, escaped: Escaping) -> str:
    """One thread with all that is said in it.

    escaped  as `escape`, of what stands in many threads: names, days, places
    """
    place, kind, quote = escaped(thread.place), escaped(thread.kind_word), _quote(thread)
    facts, target = _where(thread)
    if target:
        head = f'<a class="thread-place" href="{thread.page}#{target}">{place}</a>'
    else:
        head = f'<span class="thread-place">{place}</span>'
    if kind:
        head += f' <span class="thread-kind">{kind}</span>'
    if thread.is_resolved:
        head += _state(thread.weight.use_word) or words.resolved
    head += _replies(len(thread.comments) - 1)
    if thread.is_aside:
        facts += " data-aside"
    if thread.relocation:
        quote += relocation_html(thread.relocation)
        facts += " data-unplaced" if thread.is_gone else ""
    return (
        f'<article class="thread kind-{thread.shape}{" is-resolved" if thread.is_resolved else ""}"'
        f' id="thread-{thread.ref}" tabindex="-1" aria-label="{place}"{facts}>'
        f'<header class="thread-head">{head}</header>{quote}{_said(thread, words, escaped)}'
        f"{_acts(thread, words)}</article>"
    )


def _state(word: str) -> str:
    """What became of it; empty while nobody has said."""
    return f' <span class="thread-state">{escape(word)}</span>' if word else ""


def _replies(count: int) -> str:
    """How much was answered: a thread that is short shows what it began with, and no more."""
    if count < 1:
        return ""
    said = ngettext("%(count)s reply", "%(count)s replies", count) % {"count": count}
    return f' <span class="thread-replies">{escape(said)}</span>'


def _said(thread: ShownThread, words: _Words, escaped: Escaping) -> str:
    """All that was said in it, who agrees, and what it weighs."""
    said = "".join([_comment(comment, words, escaped) for comment in thread.comments])
    heard = words.heard if thread.begun is Begun.ASKED and thread.may_resolve else ""
    return said + heard + _agreed(thread.agreed) + _weight(thread.weight)


def _agreed(agreed: Agreed) -> str:
    """One line with who agrees; empty for nobody."""
    if not agreed.names:
        return ""
    count = len(agreed.names)
    if count == 1 and agreed.is_hers:
        said = _("You agree")
    else:
        words = ngettext("%(names)s agrees", "%(names)s agree", count)
        said = words % {"names": listed(agreed.names)}
    return f'<p class="thread-agreed quiet">{escape(said)}</p>'


def _weight(weight: Weight) -> str:
    """Others about the same words, what was decided, what became of it; empty for nothing to say."""
    html = ""
    if weight.beside:
        count = weight.beside
        words = ngettext(
            "%(count)s point about the same words", "%(count)s points about the same words", count
        )
        said = escape(words % {"count": count})
        linked = f'<a href="{weight.url}">{said}</a>' if weight.url else said
        html += f'<p class="thread-beside">{linked}</p>'
    if weight.decision:
        by = weight.seeker
        who = escape(_("%(name)s decided:") % {"name": by} if by else _("You decided:"))
        why = weight.decision_why
        because = f' <span class="quiet" dir="auto">{escape(why)}</span>' if why else ""
        html += (
            f'<p class="thread-decision"><b>{who}</b>'
            f' <span dir="auto">{escape(weight.decision)}</span>{because}</p>'
        )
    if weight.use_word and weight.reason:
        reason = f'<span dir="auto">{escape(weight.reason)}</span>'
        html += f'<p class="thread-use">{escape(weight.use_word)}: {reason}</p>'
    return html


def _quote(thread: ShownThread) -> str:
    """The words it is about, unless its first comment shows them with others in their place."""
    suggestion = thread.comments[0].suggestion if thread.comments else None
    if not thread.quote or (suggestion and not rewording.is_other(suggestion.old, thread.quote)):
        return ""
    return f'<blockquote class="thread-quote" dir="auto">{escape(thread.quote)}</blockquote>'


def _where(thread: ShownThread) -> tuple[str, str]:
    """Its place as attributes for a script, and the id of what it is about, if anything has one."""
    facts = f' data-question="{thread.question}"' if thread.question else ""
    if thread.start is not None:
        facts += f' data-start="{thread.start}" data-end="{thread.end}"'
    if thread.line:
        return f' data-line="{thread.line}"{facts}', f"line-{thread.line}"
    if thread.is_about_page:
        box = f' data-box="{",".join(map(str, thread.box))}"' if thread.box else ""
        return f' data-page="{thread.page_number}"{box}', f"page-{thread.page_number}"
    return facts, ""


def _comment(comment: ShownComment, words: _Words, escaped: Escaping) -> str:
    """What one person said, or that it was deleted."""
    if comment.is_deleted:
        gone = f'<p class="comment-gone quiet">{words.deleted}</p>'
        return f'<div class="comment" id="comment-{comment.ref}">{gone}</div>'
    acts = ""
    if comment.is_mine:
        send = ""
        if comment.may_send:
            send = (
                f'<button class="comment-send" form="acts" type="submit"'
                f' formaction="{comment.address}sending/">{words.send}</button> '
            )
        acts = (
            f'<p class="comment-acts">{send}<a class="comment-edit" href="{comment.address}">{words.edit}'
            f'</a> <a class="comment-delete" href="{comment.address}deletion/">{words.delete}</a></p>'
        )
    said = f'<div class="comment-text" dir="auto">{comment.html}</div>' if comment.html else ""
    why = ""
    if comment.why:
        why = f'<p class="comment-why" dir="auto">{words.why} {escape(comment.why)}</p>'
    if shown := comment.suggestion:
        why = suggestions.block(shown, comment.ref, comment.address, why, words.wording)
    return (
        f'<div class="comment{" is-draft" if comment.is_draft else ""}" id="comment-{comment.ref}">'
        f'<p class="comment-head"><b class="comment-author">{escaped(comment.author)}</b>{_lens(comment)}'
        f' <local-time><time datetime="{comment.moment}">{escaped(comment.day)}</time></local-time>'
        f"{_marks(comment, words)}</p>{said}{why}{acts}</div>"
    )


def _lens(comment: ShownComment) -> str:
    """From where its author reads, if she said so."""
    return f' <span class="lens">{escape(comment.lens)}</span>' if comment.lens else ""


def _marks(comment: ShownComment, words: _Words) -> str:
    """What is known of it besides who and when: its lasting address, and how it came here."""
    marks = f' <a class="comment-link" href="{comment.address}link/">{words.link}</a>'
    if comment.passed_on:
        marks += f' <span class="comment-passed-on">{escape(comment.passed_on)}</span>'
    if comment.is_edited:
        marks += f' <a class="comment-edited" href="{comment.address}earlier/">{words.edited}</a>'
    if comment.is_draft:
        marks += words.draft if comment.may_send else words.unsent
    return marks


def _has_undo(thread: ShownThread) -> bool:
    """Whether its suggestion offers to be undone, which opens the point again: one button is enough."""
    for one in thread.comments:
        told = one.suggestion
        if told and told.may_decide and told.state is not State.OPEN:
            return True
    return False


def _acts(thread: ShownThread, words: _Words) -> str:
    """What the reader may do with it."""
    acts = []
    if thread.may_reply:
        acts.append(f'<a class="thread-reply" href="{thread.address}">{words.reply}</a>')
    if thread.may_agree:
        path, word = (
            ("withdrawal", words.withdraw) if thread.agreed.is_hers else ("agreement", words.agree)
        )
        acts.append(
            f'<button form="acts" type="submit" data-press="agree"'
            f' formaction="{thread.address}{path}/">{word}</button>'
        )
    if thread.may_resolve and not _has_undo(thread):
        name, path, word = (
            ("reopen", "reopening", words.reopen)
            if thread.is_resolved
            else ("resolve", "resolution", words.resolve)
        )
        acts.append(
            f'<button class="thread-{name}" form="acts" type="submit" data-press="resolve"'
            f' formaction="{thread.address}{path}/">{word}</button>'
        )
    return f'<p class="thread-acts">{" ".join(acts)}</p>' if acts else ""
