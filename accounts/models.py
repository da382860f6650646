"""Who someone is. An invited person is a User from the first letter on, without a password."""

from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.addresses import identity
from accounts.lengths import MAX_NAME
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.refs import new_ref


class UserManager(BaseUserManager["User"]):
    """People by their e-mail addresses; case does not tell two people apart."""

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """The address as it is stored and looked up: see `accounts.addresses.identity`."""
        return identity(email or "")

    def get_by_natural_key(self, email: str | None) -> "User":
        """The person with this address, however it is typed."""
        return self.get(email=self.normalize_email(email))

    def lock(self, person: "User") -> None:
        """Lock her row until the transaction ends: whoever counts what is hers, counts it alone.

        The first lock of whoever takes several. What refers to her may be written meanwhile.
        """
        if not _locked(person).first():
            raise self.model.DoesNotExist

    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "User":
        """A person; without a password she is one who was invited and has not signed up."""
        person = self.model(email=self.normalize_email(email), **facts)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str, **facts: Any) -> "User":
        """A person who may do everything; `./run manage createsuperuser` makes one."""
        facts |= {"is_staff": True, "is_superuser": True, "claimed_at": timezone.now()}
        return self.create_user(email, password, **facts)


class User(AbstractBaseUser, PermissionsMixin):
    """A person. Her e-mail address is her identity."""

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    email = models.EmailField(_("email address"), unique=True)
    display_name = models.CharField(_("name"), max_length=MAX_NAME, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    language = models.CharField(_("language"), max_length=16, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    claimed_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When the person proved that the address is hers.")
    )

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_one_per_address"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """Where her mornings are: what her browser said, or she chose; before, a guess of `meet`."""
        return ZoneInfo(self.time_zone)

    @property
    def name(self) -> str:
        """What others see: the display name, or the address up to its @ until she gives one."""
        return self.display_name or self.email.partition("@")[0]


@composed
def _locked(person: User) -> models.QuerySet[User, int]:
    locked = User.objects.select_for_update(no_key=True).filter(pk=person.pk)
    return locked.values_list("pk", flat=True)


class Session(AbstractBaseSession):
    """One browser's session. Its name is a hash, its content encrypted: see `accounts.sessions`."""

    session_key = models.CharField(max_length=64, primary_key=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.CASCADE,
        related_name="sessions",
        help_text="Whom its content names: found with it. The content alone signs her in.",
    )

    class Meta(AbstractBaseSession.Meta):
        abstract = False
