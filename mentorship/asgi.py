"""The same door for an ASGI server: `uvicorn mentorship.asgi:application`."""

import os

from django.core.asgi import get_asgi_application
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorship.settings")

application = get_asgi_application()
call_command("sanity", start=True)
