"""One vector drawing per chart, for paper, screen and server."""
