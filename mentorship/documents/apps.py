from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "mentorship.documents"
    label = "documents"

    def ready(self) -> None:
        from celery.signals import beat_init, worker_init

        from accounts import personal_data
        from mentorship.documents import rendering
        from mentorship.documents.models import Document, Grant, Page, Version
        from mentorship.documents.opening import queues
        from mentorship.documents.store import pairing

        personal_data.register("documents", Document, "owner")
        personal_data.register("versions", Version, "document__owner")
        personal_data.register("pages", Page, "version__document__owner")
        personal_data.register("grants_given", Grant, "document__owner")
        personal_data.register("grants_held", Grant, "person")
        queues.register(rendering.VERSIONS)
        for starts in (worker_init, beat_init):
            starts.connect(pairing.start_celery)
