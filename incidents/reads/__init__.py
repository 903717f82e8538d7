"""What an actor may see of incidents."""

from incidents.reads import images, views

__all__ = ["images", "views"]
