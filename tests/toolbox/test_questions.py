"""A composed question gives what its queryset gives, for every shape of its arguments."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Lower, TruncDate
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accounts.models import User
from accounts.reader import Reader, Way, as_account
from mentorship.circle.models import Pass, Round
from mentorship.critique.models import Comment, Thread
from mentorship.documents.models import Document, Grant
from mentorship.notifications.models import Notice
from mentorship.toolbox.questions import composed as module
from mentorship.toolbox.questions.bound import Text
from mentorship.toolbox.questions.composed import Answer, Refused, composed, composed_by_zone
from mentorship.toolbox.questions.together import together
from tests import clock, make
from tests.make import saying

Questions = dict[str, Callable[..., QuerySet[Any, Any]]]

OF_A_READER: Questions = {
    "documents": lambda reader: Document.objects.visible_to(reader).order_by("pk"),
    "grants": lambda reader: Grant.objects.counting_for(reader).order_by("pk"),
    "grants with theirs": lambda reader: (
        Grant.objects.counting_for(reader).select_related("document", "person").order_by("pk")
    ),
    "threads": lambda reader: Thread.objects.visible_to(reader).order_by("pk"),
    "rounds": lambda reader: Round.objects.visible_to(reader).order_by("pk"),
    "notices": lambda reader: Notice.objects.visible_to(reader).newest_first(),
    "comments": lambda reader: Comment.objects.by(reader).order_by("pk"),
    "tuples": lambda reader: Document.objects.visible_to(reader).values_list("pk", "title"),
    "flat": lambda reader: Document.objects.visible_to(reader).values_list("ref", flat=True),
    "dicts": lambda reader: (
        Grant.objects.counting_for(reader).values("document").annotate(n=Count("pk")).order_by("n")
    ),
}
ORDERED = Document.objects.order_by("pk")
OF_VALUES: dict[str, tuple[Callable[..., QuerySet[Any, Any]], st.SearchStrategy[Any]]] = {
    "contains": (
        lambda text: ORDERED.filter(title__icontains=text),
        st.sampled_from(["", "a", "%", "_", "\\", "ROG", "100%_\\", "ß"]) | st.text("aPr%_\\ "),
    ),
    "beside constants": (
        lambda text: ORDERED.exclude(note__contains="100%'\\_").filter(
            Q(kind="a%s") | Q(title=text)
        ),
        st.sampled_from(["Programmer", "%s", "%%", "it's", "a\\b", "x"]),
    ),
    "the same but for case": (
        lambda text: ORDERED.filter(title__iexact=text),
        st.sampled_from(["programmer", "PROGRAMMER", "100%_\\", "x", "%"]),
    ),
    "begins": (lambda text: ORDERED.filter(title__startswith=text), st.text("Pr1%", max_size=3)),
    "listed": (lambda ids: ORDERED.filter(pk__in=ids), st.frozensets(st.integers(0, 9))),
    "by number": (lambda pk: ORDERED.filter(pk=pk), st.integers(-5, 9) | st.just(2**40)),
    "none or number": (
        lambda pk: ORDERED.filter(Q(owner=pk) | Q(pk=pk)),
        st.none() | st.integers(0, 9),
    ),
    "since": (
        lambda moment: ORDERED.filter(created_at__gte=moment),
        st.sampled_from([clock.TUESDAY + timedelta(days=one) for one in (-1, 0, 1)]),
    ),
    "sliced, distinct": (
        lambda name: ORDERED.filter(owner__display_name=name).distinct()[:2],
        st.sampled_from(["Ada", "Ben", ""]),
    ),
    "united": (
        lambda a: (
            ORDERED.filter(pk=a)
            .order_by()
            .union(ORDERED.filter(pk__gt=a).order_by())
            .order_by("pk")
        ),
        st.integers(0, 9),
    ),
    "annotated, with subqueries": (
        lambda pk: ORDERED.annotate(
            shared=Exists(Grant.objects.filter(document=OuterRef("pk"), person=pk)),
            small=Lower("title"),
            n=F("pk") + Value(1),
        ).prefetch_related("grants"),
        st.integers(0, 9),
    ),
}
COMPOSED = {name: composed(make_) for name, make_ in OF_A_READER.items()}
COMPOSED_OF_VALUES = {name: composed(make_) for name, (make_, _) in OF_VALUES.items()}


def looks(row: Any) -> Any:
    """All that is loaded of a row, with what came along."""
    if not hasattr(row, "_meta"):
        return row
    state = {key: value for key, value in vars(row).items() if not key.startswith("_")}
    along = {key: looks(one) for key, one in row._state.fields_cache.items()}
    return type(row), state, along, row._state.db, row._state.adding, row.get_deferred_fields()


def assert_equal(answer: Answer[Any], question: QuerySet[Any, Any]) -> None:
    assert [looks(row) for row in answer] == [looks(row) for row in question.all()]
    assert looks(answer.first()) == looks(question.first())
    assert answer.exists() == question.exists()
    query = question.query
    if not (query.is_sliced or query.combinator or query.distinct or query.group_by):
        assert answer.count() == question.count()


class EveryShapeTests(TestCase):
    """Of readers of every kind, on a small house with people, rounds, threads and notices."""

    people: list[User]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.people = [make.person("Ada"), make.invited("Ben"), make.person("Cleo")]
        for title in ("Programmer", "100%_\\", "ß"):
            version = make.ready_version(cls.people[0], title=title)
            grants = [make.grant(version.document, to=one) for one in cls.people[1:]]
            saying.ahead(version, make.visitor(grants[0]))
        make.revoked(grants[1])

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_of_a_reader(self, data: st.DataObject) -> None:
        ids = st.frozensets(
            st.sampled_from([*Grant.objects.order_by("pk").values_list("pk", flat=True), 99])
        )
        rounds = st.frozensets(
            st.sampled_from([*Round.objects.order_by("pk").values_list("pk", flat=True), 99])
        )
        hands = st.frozensets(
            st.sampled_from([*Pass.objects.order_by("pk").values_list("pk", flat=True), 99])
        )
        reader = data.draw(
            st.builds(
                Reader,
                person=st.none()
                | st.sampled_from(self.people)
                | st.sampled_from(self.people).map(lambda one: SimpleLazyObject(lambda: one)),
                way=st.sampled_from(Way),
                scope=st.none() | ids,
                proved=rounds,
                hands=hands,
            )
        )
        for name, question in OF_A_READER.items():
            assert_equal(COMPOSED[name](reader), question(reader))
        at_once = together(*(one(reader) for one in COMPOSED.values()))
        for rows, question in zip(at_once, OF_A_READER.values(), strict=True):
            assert [looks(row) for row in rows] == [looks(row) for row in question(reader)]

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_of_values(self, data: st.DataObject) -> None:
        for name, (question, values) in OF_VALUES.items():
            value = data.draw(values, label=name)
            answer = COMPOSED_OF_VALUES[name](value)
            assert_equal(answer, question(value))
            [rows, _others] = together(answer, COMPOSED["documents"](as_account(self.people[0])))
            assert [looks(row) for row in rows] == [looks(row) for row in question(value)]


REFUSED: dict[str, tuple[Callable[..., QuerySet[Any, Any]], Any]] = {
    "a constant depends": (lambda text: ORDERED.filter(title=text.upper()), "a"),
    "a value is only looked at": (
        lambda n: ORDERED.filter(pk__gt=1) if n > 3 else ORDERED.all(),
        2,
    ),
    "how large a value is": (
        lambda n: (
            ORDERED.filter(pk__gt=n).filter(owner__gt=0) if n > 3 else ORDERED.filter(pk__gt=n)
        ),
        2,
    ),
    "which a list holds": (
        lambda ids: ORDERED.filter(pk__gt=0) if 1 in ids else ORDERED.filter(pk__gt=1),
        [1, 2],
    ),
    "as a limit": (lambda n: ORDERED[:n], 2),
    "a list's length": (lambda ids: ORDERED.filter(pk__in=ids).annotate(n=Value(len(ids))), [1, 2]),
    "a part of a list": (lambda ids: ORDERED.filter(pk__in=ids[:1]), [1, 2]),
    "a sum": (lambda n: ORDERED.filter(pk=n + 1), 2),
    "it asks": (lambda n: ORDERED.filter(pk=n, owner__in=list(User.objects.all())), 2),
    "a moment": (lambda n: ORDERED.filter(pk=n, created_at__lt=timezone.now()), 2),
    "a day in a zone": (
        lambda d: ORDERED.annotate(d=TruncDate("created_at")).filter(d=d),
        date(2026, 1, 1),
    ),
    "rows with names": (
        lambda n: ORDERED.filter(pk__gte=n).values_list("pk", "title", named=True),
        0,
    ),
    "a question within": (
        lambda n: ORDERED.filter(pk=n).prefetch_related(
            Prefetch("grants", Grant.objects.filter(pk=n))
        ),
        2,
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", REFUSED)
def test_what_depends_on_more_than_shapes_is_refused(name: str) -> None:
    question, value = REFUSED[name]
    with pytest.raises(Refused):
        list(composed(question)(value))


@pytest.mark.django_db
@pytest.mark.parametrize("name", REFUSED)
def test_in_the_service_it_is_asked_as_a_queryset(name: str, settings: Any) -> None:
    settings.RAISE_REFUSED = False
    make.document(make.person())
    question, value = REFUSED[name]
    assert list(composed(question)(value)) == list(question(value))


@pytest.mark.django_db
def test_days_are_those_of_the_zone() -> None:
    make.document(make.person())
    Document.objects.update(created_at=datetime.fromisoformat("2026-11-24T23:30:00+00:00"))
    on = composed_by_zone(
        lambda day: Document.objects.annotate(d=TruncDate("created_at")).filter(d=day)
    )
    for zone, day in (("UTC", 24), ("Europe/Berlin", 25), ("UTC", 24)):
        with timezone.override(zone):
            assert on(date(2026, 11, day)).exists()
            assert not on(date(2026, 11, 49 - day)).exists()


@pytest.mark.django_db
def test_the_clock_goes_on() -> None:
    given_ = make.grant(make.document(make.person()), to=make.invited())
    Grant.objects.filter(pk=given_.pk).update(ends_at=timezone.now() + timedelta(hours=1))
    reader = make.visitor(given_)
    assert COMPOSED["grants"](reader).exists()
    clock.later(3601)
    assert not COMPOSED["grants"](reader).exists()


@pytest.mark.django_db
def test_a_second_time_nothing_is_composed_and_nobody_is_kept() -> None:
    calls = []

    def of(owner: User) -> QuerySet[Document]:
        calls.append(owner)
        return Document.objects.filter(owner=owner)

    ada, ben = make.person("Ada"), make.person("Ben")
    before = set(module._kept)
    ask = composed(of)
    with CaptureQueriesContext(connection) as asked:
        list(ask(ada))
        composing = len(calls)
        list(ask(ben))
    assert len(calls) == composing
    assert len(asked) == 2
    kept = [text for name, text in module._kept.items() if name not in before]
    assert [Document._meta.db_table in one.sql for one in kept if isinstance(one, Text)] == [True]
    assert not {ada.pk, ben.pk} & {
        one
        for text in kept
        if isinstance(text, Text)
        for one in text.binders
        if isinstance(one, int)
    }
