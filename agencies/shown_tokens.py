"""Tokens that are shown: which are good, from where, and when they were last used."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

NOWHERE: Final = "0.0.0.0"

# A token that was rotated a moment ago is known by the one before as well.
GOOD = """(t.digest = ANY(%(digests)s)
        OR t.old_digest = ANY(%(digests)s) AND t.old_until > statement_timestamp())
    AND t.revoked_at IS NULL AND t.expires_at > statement_timestamp()"""
FROM_HERE = "(t.networks = '{}' OR %(origin)s::inet <<= ANY (t.networks::inet[]))"
# When it was last used is told in the same trip, to five minutes: no request waits for another's.
HELD: Final = f"""
    WITH holder AS (
        SELECT t.id, t.member_id, t.bound FROM agencies_apitoken t
        WHERE {GOOD} AND {FROM_HERE} AND %(scope)s = ANY(t.scopes)
    ), used AS (
        INSERT INTO agencies_tokenuse AS u (token_id, used_at, origin)
        SELECT id, statement_timestamp(), host(%(origin)s::inet) FROM holder
        ON CONFLICT (token_id) DO UPDATE SET used_at = excluded.used_at, origin = excluded.origin
        WHERE u.used_at < excluded.used_at - interval '5 minutes' OR u.origin <> excluded.origin
    )
"""

TOKENS: Final = f"""
    SELECT t.digest, CASE WHEN t.old_until > statement_timestamp() THEN t.old_digest END,
        m.account_id, t.bound, t.networks
    FROM agencies_apitoken t JOIN agencies_member m ON m.id = t.member_id
    WHERE {GOOD} AND 'look' = ANY(t.scopes)
"""


def within(origin: str, networks: list[str]) -> bool:
    """Whether an address is in one of these; where none is named, from anywhere."""
    there = address(origin)
    return not networks or any(there in ip_network(one) for one in networks if there)


def address(said: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(said)
    except ValueError:
        return None
