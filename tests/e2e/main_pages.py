"""The pages that everybody works with, and who looks at them here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# The path, with what stands on the stage by name.
MAIN: Final[Mapping[str, tuple[str, str]]] = {
    "sign-in": ("", "/sign-in/"),
    "incidents": ("dora", "/incidents/"),
    "board": ("dora", "/incidents/{fire}/"),
    "exercise board": ("dora", "/incidents/{drill}/"),
    "trail": ("dora", "/incidents/{fire}/trail/"),
    "alerts": ("dora", "/incidents/alerts/"),
    "upload": ("dora", "/incidents/alerts/upload/"),
    "open an incident": ("dora", "/incidents/open/"),
    "inbox": ("dev", "/inbox/"),
    "request": ("dora", "/requests/{request}/"),
    "ask for help": ("dora", "/incidents/{fire}/request/"),
    "resources": ("dora", "/resources/"),
    "agreements": ("dora", "/agreements/"),
    "network": ("dora", "/agreements/network/"),
    "why": ("dora", "/agreements/why/"),
    "agreement": ("dora", "/agreements/{agreement}/"),
    "draft": ("dora", "/agreements/{draft}/"),
    "unchecked agreement": ("dora", "/agreements/{unchecked}/"),
    "attach": ("dora", "/agreements/{draft}/attachments/add/"),
    "section": ("dora", "/agreements/{draft}/sections/add/"),
    "check": ("dora", "/agreements/{unchecked}/check/"),
    "due at once": ("dev", "/incidents/{fire}/request/"),
    "agency": ("dora", "/agency/"),
    "agencies": ("dora", "/agencies/"),
    "devices": ("dora", "/agency/devices/"),
    "account": ("dora", "/you/"),
    "proof": ("dora", "/prove/"),
    "tokens": ("dora", "/tokens/"),
    "who looked": ("dev", "/who-looked/"),
    "own trail": ("dev", "/agency/trail/"),
    "security log": ("dev", "/security/"),
}
