"""The Celery app. `celery -A mentorship worker` and `celery -A mentorship beat` find it here."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorship.settings")

app = Celery("mentorship", task_cls="mentorship.toolbox.doorbell:Doorbell")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.set_default()  # in every thread: without it a web thread would ring another, default broker
app.autodiscover_tasks()
