from django.apps import AppConfig


class CritiqueConfig(AppConfig):
    name = "mentorship.critique"
    label = "critique"
