"""How letters leave an installation: the settings of outgoing mail."""

from __future__ import annotations

from config import env

# Where links in letters lead. `make run` says where it listens; production is its first origin.
ADDRESS = env.text("MUSTER_ADDRESS", "") or next(iter(env.words("MUSTER_ORIGINS")), "")

MAIL = env.mail(env.text("EMAIL_URL", ""))
# By what letters leave: a server, a folder in which they stay, or nothing at all.
LETTERS_LEAVE_BY = MAIL.pop("LEAVES_BY")
EMAIL_BACKEND = MAIL.get("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend")
EMAIL_FILE_PATH = MAIL.get("EMAIL_FILE_PATH")
EMAIL_HOST = MAIL.get("EMAIL_HOST", "")
EMAIL_PORT = MAIL.get("EMAIL_PORT", 25)
EMAIL_HOST_USER = MAIL.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = MAIL.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = MAIL.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = MAIL.get("EMAIL_USE_SSL", False)
# Somebody waits behind a server that does not answer: other letters, never a board or a rung.
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = env.text("MUSTER_MAIL_FROM", "Muster <muster@localhost>")
EMAIL_USE_LOCALTIME = False
