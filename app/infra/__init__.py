"""Adapters to the machine: key ring, clock, folders, preferences, logging."""
