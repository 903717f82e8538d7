from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from agencies.models.agency import Agency
from agencies.models.member import Member
from audit.rows import Row, sane_time


class SignOn(Row):
    """By which provider (OpenID Connect) an agency's people sign in.

    It speaks for that agency alone: whatever address it says, it lets in nobody but accounts of
    this agency. ``strong`` are the words of ``amr`` or ``acr`` that stand for a second factor.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="sign_ons")
    issuer = models.CharField(max_length=300)
    client = models.CharField(max_length=200)
    sealed = models.CharField(max_length=2000)
    domains = ArrayField(models.CharField(max_length=253), size=20)
    strong = ArrayField(models.CharField(max_length=100), default=list, blank=True, size=20)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                name="sign_on_once_at_an_agency",
                fields=["agency"],
                condition=Q(ended_at__isnull=True),
            ),
            CheckConstraint(
                name="sign_on_by_an_address",
                condition=Q(issuer__regex=r"^https?://[^[:space:][:cntrl:]?#]+$"),
                violation_error_message="An issuer is an address, such as https://login.example.",
            ),
            CheckConstraint(
                name="sign_on_for_some_domains",
                condition=Q(domains__len__gte=1),
                violation_error_message="Name at least one domain.",
            ),
            CheckConstraint(
                name="sign_on_of_so_many_words",
                condition=Q(domains__len__lte=20, strong__len__lte=20),
            ),
            CheckConstraint(name="sign_on_has_a_client", condition=~Q(client="")),
            sane_time("sign_on_at_sane_times", "since", "ended_at"),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.issuer}"


class Identity(Row):
    """As whom a provider knows a member. From the first time on it is this, and no address."""

    sign_on = models.ForeignKey(SignOn, models.PROTECT, related_name="identities")
    member = models.ForeignKey(Member, models.PROTECT, related_name="identities")
    subject = models.CharField(max_length=255)
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "identities"
        constraints = [
            UniqueConstraint(name="identity_of_one_member", fields=["sign_on", "subject"]),
            UniqueConstraint(name="identity_once_for_a_member", fields=["sign_on", "member"]),
            CheckConstraint(name="identity_says_whom", condition=~Q(subject="")),
            sane_time("identity_at_a_sane_time", "since"),
        ]

    def __str__(self) -> str:
        return f"{self.member} at {self.sign_on}"
