"""Where Muster is reached: at a server's own port, or through the proxy of production."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection

from websockets.asyncio.client import connect

OPENS_WITHIN = 20


@dataclass(frozen=True)
class Place:
    """A host and a port; behind the proxy, with the certificate that one trusts."""

    port: int
    host: str = "127.0.0.1"
    trust: ssl.SSLContext | None = None

    @property
    def address(self) -> str:
        return f"{self.host}:{self.port}"

    def asked(self, timeout: float) -> HTTPConnection:
        if self.trust:
            return HTTPSConnection(self.host, self.port, context=self.trust, timeout=timeout)
        return HTTPConnection(self.host, self.port, timeout=timeout)

    def opened(self, path: str, credentials: dict[str, str]) -> connect:
        """A socket. The library's other client, without asyncio, may hang over TLS."""
        return connect(
            f"{'wss' if self.trust else 'ws'}://{self.address}{path}",
            ssl=self.trust,
            additional_headers=credentials,
            open_timeout=OPENS_WITHIN,
            compression=None,
            max_size=None,
            proxy=None,
            ping_interval=None,
            close_timeout=1,
        )
