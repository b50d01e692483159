"""One vector drawing per chart, for the paper, the screen (SVG) and the pages of the server alike."""
