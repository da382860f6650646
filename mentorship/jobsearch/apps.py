from django.apps import AppConfig


class JobsearchConfig(AppConfig):
    name = "mentorship.jobsearch"
    label = "jobsearch"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.jobsearch.models import Pursuit

        personal_data.register("pursuits", Pursuit, "owner")
