"""Every text of every table carries a canary, and everybody asks at every door (P9, P11)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from agencies.models import Account
from audit.actors import Actor
from incidents.models import Incident
from tests import foreign
from tests.canaries.ears import Ears
from tests.canaries.planting import planted
from tests.canaries.texts import NO_TEXTS, TEXTS, WITHOUT
from tests.doors.hearing import asked
from tests.foreign import Scene, rows_of
from tests.mutualaid.region import Region
from tests.mutualaid.region import build as region_of
from tests.world import build, seeding

OURS = ("agencies", "incidents", "mutualaid")


@pytest.fixture
def region(db: None) -> Iterator[Region]:
    with planted(everywhere=True):
        world = build()
        with seeding():
            # Written past the numbering, it would take the number of the next real one.
            Incident.objects.filter(pk=world.fire.pk).update(number="HCF-2025-0999")
        yield region_of(world)


@pytest.fixture
def scene(region: Region) -> Scene:
    return foreign.set_up(region)


def test_every_text_of_every_table_is_somebodys_or_nobodys() -> None:
    words = {
        f"{model._meta.model_name}.{field.name}"
        for app in OURS
        for model in apps.get_app_config(app).get_models()
        if model._meta.managed
        for field in model._meta.concrete_fields
        if _holds_words(field)
    }

    assert words == set(TEXTS) | NO_TEXTS, (
        "say in tests/canaries/texts.py whose it is and what shows it: "
        f"{', '.join(sorted(words - set(TEXTS) - NO_TEXTS))};"
        f" or that it is no more: {', '.join(sorted((set(TEXTS) | NO_TEXTS) - words))}"
    )
    assert set(WITHOUT) <= set(TEXTS)


def _holds_words(field: models.Field[object, object]) -> bool:
    of_words = isinstance(field, (models.CharField, models.TextField, models.JSONField))
    return (of_words or hasattr(field, "base_field")) and not field.choices


def look(client: Client, address: str) -> None:
    """Files are asked for by POST: that they were taken stands in the ledger first."""
    if address.endswith(("/export/", "/print/")):
        client.post(address)
    else:
        client.get(address)


@pytest.mark.parametrize("name", ["dev", "eli", "ivy"])
def test_who_asks_everywhere_hears_what_is_shown_to_them_and_no_more(
    region: Region, scene: Scene, ears: Ears, name: str
) -> None:
    """What of it was theirs to hear, the owners' logs of looks say; see `nobody_heard_...`."""
    who: Actor = getattr(region, name, None) or getattr(region.world, name)
    client = Client(raise_request_exception=False)
    client.force_login(Account.objects.get(member__pk=who.member_id))

    for address in asked(rows_of(scene), "canary"):
        look(client, address)

    assert ears.leaks == []


def test_who_owns_it_hears_it(region: Region, scene: Scene, ears: Ears) -> None:
    """So that the silence above is not that of a world without canaries."""
    dora = Client()
    dora.force_login(Account.objects.get(member__pk=region.dora.member_id))
    ears.kinds.clear()

    for address in asked(rows_of(scene), ""):
        look(dora, address)

    assert len(ears.kinds) > 15
