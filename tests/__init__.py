"""Tests of Jalon, by level: unit, integration, ui, e2e, meta."""
