"""The person's own settings."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import actions
from accounts.forms import SettingsForm
from accounts.reader import Request


@require_http_methods(["GET", "POST"])
def settings_page(request: Request) -> HttpResponse:
    """Name and time zone, and the ways to the pages about address and password."""
    person = request.reader.account
    now = {"display_name": person.display_name, "time_zone": person.time_zone}
    form = SettingsForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.change_settings(by=request.reader, **form.cleaned_data)
        messages.success(request, _("Your settings are saved."))
        return redirect("accounts:settings")
    status = 422 if form.errors else 200
    return render(request, "accounts/settings.html", {"form": form}, status=status)
