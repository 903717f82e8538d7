"""The demo played on a running server: an incident from the first call to the last unit home."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from agencies.models import ApiToken
from audit.verification import verify_all
from config.demo.region import REGION
from config.demo.seeding import seed
from incidents.lifecycle import FINAL
from incidents.models import CommandSeat, Deployment, Handover, Incident
from mutualaid.models import OrderLine, Solicitation
from tests.config.silence import silent_port


class LiveServer: ...
