"""Where a version is read and commented."""

from django.urls import path

from mentorship.critique import views

app_name = "critique"
urlpatterns = [
    path("documents/<slug:ref>/versions/<int:number>/", views.reading, name="reading"),
    path("documents/<slug:ref>/versions/<int:number>/pages/", views.reading_pages, name="pages"),
    path("documents/<slug:ref>/versions/<int:number>/text/", views.reading_text, name="text"),
]
