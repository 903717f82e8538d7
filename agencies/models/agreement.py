from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, TextChoices, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from agencies.lifecycle import AgreementStatus
from agencies.models.agency import Agency
from audit.rows import Row, sane_time


class Instrument(TextChoices):
    """What sort of agreement it is (chapter 5.1)."""

    MUTUAL_AID = "mutual_aid", _("Mutual aid agreement")
    AUTOMATIC_AID = "automatic_aid", _("Automatic aid agreement")
    MOU = "mou", _("Memorandum of understanding")
    DATA_SHARING = "data_sharing", _("Information exchange agreement")
    TASK_FORCE = "task_force", _("Task force agreement")
    COMPACT = "compact", _("Multilateral compact")


class Tier(models.IntegerChoices):
    """How far out help is sought, nearest first (chapter 4.1)."""

    AUTOMATIC = 1, _("Automatic aid")
    LOCAL = 2, _("Local mutual aid")
    REGIONAL = 3, _("Regional")
    STATEWIDE = 4, _("Statewide")
    INTERSTATE = 5, _("Interstate")
    FEDERAL = 6, _("Federal")


class Effect(TextChoices):
    """Whom signing binds, and when."""

    ALL = "all", _("In force once every party has signed")
    PER_PARTY = "per_party", _("In force for each party that has signed")


class Agreement(Row):
    """Written terms between agencies, which decide who may ask, who sends, and who sees what.

    Whether it is in force is never stored: it follows from the term, the seal
    and the signatures, for each party, at a moment (RULE-MOU-01).
    """

    title = models.CharField(max_length=160)
    instrument = models.CharField(max_length=16, choices=Instrument)
    tier = models.PositiveSmallIntegerField(choices=Tier, default=Tier.LOCAL)
    led_by = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    purpose = models.TextField(blank=True)
    scope = models.TextField(blank=True)
    effective_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    effect = models.CharField(max_length=12, choices=Effect, default=Effect.ALL)
    status = models.CharField(max_length=12, choices=AgreementStatus, default=AgreementStatus.DRAFT)
    text_hash = models.CharField(max_length=64, blank=True)
    sealed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["title"]
        constraints = [
            CheckConstraint(
                name="agreement_expires_after_it_takes_effect",
                condition=Q(expires_at__isnull=True) | Q(expires_at__gt=F("effective_at")),
                violation_error_message="The term must end after it begins.",
            ),
            CheckConstraint(
                name="agreement_sealed_when_it_left_draft",
                condition=Q(status=AgreementStatus.DRAFT, sealed_at__isnull=True, text_hash="")
                | Q(status=AgreementStatus.ABANDONED)
                | Q(sealed_at__isnull=False, text_hash__regex=r"^[0-9a-f]{64}$"),
            ),
            CheckConstraint(name="agreement_tier_is_known", condition=Q(tier__range=(1, 6))),
            sane_time("agreement_at_sane_times", "effective_at", "expires_at", "sealed_at"),
        ]

    def __str__(self) -> str:
        return self.title


class Party(Row):
    """An agency that an agreement binds once it has signed.

    One that was taken out of a draft stays as a row with ``removed_at``, and counts no more.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="parties")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="agreements")
    signatory_title = models.CharField(max_length=120)
    authority = models.CharField(max_length=200, blank=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["agreement", "agency"]
        verbose_name_plural = "parties"
        constraints = [
            UniqueConstraint(
                name="party_once_in_an_agreement",
                fields=["agreement", "agency"],
                condition=Q(removed_at__isnull=True),
                violation_error_message="This agency is a party already.",
            ),
            sane_time("party_removed_at_a_sane_time", "removed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.agency} in {self.agreement}"


class Signature(Row):
    """That a party's authorized signatory signed a text: this one, by its hash (RULE-MOU-02)."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="signatures")
    text_hash = models.CharField(max_length=64)
    signed_by = models.UUIDField()
    signer = models.CharField(max_length=120)
    signer_title = models.CharField(max_length=120)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(
                name="signature_once_per_party_and_text",
                fields=["party", "text_hash"],
                violation_error_message="Your agency has signed this text.",
            ),
            sane_time("signature_at_a_sane_time", "signed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.signer} for {self.party}"
