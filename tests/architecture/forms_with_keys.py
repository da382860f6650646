"""Forms with a key, each of which can be sent with one thing in it changed."""

from collections.abc import Callable
from typing import Literal
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db.models import Model

from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.critique import actions as critique
from mentorship.critique.comments.targets import Target
from mentorship.documents import actions as documents
from mentorship.jobsearch import actions as jobsearch
from mentorship.looks import actions as looking
from tests import make
from tests.make import looks

Send = Callable[..., Model]  # the same form with these words in it


def commenting() -> Send:
    """A comment at a line."""
    version = make.ready_version(make.person("Ada"))
    ben = make.visitor(make.grant(version.document, to=make.invited("Ben")))
    key = uuid4()

    def send(text: str = "First.", line: int = 2, **more: str) -> Model:
        return critique.comment(
            version, by=ben, place=Target(line=line), text=text, key=key, **more
        )

    return send


def replying(*, as_mentor: bool) -> Send:
    """An answer in a thread, by the seeker or by the mentor who began it."""
    version = make.ready_version(make.person("Ada"))
    ben = make.visitor(make.grant(version.document, to=make.invited("Ben")))
    said = critique.comment(version, by=ben, place=Target(line=2), text="Lead.", key=uuid4())
    critique.send_now(said, by=ben)
    said.thread.refresh_from_db()
    by, key = ben if as_mentor else as_account(version.document.owner), uuid4()

    def send(text: str = "First.") -> Model:
        return critique.reply(said.thread, by=by, text=text, key=key)

    return send


def noting() -> Send:
    """A note of the seeker's at a line."""
    version, key = make.ready_version(make.person("Ada")), uuid4()
    by = as_account(version.document.owner)

    def send(text: str = "First.", line: int = 2) -> Model:
        return critique.note(version, by=by, place=Target(line=line), text=text, key=key)

    return send


def asking_all() -> Send:
    """A question of the seeker's at a line."""
    version, key = make.ready_version(make.person("Ada")), uuid4()
    asked = make.invitation(version.document, make.invited("Ben")).round
    by = as_account(version.document.owner)

    def send(text: str = "First.", line: int = 2) -> Model:
        place = Target(line=line)
        return critique.ask_all(version, asked, by=by, place=place, text=text, key=key)

    return send


def asking() -> Send:
    """Letters to people."""
    document = make.ready_version(make.person("Ada")).document
    key = uuid4()

    def send(email: str = "ben@example.org", **asked: str) -> Model:
        by, people = as_account(document.owner), [Invitee("Ben", email)]
        return circle.ask([document], by=by, people=people, ask=Ask(**asked), key=key)

    return send


def uploading() -> Send:
    """A file that becomes a document."""
    by, key = as_account(make.person("Ada")), uuid4()

    def send(text: str = "First.", title: str = "Mine", note: str = "") -> Model:
        file = ContentFile(text.encode(), name="cv.txt")
        return documents.upload(by=by, kind="resume", title=title, note=note, key=key, file=file)

    return send


def uploading_the_next() -> Send:
    """A file that becomes a version."""
    document, key = make.document(make.person("Ada")), uuid4()

    def send(text: str = "First.", change: str = "Shorter.") -> Model:
        file = ContentFile(text.encode(), name="cv.txt")
        by = as_account(document.owner)
        return documents.add_version(document, by=by, key=key, file=file, change=change)

    return send


def beginning() -> Send:
    """A text that is written here."""
    by, key = as_account(make.person("Ada")), uuid4()

    def send(title: str = "Mine", note: str = "") -> Model:
        return documents.begin_text(by=by, kind="cover_letter", title=title, note=note, key=key)

    return send


def freezing() -> Send:
    """What was written here, as a version."""
    draft, key = make.draft(make.person("Ada")), uuid4()
    by = as_account(draft.owner)

    def send(text: str = "First.", change: str = "Shorter.") -> Model:
        draft.refresh_from_db()
        documents.save_draft(draft, by=by, text=text, revision=draft.draft_revision)
        return documents.save_as_version(draft, by=by, key=key, change=change)

    return send


def going_for() -> Send:
    """A job to go for."""
    by, key = as_account(make.person("Ada")), uuid4()

    def send(role: str = "Data analyst", posting: str = make.POSTING) -> Model:
        return jobsearch.begin(make.job(role, posting=posting), by=by, key=key)

    return send


def tailoring() -> Send:
    """A copy of a version for a job."""
    ada, key = make.person("Ada"), uuid4()
    pursuit = make.pursuit(ada)
    versions = {text: make.document(ada, text=text).versions.get() for text in ("One", "Two")}

    def send(text: str = "One") -> Model:
        return jobsearch.tailor(pursuit, versions[text], by=as_account(ada), key=key)

    return send


def passing_on() -> Send:
    """A link to page one of a document."""
    version, key = make.ready_version(make.person("Ada")), uuid4()
    looks.showing(version)
    by = as_account(version.document.owner)

    def send(for_whom: str = "Sam", most: int = 3) -> Model:
        return looking.make_link(version.document, by=by, for_whom=for_whom, most=most, key=key)

    return send


def writing_about_a_job() -> Send:
    """What one writes about a job that has answered."""
    pursuit, key = make.pursuit(make.person("Ada")), uuid4()

    def send(kind: Literal["debrief", "follow_up"] = "debrief") -> Model:
        by = as_account(pursuit.owner)
        return jobsearch.write_about(pursuit, by=by, kind=kind, key=key)

    return send


def making_a_checklist() -> Send:
    """Questions that a mentor keeps to answer again."""
    by, key = as_account(make.person("Ben")), uuid4()

    def send(name: str = "Basics", question: str = "Is it one page?") -> Model:
        return critique.make_checklist(name, [question], by=by, key=key)

    return send


def saving() -> Send:
    """Words that a mentor keeps to use again."""
    by, key = as_account(make.person("Ben")), uuid4()

    def send(title: str = "Results", text: str = "First.") -> Model:
        return critique.save_comment(title, text, by=by, key=key)

    return send
