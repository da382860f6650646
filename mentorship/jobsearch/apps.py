from django.apps import AppConfig


class JobsearchConfig(AppConfig):
    name = "mentorship.jobsearch"
    label = "jobsearch"
