"""Pages of the Region, by subject; each route declares its permission."""
