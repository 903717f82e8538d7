"""A device that makes and shows passkeys, in somebody's browser: Chromium's own, over CDP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page

ON_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "automaticPresenceSimulation": True,
}


@dataclass(frozen=True)
class Device:
    """A device that knows its holder, or does not."""

    cdp: CDPSession
    id: str

    def knows_its_holder(self, does: bool) -> None:
        said = {"authenticatorId": self.id, "isUserVerified": does}
        self.cdp.send("WebAuthn.setUserVerified", said)

    def held(self) -> list[dict[str, Any]]:
        answer = self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.id})
        found: list[dict[str, Any]] = answer["credentials"]
        return found


def device_of(page: Page) -> Device:
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = ON_DEVICE | {"isUserVerified": True}
    made = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return Device(cdp, made["authenticatorId"])
