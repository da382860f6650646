"""Landing, desk, mentoring, health."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_safe

from accounts.reader import Request
from mentorship.documents.markup.rows import rows
from mentorship.home import became, waiting, well_known
from mentorship.home import desk as desks
from mentorship.home.mentoring import mentoring as mentoring_of
from mentorship.home.upkeep import checks, operator, renderings
from mentorship.notifications import bell
from mentorship.toolbox.access import for_visitors, public
from mentorship.toolbox.questions.in_step import ask_all, only, side_by_side
from mentorship.toolbox.web.locality import is_asked_here


@public
@require_safe
def landing(request: Request) -> HttpResponse:
    """What this service is for; whoever is signed in goes to her desk."""
    if request.reader.owns:
        return redirect("home:desk")
    return render(request, "home/landing.html")


@public
@require_safe
def robots(request: Request) -> HttpResponse:
    """What search engines may keep: the first page, and nothing people have here."""
    return HttpResponse(well_known.ROBOTS, content_type="text/plain; charset=utf-8")


@public
@require_safe
def security(request: Request) -> HttpResponse:
    """To whom one writes who has found a hole; 404 where there is nobody."""
    told = well_known.security(timezone.now())
    if not told:
        raise Http404
    return HttpResponse(told, content_type="text/plain; charset=utf-8")


@require_safe
def desk(request: Request) -> HttpResponse:
    """What waits for me, what became of what I asked, and my documents."""
    reader = request.reader
    own, next_steps, rounds, unseen = ask_all(
        side_by_side(
            *(desks.own(reader), waiting.next_steps(reader), became.rounds(reader)),
            only(bell.unseen(reader)),
        )
    )
    context = {
        "unseen": unseen,
        "next_steps": next_steps,
        "waiting": own.waiting,
        "became": rounds,
        "documents": rows(own.newest, own.points),
        "has_more": own.has_more,
        "is_to_ask": own.unasked and not next_steps and not own.waiting,
    }
    return render(request, "home/desk.html", context)


@for_visitors
@require_safe
def mentoring(request: Request) -> HttpResponse:
    """What the reader was asked to read, what she sent, and what became of it."""
    found = ask_all(mentoring_of(request.reader))
    return render(request, "home/mentoring.html", {"mentoring": found})


@public
@require_GET
def health(request: Request) -> HttpResponse:
    """200 while web, database and files are well, else 503; the parts only to this machine itself."""
    is_here = is_asked_here(request)
    found = checks.quick() if is_here else checks.essential()
    is_well = all(found[name].is_well for name in checks.ESSENTIAL)
    facts: dict[str, object] = {"well": is_well}
    if is_here:
        facts |= {name: finding.is_well for name, finding in found.items()}
        facts["told"] = [finding.sentence for finding in found.values() if not finding.is_well]
    return JsonResponse(facts, status=200 if is_well else 503)


@public
@require_GET
def operator_facts(request: Request) -> HttpResponse:
    """What every check finds, as JSON, for whoever holds the operator's token."""
    operator.require(request)
    return JsonResponse(renderings.as_json(checks.again_and_again()))


@public
@require_GET
def operator_metrics(request: Request) -> HttpResponse:
    """The same for Prometheus."""
    operator.require(request)
    told = renderings.as_prometheus(checks.again_and_again())
    return HttpResponse(told, content_type="text/plain; version=0.0.4; charset=utf-8")
