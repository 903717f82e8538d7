from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from agencies.models.agency import Agency
from agencies.models.agreement import Agreement
from audit.rows import Row, sane_time


class Party(Row):
    """An agency that an agreement binds once it has signed.

    One that was taken out of a draft stays as a row with ``removed_at``, and counts no more.
    One that ``joins`` signs a joinder, after the others have agreed, and is bound from
    ``joins_at`` or, without it, from its signature. After a notice of withdrawal the party
    is bound until it ``leaves_at``; one that comes back later is another row, by a joinder of
    its own, and the row of its first stay says what it was.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="parties")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="agreements")
    signatory_title = models.CharField(max_length=120)
    authority = models.CharField(max_length=200, blank=True)
    body = models.CharField(max_length=120, blank=True, default="", db_default="")
    joins = models.BooleanField(default=False, db_default=False)
    joins_at = models.DateTimeField(null=True)
    leaves_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["agreement", "agency"]
        indexes = [
            # So that asking whether anybody has left costs nothing where nobody has.
            Index(
                name="party_that_leaves",
                fields=["agreement"],
                condition=Q(leaves_at__isnull=False),
            ),
        ]
        verbose_name_plural = "parties"
        constraints = [
            UniqueConstraint(
                name="party_stays_once_at_a_time",
                # Stays that ended stay rows; one that goes on, or is asked for, is there once.
                fields=["agreement", "agency", "leaves_at"],
                nulls_distinct=False,
                condition=Q(removed_at__isnull=True),
                violation_error_message="This agency is a party already.",
            ),
            sane_time("party_removed_at_a_sane_time", "removed_at"),
            sane_time("party_leaves_at_a_sane_time", "leaves_at"),
            sane_time("party_joins_at_a_sane_time", "joins_at"),
            CheckConstraint(
                name="party_joins_at_a_time_if_it_joins",
                condition=Q(joins_at__isnull=True) | Q(joins=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} in {self.agreement}"


class Signature(Row):
    """That a party's authorized signatory signed a text: this one, by its hash (RULE-MOU-02).

    A late party signs it by a joinder, which has a hash of its own (RULE-MOU-05).
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="signatures")
    text_hash = models.CharField(max_length=64)
    joinder_hash = models.CharField(max_length=64, blank=True, default="", db_default="")
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
            CheckConstraint(
                name="signature_of_a_joinder_by_its_hash",
                condition=Q(joinder_hash="") | Q(joinder_hash__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signer} for {self.party}"
