"""The main job by keys alone, from the first start to « Déposée », with a picture of every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.e2e.program import Program, create_profile
from tests.e2e.screen import Keyboard, Screen

COMPANY = "Atelier Exemple SAS"
SIRET = "12345678200010"
HALF_DAYS = 10
LEVELS = tuple(rank % 5 + 1 for rank in range(29))
"""Answer of each theme, as the digit that gives it."""

PAGES = ("company", "sessions", "questionnaire", "results", "full_diagnostic", "plan", "funding", "roadmap", "closing")
"""Pages of a mission, in the order of the rail."""

SKIP = ""
"""A field left as it is."""


def long_ago() -> str:
    """A day of opening before every half-day of the agenda shown, as typed."""
    return f"{datetime.now(UTC) - timedelta(days=30):%d/%m/%Y}"


@dataclass
class Journey:
    """One run of the main job.

    Attributes:
        program: The program, just started on a profile that does not exist yet.
    """

    program: Program

    @property
    def screen(self) -> Screen:
        """Where the window is."""
        return self.program.screen

    @property
    def keyboard(self) -> Keyboard:
        """Its keyboard."""
        return self.program.screen.keyboard

    def page(self, key: str) -> None:
        """Show a page of the mission."""
        shown = self.program.said(f"page shown: {key}")
        self.keyboard.page(PAGES.index(key) + 1)
        self.program.until_page(key, shown + 1)

    def fill(self, values: Sequence[str]) -> None:
        """Fill fields one after the other; the last one is not left."""
        for rank, value in enumerate(values):
            if rank:
                self.keyboard.press("Tab")
            if value:
                self.keyboard.type(value)

    def first_start(self) -> None:
        """A profile, then the empty list."""
        create_profile(self.program)
        self.screen.picture("liste-vide")

    def new_mission(self) -> None:
        """« Nouvelle mission »."""
        self.keyboard.press("n", "Control_L")
        self.screen.until_front("Nouvelle mission")
        self.fill([COMPANY, SIRET, SKIP, "Cabinet Exemple", "Consultante principale"])
        self.screen.picture("nouvelle-mission")
        self.keyboard.press("Return")
        self.program.until_page("company")

    def company(self) -> None:
        """Identity, conditions, essentials."""
        self.fill([SKIP, "pieces tournees", SKIP, "42", "250000", "36", "Direction Exemple", "presidence"])
        self.screen.picture("entreprise")
        self.fill([SKIP, "2 rue des Ateliers", "09000", "Foix", SKIP])
        for steps in (0, 1, 0, 0):  # industrial, in difficulty: no, taxes paid, de minimis
            self.keyboard.press("Tab")
            self.keyboard.press("Home")
            self.keyboard.press("Right", times=steps)
        self.fill([SKIP, SKIP, SKIP, SKIP])  # association, approved, share
        for _purpose in range(2):
            self.keyboard.press("Tab")
            self.keyboard.press("space")
        self.screen.picture("entreprise-conditions")
        self.keyboard.press("Tab", times=3)
        self.fill([SKIP, "bouche a oreille", "aeronautique", "usinage", SKIP, SKIP, long_ago()])
        self.fill([SKIP, SKIP, SKIP, SKIP, "04 00 00 00 00"])
        self.fill([SKIP, "Un atelier solide, deux actions avant les fetes.", SKIP, "Revue du plan"])
        self.screen.picture("entreprise-essentiel")

    def field_work(self) -> None:
        """Ten half-days in the agenda, then a session."""
        self.page("sessions")
        for rank in range(HALF_DAYS):
            if rank:
                self.keyboard.press("Left") if rank % 2 == 0 else None
                self.keyboard.press("Down" if rank % 2 else "Up")
            self.keyboard.press("Return")
            if not rank:
                self.keyboard.type("Visite de l'atelier")
                self.screen.picture("demi-journee")
            self.keyboard.press("Return")
        self.program.until_said("ledger line", times=HALF_DAYS)
        self.screen.picture("jours")
        self.keyboard.digit(2)
        self.keyboard.press("n")
        self.fill(["Premiere visite", SKIP, "Foix", "la presidence, la production", "Atelier visite."])
        self.keyboard.press("Tab")
        self.program.until_said("session ")
        self.screen.picture("seances")

    def questionnaire(self) -> None:
        """Who declared, then 29 answers with 29 digit keys."""
        self.page("questionnaire")
        self.keyboard.press("d")
        self.keyboard.type("la presidence")
        self.screen.picture("declaration")
        self.keyboard.press("Escape")
        for rank in LEVELS:
            self.keyboard.digit(rank)
        self.program.until_said("saved, 29 of 29")
        self.screen.picture("questionnaire")

    def results(self) -> None:
        """Radar and bars, then their table."""
        self.page("results")
        self.program.until_said("charts drawn")
        self.screen.picture("resultats")

    def plan(self) -> None:
        """One action born from a theme."""
        self.page("plan")
        self.keyboard.press("Return")
        self.fill(["Relever les arrets des machines", "L1.1, L4.4", SKIP, "la production", "01/12/2026", "31/03/2027"])
        self.fill([SKIP, "4,5", "12000"])
        self.program.until_said(": action ")
        self.screen.picture("plan-editeur")
        self.keyboard.press("Escape")
        self.screen.picture("plan")

    def funding(self) -> None:
        """One scenario, kept: days and cost of its first two phases."""
        self.page("funding")
        self.keyboard.press("Return")
        self.fill([SKIP, SKIP, "1,5", "1500", SKIP, SKIP, "6", "6600"])
        self.keyboard.press("Tab")
        self.program.until_said("chosen True", times=2)
        self.screen.picture("financement")

    def roadmap(self) -> None:
        """The feuille de route as it will be printed."""
        self.page("roadmap")
        self.program.until_said("roadmap drawn")
        self.screen.picture("feuille-de-route")

    def seal(self) -> None:
        """Nothing blocks: a sentence under each warning, then the seal, after the question."""
        self.page("closing")
        self.screen.picture("cloture")
        answered = 0
        while not self.program.said("every warning has its sentence"):
            self.keyboard.type("Vu")
            self.keyboard.press("Return")
            answered += 1
            self.program.until_said(" explained", answered)
        self.keyboard.press("Return")
        self.screen.until_front("Sceller la version 1")
        self.screen.picture("sceller")
        self.keyboard.press("Tab")
        self.keyboard.press("Return")
        self.program.until_said("version 1 sealed")
        self.screen.until_front("Jalon")
        self.screen.picture("scellee")

    def deposit(self, url: str, code: str) -> None:
        """Enrolment with the code of the Region, then « Déposer » until « Déposée »."""
        self.fill([url, code])
        self.screen.picture("inscription")
        self.keyboard.press("Return")
        self.program.until_said("enrolled, key ")
        self.screen.picture("a-deposer")
        self.keyboard.press("Return")
        self.program.until_said("version 1 deposited")
        self.screen.picture("deposee")

    def run(self, url: str, code: str) -> None:
        """The whole job."""
        self.first_start()
        self.new_mission()
        self.company()
        self.field_work()
        self.questionnaire()
        self.results()
        self.plan()
        self.funding()
        self.roadmap()
        self.seal()
        self.deposit(url, code)
