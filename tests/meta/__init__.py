"""What the code itself must look like; each message says what to do."""
