"""All that somebody hears at every door that can be asked, made comparable with another world's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID, uuid4

import orjson
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.conformance.test_absent_is_as_foreign import PASSING, addressed, words
from tests.openapi import operations

UUID_LIKE: Final = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")
TIMES: Final = re.compile(
    rb"\d{4}-\d\d-\d\d[T ]\d\d(:|%3A)\d\d(\1\d\d(\.\d+)?)?(Z|(%2B|[+-])\d\d\1\d\d)?"
    rb"|\b\d\d:\d\d(:\d\d)?\b"
)
# Sealed and random words, by their length, which must not tell anything either.
SEALED: Final = re.compile(rb"(?<=[\"'=>])[\w=+/-]{32,}(?=[\"'&<])")
IN_A_PAGE: Final = re.compile(rb'(?<=<script type="application/json">)[^<]+(?=</script>)')
PASSED: Final = re.compile(rb'nonce="[^"]*"')
# Ends the session; counts down what is left of it; shows a secret made that moment; the operator's,
# whom the proxy lets in alone.
OTHERWISE: Final = {"/sign-out/", "/lock/", "/you/app/on/", "/healthz", "/metrics"}
SEARCHED: Final = ("/agencies/", "/agreements/", "/resources/", "/agency/trail/", "/who-looked/")


def asked(rows: Mapping[str, Sequence[UUID]], sought: str) -> Iterator[str]:
    """Every address that can be asked, with each of these rows, searched where it can be."""
    for route in sorted(set(_routes(get_resolver()))):
        several = [rows.get(word) or (uuid4(),) for word in words(route)]
        for pks in product(*several):
            yield addressed(route, iter(pks))
    for operation in operations():
        if operation.method == "get" and not operation.words:
            for name, schema in operation.query:
                if schema.get("type") == "string" and not {"enum", "format"} & set(schema):
                    yield f"{operation.path}?{urlencode({name: sought})}"
    for page in SEARCHED:
        for name in ("q", "sought", "text", "name"):
            yield f"{page}?{urlencode({name: sought})}"


def heard(client: Client, address: str) -> tuple[int, bytes, tuple[tuple[str, str], ...]]:
    """Status, body and headers, without the ids and times that are another world's."""
    answer = client.get(address)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = tuple(sorted((name, of) for name, of in answer.items() if name not in PASSING))
    return answer.status_code, comparable(body), headers


def spelled(address: str) -> str:
    """An address, without the ids in it."""
    return UUID_LIKE.sub(b"<id>", address.encode()).decode()


def comparable(body: bytes) -> bytes:
    """Without ids and times, sealed words by their length; what is told by id, in any order."""
    if body.startswith((b"{", b"[")):
        body = _in_order(body)
    body = IN_A_PAGE.sub(lambda found: _in_order(found[0]), body)
    timeless = TIMES.sub(b"<time>", UUID_LIKE.sub(b"<id>", PASSED.sub(b"", body)))
    return SEALED.sub(lambda found: b"<sealed %d>" % len(found[0]), timeless)


def _in_order(json: bytes) -> bytes:
    return orjson.dumps(_by_what_it_says(orjson.loads(json)))


def _by_what_it_says(said: Any) -> Any:
    if isinstance(said, list):
        return [_by_what_it_says(one) for one in said]
    if not isinstance(said, dict):
        return said
    told = [(UUID_LIKE.sub(b"<id>", name.encode()).decode(), of) for name, of in said.items()]
    return sorted(((name, _by_what_it_says(of)) for name, of in told), key=_timeless)


def _timeless(said: Any) -> bytes:
    return TIMES.sub(b"<time>", UUID_LIKE.sub(b"<id>", orjson.dumps(said)))


def _routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, here)
        elif isinstance(pattern, URLPattern) and "/" + here not in OTHERWISE:
            yield "/" + here
