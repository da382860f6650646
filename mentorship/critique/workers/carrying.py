"""The worker that carries threads along: each gets its place in a version that has become ready.

A thread starts from the last version before that in which it was anywhere, so that words that come
back are found again. What is found out stands in rows: running twice changes nothing, and a version
that nobody has carried to says so in its own row, which is all that the sweep looks at.

Words that were suggested are looked for before those they are for: who finds them there need not be
told that the old ones are gone. Those that were to be left out, and are, are gone as suggested. So are words as they were before they changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from mentorship.critique.models import Placement, Suggestion, Thread
from mentorship.critique.outcomes import become
from mentorship.critique.threads.changes import hold, lock, mark_changed
from mentorship.critique.threads.facts import proposed_words
from mentorship.documents.anchors.boxes import around, is_same, moved
from mentorship.documents.anchors.relocation import Anchor, Carried, Fate
from mentorship.documents.anchors.relocation import carry as carried
from mentorship.documents.anchors.selectors import Quote, Span, quote_of
from mentorship.documents.anchors.suggested import Suggested, followed, were_left_out
from mentorship.documents.lines import ReadingCopy
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.work.bulkheads import each

How = Placement.How
SAME_PAGE = 0.4  # how sure it is that a page, or a picture on it, is still the one that was meant


class Last(NamedTuple):
    """Where a thread was last anywhere, its row in the version before, and where its words last stood
    as they were before they changed, if they did."""

    where: Placement
    row: Placement
    origin: Placement | None


def carry_all() -> None:
    """Carry to every ready version to which something may have to be carried."""
    waiting = Version.objects.ready().filter(awaits_carrying=True)
    each(list(waiting.order_by("pk").values_list("pk", flat=True)[:100]), carry)


def carry(version_id: int) -> None:
    """Place the threads of earlier versions in this one, all in one transaction."""
    version = Version.objects.ready().select_related("document").filter(pk=version_id).first()
    if version is None:
        return
    lacking = _lacking(version)
    placed = list(_placed(version, _lasts(version, lacking)))
    with suppress(Refused), transaction.atomic():  # a version that has gone needs none
        moment = lock(version.document)
        hold(version)  # as whoever says more about an earlier one does until that is written
        # What was carried or deleted meanwhile is left alone.
        threads = {thread.pk: thread for thread in lacking.all()}
        found = [one for one in placed if one.thread_id in threads]
        Placement.objects.bulk_create(found)
        changed = [threads[one.thread_id] for one in found]
        mark_changed([thread for thread in changed if thread.changed_at], moment)
        _tick([threads[one.thread_id] for one in found if one.is_suggested], version, moment)
        if len(found) == len(threads):  # else something came meanwhile: the next sweep carries it
            Version.objects.filter(pk=version.pk).update(awaits_carrying=False)


def _lacking(version: Version) -> QuerySet[Thread]:
    """Threads that stand in a version before this one and have no row in it."""
    before = Placement.objects.filter(thread=OuterRef("pk"), version__number__lt=version.number)
    here = Placement.objects.filter(thread=OuterRef("pk"), version=version)
    threads = Thread.objects.filter(document=version.document, deleted_at=None)
    return threads.filter(Exists(before), ~Exists(here))


def _tick(threads: Iterable[Thread], version: Version, moment: datetime) -> None:
    """What was suggested is in this version: so it is since that can be read, unless she said otherwise."""
    for thread in threads:
        if thread.use in {"", Thread.Use.USED}:
            become(thread, Thread.Use.USED, by=None, moment=moment, at=version.ready_at)
        accepted = Suggestion.objects.accepted().filter(comment__thread=thread)
        accepted.filter(done_at=None).update(done_at=version.ready_at)


def _lasts(version: Version, threads: QuerySet[Thread]) -> list[Last]:
    rows = Placement.objects.filter(thread__in=threads, version__number__lt=version.number)
    lasts: dict[int, Last] = {}
    for row in rows.select_related("thread").order_by("version__number"):
        before = lasts.get(row.thread_id)
        is_lost = before is not None and before.where.is_anywhere and not row.is_anywhere
        where = before.where if before and is_lost else row
        origin = None
        if before and where.how == How.REWORDED:
            origin = before.where if before.where.how != How.REWORDED else before.origin
        lasts[row.thread_id] = Last(where, row, origin)
    return list(lasts.values())


def _wordings(lasts: Iterable[Last]) -> dict[int, str]:
    """The words that these threads suggest and that are not found yet, by thread."""
    open_ones = [last.row.thread_id for last in lasts if not last.where.is_suggested]
    return dict(proposed_words(Thread.objects.filter(pk__in=open_ones)))


def _placed(version: Version, lasts: Sequence[Last]) -> Iterator[Placement]:
    """A row in `version` for each, version by version from which they come."""
    groups: defaultdict[int, list[Last]] = defaultdict(list)
    for last in lasts:
        groups[last.where.version_id].append(last)
    new = ReadingCopy.of(version) if groups else ReadingCopy("", [], set())
    restored, wordings = _restored(lasts, new), _wordings(lasts)
    for source in Version.objects.filter(pk__in=groups):
        old = ReadingCopy.of(source)
        group = groups[source.pk]
        anchors = [_anchor(last.where, old) for last in group]
        found = iter(carried([anchor for anchor in anchors if anchor], old.text, new.text))
        known = [next(found) if anchor else None for anchor in anchors]
        asked = _asked(zip(group, anchors, known, strict=True), wordings)
        suggested = _followed(asked, old, new)
        for last, carried_ in zip(group, known, strict=True):
            pk = last.row.thread_id
            if pk in suggested:
                place = _suggested(last, suggested[pk], new)
                place.settled_at = version.ready_at
            elif pk in restored:
                place = _at(restored[pk], new)
            elif pk in asked and not wordings[pk] and were_left_out(asked[pk], old.text, new.text):
                place = _gone(last, asked[pk].carried.confidence, None, new)
                place.is_suggested, place.settled_at = True, version.ready_at
            else:
                place = _worded(last, carried_, old, new) if carried_ else _wordless(last, new)
            place.thread, place.version = last.where.thread, version
            yield place


def _restored(lasts: Iterable[Last], new: ReadingCopy) -> dict[int, Carried]:
    """Of words that changed since: where they are as they were before, by thread."""
    groups: defaultdict[int, list[Placement]] = defaultdict(list)
    for last in lasts:
        if last.origin and last.origin.start is not None and not last.origin.box:
            groups[last.origin.version_id].append(last.origin)
    found: dict[int, Carried] = {}
    for source in Version.objects.filter(pk__in=groups):
        old = ReadingCopy.of(source)
        origins = groups[source.pk]
        anchors = list(filter(None, (_anchor(origin, old) for origin in origins)))
        for origin, one in zip(origins, carried(anchors, old.text, new.text), strict=True):
            if one.fate in {Fate.UNCHANGED, Fate.MOVED}:
                found[origin.thread_id] = one
    return found


def _asked(
    group: Iterable[tuple[Last, Anchor | None, Carried | None]], wordings: Mapping[int, str]
) -> dict[int, Suggested]:
    """What was suggested for the words of a version, by thread."""
    return {
        last.row.thread_id: Suggested(anchor, wordings[last.row.thread_id], found)
        for last, anchor, found in group
        if anchor and found and last.row.thread_id in wordings and not last.where.box
    }


def _followed(
    asked: Mapping[int, Suggested], old: ReadingCopy, new: ReadingCopy
) -> dict[int, Carried]:
    """Where the words are that were suggested for those of a version, by thread."""
    there = followed(list(asked.values()), old.text, new.text) if asked else []
    return {pk: one for pk, one in zip(asked, there, strict=True) if one}


def _anchor(where: Placement, old: ReadingCopy) -> Anchor | None:
    """The words a thread is about, or those in its box; None when there are none."""
    if where.start is not None and where.end is not None:
        quote = Quote(where.quote, where.prefix, where.suffix)
        return Anchor(quote, Span(where.start, where.end))
    if where.box and where.page and (lines := old.lines_in(where.page, where.box)):
        span = Span(min(line.start for line in lines), max(line.end for line in lines))
        return Anchor(quote_of(span, old.text), span)
    return None


def _worded(last: Last, found: Carried, old: ReadingCopy, new: ReadingCopy) -> Placement:
    """The row of a thread whose words were looked for."""
    where = last.where
    if where.box:
        return _boxed(where, found, old, new) or _wordless(last, new)
    if found.span is None:
        return _gone(last, found.confidence, found.guess, new)
    place = _at(found, new)
    if found.fate is Fate.REWORDED:
        place.was = where.quote
    elif where.how == How.REWORDED:  # nobody has said yet, or said already, what that change was
        place.how, place.was, place.settled_at = How.REWORDED, where.was, where.settled_at
        place.is_suggested = where.is_suggested
    return place


def _suggested(last: Last, found: Carried, new: ReadingCopy) -> Placement:
    """The row of a thread whose words are now those that its author suggested."""
    place = _at(found, new)
    place.how, place.was, place.is_suggested = How.REWORDED, last.where.quote, True
    return place


def _at(found: Carried, new: ReadingCopy) -> Placement:
    """A row where these words are: they are somewhere."""
    assert found.span is not None  # noqa: S101 - what is gone has a row of its own
    quote = quote_of(found.span, new.text)
    line = new.line_at(found.span.start)
    return Placement(
        how=How(found.fate),
        quote=quote.text,
        prefix=quote.prefix,
        suffix=quote.suffix,
        start=found.span.start,
        end=found.span.end,
        line=line.number if line else None,
        page=line.page if line else None,
        confidence=found.confidence,
    )


def _boxed(
    where: Placement, found: Carried, old: ReadingCopy, new: ReadingCopy
) -> Placement | None:
    """Its box around the same lines on their new page; None when they are not together any more."""
    lines = list(new.lines_of(found.span)) if found.span else []
    if len({line.page for line in lines}) != 1 or not where.box or not where.page:
        return None
    before = around(line.box for line in old.lines_in(where.page, where.box))
    box = moved(where.box, before, around(line.box for line in lines))
    stays = lines[0].page == where.page and is_same(box, where.box)
    how = How.UNCHANGED if stays else How.MOVED
    return Placement(how=how, page=lines[0].page, box=box, confidence=found.confidence)


def _wordless(last: Last, new: ReadingCopy) -> Placement:
    """The row of a thread about the whole, or about a page or a picture that has no words."""
    where = last.where
    if where.page is None:
        return Placement(how=How.UNCHANGED)
    if where.page not in new.pages:
        return _gone(last, 1.0, None, new)
    return Placement(how=How.UNCHANGED, page=where.page, box=where.box, confidence=SAME_PAGE)


def _gone(last: Last, confidence: float, guess: Span | None, new: ReadingCopy) -> Placement:
    """The row of a thread whose words are in this version no more: with the words they were, and
    where they may be. Whoever said of one offer that it is not there is not asked again."""
    was_gone = last.row.how == How.GONE
    row = Placement(how=How.GONE, was=last.where.quote, confidence=confidence)
    row.settled_at = last.row.settled_at if was_gone else None
    if guess:
        line = new.line_at(guess.start)
        row.guess = new.text[guess.start : guess.end]
        row.guess_start, row.guess_end = guess.start, guess.end
        row.guess_line = line.number if line else None
        row.guess_declined_at = last.row.guess_declined_at if was_gone else None
    return row
