"""The program's log: a rotating file in the profile, one JSON object a line on demand; identifiers only, never names."""

import json
import logging
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "jalon.log"
_BYTES = 1_000_000
_KEPT = 3
_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


class JsonLines(logging.Formatter):
    """One JSON object a line: instant, level, logger, message, and the trace of an exception."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(folder: Path, *, json_lines: bool = False) -> logging.Handler:
    """Send the program's log to a file of the profile; three older files are kept, one megabyte each.

    Args:
        folder: Folder of the profile, writable.
        json_lines: One JSON object a line instead of text (`--json-log`).

    Returns:
        The handler, to be removed and closed with the profile.
    """
    handler = RotatingFileHandler(folder / LOG_NAME, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(JsonLines() if json_lines else logging.Formatter(_LINE))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)
    return handler
