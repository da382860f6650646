"""The service's addresses and, beside them, views that do nothing: what a request costs at least.

The trivial one is for whoever is signed in or holds a pass, through the same middleware, session and database.
"""

from django.http import HttpResponse
from django.urls import path

from accounts.reader import Request
from bench.rig.stock import stock
from mentorship import urls
from mentorship.toolbox.access import for_visitors


@for_visitors
def trivial(request: Request) -> HttpResponse:
    """A few bytes for this reader."""
    return HttpResponse(b"well", headers={"X-Way": request.reader.way.value})


urlpatterns = [
    path("trivial/", trivial, name="trivial"),
    path("stock/", stock, name="stock"),
    *urls.urlpatterns,
]
