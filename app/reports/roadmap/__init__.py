"""The feuille de route: what the company keeps, signs, and shows."""
