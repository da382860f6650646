"""Where people land, what waits for them, and whether the service is well."""

from django.urls import path

from mentorship.home import views

app_name = "home"
urlpatterns = [
    path("", views.landing, name="landing"),
    path("desk/", views.desk, name="desk"),
    path("mentoring/", views.mentoring, name="mentoring"),
    path("health/", views.health, name="health"),
    path("operator/facts/", views.operator_facts, name="operator_facts"),
    path("operator/metrics/", views.operator_metrics, name="operator_metrics"),
]
