"""What letters are about, as far as a person may choose to have none of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Topic(TextChoices):
    """Letters that stop together. Those about signing in have no topic: nobody can do without."""

    INVITATIONS = "invitations", _("Someone asks for my opinion, or reminds me of it")
    REVIEWS = "reviews", _("Someone I asked has finished, or can’t")
    REPLIES = "replies", _("Someone replies to what I wrote")
    MENTIONS = "mentions", _("Someone mentions me in a comment")
    NEXT_STEPS = "next_steps", _("A next step I planned is due today")
    VERSIONS = "versions", _("A text I was asked about has a new version")
    GOOD_NEWS = "good_news", _("Someone I helped has good news")
