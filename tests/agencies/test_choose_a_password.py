"""CJIS IA-5: long enough, none that is known to be common, not cut off, kept salted and hashed."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher

from agencies import writes
from agencies.details import Password
from agencies.models import Account
from agencies.writes.passwords import PasswordTooWeak
from tests.world import PASSWORD, World


def choose(world: World, password: str) -> Account:
    """Ana chooses anew."""
    present, new = Password.of(PASSWORD), Password.of(password)
    writes.set_password(world.ana, world.ana.member_id, password=new, present=present)
    return Account.objects.get(member=world.ana.member_id)


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "too short"),
        ("elevenchars", "too short"),
        ("password1234", "too common"),
        ("1234567890123", "too common"),
        ("ana@hcf.example", "too similar"),
        ("Ana Lopes Ana", "too similar"),
    ],
)
def test_what_is_short_common_or_ones_own_name_is_refused(
    world: World, password: str, sentence: str
) -> None:
    with pytest.raises(PasswordTooWeak, match=sentence):
        choose(world, password)

    assert check_password(PASSWORD, Account.objects.get(member=world.ana.member_id).password)


def test_a_long_one_counts_to_its_last_letter(world: World) -> None:
    long = "a phrase of many words " * 6 + "end"

    account = choose(world, long)

    assert account.check_password(long)
    assert not account.check_password(long[:-1])
    assert not account.check_password(long[:72])


def test_spaces_and_letters_of_every_language_are_kept_as_they_are(world: World) -> None:
    account = choose(world, "  größer als ein Berg 山 ")

    assert account.check_password("  größer als ein Berg 山 ")
    assert not account.check_password("größer als ein Berg 山")


def test_the_same_password_is_kept_differently_for_each(world: World) -> None:
    ana = choose(world, "the very same long words")
    present = Password.of(PASSWORD)
    same = Password.of("the very same long words")
    writes.set_password(world.ben, world.ben.member_id, password=same, present=present)

    ben = Account.objects.get(member=world.ben.member_id)
    assert ana.password != ben.password
    assert "the very same" not in ana.password
    assert identify_hasher(ana.password).algorithm == "pbkdf2_sha256"
