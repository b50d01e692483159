"""What the pages show and ask, without widgets."""
