from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from agencies.elements import Element
from agencies.models.agreement import Agreement
from audit.rows import Row, sane_time

LONGEST_SECTION = 20_000


class Section(Row):
    """A numbered part of an agreement's text that nothing is coded from.

    It says which elements of an agreement it speaks to (chapter 5.2). As with a clause,
    its words never change: another wording is another row.
    """

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="sections")
    number = models.CharField(max_length=12)
    heading = models.CharField(max_length=120)
    text = models.TextField(max_length=LONGEST_SECTION)
    elements = ArrayField(models.PositiveSmallIntegerField(), default=list)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["agreement", "number"]
        constraints = [
            UniqueConstraint(
                name="section_number_once",
                fields=["agreement", "number"],
                condition=Q(removed_at__isnull=True),
                violation_error_message="There is a section with this number.",
            ),
            CheckConstraint(
                name="section_can_be_read",
                condition=LessThanOrEqual(Length("text"), LONGEST_SECTION) & ~Q(text=""),
                violation_error_message="A section has between 1 and 20000 characters.",
            ),
            CheckConstraint(
                name="section_speaks_to_known_elements",
                condition=Q(elements__contained_by=[one.value for one in Element]),
            ),
            sane_time("section_removed_at_a_sane_time", "removed_at"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}, section {self.number}"
