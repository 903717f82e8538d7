"""Somebody's browser, as far as the proxy can tell: cookies, redirects, a form, a socket."""

from __future__ import annotations

import json
import re
import ssl
import uuid
from http.client import HTTPException
from http.cookiejar import CookieJar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPSHandler, Request, build_opener

from websockets.asyncio.client import connect
from websockets.typing import Origin

from tests.deploy.shape import Shape
from tests.world import PASSWORD

NOBODY_ANSWERS = (URLError, HTTPException, OSError)


class Browser:
    """Keeps cookies, follows redirects, and trusts the certificate of a shape."""

    def __init__(self, shape: Shape) -> None:
        self.address = shape.address
        self.origin = f"https://{shape.address}"
        self.trust = ssl.create_default_context(cafile=str(shape.certificate))
        self.jar = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.jar), HTTPSHandler(context=self.trust))

    def get(self, path: str) -> tuple[int, str]:
        return self._ask(Request(self.origin + path))

    def sign_in(self, email: str) -> tuple[int, str]:
        """Fill in the form of the entrance."""
        self._send("/sign-in/", agreed="on")
        return self._send("/sign-in/", username=email, password=PASSWORD)

    def _send(self, path: str, **said: str) -> tuple[int, str]:
        """A form of this page, with the token that stands in it."""
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(path)[1])
        form = {"csrfmiddlewaretoken": found[1] if found else "", **said}
        where = self.origin + path
        return self._ask(Request(where, urlencode(form).encode(), {"Referer": where}))

    def post(self, path: str, **said: str) -> tuple[int, str]:
        """As an island does: JSON, with the token of the cookie and a key of its own."""
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid.uuid4()),
            "Referer": self.origin,
            "X-CSRFToken": self._cookies()["__Host-csrf"],
        }
        return self._ask(Request(self.origin + path, json.dumps(said).encode(), headers))

    def _ask(self, asked: Request) -> tuple[int, str]:
        """The status and the body; 0 where nobody answers."""
        try:
            with self._opener.open(asked, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()
        except NOBODY_ANSWERS:
            return 0, ""

    def _cookies(self) -> dict[str, str]:
        return {one.name: one.value or "" for one in self.jar}

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={said}" for name, said in self._cookies().items())


def opened(browser: Browser, path: str) -> connect:
    """A socket of this browser's page."""
    return connect(
        f"wss://{browser.address}{path}",
        ssl=browser.trust,
        origin=Origin(browser.origin),
        additional_headers={"Cookie": browser.cookie},
        proxy=None,
        close_timeout=1,
    )
