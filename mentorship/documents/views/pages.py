"""The parts of a reading copy: page images and the text. Each asks who reads.

Browsers may keep them, but ask again before each use: a revoked reader's next request fails.
"""

from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from accounts.reader import Request
from mentorship.documents.models import Page, Version
from mentorship.toolbox.access import for_visitors
from mentorship.toolbox.web.compressing import compressed


@for_visitors
@require_safe
def page_image(
    request: Request, ref: str, number: int, page_number: int, scale: int
) -> HttpResponseBase:
    """One page as a WebP picture."""
    page = _page(request, ref, number, page_number)
    image = next((image for image in page.images if image["scale"] == scale), None)
    if image is None:
        return _still_to_come(page.version)
    etag = _etag(page.version, f"{page_number}@{scale}")
    known = _known(request, etag)
    if known:
        return known
    # Nothing but the view above chooses the name: it stands in the row.
    picture = FileResponse(default_storage.open(image["file"]), content_type="image/webp")
    return _revalidated(picture, etag)


@for_visitors
@require_safe
@compressed
def version_text(request: Request, ref: str, number: int) -> HttpResponseBase:
    """The whole text in reading order, as software sees it."""
    version = _version(request, ref, number)
    etag = _etag(version, "text")
    known = _known(request, etag)
    if known:
        return known
    text = HttpResponse(version.text, content_type="text/plain; charset=utf-8")
    return _revalidated(text, etag)


def _version(request: Request, ref: str, number: int) -> Version:
    ready = Version.objects.visible_to(request.reader).ready()
    return get_object_or_404(ready, document__ref=ref, number=number)


def _page(request: Request, ref: str, number: int, page_number: int) -> Page:
    pages = Page.objects.visible_to(request.reader).without_words().select_related("version")
    place: dict[str, Any] = {"version__document__ref": ref, "version__number": number}
    return get_object_or_404(pages, number=page_number, **place)


def _still_to_come(version: Version) -> HttpResponse:
    """An empty answer while the worker draws: whoever wants the picture asks again."""
    if version.drawn_at:
        raise Http404
    return HttpResponse(status=202, headers={"Cache-Control": "no-store"})


def _etag(version: Version, part: str) -> str:
    return f'"{version.sha256[:20]}-{version.pk}-{version.recipe}-{part}"'


def _known(request: Request, etag: str) -> HttpResponseBase | None:
    """304 when the browser holds just this, else None."""
    answer = get_conditional_response(request, etag=etag)
    return _revalidated(answer, etag) if answer else None


def _revalidated(answer: HttpResponseBase, etag: str) -> HttpResponseBase:
    answer.headers["ETag"] = etag
    patch_cache_control(answer, private=True, no_cache=True)
    return answer
