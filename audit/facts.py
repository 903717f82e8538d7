"""Facts: what a write made true, as plain immutable values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from cattrs.preconf.orjson import make_converter
from django.db.models import Model
from django.utils.translation import gettext as _

from audit.actors import Actor

KINDS: dict[str, type[Fact]] = {}
UNTOLD = frozenset({"touches"})

converter = make_converter()
converter.register_structure_hook(
    UUID, lambda said, _type: said if isinstance(said, UUID) else UUID(said)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Base of every fact. A subclass names its kind once, for ever.

    ``touches`` are the rows that the fact changed: their after-images are what
    boards are made of. ``occurred_at`` is when people say it happened, where
    that differs from when it was recorded (RULE-SM-04). A fact that ``erases`` has a field
    ``erased``: the lines of the same ledger that say nothing any more.
    """

    kind: ClassVar[str] = ""
    erases: ClassVar[bool] = False

    touches: tuple[Model, ...] = ()
    occurred_at: datetime | None = None

    def __init_subclass__(cls, kind: str = "", **given: Any) -> None:
        super(Fact, cls).__init_subclass__(**given)
        # ``slots=True`` makes each class twice, the second time without its keywords.
        kind = kind or cls.__dict__.get("kind", "")
        if not kind:
            return
        if KINDS.setdefault(kind, cls).__qualname__ != cls.__qualname__:
            raise TypeError(f"two facts are called {kind}")
        KINDS[kind] = cls
        cls.kind = kind

    @property
    def streams(self) -> tuple[str, ...]:
        """The ledgers in which this fact is told."""
        raise NotImplementedError

    def told_by(self, actor: Actor) -> Actor:
        """In whose name its ledgers tell it: who acted, where they may be known to all of them."""
        return actor

    def payload(self) -> dict[str, Any]:
        """What the ledger keeps."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in UNTOLD}

    @classmethod
    def meaning(cls) -> str:
        """The one sentence that explains this kind of fact."""
        return _((cls.__doc__ or "").strip().partition("\n")[0])

    @classmethod
    def retold(cls, payload: Mapping[str, Any]) -> Self:
        """The fact again, from what the ledger kept."""
        told = {f.name for f in fields(cls)} - UNTOLD
        return converter.structure({name: payload[name] for name in told & payload.keys()}, cls)
