"""Calls an application in this process, as a browser on this machine would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import anyio
import httpx
from starlette.applications import Starlette


@dataclass(frozen=True)
class Client:
    app: Starlette
    base: str = "http://127.0.0.1:8001"

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        async def call() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=True)
            async with httpx.AsyncClient(transport=transport, base_url=self.base) as client:
                return await client.get(path, headers=headers)

        return anyio.run(call)
