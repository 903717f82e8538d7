"""Every setting of an installation, read from the environment once."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import env, logs
from config.api import *  # noqa: F403 (settings are read from this module)
from config.identity import *  # noqa: F403
from config.mail import *  # noqa: F403

ROOT = Path(__file__).resolve().parent.parent

DEBUG = env.flag("MUSTER_DEBUG", False)
SECRET_KEY = env.text("MUSTER_SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("MUSTER_SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env.words("MUSTER_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("MUSTER_ORIGINS")
HTTPS = env.flag("MUSTER_HTTPS", not DEBUG)
BEHIND_PROXY = env.flag("MUSTER_BEHIND_PROXY", False)
# An installation to try things in: pages say so, and the demo may be seeded.
DEMO = env.flag("MUSTER_DEMO", not HTTPS)

INSTALLED_APPS = [
    "agencies",
    "incidents",
    "mutualaid",
    "audit",
    "config",
    "channels",
    "rest_framework",
    "drf_spectacular",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "config.middleware.ClientAddress",
    "config.middleware.RequestId",
    "config.metrics.CountRequests",
    "config.middleware.Readable",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "agencies.web.middleware.Admission",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.refusals.Refusals",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "config.context.installation",
                "agencies.web.context.you",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {
    "default": {
        **env.database(env.text("DATABASE_URL")),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,
    }
}
# What a connection asks again and again, the database plans once.
DATABASES["default"]["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 1}
# The role that migrations grant rights to; they run as the owner.
MUSTER_DATABASE_ROLE = env.text("MUSTER_DATABASE_ROLE", str(DATABASES["default"]["USER"]))
if env.flag("MUSTER_POOL", True):
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 2,
        "max_size": env.number("MUSTER_POOL_SIZE", 16),
        "timeout": 5,
        # Without it the pool waits about as long again as the database was away.
        "reconnect_timeout": 2,
    }

REDIS_URL = env.text("REDIS_URL")
# The role that triggers, grants and row policies are made for; migrations run as another.
DATABASE_ROLE = env.text("MUSTER_DATABASE_ROLE", DATABASES["default"]["USER"])
# Pub/sub knows no databases: who shares a Redis server needs a name of their own.
NUDGES = env.text("MUSTER_CHANNEL_PREFIX", "muster") + ".nudges"

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 60,
    "unacked_restore_throttle": 1,
    "socket_timeout": 10,
    "socket_connect_timeout": 3,
    "socket_keepalive": True,
    "health_check_interval": 15,
}
CELERY_BEAT_SCHEDULER = "config.beat:Scheduler"
CELERY_BEAT_SCHEDULE = {
    "pulse": {"task": "config.tasks.pulse", "schedule": 5.0, "options": {"expires": 10}},
    "sweep": {"task": "audit.tasks.sweep", "schedule": 4.0, "options": {"expires": 4}},
    "sweep apart": {
        "task": "audit.tasks.sweep_apart",
        "schedule": 5.0,
        "options": {"expires": 5},
    },
    "catch up": {
        "task": "audit.tasks.catch_up",
        "schedule": 2.0,
        "options": {"expires": 2},
    },
    "verify": {
        "task": "audit.tasks.verify",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "verify everything": {
        "task": "audit.tasks.verify_everything",
        "schedule": 6 * 3600.0,
        "options": {"expires": 3600},
    },
    "forget keys": {
        "task": "audit.tasks.forget_keys",
        "schedule": 6 * 3600.0,
        "options": {"expires": 3600},
    },
    "checkpoint": {
        "task": "audit.tasks.publish_checkpoint",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
}
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]

# Sessions live in PostgreSQL, so that a flushed Redis signs nobody out.
SESSION_ENGINE = "agencies.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "__Host-muster" if HTTPS else "muster"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_FAILURE_VIEW = "config.refusals.csrf_failed"

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^metrics$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576

LANGUAGE_CODE = "en-us"
LANGUAGES = [("en-us", _("English (United States)"))]
LOCALE_PATHS = [ROOT / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = ROOT / "static"
# `make run` serves what was built from where it was built; production collects it.
WHITENOISE_USE_FINDERS = env.flag("MUSTER_UNCOLLECTED", DEBUG)
STATICFILES_DIRS = [ROOT / "frontend" / "built"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGGING_CONFIG = None
LOGS = logs.configure(json=not DEBUG, level=env.text("MUSTER_LOG_LEVEL", "INFO"))
