"""What the pages of jobs cost, with few jobs and with many: `./run bench jobs [ROUNDS]`.

The board, a job, the map of its posting, looks, debrief, lessons, letters, checklists and saved comments, as their
seeker or mentor opens them: queries, and processor time beside a view of ours that answers four bytes.
"""

import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from http.cookies import SimpleCookie
from statistics import median
from uuid import uuid4

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.reader import as_account
from bench.postings.cases import part
from bench.rig.requests import Press, Subject, time_in_turn
from bench.rig.table import Row, show, target
from bench.rig.web import on_postgres, service_beside
from mentorship.critique import actions as critique
from mentorship.jobsearch import actions as jobsearch
from tests import make
from tests.make import checklists, evidence, looks, pursuits

MANY = 100  # jobs
FEW = 3
MOST = 6  # times the trivial view's processor time
CASE = "03-python-en"


def main(rounds: int) -> None:
    """Make few jobs for one person and many for another, open each page in turn, and print what it comes to."""
    with service_beside():
        settings.ROOT_URLCONF = "bench.rig.beside"
        subjects = [*_pages("Ada", FEW), *_pages("Eva", MANY)]
        time_in_turn(subjects, rounds)
    _report(subjects[: len(subjects) // 2], subjects[len(subjects) // 2 :])


def _pages(name: str, many: int) -> Iterator[Subject]:
    """The trivial view first, then all pages of somebody with so many jobs."""
    owner = make.person(name)
    server, browser = WSGIHandler(), Client(SERVER_NAME="localhost")
    browser.force_login(owner)
    yield Subject("trivial", Press("/trivial/"), server, browser.cookies)
    for page, path in {**_of_jobs(owner, many), **_of_mentors(owner, many)}.items():
        yield Subject(page, Press(path), server, browser.cookies)
    link, cookies = _look(owner)
    yield Subject("a look, by its link", Press(link), server, cookies)


def _of_jobs(owner: User, many: int) -> dict[str, str]:
    """Jobs with postings, of which every third ended and taught something."""
    case = next(case for case in part("known") if case.name == CASE)
    version = make.ready_version(owner, text=case.resume)
    jobs = [_job(owner, number, case.posting) for number in range(many)]
    jobsearch.send(jobs[0], version, by=as_account(owner))
    letter = pursuits.to_employer(jobs[0])
    looks.showing(version, target="Engineer", pursuit=jobs[0])
    by = as_account(owner)
    debrief = jobsearch.write_about(jobs[0], by=by, kind="debrief", key=uuid4())
    job = [jobs[0].ref]
    return {
        "board": reverse("jobsearch:pursuits"),
        "all jobs": reverse("jobsearch:all"),
        "a job": jobs[0].get_absolute_url(),
        "its posting": reverse("jobsearch:posting", args=job),
        "map": evidence.address(version, jobs[0]),
        "looks": reverse("looks:looks", args=[version.document.ref]),
        "preparing looks": reverse(
            "looks:preparation", args=[version.document.ref, version.number]
        ),
        "debrief": debrief.get_absolute_url(),
        "its lessons": reverse("jobsearch:lessons", args=job),
        "all lessons": reverse("jobsearch:all_lessons"),
        "letter to an employer": reverse("jobsearch:employer_letter", args=[letter.document.ref]),
    }


def _job(owner: User, number: int, posting: str) -> pursuits.Pursuit:
    stage = ("interested", "applied", "interview")[number % 3]
    tomorrow = timezone.now().date() + timedelta(days=1)
    job = make.pursuit(
        owner,
        f"Engineer {number}",
        stage=stage,
        posting=posting,
        next_step="Ring",
        next_on=tomorrow,
    )
    if number % 3 == 0:
        make.lessons(job, f"Bring an example {number}.", f"Ask for the team {number}.")
    return job


def _of_mentors(owner: User, many: int) -> dict[str, str]:
    by = as_account(owner)
    for number in range(min(many, 10)):
        checklists.checklist(owner, f"Checklist {number}")
        critique.save_comment(f"Result {number}", "Lead with the *result*.", by=by, key=uuid4())
    return {
        "checklists": reverse("critique:checklists"),
        "saved comments": reverse("critique:saved_comments"),
    }


def _look(owner: User) -> tuple[str, SimpleCookie]:
    version = make.ready_version(owner, title="Shown")
    looks.showing(version, target="Engineer")
    browser = looks.followed(looks.look_link(version.document), Client(SERVER_NAME="localhost"))
    link = version.document.look_links.get()
    return looks.at("look", link.ref), browser.cookies


def _report(few: list[Subject], many: list[Subject]) -> None:
    show(
        f"{os.cpu_count()} cores, {len(few[0].seconds)} rounds, medians; of the trivial view's processor time",
        ["", "queries", f"of {MANY}", f"CPU with {FEW}", f"with {MANY}"],
        [_row(one, other, few[0], many[0]) for one, other in zip(few, many, strict=True)],
    )
    show(
        "Wanted",
        ["", "measured", "wanted", ""],
        [target(each.name, _ratio(each, many[0]), MOST, "x") for each in many[1:]],
    )


def _row(one: Subject, other: Subject, trivial: Subject, trivial_of_many: Subject) -> Row:
    return [
        one.name,
        one.queries,
        other.queries,
        f"{_ratio(one, trivial):.1f}",
        f"{_ratio(other, trivial_of_many):.1f}",
    ]


def _ratio(subject: Subject, trivial: Subject) -> float:
    """The median of the rounds' ratios: what slows a round down slows both of its sides."""
    return median(a / b for a, b in zip(subject.seconds, trivial.seconds, strict=True))


if __name__ == "__main__":
    ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    if "DATABASE_URL" not in os.environ:
        on_postgres("bench.jobs", str(ROUNDS))
    else:
        main(ROUNDS)
