"""What several of these modules arrange once for all their tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.agencies.providers import provider


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with provider() as found:
        yield found
