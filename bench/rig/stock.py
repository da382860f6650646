"""A view as Django alone would have it: what a request costs before there is anything of ours.

Django's own sessions, authentication and middleware, one signed-in person, four bytes.
"""

from http.cookies import SimpleCookie

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.test import override_settings

from accounts.models import User
from accounts.reader import Request
from bench.rig.settings import STOCK_BACKEND
from mentorship.toolbox.access import public

MIDDLEWARE = [  # as `startproject` writes them
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


@public
def stock(request: Request) -> HttpResponse:
    """A few bytes for whoever is signed in."""
    return HttpResponse(b"well" if request.user.is_authenticated else b"who?")


def handler() -> WSGIHandler:
    """Answers the stock view with Django's parts alone."""
    engine = "django.contrib.sessions.backends.db"
    with override_settings(MIDDLEWARE=MIDDLEWARE, SESSION_ENGINE=engine):
        return WSGIHandler()


def signed_in(person: User) -> SimpleCookie:
    """The cookie of a session of Django's own, in which this person is signed in."""
    if Session._meta.db_table not in connection.introspection.table_names():
        with connection.schema_editor() as editor:
            editor.create_model(Session)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = STOCK_BACKEND
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return SimpleCookie({settings.SESSION_COOKIE_NAME: session.session_key})
