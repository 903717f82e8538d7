"""What strangers cannot make of the log."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_stranger_fills_one_line_of_the_log_and_no_more(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = Client().get("/", headers={"host": "elsewhere.example"})

    assert answer.status_code == 400
    [told] = [one for one in caplog.records if one.name == "django.security.DisallowedHost"]
    assert told.exc_info is None
