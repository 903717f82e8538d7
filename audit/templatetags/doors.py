"""What forms need to be sent safely."""

from __future__ import annotations

import uuid

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def idempotency_key() -> SafeString:
    """A hidden field that makes pressing a button twice the same as pressing it once."""
    return format_html('<input type="hidden" name="idempotency_key" value="{}">', uuid.uuid4())
