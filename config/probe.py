"""Health checks of containers: ``python -m config.probe database redis`` and so on.

A server asks its own `/healthz` over HTTP; a process that serves nobody reads its
sign of life from the database.
"""

from __future__ import annotations

import sys
import urllib.error
import urllib.request

from config import env

OURS = "http://127.0.0.1:8000/healthz?of="


def main() -> int:
    name, *needed = sys.argv[1:]
    return _serves(needed) if name == "server" else _lives(name)


def _serves(needed: list[str]) -> int:
    asked = urllib.request.Request(OURS + ",".join(needed))
    asked.add_header("Host", env.words("MUSTER_HOSTS", "localhost")[0])
    asked.add_header("X-Forwarded-Proto", "https")
    try:
        with urllib.request.urlopen(asked, timeout=4) as answer:
            return 0 if answer.status == 200 else 1
    except OSError:
        return 1


def _lives(name: str) -> int:
    import django

    django.setup()
    from config.health import health

    return 0 if health((name,))[name].up else 1


if __name__ == "__main__":
    sys.exit(main())
