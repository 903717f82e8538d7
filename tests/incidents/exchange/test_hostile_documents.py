"""Whoever sends a document made to hurt gets a sentence, soon, and nothing else."""

import os
import socket
import sys
import time

import pytest

from incidents.exchange.cap import read_alert
from incidents.exchange.problems import Malformed, Problems
from mutualaid.exchange.edxl_rm import read_request
from tests.incidents.exchange.alerts import SOUND
from tests.incidents.exchange.hostile import ALERT, HOSTILE

READERS = [read_alert, read_request]
LIMIT = 0.2  # seconds, promised for hostile XML
OPENED: list[str] = []
WATCHING = False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if WATCHING and (event in {"open", "os.open"} or event.startswith(("socket.", "subprocess."))):
        OPENED.append(f"{event} {arguments[:1]}")


sys.addaudithook(_watch)


@pytest.fixture
def opened(monkeypatch):
    """What Python opened while this was in use; an audit hook cannot be taken off again."""
    OPENED.clear()
    monkeypatch.setattr(sys.modules[__name__], "WATCHING", True)
    return OPENED


def open_descriptors() -> set[str]:
    """Files and sockets of this process, those of the C libraries as well."""
    return set(os.listdir("/proc/self/fd"))


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_in_words(name, read):
    with pytest.raises(Problems) as refused:
        read(HOSTILE[name])

    assert all(len(str(finding)) < 600 for finding in refused.value.found)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_opens_nothing(name, read, opened):
    before = open_descriptors()
    opened.clear()
    with pytest.raises(Problems):
        read(HOSTILE[name])

    assert opened == []
    assert open_descriptors() == before


def test_the_watch_over_what_is_opened_sees_a_file_being_opened(opened):
    with open(os.devnull) as nothing:
        nothing.read()

    assert any("/dev/null" in event for event in opened)


@pytest.mark.parametrize("read", READERS)
def test_nothing_in_a_document_makes_the_parser_call_an_address(read):
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        raw = f'<!DOCTYPE a SYSTEM "{address}" [<!ENTITY % p SYSTEM "{address}">%p;]><a/>'
        with pytest.raises(Problems):
            read(raw.encode())
        with pytest.raises(Problems):
            read(f'<?xml-stylesheet href="{address}"?>{ALERT}</alert>'.encode())
        server.setblocking(False)

        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_costs_no_more_than_promised(name, read):
    spent = min(_spent(read, HOSTILE[name]) for _ in range(3))

    assert spent < LIMIT


def _spent(read, raw: bytes) -> float:
    """Seconds of this process's own work, which other work on the machine does not add to."""
    started = time.process_time()
    with pytest.raises(Problems):
        read(raw)
    return time.process_time() - started


def test_a_stylesheet_beside_a_sound_alert_is_passed_over():
    declaration, rest = SOUND.split("\n", 1)
    styled = f'{declaration}\n<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>\n{rest}'
    alert, _ = read_alert(styled.encode())

    assert alert == read_alert(SOUND.encode())[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_sound_alert_is_read_in_every_usual_encoding(encoding):
    text = SOUND.replace("UTF-8", "UTF-16") if "16" in encoding else SOUND
    alert, _ = read_alert(text.encode(encoding))

    assert alert == read_alert(SOUND.encode())[0]


def test_a_message_that_breaks_off_is_told_with_its_line():
    with pytest.raises(Malformed) as refused:
        read_alert(SOUND.replace("</sender>", "").encode())

    assert "not well-formed XML: line" in str(refused.value)
