"""Signing in and out. Their names stand alone: settings and every page refer to them."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from agencies.web.proving import prove_again
from agencies.web.sign_in import SignIn

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("prove/", prove_again, name="prove-again"),
]
