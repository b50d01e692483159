"""Real parts that several levels of tests start: a server process, an open profile, a sealed mission."""
