"""Every action that takes a form's key: the same content is one thing, other content is never lost."""
# long: a form for each action that takes a key

import inspect
from collections.abc import Callable
from importlib import import_module
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db.models import Model

from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, AskedBefore, Invitee
from mentorship.circle.models import Round
from mentorship.critique import actions as critique
from mentorship.critique.models import Comment
from mentorship.critique.targets import Target
from mentorship.documents import actions as documents
from mentorship.documents.models import Version
from mentorship.jobsearch import actions as jobsearch
from mentorship.looks import actions as looking
from mentorship.toolbox.once import once
from mentorship.toolbox.refused import Refused
from tests import make
from tests.make import looks

pytestmark = pytest.mark.django_db

APPS = (
    "accounts",
    *(f"mentorship.{app}" for app in ("circle", "critique", "documents", "jobsearch", "looks")),
)
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


def saving() -> Send:
    """Words that a mentor keeps to use again."""
    by, key = as_account(make.person("Ben")), uuid4()

    def send(title: str = "Results", text: str = "First.") -> Model:
        return critique.save_comment(title, text, by=by, key=key)

    return send


KEYED: dict[str, list[Callable[[], Send]]] = {
    "comment": [commenting],
    "reply": [lambda: replying(as_mentor=True), lambda: replying(as_mentor=False)],
    "note": [noting],
    "ask_all": [asking_all],
    "ask": [asking],
    "upload": [uploading],
    "add_version": [uploading_the_next],
    "begin_text": [beginning],
    "save_as_version": [freezing],
    "begin": [going_for],
    "tailor": [tailoring],
    "make_link": [passing_on],
    "save_comment": [saving],
}
FORMS = [begun for forms in KEYED.values() for begun in forms]


def test_every_action_that_takes_a_key_is_tried_here() -> None:
    actions = [vars(import_module(f"{app}.actions")) for app in APPS]
    functions = [one for all_of in actions for one in all_of.values() if inspect.isfunction(one)]

    keyed = {one.__name__ for one in functions if _takes_a_key(one)}

    assert keyed == set(KEYED)


def _takes_a_key(action: Callable[..., object]) -> bool:
    is_ours = ".actions" in action.__module__
    return is_ours and {"by", "key"} <= set(inspect.signature(action).parameters)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_form_with_the_same_words_does_one_thing(form: Callable[[], Send]) -> None:
    send = form()

    assert send() == send()


@pytest.mark.parametrize(
    ("form", "other"),
    [
        (commenting, {"text": "Second."}),
        (commenting, {"line": 1}),
        (commenting, {"why": "It is the strongest."}),
        (commenting, {"kind": "must_fix"}),
        (commenting, {"wording": "Other words"}),
        (lambda: replying(as_mentor=True), {"text": "Second."}),
        (lambda: replying(as_mentor=False), {"text": "Second."}),
        (noting, {"text": "Second."}),
        (noting, {"line": 1}),
        (asking_all, {"text": "Second."}),
        (asking_all, {"line": 1}),
        (uploading, {"text": "Second."}),
        (uploading, {"title": "Another"}),
        (uploading, {"note": "For a bakery."}),
        (uploading_the_next, {"text": "Second."}),
        (beginning, {"title": "Another"}),
        (beginning, {"note": "For a bakery."}),
        (freezing, {"text": "Second."}),
        (passing_on, {"for_whom": "Kim"}),
        (going_for, {"role": "Engineer"}),
        (going_for, {"posting": "Another."}),
        (tailoring, {"text": "Two"}),
        (saving, {"text": "Second."}),
    ],
)
def test_other_words_in_the_same_form_are_one_more(
    form: Callable[[], Send], other: dict[str, str]
) -> None:
    send = form()
    first = send()

    second = send(**other)

    assert second != first
    assert {second, first} <= set(type(first).objects.all())  # type: ignore[attr-defined]  # a model's
    assert send(**other) == second


@pytest.mark.parametrize("form", [uploading_the_next, freezing])
def test_another_line_about_the_same_version_is_told_beside_the_one_that_stands(
    form: Callable[[], Send],
) -> None:
    send = form()
    send()

    with pytest.raises(Refused, match="sent-before") as refused:
        send(change="Half as long.")

    assert "its line says: “Shorter.”" in refused.value.sentence
    assert refused.value.field == "change"
    assert Version.objects.latest("pk").change == "Shorter."


@pytest.mark.parametrize("other", [{"email": "eve@example.org"}, {"sentence": "Please."}])
def test_an_ask_that_left_is_not_sent_in_other_words_unseen(other: dict[str, str]) -> None:
    send = asking()
    first = send()

    with pytest.raises(AskedBefore) as refused:
        send(**other)

    assert refused.value.asked == first
    assert "emails to Ben have already left" in refused.value.sentence
    assert Round.objects.count() == 1


def test_what_two_windows_said_is_there_twice() -> None:
    send = commenting()

    send("From the second window.")
    send("From the first window.")

    said = Comment.objects.order_by("pk").values_list("text", flat=True)
    assert list(said) == ["From the second window.", "From the first window."]


def test_the_same_in_another_order_is_another_key() -> None:
    key = uuid4()

    assert once(key, "a", "b") == once(key, "a", "b")
    assert (
        len({once(key, "a", "b"), once(key, "b", "a"), once(key, "ab"), once(uuid4(), "ab")}) == 4
    )
