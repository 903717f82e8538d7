"""Where Muster is reached: at a server's own port, or through the proxy of production."""

from __future__ import annotations

import ssl
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection

from websockets.sync.client import ClientConnection, connect

OPENS_WITHIN = 5


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

    def opened(self, path: str, credentials: dict[str, str]) -> ClientConnection:
        """A socket, if sockets are served: over TLS a client of this library whose
        handshake is refused may wait for ever, in closing, for its own reader.
        """
        if self.trust and not self._serves_sockets():
            raise ConnectionRefusedError
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

    def _serves_sockets(self) -> bool:
        with closing(self.asked(OPENS_WITHIN)) as asked:
            try:
                asked.request("GET", "/live/")
                return asked.getresponse().status == HTTPStatus.NOT_FOUND
            except HTTPException as broken:
                raise ConnectionError from broken
