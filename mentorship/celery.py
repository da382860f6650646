"""The Celery app. `celery -A mentorship worker` and `celery -A mentorship beat` find it here."""

import os

from celery import Celery
from celery.signals import setup_logging, worker_before_create_process

from mentorship.toolbox.work import forking

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorship.settings")

app = Celery("mentorship", task_cls="mentorship.toolbox.work.doorbell:Doorbell")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.set_default()  # in every thread: without it a web thread would ring another, default broker
app.autodiscover_tasks()
app.steps["worker"].add("mentorship.home.upkeep.sweeper:SweeperStep")


@setup_logging.connect
def log_as_the_web_does(**_facts: object) -> None:
    """Leave logging as Django has set it up: Celery's own lines hold what an error says."""


@worker_before_create_process.connect
def share_what_is_loaded(**_facts: object) -> None:
    """A worker's children are forked from it."""
    forking.settle()
