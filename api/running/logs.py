"""The log: one JSON object a line on standard error. Tracebacks name code, never the values it worked on."""

from __future__ import annotations

import logging
import sys

import structlog


def configure_logs() -> None:
    """Applies to the whole process; the second call changes nothing.

    The library's default shows the local variables of a traceback, which here are other people's articles.
    """
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
