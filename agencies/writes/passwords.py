"""Which passwords are good enough."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from agencies.details import Password
from agencies.models import Account
from audit.refusals import Refusal


class PasswordTooWeak(Refusal):
    """Choose a longer and less common password."""


def checked(password: Password, account: Account, name: str) -> str:
    """The password's hash, if it is long and rare enough and not made of the person's own name."""
    account.first_name = name  # type: ignore[attr-defined]  # by this name the validator asks
    try:
        validate_password(password.reveal(), account)
    except ValidationError as weak:
        raise PasswordTooWeak(" ".join(weak.messages)) from weak
    return password.encoded()
