"""Which elements a CAP 1.1 or 1.2 alert has, in which order."""

from typing import Final

from .shapes import ANYTHING, MANY, Part, Shape

NAMESPACES: Final = {
    "urn:oasis:names:tc:emergency:cap:1.1": "1.1",
    "urn:oasis:names:tc:emergency:cap:1.2": "1.2",
}
SIGNATURES: Final = "http://www.w3.org/2000/09/xmldsig#"
_KNOWN: Final = frozenset({"", *NAMESPACES})


def _optional(*names: str) -> tuple[Part, ...]:
    return tuple(Part(name) for name in names)


def _required(*names: str) -> tuple[Part, ...]:
    return tuple(Part(name, least=1) for name in names)


def alert_shape(namespace: str) -> Shape:
    """The whole alert; 1.2 differs from 1.1 only in asking for a MIME type."""
    named = Shape(namespace, _required("valueName", "value"), _KNOWN)
    resource = _resource(namespace)
    area = _area(namespace, named)
    info = _info(namespace, named, resource, area)
    parts = (
        *_required("identifier", "sender", "sent", "status", "msgType"),
        *_optional("source"),
        *_required("scope"),
        *_optional("restriction", "addresses"),
        Part("code", most=MANY),
        *_optional("note", "references", "incidents"),
        Part("info", most=100, shape=info),
        Part("Signature", most=8, shape=ANYTHING, namespace=SIGNATURES),
    )
    advice = {
        "reference": "Did you mean references?",
        "incident": "Did you mean incidents?",
        "password": "CAP gave up passwords; sign the alert instead.",
    }
    return Shape(namespace, parts, _KNOWN, advice)


def _info(namespace: str, named: Shape, resource: Shape, area: Shape) -> Shape:
    parts = (
        *_optional("language"),
        Part("category", least=1, most=MANY),
        *_required("event"),
        Part("responseType", most=MANY),
        *_required("urgency", "severity", "certainty"),
        *_optional("audience"),
        Part("eventCode", most=MANY, shape=named),
        *_optional("effective", "onset", "expires", "senderName", "headline", "description"),
        *_optional("instruction", "web", "contact"),
        Part("parameter", most=MANY, shape=named),
        Part("resource", most=MANY, shape=resource),
        Part("area", most=MANY, shape=area),
    )
    return Shape(namespace, parts, _KNOWN)


def _resource(namespace: str) -> Shape:
    mime_type = Part("mimeType", least=int(NAMESPACES[namespace] == "1.2"))
    parts = (
        *_required("resourceDesc"),
        mime_type,
        *_optional("size", "uri", "derefUri", "digest"),
    )
    return Shape(namespace, parts, _KNOWN)


def _area(namespace: str, named: Shape) -> Shape:
    parts = (
        *_required("areaDesc"),
        Part("polygon", most=MANY),
        Part("circle", most=MANY),
        Part("geocode", most=MANY, shape=named),
        *_optional("altitude", "ceiling"),
    )
    return Shape(namespace, parts, _KNOWN)
