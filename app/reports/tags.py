"""Structure of a document: headings, paragraphs, tables and figures in reading order, kept while the pages are painted.

Flowables open and close elements on the canvas; what they paint goes between marks of the page's content, and everything
else is an artifact. The tree is written into the file by `app.reports.finishing`. A paragraph or a table cut between two
pages stays one element. Source of the structure types: ISO 32000-1, 14.7 and 14.8.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table

_HEADINGS = 6


class Element:
    """A part of the document: what it is, what it holds, and what is said of it.

    Attributes:
        role: Structure type: `H1`, `P`, `Table`, `Figure` and so on.
        kids: Elements below, and marks of painted content as (page from 0, mark).
        alternative: What a figure shows, in words.
        text: Words that stand for the content, where it paints none.
        scope: Which cells a header cell heads: `Column` or `Row`.
    """

    __slots__ = ("_held", "alternative", "kids", "parent", "role", "scope", "text")

    def __init__(self, role: str, parent: "Element | None") -> None:
        self.role = role
        self.parent = parent
        self.kids: list[Element | tuple[int, int]] = []
        self.alternative = self.text = self.scope = ""
        self._held = False

    def hold(self) -> None:
        """Makes it part of its parent, once, and so on up to the root."""
        if self.parent is None:
            return
        if not self._held:
            self._held = True
            self.parent.kids.append(self)
        self.parent.hold()


class Tags:
    """The tree of a document while its pages are painted."""

    def __init__(self, canvas: Canvas) -> None:
        self.root = Element("Document", None)
        self.pages: list[list[Element]] = []
        self._canvas = canvas
        self._open = [self.root]
        self._artifacts = 0
        self._level = 0

    def push(self, role: str, *, held: bool = False) -> Element:
        """Opens an element under the one that is open; unless `held`, it counts only once it has content."""
        element = Element(role, self._open[-1])
        if held:
            self._open[-1].kids.append(element)
            element._held = True
        self._open.append(element)
        return element

    def enter(self, element: Element) -> None:
        """Opens again an element that a page break closed."""
        self._open.append(element)

    def pop(self) -> None:
        """Closes the element opened last."""
        self._open.pop()

    def section(self) -> None:
        """Begins a chapter; the one before ends."""
        del self._open[1:]
        self._level = 0
        self.push("Sect")

    def leaf(self, role: str) -> Element:
        """An element of text, under the one that is open; a heading never skips a level."""
        if role.startswith("H") and role[1:].isdigit():
            self._level = min(int(role[1:]), self._level + 1, _HEADINGS)
            role = f"H{self._level}"
        return Element(role, self._open[-1])

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is painted inside is the content of the element; inside an artifact, part of the artifact."""
        if self._artifacts:
            yield
            return
        element.hold()
        page = self._canvas.getPageNumber() - 1
        while len(self.pages) <= page:
            self.pages.append([])
        marks = self.pages[page]
        element.kids.append((page, len(marks)))
        code = self._canvas._code
        code.append(f"/{element.role} <</MCID {len(marks)}>> BDC")
        marks.append(element)
        yield
        code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is painted inside is read by nobody: rules, running heads, ornaments."""
        self.begin_artifact()
        yield
        self.end_artifact()

    def begin_artifact(self) -> None:
        """Begins an artifact, unless one is open."""
        if not self._artifacts:
            self._canvas._code.append("/Artifact BMC")
        self._artifacts += 1

    def end_artifact(self) -> None:
        """Ends it."""
        self._artifacts -= 1
        if not self._artifacts:
            self._canvas._code.append("EMC")

    @contextmanager
    def figure(self, alternative: str, rows: Sequence[Sequence[str]] = ()) -> Iterator[None]:
        """A drawing: what it shows in words, then its data as a table; without words, an ornament."""
        if not alternative or self._artifacts:
            with self.artifact():
                yield
            return
        element = self.leaf("Figure")
        element.alternative = alternative
        with self.content(element):
            yield
        if rows:
            self._data(rows)

    def _data(self, rows: Sequence[Sequence[str]]) -> None:
        table = Element("Table", self._open[-1])
        for rank, row in enumerate(rows):
            line = Element("TR", table)
            for column, text in enumerate(row):
                heads = "Column" if rank == 0 else "Row" if column == 0 else ""
                cell = Element("TH" if heads else "TD", line)
                cell.scope, cell.text = heads, text
                cell.hold()
                with self.content(cell):
                    pass


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that knows the structure of what is painted on it.

    Attributes:
        tags: The structure.
        source: Markup of the paragraph that is being painted.
    """

    source = ""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.tags = Tags(self)

    @property
    def figure(self) -> Callable[..., Any]:
        """Scope of a drawing, asked for by the charts."""
        return self.tags.figure


class LayoutTable(Table):  # type: ignore[misc]  # ReportLab has no types
    """Blocks side by side or in a frame: its rules are ornaments, and what it holds is read block by block."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._renderCB = LayoutTable._painting

    def _painting(self, moment: str, *_: object) -> None:
        if moment in {"startBG", "startLines"}:
            self.canv.tags.begin_artifact()
        elif moment in {"endBG", "endLines"}:
            self.canv.tags.end_artifact()


class TaggedTable(LayoutTable):
    """A table of data: rows, header cells, and one table however many pages it runs over."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._renderCB = TaggedTable._painting
        self._shared: list[Element] = []
        self._goes_on = False
        self._row = 0

    def split(self, width: float, height: float) -> list[Flowable]:
        """The parts that fit, which stay one table."""
        parts: list[Any] = super().split(width, height)
        for rank, part in enumerate(parts):
            if part is not self:
                part._shared = self._shared
                part._goes_on = self._goes_on or rank > 0
        return parts

    def _painting(self, moment: str, *where: Any) -> None:
        if moment in _MOMENTS:
            _MOMENTS[moment](self, self.canv.tags, *where)
        else:
            LayoutTable._painting(self, moment)

    def _start(self, tags: Tags) -> None:
        if self._shared:
            tags.enter(self._shared[0])
        else:
            self._shared.append(tags.push("Table"))

    def _start_row(self, tags: Tags, row: int) -> None:
        if row < self.repeatRows and self._goes_on:
            tags.begin_artifact()
        self._row = row
        tags.push("TR")

    def _end_row(self, tags: Tags) -> None:
        tags.pop()
        if self._row < self.repeatRows and self._goes_on:
            tags.end_artifact()

    def _start_cell(self, tags: Tags, row: int, column: int, *_: object) -> None:
        heads = "Column" if row < self.repeatRows else "Row" if column == 0 else ""
        tags.push("TH" if heads else "TD", held=True).scope = heads


_MOMENTS: dict[str, Callable[..., None]] = {
    "startTable": TaggedTable._start,
    "endTable": lambda _, tags: tags.pop(),
    "startRow": TaggedTable._start_row,
    "endRow": TaggedTable._end_row,
    "startCell": TaggedTable._start_cell,
    "endCell": lambda _, tags: tags.pop(),
}


def tagged(role: str, blocks: Sequence[Flowable]) -> list[Flowable]:
    """Blocks inside an element: a list, an item of a list. For content that no page cuts."""
    return [_Mark(role), *blocks, _Mark(None)]


class _Mark(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Opens an element around the flowables that follow, or closes it; takes no room."""

    def __init__(self, role: str | None) -> None:
        super().__init__()
        self._role = role
        self.width = self.height = 0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room."""
        return 0, 0

    def draw(self) -> None:
        """Opens or closes the element."""
        if self._role is None:
            self.canv.tags.pop()
        else:
            self.canv.tags.push(self._role)
