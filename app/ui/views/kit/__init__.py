"""Widgets of Jalon, on PySide6 alone and without any knowledge of missions.

Everything paints itself from `look.colours()` and `look.tokens()`: nothing to do when the theme changes. Interactive
widgets take their objectName (`name`) and an accessible name in the constructor. The focus ring is laid over controls
by `focus.py`: no margin to plan for it, but leave 4 px between a control and the edge of what scrolls.

Where to find what:
    answers    AnswerBar(wordings, name): answered(int); set_answer, set_entry, set_rows, set_sealed
    agenda     HalfDayAgenda(name): moved, entered, weeks_asked; show_from, set_cells({(day, afternoon): AgendaCell})
    buttons    Button(text, name, kind, icon, trailing, accessible): clicked; set_busy
    chips      Chip(text, kind), FilterChip(text, name), KeyCap(text)
    choices    Choice(options, name): chosen(str); Check(text, name)
    dialog     Dialog(title, sentence, name): body, add_button
    fields     Field(label, editor, hint, note, private, key): set_error, set_saving;
               LineEdit(name): committed(str); TextArea(name): committed, submitted; DateEdit(name): date_committed
    notices    Banner(tone, sentence, name, action, detail): acted; Toast (Shell.toast): say; EmptyState; IconView
    progress   ProgressRing, ThinBar, PairBar
    rail       Rail(entries, name, accessible): chosen(str); set_current, set_mark(key, Mark.warn(1))
    search     SearchField(placeholder, name): textChanged, left_for_results
    segmented  Segmented([(key, word)], name, accessible): chosen(str); current, set_current
    states     StateGlyph(level, size); paint_state(painter, rect, level, colours); paint_area for charts
    stepper    Stepper([(key, word)], name): chosen(str); set_states({key: "current"})
    strip      ThemeStrip([(code, count)], name): picked(int); set_levels, set_current
    surfaces   Card(padding, ground), Hairline, Plain(ground, edge), Scroll(name, margins).body, SvgView, row(*widgets)
    table      Table(name, accessible, row="list|table|ledger"): activated(index); set_widths; framed(table)
    texts      Label(text, role, tone, weight, wrap), SectionTitle(title, note)

Cells of tables are described by `app.ui.cells` (a model needs no widget). `app.ui.views.shell` holds the two frames,
`app.ui.views.keys.digit_of(event)` the answer keys, `app.ui.views.style.apply_theme(app)` dresses the application.
"""
