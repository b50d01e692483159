"""Measures of speed, run by hand or by the campaign; never timed tests."""
