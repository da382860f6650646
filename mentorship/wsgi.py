"""The door a web server opens: `gunicorn mentorship.wsgi`."""

import os

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from mentorship.toolbox.work import forking

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorship.settings")

application = get_wsgi_application()
call_command("sanity", start=True)
# Else the first request in each worker would import all views: 0.4 s of it, and 20 MB each.
get_resolver().url_patterns  # noqa: B018 - it is what imports them
forking.settle()
