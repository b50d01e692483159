"""Documents for paper, composed from frozen data."""
