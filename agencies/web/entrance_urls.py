"""Signing in and out. Their names stand alone: settings and every page refer to them."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from agencies.web import locking, passkeys
from agencies.web.proving import prove_again
from agencies.web.proving_elsewhere import elsewhere
from agencies.web.sign_in import by_passkey, second_factor, sign_in
from agencies.web.signing_on import back, by_agency
from agencies.web.taking_up import join

urlpatterns = [
    path("sign-in/", sign_in, name="sign-in"),
    path("sign-in/passkey/", by_passkey, name="sign-in-passkey"),
    path("sign-in/passkey/ask/", passkeys.asked_at_entrance, name="ask-passkey"),
    path("sign-in/second/", second_factor, name="second-factor"),
    path("sign-in/agency/", by_agency, name="sign-in-agency"),
    path("sign-in/agency/<str:code>/", by_agency, name="sign-in-by-agency"),
    path("sign-in/back/", back, name="sign-on-back"),
    path("join/<str:link>/", join, name="join"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("lock/", locking.lock, name="lock"),
    path("lock/now/", locking.lock_now, name="lock-now"),
    path("unlock/", locking.unlock, name="unlock"),
    path("prove/", prove_again, name="prove-again"),
    path("prove/elsewhere/", elsewhere, name="prove-elsewhere"),
    path("prove/passkey/ask/", passkeys.asked_again, name="ask-passkey-again"),
]
