"""What the installation knows of its own processes."""

from __future__ import annotations

from django.db import models


class Heartbeat(models.Model):
    """The last sign of life of a process that nobody talks to.

    Exempt from the guards: it tells of processes, not of agencies, and is written
    every few seconds.
    """

    name = models.CharField(max_length=16, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}: {self.at}"
