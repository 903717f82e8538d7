"""How people show who they are: the settings of accounts, passwords and what stands beside them."""

from __future__ import annotations

from config import env

AUTH_USER_MODEL = "agencies.Account"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# The library of passkeys and codes. None of its pages has an address here (decision 11).
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "agencies.factors.Adapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"

# What must be agreed to before the door; empty: the words that come with Muster.
NOTICE = env.text("MUSTER_NOTICE", "")
# Of which origins providers may be that agencies sign on by, such as https://login.example.org.
# This server asks no others, whatever an agency's admin writes.
SIGN_ON_ORIGINS = [one.lower().rstrip("/") for one in env.words("MUSTER_SIGN_ON_ORIGINS")]
