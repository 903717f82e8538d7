"""JSON from strangers: what is not plainly right is refused in words, whatever it is."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.exceptions import APIException

from config.parsers import StrictJson
from tests.corpus import corpus_file


def parse(raw: bytes, media_type: str = "application/json") -> object:
    return StrictJson().parse(io.BytesIO(raw), media_type)


def test_an_object_is_read_as_it_is() -> None:
    said = '{"name":"Pier 4 “fire”","count":3,"share":0.5,"tags":["a",null,true]}'

    assert parse(said.encode()) == {
        "name": "Pier 4 “fire”",
        "count": 3,
        "share": 0.5,
        "tags": ["a", None, True],
    }


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"[]", "object"),
        (b"null", "object"),
        (b"3", "object"),
        (b'{"a":1,"a":2}', "repeated"),
        (b'{"a":NaN}', "not a number"),
        (b'{"a":-Infinity}', "not a number"),
        (b'{"a":1e999}', "too large"),
        (b'{"a":' + b"9" * 5000 + b"}", "too long"),
        (b'{"a":"\\u0000"}', "cannot be stored"),
        (b'{"a":"\\ud800"}', "cannot be stored"),
        (b'{"\\u0000":1}', "cannot be stored"),
        (b'{"a":"\xff"}', "UTF-8"),
        (b'\xef\xbb\xbf{"a":1}', "JSON"),
        ('{"a":1}'.encode("utf-16"), "UTF-8"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "nested"),
        (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested"),
        (b'{"a":[' + b"1," * 20_000 + b"1]}", "too many"),
        (b'{"a":"' + b"x" * 70_000 + b'"}', "too long"),
    ],
    ids=lambda said: repr(said)[:30],
)
def test_what_cannot_be_used_is_refused_in_words(raw: bytes, word: str) -> None:
    with pytest.raises(APIException) as refused:
        parse(raw)

    assert refused.value.status_code == 400
    assert word in str(refused.value.detail)


@pytest.mark.parametrize("charset", ["bogus", "utf-7", "utf-16", "latin-1"])
def test_only_utf_8_is_spoken(charset: str) -> None:
    assert parse(b'{"a":1}', 'application/json; charset="utf-8"') == {"a": 1}

    with pytest.raises(APIException) as refused:
        parse(b'{"a":1}', f"application/json; charset={charset}")
    assert refused.value.status_code == 415


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda said: said.encode("utf-8")))
def test_nothing_but_a_refusal_ever_comes_out(raw: bytes) -> None:
    assert verdict(raw) in {"taken", "refused"}


def test_what_others_call_malformed_is_refused() -> None:
    cases = sorted(corpus_file("bad-input/jsontestsuite").glob("n_*"))
    wrapped = {path.name: b'{"a":' + path.read_bytes() + b"}" for path in cases}

    taken = [name for name, raw in wrapped.items() if verdict(raw) == "taken"]

    assert len(cases) > 20
    assert not taken


def verdict(raw: bytes) -> str:
    try:
        said = parse(raw)
    except APIException:
        return "refused"
    return "taken" if isinstance(said, dict) else "something else"
