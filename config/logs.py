"""Structured logs: one JSON object a line in production, readable lines at a developer's desk."""

from __future__ import annotations

import logging.config
from typing import Any

import structlog

# Where it went wrong, and nothing of what was being handled: rows are other people's data.
TRACEBACKS = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)
SECRETS = frozenset({"password", "authorization", "cookie", "token", "key", "secret"})


def redact(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Keep secrets out of the log whoever put them there (RULE-AUD-03)."""
    return {name: "[redacted]" if name.lower() in SECRETS else event[name] for name in event}


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    redact,
]


def briefly(record: logging.LogRecord) -> bool:
    """Log what a stranger sent in one line: a traceback each would let them fill the disk."""
    record.exc_info = None
    return True


def configure(*, json: bool, level: str) -> dict[str, Any]:
    """Send everybody's log lines, ours and the libraries', down one road."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    lines = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_drawn(json)],
    }
    settings = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": lines},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": level},
        "filters": {"briefly": {"()": lambda: briefly}},
        "loggers": {
            "django.server": {"level": "WARNING"},
            "django.security.DisallowedHost": {"filters": ["briefly"]},
            "uvicorn.access": {"level": "WARNING"},
        },
    }
    logging.config.dictConfig(settings)
    return settings


def _drawn(json: bool) -> list[Any]:
    if json:
        return [TRACEBACKS, structlog.processors.JSONRenderer()]
    return [structlog.dev.ConsoleRenderer(colors=False)]
