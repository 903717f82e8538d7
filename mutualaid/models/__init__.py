from mutualaid.models.ladder import OfferedResource, Rung, Solicitation
from mutualaid.models.request import OrderLine, ResourceRequest

__all__ = ["OfferedResource", "OrderLine", "ResourceRequest", "Rung", "Solicitation"]
