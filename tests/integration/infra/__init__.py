"""Adapters to the machine, on real folders, processes and key rings."""
