"""Somebody whom none of it concerns: every address answers as one that does not exist."""

from __future__ import annotations

from uuid import uuid4

from playwright.sync_api import Page

NOT_FOUND, GONE = 404, 4404
SAYS_GOODBYE = """path => new Promise(done => {
    const socket = new WebSocket(path);
    const heard = [];
    socket.onopen = () => socket.send("{}");
    socket.onmessage = said => heard.push(said.data);
    socket.onclose = ended => done([ended.code, ended.reason, heard]);
})"""


def finds_nothing(page: Page, *addresses: tuple[str, str]) -> None:
    """Each address of a thing, by its path and its id, is answered as that of no thing at all."""
    for path, pk in addresses:
        told = _asked(page, path)
        assert told == _asked(page, path.replace(pk, str(uuid4()))), path
        assert told[0] == NOT_FOUND, path


def hears_nothing(page: Page, incident: str) -> None:
    """The socket of an incident ends as that of no incident, with no word said."""
    told = page.evaluate(SAYS_GOODBYE, f"/live/incidents/{incident}/")
    assert told == page.evaluate(SAYS_GOODBYE, f"/live/incidents/{uuid4()}/")
    assert told == [GONE, "", []]


def is_told_alike(page: Page, path: str, pk: str) -> None:
    """To ask by the id of a thing is answered as to ask by that of no thing at all."""
    assert _asked(page, path + pk) == _asked(page, path + str(uuid4()))


def _asked(page: Page, path: str) -> tuple[int, str]:
    answer = page.goto(path)
    assert answer is not None
    return answer.status, page.locator("body").inner_text()
