"""What competent Channels usually looks like: a consumer, a group, one encoding for each socket."""

from __future__ import annotations

import json
import os
from typing import Any
from uuid import UUID

from django.core.asgi import get_asgi_application

from bench.ground import WALL_LESS

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ |= WALL_LESS
pages = get_asgi_application()

from channels.auth import AuthMiddlewareStack  # noqa: E402 (the apps must be loaded first)
from channels.db import database_sync_to_async  # noqa: E402
from channels.generic.websocket import AsyncWebsocketConsumer  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.conf import settings  # noqa: E402
from django.urls import path  # noqa: E402

from agencies.models import Member  # noqa: E402
from audit.models import Image  # noqa: E402
from incidents.models import Participation  # noqa: E402

LAYERS = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [settings.REDIS_URL]},
    }
}
settings.CHANNEL_LAYERS = LAYERS


class Board(AsyncWebsocketConsumer):  # type: ignore[misc]
    """Joins the incident's group, sends the board once, and forwards what the group is told."""

    async def connect(self) -> None:
        self.incident: UUID = self.scope["url_route"]["kwargs"]["pk"]
        self.group = f"incident-{self.incident}"
        if not await database_sync_to_async(self.is_there)():
            await self.close()
            return
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        rows = await database_sync_to_async(self.rows)()
        await self.send(json.dumps({"rows": rows}))

    async def change(self, event: dict[str, Any]) -> None:
        await self.send(json.dumps(event["said"]))

    def is_there(self) -> bool:
        member = Member.objects.filter(account=self.scope["user"].pk).first()
        return (
            member is not None
            and Participation.objects.filter(
                incident=self.incident, agency=member.agency_id, left_at__isnull=True
            ).exists()
        )

    def rows(self) -> dict[str, Any]:
        images = Image.objects.filter(stream_key=f"incident:{self.incident}")
        return {image.key: image.row for image in images}


routes = [path("live/incidents/<uuid:pk>/", Board.as_asgi())]
application = ProtocolTypeRouter(
    {"http": pages, "websocket": AuthMiddlewareStack(URLRouter(routes))}
)
