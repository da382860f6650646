"""Pages about jobs as they are at other times: what a posting asks for, how its file is, letters that left."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.reader import as_account
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions as critique
from mentorship.documents import actions as documents
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch.models import PostingFile, Pursuit
from tests import make
from tests.browsing.browsers import signed_in
from tests.browsing.employer_letters import of
from tests.browsing.invitations import follow, links, press
from tests.make import evidence
from tests.pages.personas import World

SAID = "Two of them"


def jobs(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """What a posting asks for: where there is no text or no posting yet, and in the text itself."""
    mine = here.browsers["owner"]
    newer = make.ready(make.version(here.document, text=evidence.SHOWN))
    ben = as_visitor(here.invitation)
    critique.say_seen(newer, here.pursuit, by=ben, name="wound care", says="unseen")
    page = evidence.address(newer, here.pursuit)
    yield "asked for, next version", mine, mine.get(page)
    added = {"change": "add", "text": SAID, "same_as": SAID}
    mine.post(evidence.address(newer, here.pursuit, "terms"), added)
    yield "asked for, a term added", mine, mine.get(page)
    marked = {"terms": here.pursuit.ref}
    yield "asked for, in the text", mine, mine.get(newer.get_absolute_url(), marked)
    bare = make.pursuit(here.document.owner, posting="")
    yield "asked for, no posting", mine, mine.get(evidence.address(newer, bare))
    nobody = make.person("New")
    wanted = reverse("critique:evidence_of", args=[make.pursuit(nobody).ref])
    fresh = signed_in(nobody)
    yield "asked for, no text", fresh, fresh.get(wanted)
    told = {"whole": 1, "say": SAID, **marked}
    visitor = here.browsers["visitor"]
    yield "asked for, said", visitor, visitor.get(newer.get_absolute_url(), told)


def postings(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """The page of a job while its posting is read from a file, waits for us, or could not be read."""
    mine = here.browsers["owner"]
    file = make.posting_file(make.pursuit(here.document.owner, SAID, posting=""))
    page = file.pursuit.get_absolute_url()
    yield "posting being read", mine, mine.get(page)
    kept = PostingFile.objects.filter(pk=file.pk)
    kept.update(created_at=file.created_at - timedelta(minutes=1))
    yield "posting read for long", mine, mine.get(page)
    kept.update(trouble="interrupted")
    yield "posting that waits for us", mine, mine.get(page)
    kept.update(attempts=999)
    yield "posting tried no more", mine, mine.get(page)
    refused = {"state": "refused", "refusal": {"code": "damaged"}, "refused_at": timezone.now()}
    kept.update(trouble="", **refused)
    yield "posting refused", mine, mine.get(page)


def employers(here: World) -> Iterator[tuple[str, Client, HttpResponse]]:
    """A letter to an employer before and after it has left, and the job it is about."""
    mine = here.browsers["owner"]
    over = make.pursuit(here.document.owner, SAID, employer=SAID, stage="interview")
    yield "interview", mine, mine.get(over.get_absolute_url())
    thanks = make.to_employer(over, "thank_you")
    yield "thank-you letter", mine, mine.get(of(thanks))
    past = {"remind_on": "2020-01-01"}
    yield "thank-you letter, refused", mine, mine.post(of(thanks, "reminder"), past)
    mine.post(of(thanks, "reminder"))
    yield "thank-you letter, no reminder", mine, mine.get(of(thanks))
    jobsearch.end(over, by=as_account(over.owner), outcome="no")
    yield "they said no", mine, mine.get(over.get_absolute_url())
    asked = make.to_employer(over)
    yield "follow-up letter", mine, mine.get(of(asked))
    yield "follow-up letter sent", mine, mine.post(of(asked, "leaving"), follow=True)
    yield "follow-up letter, no answer", mine, mine.post(of(asked, "answer"))
    mine.post(of(asked, "answer"), {"answer": SAID})
    yield "follow-up letter answered", mine, mine.get(of(asked))
    yield "letters of a job", mine, mine.get(over.get_absolute_url())
    yield from debriefing(here, over)


def debriefing(here: World, pursuit: Pursuit) -> Iterator[tuple[str, Client, HttpResponse]]:
    """How a job went, as it is written and as somebody who is asked reads it."""
    mine, by = here.browsers["owner"], as_account(pursuit.owner)
    jobsearch.send(pursuit, here.version, by=by)
    written = jobsearch.write_about(pursuit, by=by, kind="debrief", key=uuid4())
    written = documents.save_draft(written, by=by, text=SAID, revision=1)
    draft = reverse("documents:draft", args=[written.ref])
    yield "debrief written", mine, mine.get(draft)
    version = make.ready(documents.save_as_version(written, by=by, key=uuid4()))
    yield "debrief, its page", mine, mine.get(written.get_absolute_url())
    read = version.get_absolute_url()
    yield "debrief read", mine, mine.get(read)
    lea = make.invitation(written, make.invited("Lea"), pursuit=pursuit)
    browser = follow(links(lea)[0])
    press(browser, lea)
    yield "mentor reads a debrief", browser, browser.get(read)
    yield "mentor answers as one who hires", browser, browser.get(read, {"whole": 1, "prompt": 1})
    beside = reverse("critique:posting", args=[written.ref, version.number])
    yield "posting with what was sent", mine, mine.get(beside)
