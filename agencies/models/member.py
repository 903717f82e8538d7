from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar, Final

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q, TextChoices, UniqueConstraint
from django.db.models.functions import Lower, Now
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from agencies.models.agency import Agency
from audit import bounds
from audit.rows import Row, sane_time

# CJIS AC-2: who holds what is looked at once a year, and who does not come is let in no more.
REVIEWED_WITHIN: Final = timedelta(days=365)
IDLE_AFTER: Final = timedelta(days=90)


class Accounts(BaseUserManager["Account"]):
    """By its id: an address may sign in for several agencies."""


class Account(AbstractBaseUser):
    """What somebody signs in with. It carries no rights: those come with the member's seats.

    One address may have an account at each of several agencies, each with a password of its own:
    were it unique over all, an agency could find out whom another has (M19).

    Every session is tied to the password and to ``sessions``: whoever changes
    either has ended them all, also those that would come back to life later.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="accounts")
    email = models.EmailField()
    is_active = models.BooleanField(default=True)
    sessions = models.UUIDField(default=uuid.uuid4, editable=False)
    # Wrong passwords before this count no more: an admin released it.
    released_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "id"
    objects: ClassVar[Accounts] = Accounts()

    class Meta:
        constraints = [
            UniqueConstraint(
                Lower("email"),
                "agency",
                name="account_address_once_at_an_agency",
                condition=Q(is_active=True),
                nulls_distinct=False,
                violation_error_message="Somebody of your agency signs in with this address.",
            ),
            sane_time("account_released_at_a_sane_time", "released_at"),
        ]

    def __str__(self) -> str:
        return self.email

    def get_session_auth_hash(self) -> str:
        return self._tied_with(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        yield from map(self._tied_with, settings.SECRET_KEY_FALLBACKS)

    def _tied_with(self, key: str) -> str:
        tied = f"{self.sessions} {self.password}"
        return salted_hmac("agencies.session", tied, secret=key, algorithm="sha256").hexdigest()

    def end_sessions(self) -> None:
        """Tie sessions to something new. It does not save."""
        self.sessions = uuid.uuid4()


class Member(Row):
    """A person who acts for an agency."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="members")
    account = models.OneToOneField(Account, models.PROTECT, related_name="member")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    suspended_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)
    # When an admin last confirmed their seats; from when they were let in, where nobody has (AC-2).
    reviewed_at = models.DateTimeField(default=timezone.now, db_default=Now())
    # When they last signed in, or were let in anew: who is idle too long is suspended.
    seen_at = models.DateTimeField(default=timezone.now, db_default=Now())

    class Meta:
        ordering = ["name"]
        constraints = [
            sane_time("member_suspended_at_a_sane_time", "suspended_at"),
            CheckConstraint(
                name="member_removed_acts_no_more",
                condition=Q(removed_at__isnull=True) | Q(suspended_at__isnull=False),
            ),
            sane_time("member_kept_at_sane_times", "removed_at", "reviewed_at", "seen_at"),
        ]

    def __str__(self) -> str:
        return self.name


class SeatKind(TextChoices):
    DISPATCHER = "dispatcher", _("Dispatcher")
    COMMANDER = "commander", _("Commander or responder")
    ADMIN = "admin", _("Agency admin")
    SIGNATORY = "signatory", _("Authorized signatory")
    COUNSEL = "counsel", _("Counsel")
    AUDITOR = "auditor", _("Auditor")


class Seat(Row):
    """What a member may do for their agency, from when until when."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="seats")
    kind = models.CharField(max_length=12, choices=SeatKind)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="seat_held_once",
                fields=["member", "kind"],
                condition=Q(until__isnull=True),
                violation_error_message="They sit there already.",
            ),
            CheckConstraint(
                name="seat_ends_after_it_began",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
            sane_time("seat_at_sane_times", "since", "until"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_kind_display()}"


class Scope(TextChoices):
    """What a token may be used for, within what its member may do."""

    LOOK = "look", _("Read")
    INCIDENTS = "incidents", _("Change incidents")
    REQUESTS = "mutualaid", _("Ask for help and answer")
    AGENCY = "agencies", _("Change resources, agreements and the agency")


class BoundTo(TextChoices):
    """What a token is for. Tests and trainings are exercises, and anything that is not real."""

    REAL = bounds.REAL, _("Real incidents")
    EXERCISE = bounds.EXERCISE, _("Exercises")


def every_scope() -> list[str]:
    return [str(one) for one in Scope.values]


class ApiToken(Row):
    """A key with which a member's other systems act in their name. Only its hash is kept.

    For a while after it was rotated the one before is good as well, so that the other system can
    be given the new one without a break. ``networks`` are whence it may come; none is anywhere.
    What it is ``bound`` to it stays bound to, and finds nothing of the other.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    scopes = ArrayField(models.CharField(max_length=12, choices=Scope), default=every_scope)
    bound = models.CharField(max_length=8, choices=BoundTo, default=BoundTo.REAL)
    networks = ArrayField(models.CharField(max_length=43), default=list, size=10)
    old_digest = models.CharField(max_length=64, blank=True, default="")
    old_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="token_before_it_was_rotated",
                fields=["old_digest"],
                condition=~Q(old_digest=""),
            ),
            CheckConstraint(
                name="token_before_ends",
                condition=Q(old_digest="") | Q(old_until__isnull=False),
            ),
            CheckConstraint(name="token_is_good_for_something", condition=Q(scopes__len__gte=1)),
            CheckConstraint(
                name="token_is_for_what_is_real_or_for_exercises",
                condition=Q(bound=BoundTo.REAL)
                | Q(bound=BoundTo.EXERCISE) & ~Q(scopes__contains=[Scope.AGENCY]),
            ),
            CheckConstraint(
                name="token_of_scopes_and_networks_that_can_be",
                condition=Q(scopes__contained_by=Scope.values, scopes__len__lte=len(Scope.values))
                & Q(networks__len__lte=10),
            ),
            CheckConstraint(
                name="token_expires_after_it_was_issued",
                condition=Q(expires_at__gt=F("issued_at")),
            ),
            sane_time("token_at_sane_times", "issued_at", "expires_at", "revoked_at"),
            sane_time("token_before_until_a_sane_time", "old_until"),
        ]

    def __str__(self) -> str:
        return self.name


class TokenUse(models.Model):
    """When a token was last used and whence, to a few minutes. A signal, not a fact."""

    token = models.OneToOneField(ApiToken, models.PROTECT, primary_key=True, related_name="use")
    used_at = models.DateTimeField()
    origin = models.CharField(max_length=45)

    class Meta:
        constraints = [sane_time("token_used_at_a_sane_time", "used_at")]

    def __str__(self) -> str:
        return f"{self.token} at {self.used_at}"
