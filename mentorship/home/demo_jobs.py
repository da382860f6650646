"""The jobs in the sample data: one that said no, what it taught, and the next one, which uses that."""

import tomllib
from datetime import timedelta

from celery import current_app
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.documents import actions as documents
from mentorship.documents.models import Document, Version
from mentorship.home.demo_critique import SAMPLES, Facts, Scene, ask, key
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch import checklist
from mentorship.jobsearch.jobs import Job, Learnt
from mentorship.jobsearch.models import EmployerLetter, Pursuit
from mentorship.looks import actions as looks
from mentorship.looks.covering import proposed
from mentorship.looks.models import LookLink, Showing
from mentorship.looks.sheets import words_by_line
from mentorship.looks.visitors import held_by_link


def is_ready(document: Document) -> bool:
    """Whether it can be read: its reading copy is made here and now, for no worker runs yet."""
    version = document.versions.latest("number")
    if version.state in {Version.State.RECEIVED, Version.State.PREPARING}:
        current_app.tasks["documents.sweep"].run()
        version.refresh_from_db()
    return version.is_ready


def begin_jobs(ada: User) -> dict[str, Pursuit]:
    """The "past" job, and the "next" one, which her letter is for; each with its posting. Once."""
    past, coming = (
        tomllib.loads((SAMPLES / "story.toml").read_text())["past"],
        {
            "role": _("Operations lead, night sorting"),
            "employer": "Harbour Freight",
            "next_step": _("Ring the depot and ask who reads the letters"),
            "next_on": timezone.localdate() + timedelta(days=3),
        },
    )
    return {
        "past": _begun(ada, past, "ada-posting-shifts.txt"),
        "next": _begun(ada, coming, "ada-posting.txt"),
    }


def _begun(ada: User, facts: Facts, posting: str) -> Pursuit:
    by = as_account(ada)
    known = Pursuit.objects.owned_by(by).filter(role=facts["role"]).first()
    job = Job(**facts, posting=(SAMPLES / posting).read_text())
    return known or jobsearch.begin(job, by=by, key=key(posting))


def tell_story(
    resume: Document, letter: Document, jobs: dict[str, Pursuit], people: dict[str, Facts]
) -> None:
    """What became of the past job, and what of it is in the next one. What is there already stays."""
    by = as_account(resume.owner)
    sample = tomllib.loads((SAMPLES / "story.toml").read_text())
    jobsearch.send(jobs["past"], resume.versions.earliest("number"), by=by)
    if not jobs["past"].outcome:
        jobsearch.move(jobs["past"], by=by, stage=Pursuit.Stage.INTERVIEW)
        jobs["past"] = jobsearch.end(jobs["past"], by=by, outcome=Pursuit.Outcome.NO)
    _write_to_them(jobs["past"], by, sample)
    _debrief(jobs["past"], by, sample["debrief"], people)
    _use_lessons(jobs, letter, by, sample["lessons"])
    _look(resume, jobs["next"], by, sample["look"])


def _write_to_them(past: Pursuit, by: Reader, sample: Facts) -> None:
    """Her debrief, the letter that asks how to do better, and their answer, which goes into it."""
    debrief = _written(past, by, "debrief", (SAMPLES / "ada-debrief.md").read_text())
    document = _written(past, by, "follow_up", sample["letter"].lstrip())
    letter = EmployerLetter.objects.owned_by(by).get(document=document)
    if letter.answered_at is None:
        jobsearch.say_letter_left(letter, by=by)
        jobsearch.keep_answer(letter, by=by, answer=sample["answer"])
    if not debrief.versions.exists():
        documents.save_as_version(debrief, by=by, key=key("version of the debrief"))


def _written(past: Pursuit, by: Reader, kind: jobsearch.Kind, text: str) -> Document:
    """What she wrote over the text that it began as."""
    made = jobsearch.write_about(past, by=by, kind=kind, key=key(kind))
    made.refresh_from_db()
    if made.draft_revision == 1:
        documents.save_draft(made, by=by, text=text, revision=1)
    return made


def _debrief(past: Pursuit, by: Reader, facts: Facts, people: dict[str, Facts]) -> None:
    """Somebody who hires reads how it went, and says what he would have wanted to hear."""
    debrief = Document.objects.owned_by(by).get(tailoring__pursuit=past, kind="debrief")
    if debrief.rounds.exists() or not is_ready(debrief):
        return
    ask(debrief, [people["ben"]], facts | {"questions": []}, pursuit=past)
    review = {"by": "ben", "on": "debrief", "verdict": "", "summary": facts["summary"]}
    scene = Scene(debrief.owner, {"debrief": debrief}, {"people": people, "reviews": [review]})
    for point in facts["points"]:
        scene.comment(point | {"on": "debrief"})
    scene.finish("ben", "debrief")


def _use_lessons(jobs: dict[str, Pursuit], letter: Document, by: Reader, texts: list[str]) -> None:
    """Three things she does differently, which the people she asks see; the first is done already."""
    past = jobs["past"]
    if not past.lessons.exists():
        learnt = [Learnt(text, is_shown=True) for text in texts]
        jobsearch.learn(past, learnt, by=by, seen=checklist.state_of([]))
        first = past.lessons.earliest("place")
        for about in (jobs["next"], letter):
            jobsearch.tick(first, by=by, on=about)


def _look(resume: Document, coming: Pursuit, by: Reader, facts: Facts) -> None:
    """A reader looks at each version of her résumé for ten seconds, by a link that she passed on."""
    for version, reader in zip(resume.versions.order_by("number"), facts["readers"], strict=False):
        if Showing.objects.visible_to(by).filter(version=version).exists():
            continue
        lines = proposed(words_by_line(version.pages.earliest("number"), version.text))
        chosen = {"lines": lines, "drawn": [], "target": facts["target"], "pursuit": coming}
        looks.prepare(version, by=by, is_offered=True, **chosen)
        link = looks.make_link(
            resume, by=by, for_whom=facts["for_whom"], most=5, key=key("look link")
        )
        _recall(link, reader)


def _recall(link: LookLink, reader: Facts) -> None:
    said = {name: words for name, words in reader.items() if name != "relevant"}
    held = held_by_link(link, reader["job"][:16])
    if held.showing is None or held.look:
        return
    look, _is_new = looks.start(held, held.showing, by=held.by, pace=1, by_text=False)
    looks.answer(look, by=held.by, said=looks.Recalled(**said))
    looks.judge(look, by=held.by, relevant=reader["relevant"])
