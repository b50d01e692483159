"""The regional server, as a process and as its parts."""
