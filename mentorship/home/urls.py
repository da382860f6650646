"""Where people land, what waits for them, and whether the service is well."""

from django.urls import path

from mentorship.home import views

app_name = "home"
urlpatterns = [
    path("", views.landing, name="landing"),
    path("desk/", views.desk, name="desk"),
    path("mentoring/", views.mentoring, name="mentoring"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("health/", views.health, name="health"),
    path("operator/facts/", views.operator_facts, name="operator_facts"),
    path("operator/metrics/", views.operator_metrics, name="operator_metrics"),
]
