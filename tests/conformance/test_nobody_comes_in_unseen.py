"""Every address turns away those who have not signed in, but for a few that say so."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

PUBLIC = frozenset(
    {"sign-in", "sign-in-passkey", "second-factor", "ask-passkey", "healthz", "metrics"}
    | {"sign-in-agency", "sign-in-by-agency", "sign-on-back"}
)
SAMPLES = {"uuid": str(uuid.UUID(int=7)), "int": "1", "str": "x", "slug": "x"}


def addresses(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, str]]:
    """Every address with sample values in it, and its name."""
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, here)
        elif isinstance(pattern, URLPattern):
            yield _filled(here, pattern), pattern.name or ""


def _filled(route: str, pattern: URLPattern) -> str:
    for name, converter in pattern.pattern.converters.items():
        sort = type(converter).__name__.removesuffix("Converter").lower()
        sample = SAMPLES.get({"string": "str"}.get(sort, sort), "x")
        for said in (f"<{sort}:{name}>", f"<str:{name}>", f"<{name}>"):
            route = route.replace(said, sample)
    return "/" + route.replace("^", "").replace("$", "")


ADDRESSES = sorted(
    {
        (address, name)
        for address, name in addresses(get_resolver())
        if name not in PUBLIC and "(?P" not in address
    }
)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("address", "name"), ADDRESSES)
def test_nobody_comes_in_without_signing_in(
    db: None, client: Client, address: str, name: str, method: str
) -> None:
    answer = getattr(client, method)(address)

    sent_to_sign_in = answer.status_code == 302 and "/sign-in" in answer["Location"]
    assert sent_to_sign_in or answer.status_code in {401, 404, 405}, (name, answer.status_code)
