"""Which loggers speak, and how: every line by way of `toolbox.work.log_lines`."""

LOGGING: dict[str, object] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "mentorship.toolbox.work.log_lines.LogLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "mentorship": {"level": "INFO"},
        "celery.apps.worker": {"level": "INFO"},  # that it is ready, and that it ends
        "accounts": {"level": "INFO"},
        # Django's own handlers would mail or print paths, and a path may hold a token.
        "django": {"handlers": [], "level": "WARNING"},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},  # a line about each 404 helps nobody
        # Whoever tries other names is answered 400; ten lines of ours about each help nobody.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # A web server's workers come here once they have loaded us, whoever starts them and how.
        "gunicorn.error": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "uvicorn.error": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "uvicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
