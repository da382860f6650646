"""Landing, desk, health."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_safe

from accounts.reader import Request
from mentorship.documents.markup.rows import rows
from mentorship.home import became, waiting
from mentorship.home import desk as desks
from mentorship.home import health as wellbeing
from mentorship.toolbox.access import public
from mentorship.toolbox.locality import is_asked_here


@public
@require_safe
def landing(request: Request) -> HttpResponse:
    """What this service is for; whoever is signed in goes to her desk."""
    if request.reader.owns:
        return redirect("home:desk")
    return render(request, "home/landing.html")


@require_safe
def desk(request: Request) -> HttpResponse:
    """What waits for me, what became of what I asked, and my documents."""
    mine = desks.documents(request.reader)
    documents = list(mine[: desks.SHOWN + 1])  # one more than shown says that there are more
    context = {
        "lines": waiting.lines(request.reader),
        "waiting": desks.waiting(mine)[: desks.SHOWN],
        "became": became.rounds(request.reader),
        "documents": rows(documents[: desks.SHOWN], desks.open_points(documents)),
        "has_more": len(documents) > desks.SHOWN,
    }
    return render(request, "home/desk.html", context)


@public
@require_GET
def health(request: Request) -> HttpResponse:
    """200 while web and database are well, else 503; the single parts only to this machine itself."""
    parts = wellbeing.essentials()
    is_well = all(part.is_well for part in parts)
    facts: dict[str, bool | list[str]] = {"well": is_well}
    if is_asked_here(request):
        facts |= {part.name: part.is_well for part in [*parts, *wellbeing.extras()]}
        facts["told"] = wellbeing.told()
    return JsonResponse(facts, status=200 if is_well else 503)
