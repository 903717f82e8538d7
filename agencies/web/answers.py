"""How a page answers: a form to fill in, or onward to where it is done."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url

from audit.refusals import NotAllowed, NotFound, Refusal

F = TypeVar("F")


def filled(request: HttpRequest) -> QueryDict | None:
    """What was sent, or nothing where somebody only asks for the form."""
    return request.POST if request.method == "POST" else None


def carried_out(form: forms.BaseForm, act: Callable[[], F]) -> F | None:
    """What the act made true, or nothing, and then the form says why.

    Somebody who may not do this, or must not know of it, gets the refusal's own
    page; any other refusal stands above what they filled in, which is kept.
    """
    if not form.is_valid():
        return None
    try:
        return act()
    except (NotAllowed, NotFound):
        raise
    except Refusal as refused:
        form.add_error(None, str(refused))
        return None


def asked(
    request: HttpRequest, form: forms.BaseForm, *, title: str, submit: str, **more: Any
) -> HttpResponse:
    """The form, in the page's dialog or, around the same fragment, as a page of its own."""
    dialog = request.headers.get("HX-Request") == "true"
    fragment = more.pop("template", "agencies/_form.html")
    return render(
        request,
        fragment if dialog else "agencies/form.html",
        {
            "form": form,
            "title": title,
            "submit": submit,
            "action": request.get_full_path(),
            "dialog": dialog,
            "fragment": fragment,
            **more,
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK,
    )


def shown(
    request: HttpRequest, fragment: str, *, title: str, status: int = HTTPStatus.OK, **more: Any
) -> HttpResponse:
    """Something to read or choose from, in the page's dialog or as a page of its own."""
    dialog = request.headers.get("HX-Request") == "true"
    said = {"title": title, "fragment": fragment, **more}
    return render(request, fragment if dialog else "agencies/form.html", said, status=status)


def onward(request: HttpRequest, to: str, *place: Any) -> HttpResponse:
    """On to a page, also from within a dialog."""
    if request.headers.get("HX-Request") != "true":
        return redirect(to, *place)
    where = resolve_url(to, *place)
    return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": where})
