"""Takes pictures of signing in and of a refusal, in every theme."""

from __future__ import annotations

import sys
from pathlib import Path

import pages
from browser import ORIGIN, chromium, complaints, say, scan, serve
from django import forms


class SignIn(forms.Form):
    username = forms.CharField(label="Name")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)


def wrong() -> SignIn:
    form = SignIn({"username": "ana", "password": ""})
    form.add_error(None, "That name and password do not go together.")
    return form


def main(out: Path) -> None:
    pages.prepare()
    shown = {
        "/sign-in/": lambda: pages.page("agencies/sign_in.html", signed_in=False, form=wrong()),
        "/refusal/": lambda: pages.page(
            "refusal.html", status=403, title="You could if you are its incident commander."
        ),
        "/catalogue/": lambda: pages.page(
            "catalogue.html", page="agreements", form=wrong(), mode="exercise"
        ),
    }
    with chromium() as browser:
        for theme in ("light", "dark", "night-red"):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            said = complaints(page)
            page.add_init_script(f"localStorage.setItem('muster-theme', '{theme}')")
            serve(page, shown)
            for path in shown:
                page.goto(ORIGIN + path)
                page.wait_for_function("document.fonts.ready.then(() => true)")
                page.screenshot(path=out / f"{path.strip('/')}-{theme}.png")
                say(f"{theme} {path}", *said, *scan(page))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
