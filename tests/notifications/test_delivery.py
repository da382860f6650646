"""Letters through a real mail server: none is lost, and a second copy is the same letter."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from mentorship.notifications import codes, tasks
from mentorship.notifications.delivery import sweeping
from mentorship.notifications.delivery.post import BySmtp
from mentorship.notifications.models import Letter
from tests.infrastructure.processes import free_port
from tests.infrastructure.smtp import Sink
from tests.make.letters import a_code, a_letter
from tests.notifications.mail_servers import Flaky
from tests.notifications.workers import make_due

pytestmark = pytest.mark.django_db

ADA = "ada@example.org"
ANSWERS = {
    "421 4.3.2 shutting down": "waiting",
    "450 4.7.1 greylisted": "waiting",
    "450 4.2.1 busy": "waiting",
    "451 4.3.0 try later": "waiting",
    "451 4.7.1 greylisted": "waiting",
    "452 4.2.2 over quota": "waiting",
    "452 4.3.1 no space": "waiting",
    "454 4.7.0 temporary": "waiting",
    "550 5.1.1 no such person": "failed bounced",
    "550 5.1.0 rejected": "failed bounced",
    "550 5.1.2 no such domain": "failed bounced",
    "550 5.1.6 has moved": "failed bounced",
    "550 5.1.10 null mx": "failed bounced",
    "550 5.2.1 disabled": "failed bounced",
    "550 no such person": "failed bounced",
    "551 not local": "failed bounced",
    "553 5.1.3 bad address": "failed bounced",
    "553 not allowed": "failed bounced",
    "554 5.1.1 no such person": "failed bounced",
    "552 5.2.2 mailbox full": "waiting",
    "552 mailbox full": "waiting",
    "550 5.4.4 no route": "waiting",
    "530 5.7.0 sign in first": "waiting",
    "535 5.7.8 bad credentials": "waiting",
    "550 5.7.1 relaying denied": "waiting",
    "550 5.7.26 unauthenticated": "waiting",
    "554 5.7.1 blocked": "waiting",
    "552 5.7.1 content blocked": "waiting",
    "554 policy": "waiting",
    "550 5.1.8 bad sender": "waiting",
    "503 bad sequence": "waiting",
    "501 5.1.3 bad address": "failed refused",
    "552 5.6.0 content rejected": "failed refused",
    "555 5.5.4 unknown parameter": "failed refused",
    "552 5.3.4 too big": "failed refused",
}


def send(letter: Letter) -> Letter:
    """The same letter after one try."""
    sweeping.deliver(letter.pk)
    letter.refresh_from_db()
    return letter


def test_a_letter_arrives_with_what_a_machine_needs_to_know(mail: Sink) -> None:
    letter = send(a_letter())

    [received] = mail.to(ADA)
    message = received.message
    assert letter.state == "sent"
    assert received.recipients == (ADA,)
    assert {name: message[name] for name in message} == {
        "Content-Type": message["Content-Type"],
        "MIME-Version": "1.0",
        "Subject": "Your password was changed",
        "From": "Mentorship <letters@mentorship.example>",
        "To": ADA,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "X-Delivery-Id": letter.ref,
        "List-Id": "<letters.mentorship.example>",
        "Message-ID": f"<{letter.ref}@mentorship.example>",
        "Date": message["Date"],
    }
    assert [part.get_content_type() for part in message.iter_parts()] == [
        "text/plain",
        "text/html",
    ]


def test_a_code_is_in_what_leaves_and_nowhere_else(mail: Sink) -> None:
    letter = a_code()
    stored = letter.subject + letter.text + letter.html

    send(letter)

    code = codes.code_for(letter.ref)
    parts = [part.get_content() for part in mail.to(ADA)[0].message.iter_parts()]
    assert [code in part for part in parts] == [True, True]
    assert code not in mail.to(ADA)[0].message["Subject"]
    assert code not in stored
    assert (letter.text, letter.html) == ("", "")


def test_a_code_that_has_run_out_is_not_sent(mail: Sink) -> None:
    letter = a_code()

    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        send(letter)

    assert mail.letters == []
    assert (letter.state, letter.reason, letter.text) == ("suppressed", "expired", "")


def test_without_a_mail_setting_a_letter_is_kept_at_once(settings: Settings) -> None:
    settings.MAIL_LEAVES = False

    assert a_letter().state == "kept"


def test_what_waits_is_kept_when_the_mail_setting_goes(settings: Settings, mail: Sink) -> None:
    letter = a_letter()
    settings.MAIL_LEAVES = False

    sweeping.sweep()

    letter.refresh_from_db()
    assert (letter.state, mail.letters) == ("kept", [])


def test_a_mail_server_may_think_for_ten_minutes_after_the_last_dot(settings: Settings) -> None:
    """RFC 5321, 4.5.3.2.6: whoever hangs up before sends the letter again."""
    assert settings.SMTP_SECONDS["end"] >= 600


def test_a_task_may_take_as_long_as_a_mail_server_may(settings: Settings) -> None:
    longest = sum(settings.SMTP_SECONDS.values())

    assert tasks.deliver.soft_time_limit is not None
    assert longest < tasks.deliver.soft_time_limit < tasks.deliver.time_limit


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_refusal_means_what_the_server_says(answer: str, mail: Sink) -> None:
    mail.answer(ADA, answer)

    letter = send(a_letter())

    state, *reason = ANSWERS[answer].split()
    assert letter.state == state
    assert letter.reason.startswith(" ".join([*reason, answer[:3]]))
    assert (letter.due_at > timezone.now()) == (state == "waiting")


def test_what_is_refused_for_now_is_tried_for_days_and_then_given_up(mail: Sink) -> None:
    mail.answer(ADA, *["451 4.4.1 later"] * 500)
    letter = a_letter()
    tries = []

    while letter.state == "waiting":
        tries.append(letter.due_at - letter.written_at)
        with time_machine.travel(letter.due_at, tick=False):
            send(letter)

    pauses = [late - early for early, late in pairwise(tries)]
    assert tries[-1] > timedelta(hours=24)
    assert timedelta(seconds=48) <= pauses[0] <= timedelta(seconds=72)
    assert max(pauses) <= timedelta(hours=3.6)
    assert len(set(pauses)) == len(pauses)
    assert (letter.state, letter.reason) == ("failed", "gave up: 451 4.4.1")


@pytest.mark.parametrize("answer", ["550 5.7.1 denied", "552 5.7.1 blocked", "554 5.7.1 blocked"])
def test_what_a_policy_turns_away_is_tried_for_hours_and_not_for_days(
    answer: str, mail: Sink
) -> None:
    mail.answer(ADA, *[answer] * 500)
    letter = a_letter()
    tries = []

    while letter.state == "waiting":
        tries.append(letter.due_at - letter.written_at)
        with time_machine.travel(letter.due_at, tick=False):
            send(letter)

    assert timedelta(hours=2) < tries[-1] < timedelta(hours=8)
    assert (letter.state, letter.reason) == ("failed", f"turned away {answer[:9]}")


def test_a_mail_server_out_of_reach_stops_the_sweep(settings: Settings, mail: Sink) -> None:
    settings.EMAIL_PORT = free_port()
    first, second = a_letter(), a_letter()

    sweeping.sweep()

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, first.attempts) == ("waiting", 1)
    assert (second.state, second.attempts) == ("waiting", 0)


def test_a_server_that_hangs_up_before_data_is_asked_until_it_takes_the_letter(
    flaky: Flaky,
) -> None:
    flaky.hangs_up_at_rcpt = 4
    letter = a_letter()

    for _ in range(5):
        send(make_due(letter))

    assert (letter.state, letter.ambiguous) == ("sent", 0)
    assert len(flaky.to(ADA)) == 1


def test_a_letter_of_which_nobody_knows_is_sent_once_more_the_same(flaky: Flaky) -> None:
    flaky.hangs_up_after_data = 1
    letter = send(a_letter())

    send(make_due(letter))

    first, second = flaky.to(ADA)
    assert first.raw == second.raw
    assert (letter.state, letter.ambiguous) == ("sent", 1)


def test_it_is_never_sent_a_third_time(flaky: Flaky) -> None:
    flaky.hangs_up_after_data = 9
    letter = a_letter()

    for _ in range(4):
        send(make_due(letter))
        sweeping.sweep()

    assert letter.state == "unconfirmed"
    assert len({received.raw for received in flaky.to(ADA)}) == 1
    assert len(flaky.to(ADA)) == 2


@pytest.mark.django_db(transaction=True)
def test_many_workers_at_once_send_one_copy(mail: Sink) -> None:
    letters = [a_letter() for _ in range(5)]

    def work(number: int) -> None:
        sweeping.sweep()
        connection.close()

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(8)))

    assert len(mail.to(ADA)) == len(letters)
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.django_db(transaction=True)
def test_the_mail_server_is_never_waited_for_in_a_transaction(
    mail: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    opens = BySmtp.open

    def look(server: BySmtp) -> bool | None:
        seen.append(connection.in_atomic_block)
        return opens(server)

    monkeypatch.setattr(BySmtp, "open", look)

    send(a_letter())

    assert set(seen) == {False}


def test_the_words_of_old_codes_are_erased_in_the_mailbox_too(settings: Settings) -> None:
    settings.MAIL_LEAVES = False
    code, news = a_code(), a_letter()

    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        sweeping.sweep()

    code.refresh_from_db()
    news.refresh_from_db()
    assert (code.text, code.html) == ("", "")
    assert news.text
