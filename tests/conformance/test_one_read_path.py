"""One read path: every read knows who asks; every field that boards tell stands in a sheet."""

from __future__ import annotations

import inspect

import pytest
from django.db.models import QuerySet

from agencies.sharing import GRANTORS, SHEETS
from audit.actors import Actor
from audit.images import PAINTERS
from audit.reads import READS

OURS = {name: read for name, read in READS.items() if not name.startswith("tests.")}


@pytest.mark.parametrize("name", list(OURS))
def test_a_read_takes_the_actor_first(name: str) -> None:
    first = next(iter(inspect.signature(OURS[name], eval_str=True).parameters.values()))

    assert (first.name, first.annotation) == ("actor", Actor)


@pytest.mark.parametrize("name", list(OURS))
def test_a_read_is_over_when_it_returns(name: str) -> None:
    returned = inspect.signature(OURS[name], eval_str=True).return_annotation

    assert getattr(returned, "__origin__", returned) is not QuerySet


@pytest.mark.parametrize("sort", sorted({sort for sort, _model in PAINTERS}))
def test_every_sort_of_stream_that_is_painted_says_who_holds_what(sort: str) -> None:
    assert sort in GRANTORS
    assert any(on == sort for on, _over in SHEETS)
