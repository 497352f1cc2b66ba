import uuid

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from notifications.rhythms import Rhythm

NAME_LETTERS, ABOUT_LETTERS = 60, 600


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        """A person known by an e-mail address; without a password when none is given."""
        if not email:
            raise ValueError("A person needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(
            email, password, **{**fields, "is_staff": True, "is_superuser": True}
        )

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractUser):
    """A person; the e-mail address is the one identifier, in any letter case."""

    class Language(models.TextChoices):
        LV = "lv", _("Latvian")
        EN = "en", _("English")

    LetterRhythm = Rhythm

    username = None
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("Somebody with this e-mail address is here already.")},
    )

    key = models.UUIDField(_("public key"), default=uuid.uuid4, unique=True, editable=False)
    display_name = models.CharField(_("display name"), max_length=NAME_LETTERS, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.LV)
    home_key = models.UUIDField(_("home community"), null=True, blank=True)
    about = models.TextField(_("about me"), max_length=ABOUT_LETTERS, blank=True)
    is_public = models.BooleanField(_("has a public page"), default=False)
    shows_home = models.BooleanField(_("shows the home community"), default=False)
    letter_rhythm = models.CharField(
        _("letters"), max_length=10, choices=LetterRhythm, default=LetterRhythm.AT_ONCE
    )
    # When the person last showed to be there without signing in, as by confirming an address.
    active_at = models.DateTimeField(_("last active"), null=True, editable=False)
    # Of the name, while whoever has it has a public page.
    search_keys = models.TextField(default="", editable=False)
    is_erased = models.BooleanField(_("erased"), default=False, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="members_one_person_per_address")
        ]

    def __str__(self):
        return self.get_full_name() or self.email

    @property
    def name(self) -> str:
        """What others may call the person; never the address."""
        if self.is_erased:
            return gettext("Deleted user")
        return self.display_name or gettext("A resident")

    def get_full_name(self) -> str:
        """What the backstage calls the person; empty when nobody said."""
        if self.is_erased:
            return gettext("Deleted user")
        return super().get_full_name() or self.display_name
