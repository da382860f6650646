"""How a letter to an employer begins: gracious, short, another one for each stage. All of it is there to change."""

from typing import Literal, get_args

from django.utils.translation import gettext as _

from mentorship.jobsearch.models import Pursuit

Kind = Literal["follow_up", "thank_you"]
Reached = Literal["applied", "interview", "final"]
REACHED: tuple[Reached, ...] = get_args(Reached)


def beginning(kind: Kind, pursuit: Pursuit, reached: str = "") -> str:
    """The text it begins as, in the language of now.

    reached  how far she came, of `REACHED`; for a follow-up letter alone
    """
    facts = {"role": pursuit.role, "name": pursuit.owner.name}
    return (_thanks() if kind == "thank_you" else _follow_up(reached)) % facts


def reached_by(pursuit: Pursuit) -> Reached:
    """How far she came, as far as the stages of the job tell."""
    stage = pursuit.reached or pursuit.stage
    if stage in {Pursuit.Stage.INTERESTED, Pursuit.Stage.APPLIED}:
        return "applied"
    return "final" if stage == Pursuit.Stage.OFFER else "interview"


def title(kind: str, pursuit: Pursuit) -> str:
    """What it is called until she calls it something else."""
    facts = {"job": pursuit.called}
    if kind == "thank_you":
        return _("Thank you: %(job)s") % facts
    return _("To the employer: %(job)s") % facts


def subject(kind: str, pursuit: Pursuit) -> str:
    """What stands in the subject of the email that she sends."""
    facts = {"role": pursuit.role}
    if kind == "thank_you":
        return _("Thank you: %(role)s") % facts
    return _("My application: %(role)s") % facts


def _thanks() -> str:
    return _(
        "Hello,\n\n"
        "Thank you for the time you took to talk with me about the role (%(role)s). I especially "
        "liked hearing about [something they told you].\n\n"
        "It has made me want the job more. [One sentence: what you would do first, or an answer you "
        "would now give better.]\n\n"
        "If there is anything else you would like to know, please ask.\n\n"
        "Kind regards\n%(name)s\n"
    )


def _follow_up(reached: str) -> str:
    if reached == "final":
        return _(
            "Hello,\n\n"
            "Thank you for telling me, and for all the time you and your colleagues have given me. I "
            "was glad to come this far (%(role)s), and I have learned from each conversation.\n\n"
            "May I ask one thing? If you were in my place, what would you work on before the next "
            "final round?\n\n"
            "A sentence is plenty, and I understand if you cannot answer. If a role like this opens "
            "again, I would be happy to hear from you.\n\n"
            "Kind regards\n%(name)s\n"
        )
    if reached == "interview":
        return _(
            "Hello,\n\n"
            "Thank you for telling me, and for the conversation about the role (%(role)s). I enjoyed "
            "it, and I came away knowing more about your work.\n\n"
            "I would like to do better next time. What is one thing I could have shown you, or "
            "answered differently, that would have helped?\n\n"
            "A sentence is plenty, and I understand if you cannot answer.\n\n"
            "Kind regards\n%(name)s\n"
        )
    return _(
        "Hello,\n\n"
        "Thank you for telling me, and for the time you gave to my application (%(role)s).\n\n"
        "I would like my next one to be better. If you have a minute: what could my résumé or letter "
        "have shown that would have helped you?\n\n"
        "A sentence is plenty, and I understand if you cannot answer.\n\n"
        "Kind regards\n%(name)s\n"
    )
