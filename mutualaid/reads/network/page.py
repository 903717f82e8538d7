"""The whole network of one's own agency, as agreements in force make it at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from agencies.models import Tier
from agencies.reads import ending_soon
from agencies.reads.agreements import AgreementEntry
from audit.actors import Actor
from audit.reads import read
from mutualaid.reads.network import drawdown, promises
from mutualaid.reads.network.drawdown import Duty
from mutualaid.reads.network.gaps import Gap, gaps
from mutualaid.reads.network.neighbors import Neighbor, neighbors
from mutualaid.reads.network.promises import Promise

NEARBY: Final = Tier.REGIONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Who lends us what, what we lend whom, and where nobody would come.

    ``reach`` is the farthest tier that counts as nearby for ``gaps``; ``ending`` are the
    agreements in force that end within 180 days.
    """

    reach: int
    neighbors: tuple[Neighbor, ...]
    promises: tuple[Promise, ...]
    duties: tuple[Duty, ...]
    gaps: tuple[Gap, ...]
    ending: tuple[AgreementEntry, ...]


@read
def network(actor: Actor, *, kind: str = "", reach: int = NEARBY) -> Network:
    """All of it, or what concerns one kind."""
    own = actor.home
    to_us, by_us = promises.promised_to(own), promises.promised_by(own)
    home = drawdown.at_home(own)
    duties = drawdown.duties(by_us, home)
    asked = tuple(one for one in to_us if kind in {"", one.kind_code})
    owed = tuple(one for one in duties if kind in {"", one.promise.kind_code})
    return Network(
        reach=reach,
        neighbors=neighbors(own, asked, owed),
        promises=asked,
        duties=owed,
        gaps=tuple(gap for gap in gaps(to_us, home, reach) if kind in {"", gap.kind_code}),
        ending=tuple(ending_soon(actor)),
    )
