"""Commands without a window: calculations and the demonstration."""
