"""How incidents' rows look on boards, whole, before any sheet is laid over them."""

from incidents.reads.images import (
    agencies,
    boards,
    command,
    deployments,
    glass,
    guests,
    notes,
    sharing,
)

__all__ = ["agencies", "boards", "command", "deployments", "glass", "guests", "notes", "sharing"]
