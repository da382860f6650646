"""The apps of this project, and their models."""

from pathlib import Path

from django.apps import apps
from django.db import models

from tests.architecture.law import ROOT

APPS = {
    config.name: config
    for config in apps.get_app_configs()
    if Path(config.path).is_relative_to(ROOT) and ".venv" not in config.path
}


def our_models() -> list[type[models.Model]]:
    """The models of this project."""
    return [model for app in APPS.values() for model in app.get_models()]
