"""What the installer passes on, and what makes it begin again."""

from __future__ import annotations

from pathlib import Path

import pytest

from config import install


def test_uv_is_told_what_pip_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {})

    told = install.uv_settings(
        {
            "index-url": "inside",
            "extra-index-url": "one two",
            "find-links": "/wheels /more",
            "cert": "/etc/inside.pem",
        }
    )

    assert told["UV_DEFAULT_INDEX"] == "inside"
    assert told["UV_INDEX"] == "one two"
    assert told["UV_FIND_LINKS"] == "/wheels,/more"
    assert told["SSL_CERT_FILE"] == "/etc/inside.pem"


def test_what_uv_was_told_itself_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_DEFAULT_INDEX", "chosen")

    told = install.uv_settings({"index-url": "inside"})

    assert "UV_DEFAULT_INDEX" not in told


def test_a_changed_file_changes_the_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "ROOT", tmp_path)
    lock = tmp_path / "lock.txt"
    lock.write_text("one")
    before = install.digest([lock])

    lock.write_text("two")

    assert install.digest([lock]) != before


def test_the_lock_names_no_index() -> None:
    for lock in (install.LOCK, install.BOOTSTRAP, install.ROOT / "requirements.txt"):
        text = lock.read_text(encoding="utf-8")

        assert "--hash=sha256:" in text
        assert "://" not in text
