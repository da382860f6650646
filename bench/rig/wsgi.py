"""The service's own handler, with the trivial view beside it: `gunicorn bench.rig.wsgi`."""

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

import bench  # noqa: F401 - sets Django up

settings.ROOT_URLCONF = "bench.rig.beside"
application = WSGIHandler()
