"""A page as a person reads it: its words, its links, and whether its tags are well nested."""

from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "br", "wbr", "img"}


class Page(HTMLParser):
    """A parsed page.

    Attributes:
        words: Its text, spaces joined.
        links: Addresses of its links, in order.
        sources: Addresses of what it loads.
        headings: Text of h1 and h2, in order.
        hidden: Hidden fields of its forms, the last of each name.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.sources: list[str] = []
        self.headings: list[str] = []
        self.hidden: dict[str, str] = {}
        self._open: list[str] = []
        self._texts: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, self._open

    @property
    def words(self) -> str:
        """Its text, spaces joined."""
        return " ".join(" ".join(self._texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note addresses; nothing is styled nor scripted in place."""
        given = dict(attrs)
        assert tag != "script"
        assert "style" not in given
        assert not [name for name in given if name.startswith("on")]
        if tag == "a":
            self.links.append(given["href"] or "")
        self.sources += [value for name in ("src", "href") if tag != "a" and (value := given.get(name))]
        if tag in {"h1", "h2"}:
            self.headings.append("")
        if tag == "input" and given.get("type") == "hidden":
            self.hidden[given["name"] or ""] = given["value"] or ""
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag closed at once, in a drawing."""
        assert "style" not in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        """Every tag closes the last one open."""
        assert self._open, tag
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text that is shown."""
        if "title" not in self._open:
            self._texts.append(data)
        if self._open and {"h1", "h2"} & set(self._open):
            self.headings[-1] = " ".join(f"{self.headings[-1]} {data}".split())
