"""The « Entreprise » page: who is helped, under which conditions, for what; eligibility beside it, as one types."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.mission import Purpose
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.company import CompanyPresenter
from app.ui.presenters.company_fields import NO, YES
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.regions import REGIONS
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.surfaces import Card, Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.look import tokens
from app.ui.views.mission.aids_card import AidsCard
from app.ui.views.mission.company_form import CompanyForm, FieldSpec, Options, three_states
from app.ui.views.mission.eligibility_panel import EligibilityPanel
from app.ui.views.mission.marks import company_mark
from app.ui.views.mission.page import MissionPageView

_READABLE = 1080


class CompanyPage(MissionPageView):
    """Cards of fields; each saves alone."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.setObjectName("company_page")
        self._presenter = CompanyPresenter(context, self)
        self._form = CompanyForm(self._presenter, self)
        self._panel = EligibilityPanel(context.scheme.header.title)
        self._aids = AidsCard(context, Attempts(context.messages, self))
        self._panel.why_asked.connect(context.why_asked)
        self._summary = Label("", "small", "text2", SEMIBOLD, wrap=True)
        self._scroll = Scroll("company_scroll", (24, 16, 24, 24))
        content = QWidget()
        content.setMaximumWidth(_READABLE)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._scroll.body.addWidget(content)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._fill()
        self._presenter.eligibility_changed.connect(self._show_eligibility)
        self._presenter.saved.connect(lambda _key, mission: self.marked.emit(company_mark(mission)))
        self._aids.statement_asked.connect(lambda: context.page_asked.emit("roadmap", "paper_de_minimis"))
        self._panel.application_asked.connect(lambda: context.page_asked.emit("roadmap", "paper_application"))
        self._form.show_all()
        self._show_eligibility()

    def enter(self) -> None:
        """Show the mission as it is now."""
        self._presenter.reload()
        self._aids.presenter.reload()

    def leave(self) -> None:
        """Save what is being typed."""
        self._presenter.flush()
        self._aids.presenter.flush()

    def first_focus(self) -> QWidget:
        """The name of the company."""
        return self._form.editor("name")

    def side_widget(self) -> QWidget:
        """Eligibility."""
        return self._panel

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page."""
        return (
            (self.tr("Tab"), self.tr("champ suivant, enregistré en le quittant")),
            ("← →", self.tr("choisir oui, non ou à vérifier")),
            (self.tr("Espace"), self.tr("cocher")),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without side panel, eligibility is said in one line above the fields."""
        super().resizeEvent(event)
        compact = self.window().width() < tokens().regular
        self._summary.setVisible(compact)
        margins = (12, 10, 12, 16) if compact else (24, 16, 24, 24)
        self._scroll.body.setContentsMargins(*margins)

    def _fill(self) -> None:
        self._column.addWidget(Label(self.tr("Entreprise"), "display"))
        self._column.addWidget(self._summary)
        for card in (
            self._identity(),
            self._site(),
            self._conditions(),
            self._framing(),
            self._provider(),
            self._essentials(),
            self._aids,
            self._private(),
        ):
            self._column.addWidget(card)

    def _identity(self) -> Card:
        specs = (
            FieldSpec("name", self.tr("Raison sociale"), wide=True),
            FieldSpec("trade", self.tr("Activité"), placeholder=self.tr("Ce que l’entreprise fabrique"), wide=True),
            FieldSpec("siret", self.tr("SIRET de l’établissement"), placeholder=self.tr("14 chiffres")),
            FieldSpec("employees", self.tr("Effectif"), note=self.tr("en personnes")),
            FieldSpec("equity", self.tr("Fonds propres"), note=self.tr("en euros"), placeholder=self.tr("250 000")),
            FieldSpec("balance_sheet_months", self.tr("Premier bilan"), note=self.tr("durée en mois")),
            FieldSpec("head_name", self.tr("Chef d’entreprise"), note=self.tr("nom")),
            FieldSpec("head_function", self.tr("Sa fonction")),
        )
        return self._form.card(self.tr("Identité"), self.tr("imprimée"), specs)

    def _site(self) -> Card:
        regions = [("", self.tr("À vérifier")), *REGIONS]
        scheme = self.context.scheme
        if scheme.region_code and scheme.region_code not in dict(regions):
            regions.append((scheme.region_code, scheme.region_name or scheme.region_code))
        specs = (
            FieldSpec("address", self.tr("Adresse"), wide=True),
            FieldSpec("postal_code", self.tr("Code postal")),
            FieldSpec("town", self.tr("Commune")),
            FieldSpec("region_code", self.tr("Région de l’établissement"), "choice", regions),
        )
        return self._form.card(self.tr("Établissement accompagné"), "", specs)

    def _conditions(self) -> Card:
        yes, no, unknown = self.tr("Oui"), self.tr("Non"), self.tr("À vérifier")
        states = three_states(yes, no, unknown)
        two: Options = ((YES, yes), (NO, no))
        specs = (
            FieldSpec(
                "industrial_activity",
                self.tr("Activité industrielle"),
                "segments",
                states,
                self.tr("Produire, fabriquer ou transformer, à titre principal."),
            ),
            FieldSpec(
                "in_difficulty",
                self.tr("Entreprise en difficulté"),
                "segments",
                states,
                self.tr("Au sens du droit européen."),
            ),
            FieldSpec("tax_and_social_up_to_date", self.tr("À jour de ses impôts et cotisations"), "segments", states),
            FieldSpec("de_minimis_statement", self.tr("Attestation de minimis signée"), "segments", states),
            FieldSpec("association", self.tr("Association"), "segments", two),
            FieldSpec(
                "approved_integration",
                self.tr("Agréée insertion ou adaptée"),
                "segments",
                two,
                self.tr("Pour une association."),
            ),
            FieldSpec(
                "production_revenue_share",
                self.tr("Recettes de production"),
                hint=self.tr("Pour une association : part de la production de biens ou de services."),
                note=self.tr("en %"),
            ),
        )
        return self._form.card(self.tr("Conditions"), self.tr("lues par l’éligibilité"), specs)

    def _framing(self) -> Card:
        words = {
            Purpose.IMPLEMENT_METHODS: self.tr("Mettre en œuvre de nouvelles méthodes et technologies"),
            Purpose.CHOOSE_TECHNOLOGIES: self.tr("Choisir les technologies et leurs offreurs"),
            Purpose.ENGINEER_INTEGRATION: self.tr("Étudier leur intégration aux procédés"),
            Purpose.MEASURE_RESULTS: self.tr("Mesurer ce qu’elles apportent"),
        }
        operators = (("other", self.tr("Autre")), ("gifas", self.tr("GIFAS")))
        specs = (
            *(FieldSpec(f"purpose_{purpose.value}", words[purpose], "check", wide=True) for purpose in Purpose),
            FieldSpec("operator", self.tr("Opérateur"), "segments", operators),
            FieldSpec("recruitment_source", self.tr("Origine du contact")),
            FieldSpec("market", self.tr("Marché servi")),
            FieldSpec("sector", self.tr("Filière")),
            FieldSpec("territory", self.tr("Territoire d’industrie")),
            FieldSpec("region_file", self.tr("Numéro de dossier de la Région")),
            FieldSpec("opened_on", self.tr("Mission ouverte le"), placeholder=self.tr("jj/mm/aaaa")),
            FieldSpec("decision_day", self.tr("Décision de la Région"), placeholder=self.tr("jj/mm/aaaa")),
        )
        return self._form.card(self.tr("Cadre de la mission"), self.tr("objectifs de l’accompagnement"), specs)

    def _provider(self) -> Card:
        specs = (
            FieldSpec("provider_name", self.tr("Prestataire référencé")),
            FieldSpec("lead_consultant", self.tr("Consultant chef de file")),
            FieldSpec("provider_contact", self.tr("Contact"), note=self.tr("téléphone ou courriel"), wide=True),
        )
        return self._form.card(self.tr("Prestataire"), self.tr("imprimé"), specs)

    def _essentials(self) -> Card:
        specs = (
            FieldSpec(
                "summary",
                self.tr("L’essentiel en deux phrases"),
                "area",
                hint=self.tr("Ce que le chef d’entreprise doit retenir ; c’est la première chose imprimée."),
                wide=True,
            ),
            FieldSpec("next_day", self.tr("Prochaine date"), placeholder=self.tr("jj/mm/aaaa")),
            FieldSpec("next_step", self.tr("Ce qui s’y passe"), "short", wide=True),
        )
        return self._form.card(self.tr("L’essentiel"), self.tr("imprimé en tête"), specs)

    def _private(self) -> Card:
        specs = (
            FieldSpec(
                "private_notes",
                self.tr("Notes du consultant"),
                "area",
                hint=self.tr("Privées : ni scellées, ni imprimées, jamais envoyées."),
                wide=True,
                private=True,
            ),
        )
        return self._form.card(self.tr("Pour vous seul"), "", specs)

    def _show_eligibility(self) -> None:
        shown = self._presenter.eligibility()
        self._panel.show_eligibility(shown)
        self._summary.setText(self.tr("{0}. {1}.").format(shown.title, shown.size))
