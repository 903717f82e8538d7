"""Rows of the views in ``agencies.in_force``: read-only, true at the moment they are read."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Bound(models.Model):
    """A party that its agreement binds now."""

    id = models.UUIDField(primary_key=True)
    agreement = models.ForeignKey("agencies.Agreement", models.DO_NOTHING, related_name="bound")
    agency = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "agencies_bound"

    def __str__(self) -> str:
        return str(self.pk)


class ShareGrant(models.Model):
    """The giver shows the receiver its data of a category, now, because of a clause."""

    id = models.UUIDField(primary_key=True)
    giver = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")
    receiver = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")
    category = models.CharField(max_length=8)
    purpose = models.CharField(max_length=16)
    clause_id = models.UUIDField()
    clause = models.CharField(max_length=200)
    masking = models.CharField(max_length=12)
    seats = ArrayField(models.CharField(max_length=12))
    needs = ArrayField(models.CharField(max_length=12))
    incident_only = models.BooleanField()
    onward = models.CharField(max_length=8)
    onward_to = ArrayField(models.UUIDField())
    retention_days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        managed = False
        db_table = "agencies_sharegrant"

    def __str__(self) -> str:
        return self.clause


class UncheckedShare(models.Model):
    """What a clause in force would share, had its giver's counsel checked it (RULE-MOU-08)."""

    id = models.UUIDField(primary_key=True)
    giver = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")
    receiver = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")
    category = models.CharField(max_length=8)
    clause_id = models.UUIDField()
    clause = models.CharField(max_length=200)

    class Meta:
        managed = False
        db_table = "agencies_uncheckedshare"

    def __str__(self) -> str:
        return self.clause


class SupplyRight(models.Model):
    """The receiver may ask the giver for a kind and type, now, because of a clause."""

    id = models.UUIDField(primary_key=True)
    giver = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")
    receiver = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")
    kind = models.CharField(max_length=24)
    type = models.PositiveSmallIntegerField(null=True)
    max_quantity = models.PositiveSmallIntegerField()
    drawdown_floor = models.PositiveSmallIntegerField()
    tier = models.PositiveSmallIntegerField()
    agreement_id = models.UUIDField()
    agreement_title = models.CharField(max_length=160)
    clause_id = models.UUIDField()
    number = models.CharField(max_length=12)
    heading = models.CharField(max_length=120)
    text = models.TextField()
    lowest_rank = models.PositiveSmallIntegerField()
    request_clause_id = models.UUIDField()
    request_number = models.CharField(max_length=12)
    max_hours = models.PositiveSmallIntegerField(null=True)
    commitment = models.CharField(max_length=12)
    instrument = models.CharField(max_length=16)
    text_hash = models.CharField(max_length=64)
    positions = ArrayField(models.CharField(max_length=20))
    event_types = ArrayField(models.CharField(max_length=16))
    area = models.JSONField()
    declaration_required = models.BooleanField()
    conditions = models.JSONField()
    supply_checked = models.BooleanField()
    request_checked = models.BooleanField()

    class Meta:
        managed = False
        db_table = "agencies_supplyright"

    def __str__(self) -> str:
        return f"{self.agreement_title}, {self.number}"


class AnswerTarget(models.Model):
    """The giver answers the receiver within this time at this priority, now."""

    id = models.UUIDField(primary_key=True)
    agreement_id = models.UUIDField()
    giver = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")
    receiver = models.ForeignKey("agencies.Agency", models.DO_NOTHING, related_name="+")
    priority = models.CharField(max_length=12)
    answer_within = models.DurationField()
    clause_id = models.UUIDField()
    number = models.CharField(max_length=12)

    class Meta:
        managed = False
        db_table = "agencies_answertarget"

    def __str__(self) -> str:
        return f"{self.priority}: {self.answer_within}"
