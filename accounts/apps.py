from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    label = "accounts"

    def ready(self) -> None:
        from allauth.account.models import EmailAddress, EmailConfirmation
        from allauth.account.signals import email_confirmed

        from accounts import claiming, personal_data
        from accounts.models import Session, User

        email_confirmed.connect(claiming.address_was_proved)
        personal_data.register("account", User, "pk")
        personal_data.register("addresses", EmailAddress, "user")
        personal_data.register("confirmations", EmailConfirmation, "email_address__user")
        personal_data.register("sessions", Session, "person")
