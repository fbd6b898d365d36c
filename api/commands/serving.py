"""Serving the API on this machine with granian: one process that answers, one that watches over it."""

from __future__ import annotations

import os
import signal
import socket
from dataclasses import replace

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from api.errors import ServiceError
from api.http.observing import ObservedApp
from api.running.settings import Settings, environment_of, from_environment

TARGET = "api.commands.serving:application"


class PortTaken(ServiceError):
    """Another program listens there already."""

    code = "port_taken"
    title = "The port is taken"
    status = 503


def application() -> ObservedApp:
    """The application of the process that answers, configured by the environment it was started with."""
    from api.app import create_app

    return create_app(from_environment(os.environ))


def listening_address(settings: Settings) -> str:
    """The IP address behind the host's name. Raises PortTaken when something listens on the port already."""
    host = "127.0.0.1" if settings.host == "localhost" else settings.host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, settings.port))
        except OSError as error:
            raise PortTaken(
                f"{host}:{settings.port} cannot be listened on: {error.strerror}. Give another --port."
            ) from error
    return host


def serve(settings: Settings) -> None:
    """Answer requests until interrupted. Raises PortTaken. The settings reach the other process by the environment."""
    host = listening_address(settings)
    # A shell that starts a program in the background has it ignore interrupts, and the process that answers would
    # inherit that; the server stops it by one.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.update(environment_of(replace(settings, host=host)))
    Granian(
        TARGET,
        address=host,
        port=settings.port,
        interface=Interfaces.ASGI,
        factory=True,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve()
