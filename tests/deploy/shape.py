"""The production shape without containers: what compose and the image state, on loopback.

Commands, settings, secret files and the proxy's configuration are taken from the files
that production uses; addresses and paths alone are changed to those of a test.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.deploy.certificate import self_signed
from tests.throwaway import ROOT

SECRETS = "/run/secrets"
PROGRAMS = Path(sys.executable).parent
OURS = ("MUSTER_", "DATABASE_", "REDIS_", "DJANGO_", "PYTEST_")


@dataclass
class Shape:
    """A copy of what the image holds, its secrets, and the processes that run in it."""

    folder: Path
    ports: Mapping[str, int]
    secrets: Mapping[str, str]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @cached_property
    def services(self) -> dict[str, Any]:
        stated = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
        return dict(stated["services"])

    @property
    def address(self) -> str:
        return f"localhost:{self.ports['proxy']}"

    @property
    def certificate(self) -> Path:
        return self.folder / "secrets" / "tls_certificate"

    def build(self) -> None:
        """Copy what the image copies, write the secrets, collect the static files."""
        for name in _copied():
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            (self.folder / "image" / name).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / name, self.folder / "image" / name)
        (self.folder / "secrets").mkdir(mode=0o700)
        for name, secret in (dict(self.secrets) | self_signed("localhost")).items():
            (self.folder / "secrets" / name).write_text(secret, encoding="utf-8")
        self.run("web", ["python", "manage.py", "collectstatic", "--no-input", "--verbosity=0"])

    def settings(self, name: str) -> dict[str, str]:
        """What compose tells a service, and nothing of what the tests themselves are told."""
        around = {key: said for key, said in os.environ.items() if not key.startswith(OURS)}
        told = {key: self._here(str(said)) for key, said in self._of(name)["environment"].items()}
        return around | told

    def _here(self, said: str) -> str:
        said = said.replace(SECRETS, str(self.folder / "secrets"))
        asked = {"MUSTER_HOSTS": "localhost", "MUSTER_ORIGINS": f"https://{self.address}"}
        return re.sub(r"\$\{(\w+)[^}]*\}", lambda found: asked.get(found[1], ""), said)

    def _of(self, name: str) -> dict[str, Any]:
        return dict(self.services[name])

    def command(self, name: str) -> list[str]:
        """As compose states it; the servers on a port of their own, on loopback only."""
        if name == "proxy":
            words = [shutil.which("nginx", path=NGINX) or "nginx", "-e", "stderr", "-p", "."]
            return [*words, "-c", str(self._proxy()), "-g", "daemon off;"]
        program, *words = map(str, self._of(name)["command"])
        words = [word for word in words if not word.startswith(("--host=", "--port="))]
        if name == "web":
            words.append(f"--bind=127.0.0.1:{self.ports[name]}")
        if name == "live":
            words += ["--host=127.0.0.1", f"--port={self.ports[name]}"]
        return [str(PROGRAMS / program), *words]

    def _proxy(self) -> Path:
        """Its configuration with loopback for the private network, and folders that are ours."""
        text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
        for name in ("web", "live"):
            text = text.replace(f"{name}:8000 resolve", f"127.0.0.1:{self.ports[name]}")
        text = text.replace("listen 8443 ssl", f"listen 127.0.0.1:{self.ports['proxy']} ssl")
        text = text.replace("listen 8080", f"listen 127.0.0.1:{self.ports['plain']}")
        text = re.sub(r"resolver .*;", "", text)
        text = text.replace("http2 on;", "" if _older_than((1, 25, 1)) else "http2 on;")
        text = text.replace("/tmp/", f"{self.folder}/").replace(SECRETS, f"{self.folder}/secrets")
        (self.folder / "nginx.conf").write_text(text, encoding="utf-8")
        return self.folder / "nginx.conf"

    def start(self, *names: str) -> None:
        for name in names:
            with (self.folder / f"{name}.log").open("ab") as log:
                self.running[name] = subprocess.Popen(
                    self.command(name),
                    cwd=self.folder / "image",
                    env={} if name == "proxy" else self.settings(name),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )

    def run(self, service: str, command: list[str]) -> int:
        """Run a command to its end as a service would: its exit status."""
        words = [str(PROGRAMS / command[0]), *command[1:]]
        place = self.folder / "image"
        with (self.folder / f"{service}.log").open("ab") as log:
            done = subprocess.run(
                words, cwd=place, env=self.settings(service), stdout=log, stderr=log, check=False
            )
        return done.returncode

    def stop(self) -> None:
        """Ask all to finish as an engine does, and end what has not in ten seconds."""
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


NGINX = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"))


def proxy_program() -> str | None:
    return shutil.which("nginx", path=NGINX)


def _older_than(version: tuple[int, ...]) -> bool:
    said = subprocess.run(
        [proxy_program() or "nginx", "-v"], capture_output=True, text=True, check=False
    )
    found = re.search(r"nginx/([\d.]+)", said.stderr)
    return found is None or tuple(map(int, found[1].split("."))) < version


def _copied() -> list[str]:
    """What the last stage of the Dockerfile copies out of the checkout."""
    last = (ROOT / "Dockerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    plain = re.findall(r"^COPY ([\w.]+) \S+$", last, re.MULTILINE)
    built = re.findall(r"^COPY --from=islands /muster/(\S+) \1$", last, re.MULTILINE)
    return [*plain, *built]
