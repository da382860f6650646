from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "mentorship.trail"
    label = "trail"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.trail.models import Activity

        personal_data.register("trail", Activity, "owner")
        personal_data.register("deeds", Activity, "actor")
