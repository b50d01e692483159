"""Command line of the regional server."""

from server.command_line import main

if __name__ == "__main__":
    raise SystemExit(main())
