"""Why the system said no. Nothing here knows about HTTP."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _


class Refusal(Exception):
    """The request was understood and refused."""

    @property
    def code(self) -> str:
        """The stable name clients match on: ``NotQualified`` is ``not_qualified``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    def __str__(self) -> str:
        return super().__str__() or _((self.__doc__ or "").strip())


class NotFound(Refusal):
    """There is nothing here that you may see."""


class NotAllowed(Refusal):
    """You may see this, but you may not do that to it."""

    @classmethod
    def unless(cls, because: str) -> NotAllowed:
        """For whoever may see it, and so may hear what would be needed."""
        return cls(_("You could if %(because)s.") % {"because": because})


class ProveAgain(NotAllowed):
    """Prove once more that it is you, and this goes on."""


class Conflict(Refusal):
    """Someone changed this since you looked."""


class Stale(Conflict):
    """Someone changed this since you looked. Look again, then decide."""


class StillRunning(Conflict):
    """The same request is still being carried out. Ask again in a moment."""


class Erased(Conflict):
    """This was done, and what it said has been erased since."""


class KeyReused(Refusal):
    """This idempotency key was used for something else."""


class Unrecordable(Refusal):
    """The access record could not be written, so nothing of other agencies is released."""


class Unrecorded(RuntimeError):
    """A write finished without saying what it made true."""
