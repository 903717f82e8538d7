"""The tables of the ledger. The application may read them; only the database's functions append."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Stream(models.Model):
    """One append-only ledger: an incident's, an agency's, or the looks at an agency's data.

    Appending locks this row. The same lock keeps the hash chain straight and
    makes ``seq`` follow commit order, so a reader who asks for "everything
    after 41" can never miss a 42 that was still being committed.
    """

    key = models.CharField(max_length=80, primary_key=True)
    head_seq = models.BigIntegerField(default=0)
    head_hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return self.key


class Entry(models.Model):
    """One line of a ledger: that something became true, when, and the proof of its place."""

    pk = models.CompositePrimaryKey("stream_id", "seq")
    stream = models.ForeignKey(Stream, models.PROTECT, related_name="entries")
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=80)
    recorded_at = models.DateTimeField()
    digest = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        indexes = [
            models.Index(name="audit_entry_by_kind", fields=["stream", "kind", "seq"]),
            models.Index(name="audit_entry_by_time", fields=["stream", "recorded_at"]),
        ]
        constraints = [
            models.CheckConstraint(name="entry_seq_starts_at_one", condition=Q(seq__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.stream_id} {self.seq}: {self.kind}"


class Testimony(models.Model):
    """What an entry says, beside it, so that personal data can be erased and the chain stay whole.

    ``body`` (who, why, what) and ``images`` (the rows as they then stood) are the
    very text that was hashed. No foreign key leads from here to people or things.
    """

    pk = models.CompositePrimaryKey("stream_key", "seq")
    stream_key = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    salt = models.BinaryField(max_length=16)
    body = models.TextField(null=True)  # noqa: DJ001 (null is "erased", which "" is not)
    images = models.TextField(null=True)  # noqa: DJ001
    agency_id = models.UUIDField(null=True)
    member_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(name="audit_testimony_by_agency", fields=["stream_key", "agency_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.stream_key} {self.seq}"


class Image(models.Model):
    """The newest after-image of a row, as its stream tells it. A board is a stream's images."""

    pk = models.CompositePrimaryKey("stream_key", "key")
    stream_key = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    row = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(name="audit_image_since", fields=["stream_key", "seq"])]

    def __str__(self) -> str:
        return f"{self.stream_key} {self.key}"


class UsedKey(models.Model):
    """An idempotency key and what came of it, kept for thirty days."""

    pk = models.CompositePrimaryKey("member_id", "key")
    member_id = models.UUIDField()
    key = models.CharField(max_length=200)
    fingerprint = models.BinaryField(max_length=32)
    answer = models.JSONField(null=True)
    used_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key


class Turned(models.Model):
    """Somebody who was turned away: the security log that auditors read."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    code = models.CharField(max_length=40)
    sentence = models.TextField()
    tried = models.CharField(max_length=120)
    subject = models.CharField(max_length=120)
    actor = models.JSONField()
    agency_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(name="audit_turned_by_agency", fields=["agency_id", "-id"]),
            models.Index(name="audit_turned_by_subject", fields=["subject", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.tried}"


class Bookmark(models.Model):
    """How far one follower has read one stream."""

    pk = models.CompositePrimaryKey("follower", "stream_key")
    follower = models.CharField(max_length=80)
    stream_key = models.CharField(max_length=80)
    seq = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.follower} in {self.stream_key} at {self.seq}"


class Checkpoint(models.Model):
    """Where every stream stood at one moment: what moved since the checkpoint before, and its hash.

    Published to the log as well, so that a copy outside this database can show
    that somebody rewrote a stream and its chain together.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    heads = models.JSONField()
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"checkpoint {self.pk}"


class Alarm(models.Model):
    """Something about the ledger that an auditor must look at."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    stream_key = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    sentence = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="alarm_once_per_line", fields=["stream_key", "seq"]),
        ]

    def __str__(self) -> str:
        return self.sentence


class LookDay(models.Model):
    """How often one member looked at one agency's data on one day: the access stream, digested.

    Derived, and therefore free of guards: the stream itself is the evidence.
    """

    owner_id = models.UUIDField()
    day = models.DateField()
    viewer_agency_id = models.UUIDField()
    viewer_agency = models.CharField(max_length=120)
    viewer = models.CharField(max_length=120)
    looks = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        ordering = ["-day", "-looks"]
        constraints = [
            models.UniqueConstraint(
                name="look_day_once",
                fields=["owner_id", "day", "viewer_agency_id", "viewer"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.viewer} on {self.day}: {self.looks}"
