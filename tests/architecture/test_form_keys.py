"""Every action that takes a form's key: the same content is one thing, other content is never lost."""
# long: a form for each action that takes a key

import inspect
from collections.abc import Callable
from importlib import import_module
from uuid import uuid4

import pytest

from mentorship.circle.asking import AskedBefore
from mentorship.circle.models import Round
from mentorship.critique.models import Comment
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.once import once
from tests.architecture.forms_with_keys import (
    Send,
    asking,
    asking_all,
    beginning,
    commenting,
    freezing,
    going_for,
    making_a_checklist,
    noting,
    passing_on,
    replying,
    saving,
    tailoring,
    uploading,
    uploading_the_next,
    writing_about_a_job,
)

pytestmark = pytest.mark.django_db

APPS = (
    "accounts",
    *(f"mentorship.{app}" for app in ("circle", "critique", "documents", "jobsearch", "looks")),
)
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
    "make_checklist": [making_a_checklist],
    "write_about": [writing_about_a_job],
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
        (making_a_checklist, {"question": "Is it clear?"}),
        (writing_about_a_job, {"kind": "follow_up"}),
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
