"""What the database refuses, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db import IntegrityError, OperationalError
from django.db.models import BaseConstraint, UniqueConstraint
from django.utils.translation import gettext as _
from psycopg.errors import DeadlockDetected, LockNotAvailable, SerializationFailure

from audit.refusals import Conflict, Refusal


class Contradiction(Refusal):
    """That would contradict what is already recorded."""


@contextmanager
def translated() -> Iterator[None]:
    """Turn a broken constraint that people can run into into a refusal in its own words."""
    try:
        yield
    except IntegrityError as wrong:
        diagnosis = getattr(wrong.__cause__, "diag", None)
        constraint = _by_name().get(getattr(diagnosis, "constraint_name", None) or "")
        if constraint is None or not _has_words(constraint):
            raise
        kind = Conflict if isinstance(constraint, UniqueConstraint) else Contradiction
        raise kind(_(str(constraint.violation_error_message))) from wrong


def is_deadlock(wrong: OperationalError) -> bool:
    return isinstance(wrong.__cause__, DeadlockDetected | SerializationFailure | LockNotAvailable)


def _has_words(constraint: BaseConstraint) -> bool:
    return constraint.violation_error_message != constraint.default_violation_error_message


@cache
def _by_name() -> dict[str, BaseConstraint]:
    return {
        constraint.name: constraint
        for model in apps.get_models()
        for constraint in model._meta.constraints
    }
