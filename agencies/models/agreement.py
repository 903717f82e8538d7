from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, TextChoices, UniqueConstraint
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from agencies.lifecycle import BEFORE_SIGNING, AgreementStatus
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
    UNWRITTEN = "unwritten", _("Unwritten practice")


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
    QUORUM = "quorum", _("In force once enough parties have signed, for those that have")
    ON_DATE = "on_date", _("In force on its day, for those that have signed by then")


class Agreement(Row):
    """Written terms between agencies, which decide who may ask, who sends, and who sees what.

    Whether it is in force is never stored: it follows from the term, the seal,
    the signatures, notices and suspensions, for each party, at a moment
    (RULE-MOU-01). An amendment is an agreement of its own that names the one it
    amends (RULE-MOU-02); a renewal names the one that it follows.
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
    quorum = models.PositiveSmallIntegerField(null=True)
    min_parties = models.PositiveSmallIntegerField(default=2, db_default=2)
    notice_days = models.PositiveSmallIntegerField(default=30, db_default=30)
    renews_months = models.PositiveSmallIntegerField(default=0, db_default=0)
    joinable = models.BooleanField(default=False, db_default=False)
    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="amendments", db_index=False
    )
    amendment_number = models.PositiveSmallIntegerField(null=True)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="renewals", db_index=False
    )
    status = models.CharField(max_length=12, choices=AgreementStatus, default=AgreementStatus.DRAFT)
    text_hash = models.CharField(max_length=64, blank=True)
    sealed_at = models.DateTimeField(null=True)
    sign_by = models.DateTimeField(null=True)
    executed_at = models.DateTimeField(null=True)
    terminated_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["title"]
        indexes = [
            # From an agreement to its own document and its amendments, in one step.
            Index(Coalesce("amends", "id"), name="document_of_agreement"),
            Index(
                name="renewal_of_agreement", fields=["follows"], condition=Q(follows__isnull=False)
            ),
        ]
        constraints = [
            CheckConstraint(
                name="agreement_expires_after_it_takes_effect",
                condition=Q(expires_at__isnull=True) | Q(expires_at__gt=F("effective_at")),
                violation_error_message="The term must end after it begins.",
            ),
            CheckConstraint(
                name="agreement_sealed_when_it_left_draft",
                condition=Q(status__in=BEFORE_SIGNING, sealed_at__isnull=True, text_hash="")
                | Q(status=AgreementStatus.ABANDONED)
                | Q(sealed_at__isnull=False, text_hash__regex=r"^[0-9a-f]{64}$"),
            ),
            CheckConstraint(name="agreement_tier_is_known", condition=Q(tier__range=(1, 6))),
            CheckConstraint(
                name="agreement_counts_signatures_where_that_decides",
                condition=Q(effect=Effect.QUORUM, quorum__range=(2, 500))
                | (~Q(effect=Effect.QUORUM) & Q(quorum__isnull=True)),
                violation_error_message="Say how many must sign, between 2 and 500.",
            ),
            CheckConstraint(
                name="agreement_rests_on_two_parties_or_more",
                condition=Q(min_parties__range=(2, 500)),
                violation_error_message="It needs between 2 and 500 parties.",
            ),
            CheckConstraint(
                name="agreement_is_left_within_two_years",
                condition=Q(notice_days__range=(0, 730)),
                violation_error_message="Give between 0 and 730 days of notice.",
            ),
            CheckConstraint(
                name="agreement_renews_a_term_that_ends",
                condition=Q(renews_months=0)
                | Q(renews_months__range=(1, 120), expires_at__isnull=False),
                violation_error_message="Only a term that ends renews itself, by 1 to 120 months.",
            ),
            CheckConstraint(
                name="amendment_is_numbered",
                condition=Q(amends__isnull=True, amendment_number__isnull=True)
                | Q(amends__isnull=False, amendment_number__range=(1, 999)),
            ),
            UniqueConstraint(
                name="amendment_number_once",
                fields=["amends", "amendment_number"],
                condition=Q(amends__isnull=False),
            ),
            UniqueConstraint(
                name="amendment_signed_one_at_a_time",
                fields=["amends"],
                condition=Q(amends__isnull=False, status=AgreementStatus.SIGNING),
                violation_error_message="Another amendment is being signed: one after the other.",
            ),
            sane_time("agreement_at_sane_times", "effective_at", "expires_at", "sealed_at"),
            sane_time("agreement_ends_at_sane_times", "sign_by", "executed_at", "terminated_at"),
        ]

    def __str__(self) -> str:
        return self.title
