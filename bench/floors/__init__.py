"""What benches are measured beside: the least that could do a comparable work."""
