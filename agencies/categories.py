"""The data categories of chapter 6.1: what a piece of information is, and so who may see it."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    PUB = "PUB", _("Public")
    OPS = "OPS", _("Operational")
    OPS_R = "OPS-R", _("Restricted operational")
    CJI = "CJI", _("Criminal justice information")
    CHRI = "CHRI", _("Criminal history record")
    NCIC_R = "NCIC-R", _("NCIC restricted files")
    INTEL = "INTEL", _("Criminal intelligence")
    LES = "LES", _("Law enforcement sensitive")
    CUI = "CUI", _("Controlled unclassified")
    PHI = "PHI", _("Protected health information")
    SUD = "SUD", _("Substance-use treatment")
    EDU = "EDU", _("Education records")
    JUV = "JUV", _("Juvenile")
    VIC = "VIC", _("Victim or survivor")
    SOC = "SOC", _("Social services")
    PII = "PII", _("Personal data")
    RESP = "RESP", _("Responder personal or medical")
    FIN = "FIN", _("Financial")
    EVID = "EVID", _("Evidence")
    OWN = "OWN", _("Internal to the agency")


class Purpose(TextChoices):
    INCIDENT = "incident", _("Running an incident together")
    COORDINATION = "coordination", _("Coordinating resources")
    INVESTIGATION = "investigation", _("Investigation")
    HEALTH = "health", _("Treatment and public health")
    PLANNING = "planning", _("Planning and exercises")


class Masking(TextChoices):
    """How much of a field is shown to whom it is shared with (RULE-PRIV-03)."""

    WHOLE = "whole", _("Shown whole")
    PARTIAL = "partial", _("Initials and last digits")
    EXISTENCE = "existence", _("Only that it exists")


class Onward(TextChoices):
    """Whether whoever receives something may pass it on."""

    NONE = "none", _("Not to be passed on")
    NAMED = "named", _("To the agencies named here")
    CONSENT = "consent", _("With the owner's consent each time")


class Tlp(TextChoices):
    """TLP 2.0: how far the author of something wants it to go. It narrows, and never widens."""

    RED = "red", _("TLP:RED: named recipients only")
    AMBER_STRICT = "amber+strict", _("TLP:AMBER+STRICT: this agency only")
    AMBER = "amber", _("TLP:AMBER: agencies that need to know")
    GREEN = "green", _("TLP:GREEN: the community")
    CLEAR = "clear", _("TLP:CLEAR: no limit")


class ClearanceKind(TextChoices):
    """What a member was vetted or sworn for, as their own agency says (chapter 6.3, AC-21)."""

    SWORN = "sworn", _("Sworn officer")
    CJIS = "cjis", _("Cleared for criminal justice information")
    PART_23 = "part_23", _("Agreed to 28 CFR Part 23")

    @property
    def in_words(self) -> str:
        """As it stands in a sentence."""
        label = str(self.label)
        return label[0].lower() + label[1:]


EVERY: Final = frozenset(Category)

# Being at an incident grants what everybody there needs (refines RULE-PRIV-02).
OF_PARTICIPANTS: Final = frozenset({Category.PUB, Category.OPS})

# That such a row exists at all is already too much for those who may not read it.
HIDDEN_ALTOGETHER: Final = frozenset(
    {
        Category.OPS_R,
        Category.CJI,
        Category.CHRI,
        Category.NCIC_R,
        Category.INTEL,
        Category.SUD,
        Category.JUV,
        Category.VIC,
        Category.OWN,
    }
)

# Off in the whole installation until its checklist is done (RULE-CJ-02).
CRIMINAL_JUSTICE: Final = frozenset({Category.CJI, Category.CHRI, Category.NCIC_R})

# What a person must be cleared for before the law lets them see it, whatever was agreed
# (RULE-CJ-01; 28 CFR 23.20(e)).
CLEARANCE_FOR: Final = {
    **dict.fromkeys(CRIMINAL_JUSTICE, ClearanceKind.CJIS),
    Category.INTEL: ClearanceKind.PART_23,
}


def uncleared(clearances: frozenset[str], *, criminal_justice: bool) -> frozenset[Category]:
    """What somebody with these clearances may not see, not even of their own agency's."""
    off = frozenset() if criminal_justice else CRIMINAL_JUSTICE
    return off | {
        category for category, needed in CLEARANCE_FOR.items() if needed not in clearances
    }
