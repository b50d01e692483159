"""The style sheet, written from the tokens: what Qt's own controls look like beside the widgets of the kit.

Properties read here: `tone` of a label (text, text2, text3, accent, accent_ink, warn, danger, ok, jalon), `fault`, `locked`
and `large` of an editor, `surface` of a plain QWidget (bg, surface, sunken).
"""

from app.ui.tokens import Colours, Tokens

TONES = ("text", "text2", "text3", "accent", "accent_ink", "on_accent", "warn", "danger", "ok", "jalon")
"""Colours that the words of a label may take."""

_EDITORS = "QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox"


def style_sheet(tokens: Tokens) -> str:
    """The whole sheet of one theme."""
    return "\n".join([_labels(tokens), _editors(tokens), _scrolling(tokens), _tables(tokens), _popups(tokens)])


def _labels(tokens: Tokens) -> str:
    c = tokens.colours
    tones = "\n".join(f'QLabel[tone="{name}"] {{ color: {getattr(c, name)}; }}' for name in TONES)
    grounds = "\n".join(
        f'QWidget[surface="{name}"] {{ background: {getattr(c, name)}; }}' for name in ("bg", "surface", "sunken")
    )
    return f"* {{ outline: 0; }}\nQLabel {{ background: transparent; }}\n{tones}\n{grounds}"


def _editors(tokens: Tokens) -> str:
    c, radius = tokens.colours, tokens.radius.control
    boxes = "QLineEdit, QAbstractSpinBox, QComboBox"
    return f"""
{_EDITORS} {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.border_strong}; border-radius: {radius}px;
  placeholder-text-color: {c.text3};
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; padding: 1px; }}
{boxes} {{ padding: 4px 11px; min-height: {tokens.size.control - 10}px; }}
QLineEdit {{ padding: 4px 9px; }}
QLineEdit:focus {{ border: 2px solid {c.focus}; padding: 3px 8px; }}
QAbstractSpinBox:focus, QComboBox:focus {{ border: 2px solid {c.focus}; padding: 3px 10px; }}
QTextEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {c.focus}; padding: 0px; }}
QLineEdit[fault="true"] {{ border: 2px solid {c.danger}; padding: 3px 8px; }}
QAbstractSpinBox[fault="true"], QComboBox[fault="true"] {{
  border: 2px solid {c.danger}; padding: 3px 10px; }}
QTextEdit[fault="true"], QPlainTextEdit[fault="true"] {{ border: 2px solid {c.danger}; padding: 0px; }}
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled,
QLineEdit[locked="true"], QTextEdit[locked="true"], QPlainTextEdit[locked="true"] {{
  background: {c.sunken}; color: {c.text2}; border-color: {c.border}; }}
QLineEdit[large="true"] {{ min-height: 50px; font-size: {tokens.type.title}px; }}
QLineEdit[small="true"] {{ padding: 1px 7px; min-height: 22px; }}
QLineEdit[small="true"]:focus, QLineEdit[small="true"][fault="true"] {{ padding: 0px 6px; }}
QLineEdit[bare="true"], QTextEdit[bare="true"] {{ border: 0; background: transparent; }}"""


def _scrolling(tokens: Tokens) -> str:
    c = tokens.colours
    return f"""
QScrollArea {{ border: 0; background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {c.border_strong}; border-radius: 4px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.text3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}"""


def _tables(tokens: Tokens) -> str:
    c = tokens.colours
    return f"""
QTableView, QListView {{ background: {c.surface}; border: 0; }}
QHeaderView {{ background: {c.surface}; border: 0; }}
QHeaderView::section {{
  background: {c.surface}; color: {c.text2}; border: 0; border-bottom: 1px solid {c.border};
  padding: 0 12px; font-size: {tokens.type.caption}px; font-weight: 500; }}
QTableCornerButton::section {{ background: {c.surface}; border: 0; }}"""


def _popups(tokens: Tokens) -> str:
    c, radius = tokens.colours, tokens.radius.control
    return f"""
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border_strong}; padding: 6px 8px; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.border_strong}; border-radius: {radius}px; padding: 4px; }}
QMenu::item {{ padding: 8px 20px 8px 12px; border-radius: 4px; color: {c.text}; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.accent_ink}; }}
QMenu::item:disabled {{ color: {c.text3}; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::separator {{ height: 1px; background: {c.border}; margin: 4px 8px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView::item {{ min-height: 30px; padding: 0 8px; border-radius: 4px; }}
QComboBox QAbstractItemView::item:selected {{ background: {c.accent_soft}; color: {c.accent_ink}; }}
QComboBox::drop-down {{ border: 0; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
  background: {c.surface}; color: {c.text}; border: 1px solid {c.border_strong}; padding: 4px;
  selection-background-color: {c.accent_soft}; selection-color: {c.accent_ink}; }}
{_calendar(c)}"""


def _calendar(c: Colours) -> str:
    return f"""
QCalendarWidget QWidget {{ background: {c.surface}; color: {c.text}; alternate-background-color: {c.sunken}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QCalendarWidget QToolButton {{ background: transparent; color: {c.text}; border-radius: 4px; padding: 4px 8px; }}
QCalendarWidget QToolButton:hover {{ background: {c.hover}; }}"""
