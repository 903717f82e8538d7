from mutualaid.models.ladder import OfferedResource, Rung, Solicitation
from mutualaid.models.request import OrderLine, RequestMessage, ResourceRequest

__all__ = [
    "OfferedResource",
    "OrderLine",
    "RequestMessage",
    "ResourceRequest",
    "Rung",
    "Solicitation",
]
