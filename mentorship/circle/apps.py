from django.apps import AppConfig


class CircleConfig(AppConfig):
    name = "mentorship.circle"
    label = "circle"

    def ready(self) -> None:
        from accounts import personal_data
        from mentorship.circle.models import Invitation, Pass, Round

        personal_data.register("rounds", Round, "owner")
        personal_data.register("invitations_sent", Invitation, "round__owner")
        personal_data.register("invitations_received", Invitation, "person")
        personal_data.register("passes", Pass, "invitation__person")
