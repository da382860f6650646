"""What letters are about, as far as a person may choose to have none of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Topic(TextChoices):
    """Letters that stop together. Those about signing in have no topic: nobody can do without."""

    INVITATIONS = "invitations", _("Someone asks for your opinion, or you are reminded of it")
    REVIEWS = "reviews", _("Someone you asked has finished, or can’t")
    REPLIES = "replies", _("Someone replies to what you wrote")
    MENTIONS = "mentions", _("Someone mentions you in a comment")
    NEXT_STEPS = "next_steps", _("A next step you planned is due today")
    VERSIONS = "versions", _("A text you were asked about has a new version")
    GOOD_NEWS = "good_news", _("Someone you helped has good news")
