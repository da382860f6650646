from django.apps import AppConfig


class LooksConfig(AppConfig):
    name = "mentorship.looks"
    label = "looks"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.circle import offers as circle
        from mentorship.looks import notices, offers
        from mentorship.looks.models import Look, LookLink, Showing
        from mentorship.notifications import kinds

        personal_data.register("showings", Showing, "version__document__owner")
        personal_data.register("look_links", LookLink, "document__owner")
        personal_data.register("looks", Look, "person")
        personal_data.register("looks_received", Look, "showing__version__document__owner")
        circle.register(offers.of)
        kinds.register_all_in(notices)
