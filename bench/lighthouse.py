"""Lighthouse on every page a person meets, on a phone and at a desk: `./run bench lighthouse [PAGE …]`.

Performance, accessibility and best practices, each beside what is wanted; below it what Lighthouse found
where it is less. A PAGE is the name in the first column.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from playwright.sync_api import sync_playwright

from bench import FOLDER
from bench.rig.service import RESUME, Person, upload, version_at, wait_for, whole_service
from bench.rig.table import show
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import hand_over
from mentorship.documents.models import Version
from mentorship.notifications.models import Letter
from tests import make
from tests.infrastructure import node
from tests.infrastructure.chromium import Chromium, find_chromium
from tests.make import saying

WANTED = 98
LOOKED_AT = ("performance", "accessibility", "best-practices")
FORMS: dict[str, list[str]] = {"phone": [], "desk": ["--preset=desktop"]}
# They say what stands before the service on the web, and not what a page is like.
NOT_OURS = ("is-on-https", "redirects-http")
# A page whose answer is 404: that the browser notes it in its console is all there is in it.
MISSING = ("--ignore-status-code", f"--skip-audits={','.join(NOT_OURS)},errors-in-console")
FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"


@dataclass(frozen=True)
class Met:
    """A page, and the cookies of whoever meets it."""

    name: str
    path: str
    cookies: Mapping[str, str]


@dataclass(frozen=True)
class Seen:
    """The marks of one page, 0 to 100, and what took the points that are missing."""

    page: str
    form: str
    marks: dict[str, int]
    faults: list[str]


def main(only: set[str]) -> None:
    """Look at all pages, or at these, and print what was seen."""
    with whole_service() as service, sync_playwright() as playwright:
        chromium = find_chromium(playwright)
        person = Person(service)
        pages = [page for page in met(person) if not only or page.name in only]
        seen = [
            looked_at(page, form, service.base_url, chromium) for page in pages for form in FORMS
        ]
    show(
        f"Lighthouse, {WANTED} wanted",
        ["", "", *LOOKED_AT, ""],
        [
            [
                one.page,
                one.form,
                *(one.marks[name] for name in LOOKED_AT),
                "met" if min(one.marks.values()) >= WANTED else "not met",
            ]
            for one in seen
        ],
    )
    for one in seen:
        if min(one.marks.values()) < WANTED:
            print(f"\n{one.page}, {one.form}:", *one.faults, sep="\n  ")


def met(person: Person) -> Iterator[Met]:
    """What a seeker meets, and a mentor, and whoever is nobody yet."""
    answer = upload(person, RESUME, person.token(reverse("documents:upload")))
    version = version_at(answer)
    wait_for(version, within=60)
    given = make.grant(version.document, to=make.invited("Ben"))
    asked = Invitation.objects.get(pk=given.source_id)
    mentor = make.visitor(given)
    saying.point(version, mentor)
    answered = HttpResponse()
    hand_over(answered, make.visitor_pass(given))
    seeker = {name: one.value for name, one in person.cookies.items()}
    guest = {name: one.value for name, one in answered.cookies.items()}
    for name, path in anybody():
        yield Met(name, path, {})
    for name, path in owned(version, saying.round_of(mentor, version).ref):
        yield Met(name, path, seeker)
    for name, path in about_jobs(version):
        yield Met(name, path, seeker)
    yield Met("cover", reverse("circle:cover", args=[asked.ref]), guest)
    yield Met("reading-mentor", version.get_absolute_url(), guest)


def anybody() -> Iterator[tuple[str, str]]:
    """What nobody needs to be known for."""
    yield "landing", reverse("home:landing")
    yield "sign-in", reverse("account_login")
    yield "sign-up", reverse("account_signup")
    yield "404", "/nothing/here/"


def about_jobs(version: Version) -> Iterator[tuple[str, str]]:
    """What the seeker meets of a job."""
    job = make.pursuit(version.document.owner)
    of = [version.document.ref, version.number, job.ref]
    yield "jobs", reverse("jobsearch:pursuits")
    yield "job", job.get_absolute_url()
    yield "posting", reverse("critique:evidence", args=of)
    yield "lessons", reverse("jobsearch:lessons", args=[job.ref])


def owned(version: Version, round_ref: str) -> Iterator[tuple[str, str]]:
    """What the seeker meets."""
    ref = version.document.ref
    yield "desk", reverse("home:desk")
    yield "documents", reverse("documents:documents")
    yield "upload", reverse("documents:upload")
    yield "document", reverse("documents:document", args=[ref])
    yield "reading-seeker", version.get_absolute_url()
    yield "ask", reverse("circle:ask")
    yield "round", reverse("critique:round", args=[round_ref])
    yield "work-list", reverse("critique:points", args=[ref])
    yield "notices", reverse("notifications:notices")
    yield "mailbox", reverse("notifications:mailbox")
    yield "letter", reverse("notifications:letter", args=[newest_letter().ref])
    yield "settings", reverse("accounts:settings")
    yield "letters", reverse("notifications:letters")


def newest_letter() -> Letter:
    """What the worker wrote last, as soon as it has written any. Raises RuntimeError after a minute."""
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        if letter := Letter.objects.order_by("pk").last():
            return letter
        time.sleep(0.1)
    raise RuntimeError("The worker wrote no letter.")


def looked_at(page: Met, form: str, base_url: str, chromium: Chromium) -> Seen:
    """One page as Lighthouse sees it, with its own slow line and slow processor."""
    headers = FOLDER / "headers.json"
    cookies = "; ".join(f"{name}={value}" for name, value in page.cookies.items())
    headers.write_text(json.dumps({"Cookie": cookies} if cookies else {}))
    command: list[str | Path] = [
        node.NODE,
        node.packages() / "lighthouse" / "cli" / "index.js",
        base_url + page.path,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(LOOKED_AT)}",
        *(MISSING if page.name == "404" else [f"--skip-audits={','.join(NOT_OURS)}"]),
        f"--extra-headers={headers}",
        f"--chrome-flags={FLAGS}",
        "--no-enable-error-reporting",
        *FORMS[form],
    ]
    own = {**os.environ, **chromium.environment, "CHROME_PATH": chromium.path}
    said = subprocess.run(command, env=own, cwd=FOLDER, capture_output=True, check=True, text=True)
    return _seen(page.name, form, json.loads(said.stdout))


def _seen(page: str, form: str, report: dict[str, Any]) -> Seen:  # Any: Lighthouse's own JSON
    found = report["categories"]
    marks = {name: round(100 * (found[name]["score"] or 0)) for name in LOOKED_AT}
    faults = [
        f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}".strip()
        for name in LOOKED_AT
        for place in found[name]["auditRefs"]
        if place["weight"]
        and (audit := report["audits"][place["id"]])["score"] is not None
        and audit["score"] < 0.9
    ]
    return Seen(page, form, marks, faults)


if __name__ == "__main__":
    main(set(sys.argv[1:]))
