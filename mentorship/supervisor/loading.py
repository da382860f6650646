"""What web, workers and beat are made of, loaded once for them all."""

import importlib
import os
import warnings
from collections.abc import Mapping

import django
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured

from mentorship.supervisor.plan import StartError
from mentorship.toolbox.work import forking

# Besides what Django loads. None that a service is run as: Python runs those anew.
LOADED = (
    "celery.apps.beat",
    "celery.apps.worker",
    "celery.bin.celery",
    "celery.concurrency.prefork",
    "gunicorn.app.wsgiapp",
    "gunicorn.arbiter",
    "mentorship.celery",
    "mentorship.supervisor.patience",
    "mentorship.urls",
)


def load(environment: Mapping[str, str]) -> None:
    """Import all of it, in this environment, and ask the collector to leave it alone.

    Raises StartError when a setting is wrong or missing: its own words say what to do.
    """
    os.environ.update(environment)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorship.settings")
    # Celery warns against root because of pickle, which is not accepted here.
    warnings.filterwarnings("ignore", "You're running the worker")
    try:
        django.setup()
        run_checks()  # on their way they load middleware, and what templates are made of
    except ImproperlyConfigured as reason:
        raise StartError(f"Mentorship could not start. {reason}") from reason
    for name in LOADED:
        importlib.import_module(name)
    forking.settle()
