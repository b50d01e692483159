"""Documents printed from frozen data."""
