"""By what people show who they are."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Means(TextChoices):
    PASSWORD = "password", _("their password")
    PASSKEY = "passkey", _("a passkey")
    APP = "app", _("their password and a code of their app")
    RECOVERY = "recovery", _("their password and a recovery code")
    LINK = "link", _("the link of their invitation")
    SINGLE_SIGN_ON = "single_sign_on", _("the sign-on of their agency")
    SIGN_ON_ALONE = "sign_on_alone", _("the sign-on of their agency, by one factor")


STRONG = frozenset({Means.PASSKEY, Means.APP, Means.RECOVERY, Means.SINGLE_SIGN_ON})


def means_said(means: str) -> str:
    """By these means, in words; a line of the ledger may name some that are no more."""
    return str(Means(means).label) if means in Means.values else means
