"""Wire format of a sealed mission, shared with the server."""
