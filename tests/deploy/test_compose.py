"""The production shape, read where no container engine is at hand."""

from __future__ import annotations

import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from tests.throwaway import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = sorted(name for name, each in SERVICES.items() if each["image"].startswith("muster"))
READ = set(
    re.findall(
        r'env\.(?:text|flag|number|words)\(\s*"(\w+)"',
        "".join(path.read_text("utf-8") for path in (ROOT / "config").glob("*.py")),
    )
)
READ_BY_DJANGO = {"DJANGO_SETTINGS_MODULE"}


def test_every_part_is_there() -> None:
    assert {*SERVICES} == {
        *("postgres", "redis", "migrate", "web", "live", "worker", "beat", "watch", "proxy"),
    }


@pytest.mark.parametrize("name", OURS)
def test_every_command_exists(name: str) -> None:
    program, *words = SERVICES[name]["command"]

    assert shutil.which(program, path=str(Path(sys.executable).parent))
    if words[0] == "manage.py":
        assert words[1] in get_commands()
    for module in (word.partition(":")[0] for word in words if word.startswith("config")):
        assert find_spec(module)


@pytest.mark.parametrize("name", OURS)
def test_every_setting_is_read(name: str) -> None:
    told = {setting.removesuffix("_FILE") for setting in SERVICES[name]["environment"]}

    assert told - READ - READ_BY_DJANGO == set()


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_secret_that_a_service_reads_is_mounted(name: str) -> None:
    service = SERVICES[name]
    mounted = set(service.get("secrets", []))
    files = [value for value in service.get("environment", {}).values() if "/run/secrets" in value]
    read = re.findall(r"/run/secrets/(\w+)", " ".join(files + mounted_files(service)))

    assert set(read) <= mounted
    assert mounted <= COMPOSE["secrets"].keys()


def mounted_files(service: dict[str, Any]) -> list[str]:
    """What a service runs or is configured by, besides its environment."""
    binds = [volume.partition(":")[0] for volume in service.get("volumes", [])]
    texts = [(ROOT / bind).read_text("utf-8") for bind in binds if bind.startswith("./")]
    return [*texts, str(service.get("command", "")), str(service.get("healthcheck", ""))]


@pytest.mark.parametrize("name", sorted(SERVICES.keys() - {"migrate"}))
def test_every_service_is_watched_and_has_no_powers(name: str) -> None:
    service = SERVICES[name]

    assert service["healthcheck"]["test"]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service.get("user") != "root"


def test_our_image_does_not_run_as_root() -> None:
    users = re.findall(r"^USER (\w+)$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)

    assert users == ["muster"]


def test_only_the_proxy_is_reached_from_outside() -> None:
    assert [name for name, each in SERVICES.items() if "ports" in each] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"]


def test_the_proxy_joins_both_programs_and_hides_the_metrics() -> None:
    proxy = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")

    assert set(re.findall(r"server (\w+):8000", proxy)) == {"web", "live"}
    assert re.search(r"location /live/ {\s+proxy_pass http://live;", proxy)
    assert "location = /metrics { return 404; }" in proxy


def test_the_image_holds_every_app() -> None:
    copied = set(re.findall(r"^COPY (\w+) \1$", (ROOT / "Dockerfile").read_text("utf-8"), re.M))

    assert copied >= {"agencies", "audit", "config", "incidents", "mutualaid", "templates"}
