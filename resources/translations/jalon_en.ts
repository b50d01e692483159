<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AccountCard</name>
    <message>
        <source>Réellement facturé</source>
        <translation>Actually invoiced</translation>
    </message>
    <message>
        <source>factures et jours du décompte</source>
        <translation>invoices and days of the ledger</translation>
    </message>
    <message>
        <source>Retenu</source>
        <translation>Retained</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Grant</translation>
    </message>
</context>
<context>
    <name>AccountPresenter</name>
    <message>
        <source>Le dispositif ne fixe aucun taux par entreprise&#xa0;: le compte n’est pas calculable.</source>
        <translation>The scheme sets no rate per company: the account cannot be calculated.</translation>
    </message>
    <message>
        <source>Aucune facture saisie&#xa0;: le compte se fait avec les factures et les jours réalisés.</source>
        <translation>No invoice entered: the account is made from the invoices and the days worked.</translation>
    </message>
    <message>
        <source>acceptée</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>en attente de paiement</source>
        <translation>awaiting payment</translation>
    </message>
    <message>
        <source>refusée&#xa0;: après la date limite</source>
        <translation>refused: after the deadline</translation>
    </message>
    <message>
        <source>refusée&#xa0;: prestataire non référencé</source>
        <translation>refused: provider not accredited</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>Facture {0}</source>
        <translation>Invoice {0}</translation>
    </message>
    <message>
        <source>{0}, retenu</source>
        <translation>{0}, retained</translation>
    </message>
    <message>
        <source>Fonds propres</source>
        <translation>Equity</translation>
    </message>
    <message>
        <source>{0}, aide</source>
        <translation>{0}, grant</translation>
    </message>
    <message>
        <source>Acompte, au plus</source>
        <translation>Advance, at most</translation>
    </message>
    <message>
        <source>Trop-perçu, si l’acompte prévu est versé</source>
        <translation>Overpayment, if the planned advance is paid</translation>
    </message>
    <message>
        <source>à rendre</source>
        <translation>to be paid back</translation>
    </message>
    <message>
        <source>Solde, après l’acompte prévu</source>
        <translation>Balance, after the planned advance</translation>
    </message>
    <message>
        <source>Facturé</source>
        <translation>Invoiced</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Aide publique</source>
        <translation>Public grant</translation>
    </message>
    <message>
        <source>L’entreprise paie</source>
        <translation>The company pays</translation>
    </message>
    <message>
        <source>L’aide est celle du scénario retenu.</source>
        <translation>The grant is that of the scenario kept.</translation>
    </message>
    <message>
        <source>{0} de moins que le scénario retenu.</source>
        <translation>{0} less than the scenario kept.</translation>
    </message>
    <message>
        <source>{0} de plus que le scénario retenu.</source>
        <translation>{0} more than the scenario kept.</translation>
    </message>
    <message>
        <source>Compte, {0}&#xa0;: {1}</source>
        <translation>Account, {0}: {1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>ActionAids</name>
    <message>
        <source>Chercher et calculer des aides</source>
        <translation>Find and calculate aids</translation>
    </message>
    <message>
        <source>Aides citées</source>
        <translation>Aids cited</translation>
    </message>
    <message>
        <source>Aucune.</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>L’action a d’abord besoin d’un intitulé et d’un thème.</source>
        <translation>The action first needs a title and a theme.</translation>
    </message>
    <message>
        <source>Ne plus citer&#xa0;: {0}</source>
        <translation>No longer cite: {0}</translation>
    </message>
</context>
<context>
    <name>ActionAidsPresenter</name>
    <message>
        <source>clos depuis le {0}</source>
        <translation>closed since {0}</translation>
    </message>
    <message>
        <source>ouvert jusqu’au {0}</source>
        <translation>open until {0}</translation>
    </message>
    <message>
        <source>estimation {0}</source>
        <translation>estimate {0}</translation>
    </message>
    <message>
        <source>à vérifier, état du {0}</source>
        <translation>to be checked, as of {0}</translation>
    </message>
</context>
<context>
    <name>ActionEditor</name>
    <message>
        <source>Dupliquer l’action</source>
        <translation>Duplicate the action</translation>
    </message>
    <message>
        <source>Retirer l’action</source>
        <translation>Remove the action</translation>
    </message>
    <message>
        <source>Fermer l’éditeur</source>
        <translation>Close the editor</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Ce qui sera fait</source>
        <translation>What will be done</translation>
    </message>
    <message>
        <source>Responsable</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Personne ou fonction</source>
        <translation>Person or function</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Effort, en jours</source>
        <translation>Effort, in days</translation>
    </message>
    <message>
        <source>à estimer</source>
        <translation>to be estimated</translation>
    </message>
    <message>
        <source>Coût HT, en euros</source>
        <translation>Cost excl. VAT, in euros</translation>
    </message>
    <message>
        <source>à chiffrer</source>
        <translation>to be costed</translation>
    </message>
    <message>
        <source>Priorité</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Après les actions</source>
        <translation>After actions</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>leurs numéros</source>
        <translation>their numbers</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Gain attendu</source>
        <translation>Expected gain</translation>
    </message>
    <message>
        <source>Indicateur</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Ce qui sera mesuré</source>
        <translation>What will be measured</translation>
    </message>
    <message>
        <source>Départ</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Visée</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>L1.5, L4.2…</source>
        <translation>L1.5, L4.2…</translation>
    </message>
    <message>
        <source>Thèmes</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>Choisir les thèmes dans la liste</source>
        <translation>Choose the themes from the list</translation>
    </message>
    <message>
        <source>au moins un</source>
        <translation>at least one</translation>
    </message>
    <message>
        <source>D’abord</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Sous condition</source>
        <translation>Conditional</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Prévue</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Commencée</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Terminée</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Abandonnée</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Nouvelle action</source>
        <translation>New action</translation>
    </message>
    <message>
        <source>Action {0}</source>
        <translation>Action {0}</translation>
    </message>
</context>
<context>
    <name>ActionsLine</name>
    <message>
        <source>nouvelle action</source>
        <translation>new action</translation>
    </message>
    <message>
        <source>Nées de ce thème</source>
        <translation>Born from this theme</translation>
    </message>
</context>
<context>
    <name>AddresseeDialog</name>
    <message>
        <source>La Région</source>
        <translation>The Region</translation>
    </message>
    <message>
        <source>Un collègue</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>En clair</source>
        <translation>In clear</translation>
    </message>
    <message>
        <source>Pour qui</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Sa clé publique</source>
        <translation>Their public key</translation>
    </message>
    <message>
        <source>Douze signes au moins, dits de vive voix&#xa0;: jamais sur la même clé que le fichier.</source>
        <translation>Twelve characters or more, told in person: never on the same stick as the file.</translation>
    </message>
    <message>
        <source>Ne rien écrire</source>
        <translation>Write nothing</translation>
    </message>
    <message>
        <source>Choisir où écrire…</source>
        <translation>Choose where to write…</translation>
    </message>
    <message>
        <source>Chiffré pour la Région seule&#xa0;: elle le reçoit sur sa page, et rend le même récépissé qu’un dépôt.</source>
        <translation>Encrypted for the Region alone: it receives the file on its page, and gives the same receipt as a deposit.</translation>
    </message>
    <message>
        <source>Chiffré pour votre collègue seul. Sa clé est dans ses Réglages&#xa0;: «&#x202f;Ma clé&#x202f;».</source>
        <translation>Encrypted for your colleague alone. Their key is in their Settings: “My key”.</translation>
    </message>
    <message>
        <source>Sans chiffrement&#xa0;: quiconque trouve la clé USB lit les réponses, les noms et les photos. À réserver à l’entreprise, pour ses propres données.</source>
        <translation>Without encryption: whoever finds the USB stick can read the answers, names and photos. Keep this for the company, for its own data.</translation>
    </message>
</context>
<context>
    <name>AidBrowser</name>
    <message>
        <source>clos depuis le {0}</source>
        <translation>closed since {0}</translation>
    </message>
    <message>
        <source>appel clos</source>
        <translation>call closed</translation>
    </message>
    <message>
        <source>information, sans aide en argent</source>
        <translation>information, no aid in money</translation>
    </message>
    <message>
        <source>ouvert jusqu’au {0}</source>
        <translation>open until {0}</translation>
    </message>
    <message>
        <source>sans date de fin dans la source&#xa0;: à vérifier</source>
        <translation>no end date in the source: to be checked</translation>
    </message>
    <message>
        <source>proposition&#xa0;: ce n’est l’aide de personne</source>
        <translation>proposal: it is nobody’s aid yet</translation>
    </message>
    <message>
        <source>annoncé, pas encore ouvert</source>
        <translation>announced, not open yet</translation>
    </message>
    <message>
        <source>ouvert à partir du {0}</source>
        <translation>open from {0}</translation>
    </message>
    <message>
        <source>{0} aides ou services</source>
        <translation>{0} aids or services</translation>
    </message>
    <message>
        <source>{0} aide ou service</source>
        <translation>{0} aid or service</translation>
    </message>
    <message>
        <source>état du {0}, à vérifier</source>
        <translation>as of {0}, to be checked</translation>
    </message>
</context>
<context>
    <name>AidCalculator</name>
    <message>
        <source>Le calcul attend encore&#xa0;: {0}.</source>
        <translation>The calculation still waits for: {0}.</translation>
    </message>
    <message>
        <source>Une condition n’est pas remplie&#xa0;: rien ici</source>
        <translation>A condition is not met: nothing here</translation>
    </message>
    <message>
        <source>Forfait à payer&#xa0;: {0}</source>
        <translation>Flat fee to be paid: {0}</translation>
    </message>
    <message>
        <source>{0} au plus, si chaque condition est remplie</source>
        <translation>{0} at most, if every condition is met</translation>
    </message>
    <message>
        <source>{0} au plus</source>
        <translation>{0} at most</translation>
    </message>
    <message>
        <source>clos depuis le {0}</source>
        <translation>closed since {0}</translation>
    </message>
    <message>
        <source>ouvert à partir du {0}</source>
        <translation>open from {0}</translation>
    </message>
    <message>
        <source>ouvert jusqu’au {0}</source>
        <translation>open until {0}</translation>
    </message>
    <message>
        <source>depuis le {0}, sans date de fin dans la source&#xa0;: à vérifier</source>
        <translation>since {0}, no end date in the source: to be checked</translation>
    </message>
    <message>
        <source>Taille du bénéficiaire</source>
        <translation>Size of the beneficiary</translation>
    </message>
    <message>
        <source>Coût HT, en euros</source>
        <translation>Cost excl. VAT, in euros</translation>
    </message>
    <message>
        <source>Nature de l’étude</source>
        <translation>Kind of study</translation>
    </message>
    <message>
        <source>Prestataire indépendant</source>
        <translation>Independent provider</translation>
    </message>
    <message>
        <source>Effectif de l’établissement</source>
        <translation>Staff of the site</translation>
    </message>
    <message>
        <source>Économie prévue par an, en euros</source>
        <translation>Expected saving per year, in euros</translation>
    </message>
    <message>
        <source>Coût de l’investissement de référence</source>
        <translation>Cost of the reference investment</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Avance remboursable</source>
        <translation>Repayable advance</translation>
    </message>
    <message>
        <source>Autres aides publiques, en euros</source>
        <translation>Other public aid, in euros</translation>
    </message>
    <message>
        <source>Aucune de ces classes</source>
        <translation>None of these classes</translation>
    </message>
    <message>
        <source>Valeur HT du bien, en euros</source>
        <translation>Value of the asset excl. VAT, in euros</translation>
    </message>
    <message>
        <source>Classe du bien</source>
        <translation>Class of the asset</translation>
    </message>
    <message>
        <source>Taux d’impôt, en %</source>
        <translation>Tax rate, in %</translation>
    </message>
    <message>
        <source>PME industrielle</source>
        <translation>Industrial SME</translation>
    </message>
    <message>
        <source>Bien neuf</source>
        <translation>New asset</translation>
    </message>
    <message>
        <source>Commandé le</source>
        <translation>Ordered on</translation>
    </message>
    <message>
        <source>Acquis le</source>
        <translation>Acquired on</translation>
    </message>
    <message>
        <source>Acompte, en euros</source>
        <translation>Advance payment, in euros</translation>
    </message>
    <message>
        <source>Acompte payé le</source>
        <translation>Advance paid on</translation>
    </message>
    <message>
        <source>Livré le</source>
        <translation>Delivered on</translation>
    </message>
    <message>
        <source>à vérifier</source>
        <translation>to be checked</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>à choisir</source>
        <translation>to be chosen</translation>
    </message>
</context>
<context>
    <name>AidCalculatorCard</name>
    <message>
        <source>Citer avec ce montant</source>
        <translation>Cite with this amount</translation>
    </message>
    <message>
        <source>Calculer</source>
        <translation>Calculate</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>AidCataloguePage</name>
    <message>
        <source>Aides</source>
        <translation>Aids</translation>
    </message>
</context>
<context>
    <name>AidSheet</name>
    <message>
        <source>Aucune aide ne répond à ces filtres. Élargissez le public, le sujet ou la date.</source>
        <translation>No aid matches these filters. Widen the audience, the subject or the date.</translation>
    </message>
    <message>
        <source>{0}, version {1}, état du {2}. Aucune aide n’est acquise&#xa0;: à vérifier auprès de l’opérateur.</source>
        <translation>{0}, version {1}, as of {2}. No aid is granted yet: check with the operator.</translation>
    </message>
    <message>
        <source>Ne plus citer</source>
        <translation>No longer cite</translation>
    </message>
    <message>
        <source>Citée dans {0}</source>
        <translation>Cited in {0}</translation>
    </message>
    <message>
        <source>Citer dans l’action</source>
        <translation>Cite in the action</translation>
    </message>
    <message>
        <source>Chiffres</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Pour qui</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Sujets</source>
        <translation>Subjects</translation>
    </message>
    <message>
        <source>Comment la demander</source>
        <translation>How to apply</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>AidView</name>
    <message>
        <source>Chercher une aide…</source>
        <translation>Search for an aid…</translation>
    </message>
    <message>
        <source>Aides et services du catalogue</source>
        <translation>Aids and services of the catalogue</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Aid</translation>
    </message>
    <message>
        <source>Validité</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>Tous les publics</source>
        <translation>All audiences</translation>
    </message>
    <message>
        <source>Validité dite au</source>
        <translation>Validity as of</translation>
    </message>
    <message>
        <source>Ouvertes ce jour-là</source>
        <translation>Open on that day</translation>
    </message>
    <message>
        <source>Propositions aussi</source>
        <translation>Proposals too</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Tous les sujets</source>
        <translation>All subjects</translation>
    </message>
    <message>
        <source>Sujets de l’action</source>
        <translation>Subjects of the action</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>Sujet</source>
        <translation>Subject</translation>
    </message>
</context>
<context>
    <name>AidsCard</name>
    <message>
        <source>Déclarer une aide</source>
        <translation>Declare an aid</translation>
    </message>
    <message>
        <source>Attestation à signer</source>
        <translation>Statement to sign</translation>
    </message>
    <message>
        <source>Aides de minimis reçues</source>
        <translation>De minimis aid received</translation>
    </message>
    <message>
        <source>scellées et imprimées</source>
        <translation>sealed and printed</translation>
    </message>
    <message>
        <source>Le dispositif ne demande pas d’attestation de minimis.</source>
        <translation>The scheme asks for no de minimis statement.</translation>
    </message>
</context>
<context>
    <name>AidsPage</name>
    <message>
        <source>chercher une aide</source>
        <translation>search for an aid</translation>
    </message>
    <message>
        <source>de la recherche à la liste</source>
        <translation>from the search to the list</translation>
    </message>
    <message>
        <source>lire une autre aide</source>
        <translation>read another aid</translation>
    </message>
    <message>
        <source>→ ou Entrée</source>
        <translation>→ or Enter</translation>
    </message>
    <message>
        <source>passer à la fiche et à son calculateur</source>
        <translation>go to the sheet and its calculator</translation>
    </message>
    <message>
        <source>Plan d’actions</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>Aides</source>
        <translation>Aids</translation>
    </message>
    <message>
        <source>Ctrl+F chercher · ↓ liste · → fiche et calcul · P plan d’actions · F1 raccourcis</source>
        <translation>Ctrl+F search · ↓ list · → sheet and calculation · P action plan · F1 shortcuts</translation>
    </message>
    <message>
        <source>revenir au plan d’actions</source>
        <translation>back to the action plan</translation>
    </message>
    <message>
        <source>l’action {0} «&#x202f;{1}&#x202f;»</source>
        <translation>action {0} “{1}”</translation>
    </message>
    <message>
        <source>pour {0}</source>
        <translation>for {0}</translation>
    </message>
    <message>
        <source>{0} · mission scellée</source>
        <translation>{0} · mission sealed</translation>
    </message>
</context>
<context>
    <name>AidsView</name>
    <message>
        <source>Aides de minimis reçues</source>
        <translation>De minimis aid received</translation>
    </message>
    <message>
        <source>Accordée le</source>
        <translation>Granted on</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Aucune aide déclarée. «&#x202f;Déclarer une aide&#x202f;» en ouvre une.</source>
        <translation>No aid declared. “Declare an aid” opens one.</translation>
    </message>
    <message>
        <source>Aide retirée.</source>
        <translation>Aid removed.</translation>
    </message>
    <message>
        <source>Retirer l’aide</source>
        <translation>Remove the aid</translation>
    </message>
    <message>
        <source>À préciser</source>
        <translation>To be specified</translation>
    </message>
    <message>
        <source>L’entreprise</source>
        <translation>The company</translation>
    </message>
    <message>
        <source>Une autre entreprise du groupe</source>
        <translation>Another company of the group</translation>
    </message>
    <message>
        <source>Accordée par</source>
        <translation>Granted by</translation>
    </message>
    <message>
        <source>en euros</source>
        <translation>in euros</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Règlement</source>
        <translation>Regulation</translation>
    </message>
    <message>
        <source>Reçue par</source>
        <translation>Received by</translation>
    </message>
</context>
<context>
    <name>Amount</name>
    <message>
        <source>Pourquoi ce montant&#x202f;?</source>
        <translation>Why this amount?</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>La photo d’origine est gardée&#x202f;; l’annotée devient une autre pièce.</source>
        <translation>The original photo is kept; the annotated one becomes another attachment.</translation>
    </message>
    <message>
        <source>Annoter la photo</source>
        <translation>Annotate the photo</translation>
    </message>
    <message>
        <source>Ce que l’outil «&#x202f;Texte&#x202f;» écrit</source>
        <translation>What the “Text” tool writes</translation>
    </message>
    <message>
        <source>Flèche</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <source>Cercle</source>
        <translation>Circle</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Outil</source>
        <translation>Tool</translation>
    </message>
    <message>
        <source>Annuler le dernier trait</source>
        <translation>Undo the last stroke</translation>
    </message>
    <message>
        <source>Texte à poser</source>
        <translation>Text to place</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Garder la photo annotée</source>
        <translation>Keep the annotated photo</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Réponse d’entrée</source>
        <translation>Answer at entry</translation>
    </message>
</context>
<context>
    <name>AnswerTexts</name>
    <message>
        <source>Justification</source>
        <translation>Justification</translation>
    </message>
    <message>
        <source>déclarée par l’entreprise, imprimée</source>
        <translation>declared by the company, printed</translation>
    </message>
    <message>
        <source>Sans avis</source>
        <translation>No opinion</translation>
    </message>
    <message>
        <source>Avis du consultant&#xa0;: niveau</source>
        <translation>Consultant’s opinion: level</translation>
    </message>
    <message>
        <source>En une phrase</source>
        <translation>In one sentence</translation>
    </message>
    <message>
        <source>Avis du consultant&#xa0;: phrase</source>
        <translation>Consultant’s opinion: sentence</translation>
    </message>
    <message>
        <source>Avis du consultant</source>
        <translation>Consultant’s opinion</translation>
    </message>
    <message>
        <source>à côté, jamais à la place</source>
        <translation>beside it, never in its place</translation>
    </message>
    <message>
        <source>diffère de la déclaration</source>
        <translation>differs from the declaration</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Réponse d’entrée</source>
        <translation>Answer at entry</translation>
    </message>
</context>
<context>
    <name>AttachmentsPresenter</name>
    <message>
        <source>Ajout des pièces</source>
        <translation>Adding the attachments</translation>
    </message>
    <message>
        <source>annotée {0}.jpg</source>
        <translation>{0} annotated.jpg</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» retirée.</source>
        <translation>“{0}” removed.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Libération de la place</source>
        <translation>Freeing space</translation>
    </message>
    <message>
        <source>{0} libérés&#x202f;; la Région garde ces pièces, et leurs vignettes restent ici.</source>
        <translation>{0} freed; the Region keeps these attachments, and their thumbnails stay here.</translation>
    </message>
    <message>
        <source>La mission</source>
        <translation>The mission</translation>
    </message>
    <message>
        <source>Action {0} · {1}</source>
        <translation>Action {0} · {1}</translation>
    </message>
    <message>
        <source>L’entreprise et la Région</source>
        <translation>The company and the Region</translation>
    </message>
    <message>
        <source>La Région seulement</source>
        <translation>The Region only</translation>
    </message>
    <message>
        <source>Moi seul&#xa0;: ni scellée, ni déposée</source>
        <translation>Me alone: neither sealed nor deposited</translation>
    </message>
    <message>
        <source>1 pièce jointe ajoutée.</source>
        <translation>1 attachment added.</translation>
    </message>
    <message>
        <source>{0} pièces jointes ajoutées.</source>
        <translation>{0} attachments added.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>{0} · {1} · contenu absent</source>
        <translation>{0} · {1} · content absent</translation>
    </message>
</context>
<context>
    <name>AttachmentsView</name>
    <message>
        <source>Aucune photo ni fichier. «&#x202f;Ajouter&#x202f;» en choisit&#x202f;; on peut aussi en déposer ici à la souris, ou en coller avec Ctrl+V.&#xa0;Le lieu et l’heure de la prise de vue sont retirés des photos.</source>
        <translation>No photo, no file. “Add” chooses one; you can also drop some here with the mouse, or paste one with Ctrl+V. The place and time of shooting are taken out of photos.</translation>
    </message>
    <message>
        <source>Arrêter l’ajout</source>
        <translation>Stop adding</translation>
    </message>
    <message>
        <source>Photos et fichiers à joindre</source>
        <translation>Photos and files to attach</translation>
    </message>
    <message>
        <source>Image collée.png</source>
        <translation>Pasted picture.png</translation>
    </message>
    <message>
        <source>Ce que l’on voit, en une ligne</source>
        <translation>What it shows, in one line</translation>
    </message>
    <message>
        <source>Retirer la pièce</source>
        <translation>Remove the attachment</translation>
    </message>
    <message>
        <source>Annoter</source>
        <translation>Annotate</translation>
    </message>
    <message>
        <source>A, sur la liste</source>
        <translation>A, on the list</translation>
    </message>
    <message>
        <source>Photos et fichiers</source>
        <translation>Photos and files</translation>
    </message>
    <message>
        <source>Légende</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>À propos de</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Qui peut la lire</source>
        <translation>Who may read it</translation>
    </message>
    <message>
        <source>Libérer {0}&#xa0;: pièces déposées, reçu vérifié</source>
        <translation>Free {0}: attachments deposited, receipt verified</translation>
    </message>
</context>
<context>
    <name>BannerArea</name>
    <message>
        <source>Masquer</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>BookPresenter</name>
    <message>
        <source>Une action reprise du carnet.</source>
        <translation>One action taken from the notebook.</translation>
    </message>
    <message>
        <source>{0} actions reprises du carnet.</source>
        <translation>{0} actions taken from the notebook.</translation>
    </message>
    <message>
        <source>reste {0}</source>
        <translation>stays {0}</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>le {0}</source>
        <translation>on {0}</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;»</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>son état a changé ici depuis le carnet</source>
        <translation>its state has changed here since the notebook</translation>
    </message>
</context>
<context>
    <name>BookSheet</name>
    <message>
        <source>Décochez ce que vous ne reprenez pas. Les états vont dans le plan&#x202f;; les dates et les mots, dans vos notes privées.</source>
        <translation>Untick what you do not take. States go into the plan; dates and words, into your private notes.</translation>
    </message>
    <message>
        <source>Reprendre le carnet du dirigeant&#x202f;?</source>
        <translation>Take over the company head’s notebook?</translation>
    </message>
    <message>
        <source>Ne rien reprendre</source>
        <translation>Take nothing</translation>
    </message>
    <message>
        <source>Reprendre ce qui est coché</source>
        <translation>Take what is ticked</translation>
    </message>
</context>
<context>
    <name>BrandingCard</name>
    <message>
        <source>Choisir un logo…</source>
        <translation>Choose a logo…</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Couleur des titres et des barres</source>
        <translation>Colour of headings and bars</translation>
    </message>
    <message>
        <source>par exemple #16405B&#x202f;; vide&#xa0;: le bleu de Jalon</source>
        <translation>for example #16405B; empty: Jalon’s blue</translation>
    </message>
    <message>
        <source>Ligne légale, au pied des pages</source>
        <translation>Legal line, at the foot of pages</translation>
    </message>
    <message>
        <source>Contact, au pied des pages</source>
        <translation>Contact, at the foot of pages</translation>
    </message>
    <message>
        <source>Vos documents</source>
        <translation>Your documents</translation>
    </message>
    <message>
        <source>Logo PNG ou SVG, en première page seulement. N’y mettez ni le logo de l’État, ni celui d’une Région, sans leur accord.</source>
        <translation>PNG or SVG logo, on the first page only. Put neither the State’s logo nor a Region’s here without their agreement.</translation>
    </message>
    <message>
        <source>Choisir un logo</source>
        <translation>Choose a logo</translation>
    </message>
    <message>
        <source>Images (*.png *.svg)</source>
        <translation>Pictures (*.png *.svg)</translation>
    </message>
    <message>
        <source>aucun logo</source>
        <translation>no logo</translation>
    </message>
    <message>
        <source>Aucun logo</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>Logo des documents</source>
        <translation>Logo of the documents</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Une erreur de Jalon</source>
        <translation>A fault in Jalon</translation>
    </message>
    <message>
        <source>Référence {0}. Le rapport dit où le programme s’est trompé&#x202f;; il ne contient aucun nom, aucune réponse.</source>
        <translation>Reference {0}. The report says where the program went wrong; it holds no name and no answer.</translation>
    </message>
    <message>
        <source>Copier le rapport</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Rapport copié.</source>
        <translation>Report copied.</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Responsable</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Responsable des actions choisies</source>
        <translation>Owner of the chosen actions</translation>
    </message>
    <message>
        <source>Décaler, en jours</source>
        <translation>Shift, in days</translation>
    </message>
    <message>
        <source>Décaler les dates, en jours</source>
        <translation>Shift the dates, in days</translation>
    </message>
    <message>
        <source>Priorité des actions choisies</source>
        <translation>Priority of the chosen actions</translation>
    </message>
    <message>
        <source>État des actions choisies</source>
        <translation>State of the chosen actions</translation>
    </message>
    <message>
        <source>{0} actions choisies</source>
        <translation>{0} actions chosen</translation>
    </message>
    <message>
        <source>D’abord</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Sous condition</source>
        <translation>Conditional</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Priorité…</source>
        <translation>Priority…</translation>
    </message>
    <message>
        <source>Prévue</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Commencée</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Terminée</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Abandonnée</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>État…</source>
        <translation>State…</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo à annoter</source>
        <translation>Photo to annotate</translation>
    </message>
    <message>
        <source>Flèches pour viser, Entrée pour poser un point, Ctrl+Z pour annuler.</source>
        <translation>Arrow keys to aim, Enter to set a point, Ctrl+Z to undo.</translation>
    </message>
</context>
<context>
    <name>CapsPanel</name>
    <message>
        <source>Diagnostic ou accompagnement</source>
        <translation>Diagnostic or accompaniment</translation>
    </message>
    <message>
        <source>Plafonds du dispositif</source>
        <translation>Ceilings of the scheme</translation>
    </message>
</context>
<context>
    <name>CapsPresenter</name>
    <message>
        <source>Dépenses jusqu’au {0}</source>
        <translation>Expenses until {0}</translation>
    </message>
    <message>
        <source>échu</source>
        <translation>past</translation>
    </message>
    <message>
        <source>{0}&#xa0;j</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} · paquet {1} · recalculé à chaque saisie</source>
        <translation>{0} · pack {1} · recalculated at each entry</translation>
    </message>
    <message>
        <source>Moins de {0} jours&#xa0;: diagnostic. À {0} jours exactement&#xa0;: accompagnement. Au-delà de {1}&#xa0;: avertissement.</source>
        <translation>Under {0} days: diagnostic. At exactly {0} days: accompaniment. Above {1}: warning.</translation>
    </message>
    <message>
        <source>Phase {0}</source>
        <translation>Phase {0}</translation>
    </message>
    <message>
        <source>rien d’enregistré</source>
        <translation>nothing recorded</translation>
    </message>
    <message>
        <source>{0}&#xa0;j au-delà du plafond&#xa0;: non retenus</source>
        <translation>{0} d above the ceiling: not retained</translation>
    </message>
    <message>
        <source>diagnostic&#xa0;: encore {0}&#xa0;j pour un accompagnement</source>
        <translation>diagnostic: {0} d more for an accompaniment</translation>
    </message>
    <message>
        <source>plafond atteint&#xa0;: accompagnement</source>
        <translation>ceiling reached: accompaniment</translation>
    </message>
    <message>
        <source>{0} jours passés&#xa0;: accompagnement</source>
        <translation>{0} days passed: accompaniment</translation>
    </message>
    <message>
        <source>sans plafond de jours</source>
        <translation>no ceiling on days</translation>
    </message>
    <message>
        <source>plus de {0} jours&#xa0;: à expliquer</source>
        <translation>more than {0} days: to be explained</translation>
    </message>
    <message>
        <source>au-delà des jours du dispositif</source>
        <translation>beyond the days of the scheme</translation>
    </message>
    <message>
        <source>encore {0}&#xa0;j dans les plafonds</source>
        <translation>{0} d left under the ceilings</translation>
    </message>
    <message>
        <source>Parcours entier</source>
        <translation>Whole path</translation>
    </message>
    <message>
        <source>Dépense retenue</source>
        <translation>Retained expense</translation>
    </message>
    <message>
        <source>aucune facture saisie</source>
        <translation>no invoice entered</translation>
    </message>
    <message>
        <source>factures payées&#xa0;: {0} sur {1}</source>
        <translation>invoices paid: {0} of {1}</translation>
    </message>
    <message>
        <source>{0}, {1} hors délai</source>
        <translation>{0}, {1} after the deadline</translation>
    </message>
    <message>
        <source>{0}, {1} sans prestataire référencé</source>
        <translation>{0}, {1} without an accredited provider</translation>
    </message>
    <message>
        <source>Coût moyen d’un jour</source>
        <translation>Average cost of a day</translation>
    </message>
    <message>
        <source>se calcule avec les factures et les jours</source>
        <translation>calculated from the invoices and the days</translation>
    </message>
    <message>
        <source>{0} au-dessus du plafond, tous frais compris</source>
        <translation>{0} above the ceiling, all costs included</translation>
    </message>
    <message>
        <source>au plafond, tous frais compris</source>
        <translation>at the ceiling, all costs included</translation>
    </message>
    <message>
        <source>à {0} du plafond, tous frais compris</source>
        <translation>{0} under the ceiling, all costs included</translation>
    </message>
</context>
<context>
    <name>CertificateCard</name>
    <message>
        <source>Un certificat de signature ou de cachet (.p12, .pfx) scelle les PDF de la feuille de route. Sa phrase est demandée à chaque sceau&#x202f;; elle n’est gardée nulle part.</source>
        <translation>A signing or seal certificate (.p12, .pfx) seals the PDFs of the roadmap. Its passphrase is asked for at each seal; it is kept nowhere.</translation>
    </message>
    <message>
        <source>Choisir un certificat…</source>
        <translation>Choose a certificate…</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Sceau électronique des PDF</source>
        <translation>Electronic seal of PDFs</translation>
    </message>
    <message>
        <source>Ouvrir le certificat&#x202f;?</source>
        <translation>Open the certificate?</translation>
    </message>
    <message>
        <source>Garder ce certificat</source>
        <translation>Keep this certificate</translation>
    </message>
    <message>
        <source>Certificats (*.p12 *.pfx)</source>
        <translation>Certificates (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Choisir un certificat</source>
        <translation>Choose a certificate</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Phrase du certificat</source>
        <translation>Passphrase of the certificate</translation>
    </message>
    <message>
        <source>gardée nulle part</source>
        <translation>kept nowhere</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>ChangesSheet</name>
    <message>
        <source>Un champ a changé.</source>
        <translation>One field has changed.</translation>
    </message>
    <message>
        <source>{0} champs ont changé.</source>
        <translation>{0} fields have changed.</translation>
    </message>
    <message>
        <source>Aucun champ n’a changé.</source>
        <translation>No field has changed.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{0}. {1}&#xa0;: {2}. {3}&#xa0;: {4}</source>
        <translation>{0}. {1}: {2}. {3}: {4}</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Rien à corriger&#x202f;; chaque avertissement demande une phrase.</source>
        <translation>Nothing to correct; each warning wants a sentence.</translation>
    </message>
    <message>
        <source>Rien ne bloque le sceau.</source>
        <translation>Nothing blocks the seal.</translation>
    </message>
    <message>
        <source>erreur</source>
        <translation>error</translation>
    </message>
    <message>
        <source>erreurs</source>
        <translation>errors</translation>
    </message>
    <message>
        <source>avertissement</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>avertissements</source>
        <translation>warnings</translation>
    </message>
    <message>
        <source>à corriger avant le sceau</source>
        <translation>to correct before the seal</translation>
    </message>
    <message>
        <source>une phrase sous chacun, scellée avec la version</source>
        <translation>a sentence under each, sealed with the version</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>See</translation>
    </message>
    <message>
        <source>{0}&#xa0;: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Réponse à l’avertissement&#xa0;: {0}</source>
        <translation>Answer to the warning: {0}</translation>
    </message>
    <message>
        <source>Une phrase&#xa0;: pourquoi la mission est scellée ainsi</source>
        <translation>One sentence: why the mission is sealed as it is</translation>
    </message>
</context>
<context>
    <name>ClosingPresenter</name>
    <message>
        <source>La mission est toujours là.</source>
        <translation>The mission is still here.</translation>
    </message>
    <message>
        <source>Mission effacée de cet ordinateur.</source>
        <translation>Mission erased from this computer.</translation>
    </message>
    <message>
        <source>recu-{0}-v{1}.json</source>
        <translation>receipt-{0}-v{1}.json</translation>
    </message>
    <message>
        <source>Fichier enregistré&#xa0;: {0}</source>
        <translation>File saved: {0}</translation>
    </message>
</context>
<context>
    <name>ClosingView</name>
    <message>
        <source>Clôture</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Relire</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Sceller</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Imprimer et signer</source>
        <translation>Print and sign</translation>
    </message>
    <message>
        <source>Déposer</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>Nature de la version</source>
        <translation>Kind of version</translation>
    </message>
    <message>
        <source>Une phrase, gardée dans la version</source>
        <translation>One sentence, kept in the version</translation>
    </message>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>scellée avec la version</source>
        <translation>sealed with the version</translation>
    </message>
    <message>
        <source>Effacer cette mission de l’ordinateur…</source>
        <translation>Erase this mission from the computer…</translation>
    </message>
    <message>
        <source>Entrée sur un contrôle&#xa0;: aller au champ · Ctrl+Entrée sceller (demande confirmation)</source>
        <translation>Enter on a check: go to the field · Ctrl+Enter seal (asks first)</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>sur un contrôle&#xa0;: aller au champ, dans une phrase&#xa0;: la suivante</source>
        <translation>on a check: go to the field; in a sentence: the next one</translation>
    </message>
    <message>
        <source>Ctrl+Entrée</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>sceller, après confirmation</source>
        <translation>seal, once confirmed</translation>
    </message>
    <message>
        <source>sur les étapes ou la nature&#xa0;: se déplacer</source>
        <translation>on the steps or the kind: move</translation>
    </message>
    <message>
        <source>version {0}, chez un collègue</source>
        <translation>version {0}, with a colleague</translation>
    </message>
    <message>
        <source>rayons X de la version {0}</source>
        <translation>X-ray checks of version {0}</translation>
    </message>
    <message>
        <source>version {0}, scellée</source>
        <translation>version {0}, sealed</translation>
    </message>
    <message>
        <source>Version {0} scellée</source>
        <translation>Version {0} sealed</translation>
    </message>
    <message>
        <source>Ce qui est scellé ne change plus. Rouvrir prépare la version {0}.</source>
        <translation>What is sealed no longer changes. Reopening prepares version {0}.</translation>
    </message>
    <message>
        <source>Possible quand les {0} erreurs seront corrigées. Le sceau est définitif.</source>
        <translation>Possible once the {0} errors are corrected. The seal is final.</translation>
    </message>
    <message>
        <source>Possible quand l’erreur sera corrigée.</source>
        <translation>Possible once the error is corrected.</translation>
    </message>
    <message>
        <source>Écrivez d’abord une phrase sous {0} avertissements. Le sceau est définitif.</source>
        <translation>First write a sentence under {0} warnings. The seal is final.</translation>
    </message>
    <message>
        <source>Écrivez d’abord une phrase sous l’avertissement. Le sceau est définitif.</source>
        <translation>First write a sentence under the warning. The seal is final.</translation>
    </message>
    <message>
        <source>Écrivez d’abord la raison. Le sceau est définitif.</source>
        <translation>First write the reason. The seal is final.</translation>
    </message>
    <message>
        <source>Le sceau est définitif&#xa0;: la version est écrite une fois, avec son empreinte.</source>
        <translation>The seal is final: the version is written once, with its fingerprint.</translation>
    </message>
    <message>
        <source>Sceller la version {0}</source>
        <translation>Seal version {0}</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» sera scellée comme {1}. Rien n’y changera plus&#x202f;; pour la reprendre, il faudra la rouvrir, et ce sera la version {2}.</source>
        <translation>“{0}” will be sealed as {1}. Nothing in it will change any more; to work on it again you will have to reopen it, and that will be version {2}.</translation>
    </message>
    <message>
        <source>Sceller la version {0}&#x202f;?</source>
        <translation>Seal version {0}?</translation>
    </message>
    <message>
        <source>Revenir à la mission</source>
        <translation>Back to the mission</translation>
    </message>
    <message>
        <source>La version {0} reste scellée et lisible. La mission redevient un brouillon, qui deviendra la version {1}.</source>
        <translation>Version {0} stays sealed and readable. The mission becomes a draft again, which will be version {1}.</translation>
    </message>
    <message>
        <source>Rouvrir la mission&#x202f;?</source>
        <translation>Reopen the mission?</translation>
    </message>
    <message>
        <source>Laisser scellée</source>
        <translation>Leave it sealed</translation>
    </message>
    <message>
        <source>Rouvrir</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>De la version {0} à la version {1}</source>
        <translation>From version {0} to version {1}</translation>
    </message>
    <message>
        <source>Reçue par la Région</source>
        <translation>Received by the Region</translation>
    </message>
    <message>
        <source>Scellée ici</source>
        <translation>Sealed here</translation>
    </message>
    <message>
        <source>Deux versions {0} qui diffèrent</source>
        <translation>Two versions {0} that differ</translation>
    </message>
    <message>
        <source>Enregistrer le reçu</source>
        <translation>Save the receipt</translation>
    </message>
</context>
<context>
    <name>CoachAnswer</name>
    <message>
        <source>Pas proposés</source>
        <translation>Proposed steps</translation>
    </message>
    <message>
        <source>Créer les {0} actions</source>
        <translation>Create the {0} actions</translation>
    </message>
    <message>
        <source>Les pas retenus paraîtront ici, avec leurs chiffres.</source>
        <translation>The steps kept will appear here, with their figures.</translation>
    </message>
    <message>
        <source>Le coach propose du travail. Il ne déclare rien&#xa0;: les niveaux restent ceux de l’entreprise.</source>
        <translation>The coach proposes work. It declares nothing: the levels remain the company’s.</translation>
    </message>
    <message>
        <source>Créer l’action</source>
        <translation>Create the action</translation>
    </message>
    <message>
        <source>Action {0}</source>
        <translation>Action {0}</translation>
    </message>
    <message>
        <source>Créer l’action pour {0}</source>
        <translation>Create the action for {0}</translation>
    </message>
</context>
<context>
    <name>CoachLine</name>
    <message>
        <source>Coach&#xa0;: il répondra quand les thèmes auront tous une réponse</source>
        <translation>Coach: it will answer once every theme has an answer</translation>
    </message>
    <message>
        <source>Coach&#xa0;: donnez-lui des points à gagner ou des jours, et l’effort de quelques étapes</source>
        <translation>Coach: give it points to gain or days, and the effort of a few steps</translation>
    </message>
    <message>
        <source>Coach&#xa0;: {0}</source>
        <translation>Coach: {0}</translation>
    </message>
    <message>
        <source>Coach&#xa0;: en avançant sur {0}, {1}</source>
        <translation>Coach: by advancing on {0}, {1}</translation>
    </message>
</context>
<context>
    <name>CoachPage</name>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Jours par pas</source>
        <translation>Days per step</translation>
    </message>
    <message>
        <source>Choix</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>Plan d’actions</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>Coach de l’indice</source>
        <translation>Index coach</translation>
    </message>
    <message>
        <source>Thèmes, leur niveau et ce que demande chaque pas</source>
        <translation>Themes, their level and what each step asks for</translation>
    </message>
    <message>
        <source>Points visés</source>
        <translation>Points aimed at</translation>
    </message>
    <message>
        <source>le plus possible</source>
        <translation>as many as possible</translation>
    </message>
    <message>
        <source>Jours disponibles</source>
        <translation>Days available</translation>
    </message>
    <message>
        <source>sans limite</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>Entrée efforts du thème · Page suiv. thème suivant · P plan d’actions · F1 raccourcis</source>
        <translation>Enter efforts of the theme · PgDn next theme · P action plan · F1 shortcuts</translation>
    </message>
    <message>
        <source>choisir un thème</source>
        <translation>choose a theme</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>donner l’effort de ses pas</source>
        <translation>give the effort of its steps</translation>
    </message>
    <message>
        <source>Page suiv., Page préc.</source>
        <translation>PgDn, PgUp</translation>
    </message>
    <message>
        <source>thème suivant ou précédent, le champ gardé</source>
        <translation>next or previous theme, keeping the field</translation>
    </message>
    <message>
        <source>revenir au plan d’actions</source>
        <translation>back to the action plan</translation>
    </message>
    <message>
        <source>mission scellée, à relire seulement</source>
        <translation>mission sealed, to be read only</translation>
    </message>
    <message>
        <source>Pas de réponse</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Le coach attend un questionnaire complet</source>
        <translation>The coach waits for a complete questionnaire</translation>
    </message>
    <message>
        <source>Les efforts peuvent déjà être donnés&#x202f;; ils restent avec le brouillon.</source>
        <translation>Efforts can already be given; they stay with the draft.</translation>
    </message>
    <message>
        <source>+X points en N jours&#x202f;?</source>
        <translation>+X points in N days?</translation>
    </message>
    <message>
        <source>Donnez des points visés ou des jours disponibles, puis l’effort de chaque pas.</source>
        <translation>Give points to aim at or days available, then the effort of each step.</translation>
    </message>
</context>
<context>
    <name>CoachTheme</name>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Aucune</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Priorité de l’entreprise</source>
        <translation>Company’s priority</translation>
    </message>
    <message>
        <source>Épingle</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Écarter ce thème</source>
        <translation>Set this theme aside</translation>
    </message>
    <message>
        <source>Jours de travail de chaque pas, du niveau précédent au suivant. Vide&#xa0;: le pas n’est pas proposé.</source>
        <translation>Days of work of each step, from the level before to the next. Empty: the step is not proposed.</translation>
    </message>
    <message>
        <source>Déclaré non concerné&#xa0;: le coach n’y touche pas et ne le propose jamais.</source>
        <translation>Declared not concerned: the coach leaves it alone and never proposes it.</translation>
    </message>
    <message>
        <source>Pas encore de réponse&#xa0;: déclarez d’abord le niveau dans le questionnaire.</source>
        <translation>No answer yet: first declare the level in the questionnaire.</translation>
    </message>
    <message>
        <source>Déjà en place&#xa0;: aucun pas ne reste.</source>
        <translation>Already in place: no step is left.</translation>
    </message>
</context>
<context>
    <name>CoachWords</name>
    <message>
        <source>{0} réponses sur {1}&#xa0;: l’indice n’existe pas encore</source>
        <translation>{0} answers out of {1}: the index does not exist yet</translation>
    </message>
    <message>
        <source>I2DF de sortie&#xa0;: {0}</source>
        <translation>I2DF at exit: {0}</translation>
    </message>
    <message>
        <source>I2DF d’entrée&#xa0;: {0}</source>
        <translation>I2DF at entry: {0}</translation>
    </message>
    <message>
        <source>Aucun pas à proposer</source>
        <translation>No step to propose</translation>
    </message>
    <message>
        <source>+{0} en {1}&#xa0;: l’indice irait de {2} à {3}</source>
        <translation>+{0} in {1}: the index would go from {2} to {3}</translation>
    </message>
    <message>
        <source>Donnez l’effort d’au moins une étape&#xa0;: le coach n’en suppose aucun.</source>
        <translation>Give the effort of at least one step: the coach assumes none.</translation>
    </message>
    <message>
        <source>L’objectif de {0} n’est pas atteint&#xa0;: voici le plus que permettent le temps et les efforts.</source>
        <translation>The goal of {0} is not reached: here is the most that the time and efforts allow.</translation>
    </message>
    <message>
        <source>Objectif atteint avec le moins d’effort possible.</source>
        <translation>Goal reached with the least possible effort.</translation>
    </message>
    <message>
        <source>Le plus de points possible dans le temps donné.</source>
        <translation>As many points as possible in the time given.</translation>
    </message>
    <message>
        <source>Sans effort donné, jamais proposés&#xa0;: {0}</source>
        <translation>No effort given, never proposed: {0}</translation>
    </message>
    <message>
        <source>Chiffrés, non retenus&#xa0;: {0}</source>
        <translation>Estimated, not kept: {0}</translation>
    </message>
    <message>
        <source>Écartés à votre demande&#xa0;: {0}</source>
        <translation>Set aside at your request: {0}</translation>
    </message>
    <message>
        <source>Déjà en place&#xa0;: {0}</source>
        <translation>Already in place: {0}</translation>
    </message>
    <message>
        <source>Non concernés, laissés tels quels&#xa0;: {0}</source>
        <translation>Not concerned, left as they are: {0}</translation>
    </message>
    <message>
        <source>sans réponse</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>écarté</source>
        <translation>set aside</translation>
    </message>
    <message>
        <source>épinglé</source>
        <translation>pinned</translation>
    </message>
    <message>
        <source>priorité {0}</source>
        <translation>priority {0}</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» ({1}) → «&#x202f;{2}&#x202f;» ({3})&#xa0;: +{4}, {5}</source>
        <translation>“{0}” ({1}) → “{2}” ({3}): +{4}, {5}</translation>
    </message>
    <message>
        <source>déjà visé par les actions {0}</source>
        <translation>already aimed at by actions {0}</translation>
    </message>
    <message>
        <source>déjà visé par l’action {0}</source>
        <translation>already aimed at by action {0}</translation>
    </message>
    <message>
        <source>Action {0} créée&#xa0;: à préciser dans le plan</source>
        <translation>Action {0} created: to be specified in the plan</translation>
    </message>
    <message>
        <source>{0} actions créées&#xa0;: à préciser dans le plan</source>
        <translation>{0} actions created: to be specified in the plan</translation>
    </message>
    <message>
        <source>Faire avancer «&#x202f;{0}&#x202f;»</source>
        <translation>Faire avancer «&#x202f;{0}&#x202f;»</translation>
    </message>
    <message>
        <source>Proposé par le coach de l’indice&#xa0;: {0}. Le niveau reste à déclarer par l’entreprise.</source>
        <translation>Proposé par le coach de l’indice&#xa0;: {0}. Le niveau reste à déclarer par l’entreprise.</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0} points</translation>
    </message>
    <message>
        <source>{0} point</source>
        <translation>{0} point</translation>
    </message>
    <message>
        <source>{0} jours</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>{0} jour</source>
        <translation>{0} day</translation>
    </message>
    <message>
        <source>Pas d’épingle</source>
        <translation>No pin</translation>
    </message>
    <message>
        <source>Au moins «&#x202f;{0}&#x202f;»</source>
        <translation>At least “{0}”</translation>
    </message>
    <message>
        <source>Jours pour «&#x202f;{0}&#x202f;»</source>
        <translation>Days for “{0}”</translation>
    </message>
</context>
<context>
    <name>ColleagueDialog</name>
    <message>
        <source>La mission se lira ici et ne s’écrira plus que chez votre collègue, jusqu’à son retour. Tout part, sauf vos notes privées, vos photos privées et vos réglages du conseil d’indice, qui restent sur cet ordinateur.</source>
        <translation>The mission will be readable here and will be written only at your colleague’s, until it comes back. Everything leaves, except your private notes, your private photos and your coach settings, which stay on this computer.</translation>
    </message>
    <message>
        <source>Transmettre cette mission&#x202f;?</source>
        <translation>Hand this mission over?</translation>
    </message>
    <message>
        <source>Nom du collègue</source>
        <translation>Name of the colleague</translation>
    </message>
    <message>
        <source>Garder la main</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Transmettre</source>
        <translation>Hand over</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commandes</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Que faire&#x202f;? Une page, un thème, une action, une mission…</source>
        <translation>What is to be done? A page, a theme, an action, a mission…</translation>
    </message>
    <message>
        <source>Commande</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Où</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Rien ne porte ce nom. Effacez quelques lettres.</source>
        <translation>Nothing has this name. Delete a few letters.</translation>
    </message>
</context>
<context>
    <name>CompanyAlonePresenter</name>
    <message>
        <source>Écrivez votre nom ou votre fonction&#xa0;: vos réponses sont celles de l’entreprise.</source>
        <translation>Write your name or your function: your answers are the company’s.</translation>
    </message>
    <message>
        <source>Question {0} sur {1}</source>
        <translation>Question {0} of {1}</translation>
    </message>
</context>
<context>
    <name>CompanyFigures</name>
    <message>
        <source>PME, au plus</source>
        <translation>SME, at most</translation>
    </message>
    <message>
        <source>ETI, au plus</source>
        <translation>Mid-cap, at most</translation>
    </message>
    <message>
        <source>Taille de l’entreprise</source>
        <translation>Size of the company</translation>
    </message>
    <message>
        <source>à vérifier</source>
        <translation>to be checked</translation>
    </message>
    <message>
        <source>demandée</source>
        <translation>asked for</translation>
    </message>
    <message>
        <source>non demandée</source>
        <translation>not asked for</translation>
    </message>
    <message>
        <source>Phases concernées</source>
        <translation>Phases concerned</translation>
    </message>
    <message>
        <source>Tailles concernées</source>
        <translation>Sizes concerned</translation>
    </message>
    <message>
        <source>Quelle que soit la phase.</source>
        <translation>Whatever the phase.</translation>
    </message>
    <message>
        <source>non fixé</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>Règlements cités&#xa0;: {0}.</source>
        <translation>Regulations cited: {0}.</translation>
    </message>
    <message>
        <source>Plafond des aides</source>
        <translation>Ceiling of the aids</translation>
    </message>
    <message>
        <source>Attestation de minimis</source>
        <translation>De minimis statement</translation>
    </message>
    <message>
        <source>Activité industrielle</source>
        <translation>Industrial activity</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Association</translation>
    </message>
    <message>
        <source>Agrément d’insertion</source>
        <translation>Integration approval</translation>
    </message>
    <message>
        <source>Part de production, en %</source>
        <translation>Share of production, in %</translation>
    </message>
    <message>
        <source>Mois du bilan</source>
        <translation>Months of the accounts</translation>
    </message>
    <message>
        <source>Région de l’établissement</source>
        <translation>Region of the site</translation>
    </message>
    <message>
        <source>Code de la Région.</source>
        <translation>Code of the Region.</translation>
    </message>
    <message>
        <source>Séances dans la Région</source>
        <translation>Sessions in the Region</translation>
    </message>
    <message>
        <source>En difficulté</source>
        <translation>In difficulty</translation>
    </message>
    <message>
        <source>À jour de ses obligations</source>
        <translation>Up to date with its obligations</translation>
    </message>
    <message>
        <source>Attestation signée</source>
        <translation>Statement signed</translation>
    </message>
    <message>
        <source>Borne du dispositif</source>
        <translation>Bound of the scheme</translation>
    </message>
    <message>
        <source>Critère&#xa0;: activité</source>
        <translation>Criterion: activity</translation>
    </message>
    <message>
        <source>Critère&#xa0;: effectif</source>
        <translation>Criterion: staff</translation>
    </message>
    <message>
        <source>Critère&#xa0;: association</source>
        <translation>Criterion: association</translation>
    </message>
    <message>
        <source>Critère&#xa0;: premier bilan</source>
        <translation>Criterion: first accounts</translation>
    </message>
    <message>
        <source>Critère&#xa0;: établissement</source>
        <translation>Criterion: site</translation>
    </message>
    <message>
        <source>Critère&#xa0;: lieu des séances</source>
        <translation>Criterion: place of the sessions</translation>
    </message>
    <message>
        <source>Critère&#xa0;: difficulté</source>
        <translation>Criterion: difficulty</translation>
    </message>
    <message>
        <source>Critère&#xa0;: impôts et cotisations</source>
        <translation>Criterion: taxes and contributions</translation>
    </message>
    <message>
        <source>Critère&#xa0;: attestation de minimis</source>
        <translation>Criterion: de minimis statement</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>rempli</source>
        <translation>met</translation>
    </message>
    <message>
        <source>non rempli</source>
        <translation>not met</translation>
    </message>
    <message>
        <source>Effectif</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>inconnu</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>PME</source>
        <translation>SME</translation>
    </message>
    <message>
        <source>ETI</source>
        <translation>mid-cap</translation>
    </message>
    <message>
        <source>grande entreprise</source>
        <translation>large company</translation>
    </message>
</context>
<context>
    <name>CompanyPage</name>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>champ suivant, enregistré en le quittant</source>
        <translation>next field, saved when leaving it</translation>
    </message>
    <message>
        <source>choisir oui, non ou à vérifier</source>
        <translation>choose yes, no or to be checked</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>cocher</source>
        <translation>tick</translation>
    </message>
    <message>
        <source>Entreprise</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Raison sociale</source>
        <translation>Company name</translation>
    </message>
    <message>
        <source>Activité</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Ce que l’entreprise fabrique</source>
        <translation>What the company makes</translation>
    </message>
    <message>
        <source>SIRET de l’établissement</source>
        <translation>SIRET of the site</translation>
    </message>
    <message>
        <source>14 chiffres</source>
        <translation>14 digits</translation>
    </message>
    <message>
        <source>Effectif</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>en personnes</source>
        <translation>people</translation>
    </message>
    <message>
        <source>Fonds propres</source>
        <translation>Equity</translation>
    </message>
    <message>
        <source>en euros</source>
        <translation>in euros</translation>
    </message>
    <message>
        <source>250&#xa0;000</source>
        <translation>250,000</translation>
    </message>
    <message>
        <source>Premier bilan</source>
        <translation>First accounts</translation>
    </message>
    <message>
        <source>durée en mois</source>
        <translation>length in months</translation>
    </message>
    <message>
        <source>Chef d’entreprise</source>
        <translation>Company head</translation>
    </message>
    <message>
        <source>nom</source>
        <translation>name</translation>
    </message>
    <message>
        <source>Sa fonction</source>
        <translation>Their function</translation>
    </message>
    <message>
        <source>Identité</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>imprimée</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Région de l’établissement</source>
        <translation>Region of the site</translation>
    </message>
    <message>
        <source>Établissement accompagné</source>
        <translation>Site being supported</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Activité industrielle</source>
        <translation>Industrial activity</translation>
    </message>
    <message>
        <source>Produire, fabriquer ou transformer, à titre principal.</source>
        <translation>Produces, makes or transforms, as its main activity.</translation>
    </message>
    <message>
        <source>Entreprise en difficulté</source>
        <translation>Undertaking in difficulty</translation>
    </message>
    <message>
        <source>Au sens du droit européen.</source>
        <translation>Within the meaning of EU law.</translation>
    </message>
    <message>
        <source>À jour de ses impôts et cotisations</source>
        <translation>Up to date with its taxes and contributions</translation>
    </message>
    <message>
        <source>Attestation de minimis signée</source>
        <translation>De minimis statement signed</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Association</translation>
    </message>
    <message>
        <source>Agréée insertion ou adaptée</source>
        <translation>Integration or adapted company</translation>
    </message>
    <message>
        <source>Pour une association.</source>
        <translation>For an association.</translation>
    </message>
    <message>
        <source>Recettes de production</source>
        <translation>Production income</translation>
    </message>
    <message>
        <source>Pour une association&#xa0;: part de la production de biens ou de services.</source>
        <translation>For an association: share from producing goods or services.</translation>
    </message>
    <message>
        <source>en %</source>
        <translation>in %</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>lues par l’éligibilité</source>
        <translation>read by the eligibility rules</translation>
    </message>
    <message>
        <source>Mettre en œuvre de nouvelles méthodes et technologies</source>
        <translation>Implement new production methods and technologies</translation>
    </message>
    <message>
        <source>Choisir les technologies et leurs offreurs</source>
        <translation>Choose the technologies and their providers</translation>
    </message>
    <message>
        <source>Étudier leur intégration aux procédés</source>
        <translation>Study their integration into the processes</translation>
    </message>
    <message>
        <source>Mesurer ce qu’elles apportent</source>
        <translation>Measure what they bring</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>GIFAS</source>
        <translation>GIFAS</translation>
    </message>
    <message>
        <source>Opérateur</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Origine du contact</source>
        <translation>Origin of the contact</translation>
    </message>
    <message>
        <source>Marché servi</source>
        <translation>Market served</translation>
    </message>
    <message>
        <source>Filière</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Territoire d’industrie</source>
        <translation>Industrial territory</translation>
    </message>
    <message>
        <source>Numéro de dossier de la Région</source>
        <translation>File number of the Region</translation>
    </message>
    <message>
        <source>Mission ouverte le</source>
        <translation>Mission opened on</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Décision de la Région</source>
        <translation>Decision of the Region</translation>
    </message>
    <message>
        <source>Cadre de la mission</source>
        <translation>Frame of the mission</translation>
    </message>
    <message>
        <source>objectifs de l’accompagnement</source>
        <translation>aims of the accompaniment</translation>
    </message>
    <message>
        <source>Prestataire référencé</source>
        <translation>Accredited provider</translation>
    </message>
    <message>
        <source>Consultant chef de file</source>
        <translation>Lead consultant</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>téléphone ou courriel</source>
        <translation>telephone or e-mail</translation>
    </message>
    <message>
        <source>Prestataire</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>imprimé</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>L’essentiel en deux phrases</source>
        <translation>The essentials in two sentences</translation>
    </message>
    <message>
        <source>Ce que le chef d’entreprise doit retenir&#x202f;; c’est la première chose imprimée.</source>
        <translation>What the company head must remember; it is the first thing printed.</translation>
    </message>
    <message>
        <source>Prochaine date</source>
        <translation>Next date</translation>
    </message>
    <message>
        <source>Ce qui s’y passe</source>
        <translation>What will happen then</translation>
    </message>
    <message>
        <source>L’essentiel</source>
        <translation>The essentials</translation>
    </message>
    <message>
        <source>imprimé en tête</source>
        <translation>printed at the top</translation>
    </message>
    <message>
        <source>Notes du consultant</source>
        <translation>Consultant’s notes</translation>
    </message>
    <message>
        <source>Privées&#xa0;: ni scellées, ni imprimées, jamais envoyées.</source>
        <translation>Private: neither sealed nor printed, never sent.</translation>
    </message>
    <message>
        <source>Pour vous seul</source>
        <translation>For you alone</translation>
    </message>
    <message>
        <source>{0}. {1}.</source>
        <translation>{0}. {1}.</translation>
    </message>
    <message>
        <source>Cette réponse n’a pas pu être enregistrée. Prévenez le consultant, ou réessayez.</source>
        <translation>This answer could not be saved. Tell the consultant, or try again.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Réponses</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Précédente</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Rendre l’ordinateur</source>
        <translation>Give the computer back</translation>
    </message>
    <message>
        <source>Suivante</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Les touches 1 à 5 répondent aussi</source>
        <translation>Keys 1 to 5 answer too</translation>
    </message>
    <message>
        <source>{0} réponses sur {1}</source>
        <translation>{0} answers out of {1}</translation>
    </message>
    <message>
        <source>répondre et passer à la question suivante</source>
        <translation>answer and go to the next question</translation>
    </message>
    <message>
        <source>question suivante, question précédente</source>
        <translation>next question, previous question</translation>
    </message>
    <message>
        <source>effacer la réponse</source>
        <translation>clear the answer</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>rendre l’ordinateur au consultant</source>
        <translation>give the computer back to the consultant</translation>
    </message>
</context>
<context>
    <name>CompanyPresenter</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>Rempli</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Non rempli</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>Éligible d’après ce qui est saisi</source>
        <translation>Eligible, from what is entered</translation>
    </message>
    <message>
        <source>Non éligible&#xa0;: un critère n’est pas rempli</source>
        <translation>Not eligible: one criterion is not met</translation>
    </message>
    <message>
        <source>Un critère reste à vérifier</source>
        <translation>One criterion is still to be checked</translation>
    </message>
    <message>
        <source>{0} critères restent à vérifier</source>
        <translation>{0} criteria are still to be checked</translation>
    </message>
    <message>
        <source>Taille inconnue&#xa0;: l’effectif manque</source>
        <translation>Size unknown: the staff is missing</translation>
    </message>
    <message>
        <source>PME&#xa0;: au plus {0} personnes</source>
        <translation>SME: {0} people at most</translation>
    </message>
    <message>
        <source>ETI&#xa0;: au plus {0} personnes</source>
        <translation>Mid-cap: {0} people at most</translation>
    </message>
    <message>
        <source>Grande entreprise&#xa0;: plus de {0} personnes</source>
        <translation>Large company: more than {0} people</translation>
    </message>
    <message>
        <source>Attestation de minimis signée</source>
        <translation>De minimis statement signed</translation>
    </message>
    <message>
        <source>Attestation de minimis&#xa0;: à vérifier</source>
        <translation>De minimis statement: to be checked</translation>
    </message>
    <message>
        <source>Attestation de minimis à fournir</source>
        <translation>De minimis statement to be provided</translation>
    </message>
    <message>
        <source>Attestation de minimis non demandée</source>
        <translation>De minimis statement not asked for</translation>
    </message>
</context>
<context>
    <name>CompanySession</name>
    <message>
        <source>Cette mission est scellée&#xa0;: ses réponses ne changent plus.</source>
        <translation>This mission is sealed: its answers no longer change.</translation>
    </message>
    <message>
        <source>questionnaire ({0})</source>
        <translation>questionnaire ({0})</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Après</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Changement</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Comparaison thème par thème</source>
        <translation>Comparison theme by theme</translation>
    </message>
    <message>
        <source>Cette mission</source>
        <translation>This mission</translation>
    </message>
    <message>
        <source>Comparer avec</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>Comparer avec…</source>
        <translation>Compare with…</translation>
    </message>
    <message>
        <source>même entreprise, par son SIREN</source>
        <translation>same company, by its SIREN</translation>
    </message>
    <message>
        <source>Aucun autre questionnaire de cette entreprise sur cet ordinateur, ou son SIREN manque encore.</source>
        <translation>No other questionnaire of this company on this computer, or its SIREN is still missing.</translation>
    </message>
    <message>
        <source>Avant&#xa0;: {0}. Après&#xa0;: {1}.</source>
        <translation>Before: {0}. After: {1}.</translation>
    </message>
</context>
<context>
    <name>ComparedPresenter</name>
    <message>
        <source>{0}, {1}, {2} {3}</source>
        <translation>{0}, {1}, {2} {3}</translation>
    </message>
    <message>
        <source>sortie du {0}</source>
        <translation>exit of {0}</translation>
    </message>
    <message>
        <source>entrée du {0}</source>
        <translation>entry of {0}</translation>
    </message>
    <message>
        <source>Indice avant&#xa0;: {0}. Indice après&#xa0;: {1}.</source>
        <translation>Index before: {0}. Index after: {1}.</translation>
    </message>
    <message>
        <source>incomplet</source>
        <translation>incomplete</translation>
    </message>
    <message>
        <source>{0} sur {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>sans réponse</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>{0} {1}&#xa0;: {2}</source>
        <translation>{0} {1}: {2}</translation>
    </message>
    <message>
        <source>non comparable</source>
        <translation>not comparable</translation>
    </message>
    <message>
        <source>nouveau thème</source>
        <translation>new theme</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>gain</translation>
    </message>
    <message>
        <source>perte</source>
        <translation>loss</translation>
    </message>
    <message>
        <source>reclassement</source>
        <translation>reclassification</translation>
    </message>
    <message>
        <source>inchangé</source>
        <translation>unchanged</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>s’il y est&#x202f;; vérifié</source>
        <translation>if it is there; checked</translation>
    </message>
    <message>
        <source>Qui a répondu</source>
        <translation>Who answered</translation>
    </message>
    <message>
        <source>nom ou fonction</source>
        <translation>name or function</translation>
    </message>
    <message>
        <source>Date écrite sur le papier</source>
        <translation>Date written on the paper</translation>
    </message>
    <message>
        <source>Saisi par</source>
        <translation>Captured by</translation>
    </message>
    <message>
        <source>Total I2DF écrit sur le papier</source>
        <translation>I2DF total written on the paper</translation>
    </message>
</context>
<context>
    <name>CorrectionEditor</name>
    <message>
        <source>Corriger la ligne</source>
        <translation>Correct the line</translation>
    </message>
    <message>
        <source>La ligne reste lisible, barrée&#x202f;; une ligne contraire l’annule.</source>
        <translation>The line stays readable, struck through; an opposite line cancels it.</translation>
    </message>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>DaysView</name>
    <message>
        <source>Entrée&#xa0;: ½ j</source>
        <translation>Enter: ½ d</translation>
    </message>
    <message>
        <source>Corriger une ligne</source>
        <translation>Correct a line</translation>
    </message>
    <message>
        <source>Choisissez d’abord une ligne en vigueur, dans le registre ou l’agenda.</source>
        <translation>First choose a line in force, in the ledger or the agenda.</translation>
    </message>
    <message>
        <source>Corriger&#xa0;: {0}, {1}, {2}</source>
        <translation>Correct: {0}, {1}, {2}</translation>
    </message>
    <message>
        <source>Registre des jours</source>
        <translation>Day ledger</translation>
    </message>
    <message>
        <source>jamais modifié&#xa0;: une erreur se corrige par une ligne</source>
        <translation>never altered: a mistake is corrected by another line</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Half-day</translation>
    </message>
    <message>
        <source>Ph.</source>
        <translation>Ph.</translation>
    </message>
    <message>
        <source>Objet</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Intervenant</source>
        <translation>Performer</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Jours</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Cumul</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{0} intervenants</source>
        <translation>{0} performers</translation>
    </message>
    <message>
        <source>Ph. {0} · {1}</source>
        <translation>Ph. {0} · {1}</translation>
    </message>
    <message>
        <source>Ph. {0}</source>
        <translation>Ph. {0}</translation>
    </message>
    <message>
        <source>Annule&#xa0;: {0}</source>
        <translation>Cancels: {0}</translation>
    </message>
    <message>
        <source>à distance</source>
        <translation>remote</translation>
    </message>
    <message>
        <source>sur site</source>
        <translation>on site</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>matin</source>
        <translation>morning</translation>
    </message>
    <message>
        <source>apr.-midi</source>
        <translation>aft.</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Les votes éclairent&#x202f;; le niveau déclaré est une décision, avec son auteur.</source>
        <translation>Votes inform; the declared level is a decision, with its author.</translation>
    </message>
    <message>
        <source>Décider du niveau</source>
        <translation>Decide on the level</translation>
    </message>
    <message>
        <source>Qui décide pour l’entreprise</source>
        <translation>Who decides for the company</translation>
    </message>
    <message>
        <source>nom ou fonction</source>
        <translation>name or function</translation>
    </message>
    <message>
        <source>Ne rien changer</source>
        <translation>Change nothing</translation>
    </message>
</context>
<context>
    <name>DepositCard</name>
    <message>
        <source>Déposer</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>Comparer à ce que la Région a reçu…</source>
        <translation>Compare with what the Region received…</translation>
    </message>
    <message>
        <source>Dépôt à la Région</source>
        <translation>Deposit with the Region</translation>
    </message>
    <message>
        <source>Déposer la version {0}</source>
        <translation>Deposit version {0}</translation>
    </message>
    <message>
        <source>Reçu vérifié&#xa0;: «&#x202f;{0}&#x202f;» a reçu la version {1} le {2}. Clé {3}.</source>
        <translation>Receipt verified: “{0}” received version {1} on {2}. Key {3}.</translation>
    </message>
    <message>
        <source>Cet ordinateur n’est inscrit auprès d’aucun serveur régional&#xa0;: recopiez l’adresse et le code donnés par la Région. La version attend ici jusque-là.</source>
        <translation>This computer is enrolled with no regional server: copy the address and the code given by the Region. The version waits here until then.</translation>
    </message>
    <message>
        <source>Serveur&#xa0;: «&#x202f;{0}&#x202f;», {1}. «&#x202f;Déposée&#x202f;» n’apparaît qu’une fois le reçu vérifié.</source>
        <translation>Server: “{0}”, {1}. “Deposited” appears only once the receipt is verified.</translation>
    </message>
    <message>
        <source>Dépôt de la version {0}…</source>
        <translation>Depositing version {0}…</translation>
    </message>
</context>
<context>
    <name>DepositPresenter</name>
    <message>
        <source>Lecture de la version de la Région</source>
        <translation>Reading the Region’s version</translation>
    </message>
    <message>
        <source>Version {0} déposée, reçu vérifié.</source>
        <translation>Version {0} deposited, receipt verified.</translation>
    </message>
    <message>
        <source>La version attend toujours ici.</source>
        <translation>The version is still waiting here.</translation>
    </message>
    <message>
        <source>Le dépôt n’a pas abouti&#x202f;; la version attend toujours ici.</source>
        <translation>The deposit did not succeed; the version is still waiting here.</translation>
    </message>
    <message>
        <source>Dépôt arrêté&#x202f;; la version attend toujours ici.</source>
        <translation>Deposit stopped; the version is still waiting here.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Messages précédents</source>
        <translation>Earlier messages</translation>
    </message>
    <message>
        <source>Mode atelier&#xa0;: contraste fort, grandes cibles</source>
        <translation>Workshop floor mode: high contrast, large targets</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Importer une mission</source>
        <translation>Import a mission</translation>
    </message>
    <message>
        <source>Missions, feuilles de route et reçus (*.jalon *.pdf *.json)</source>
        <translation>Missions, roadmaps and receipts (*.jalon *.pdf *.json)</translation>
    </message>
</context>
<context>
    <name>DetailCard</name>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>{0}&#xa0;: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>DifferenceStep</name>
    <message>
        <source>Un thème diffère entre les deux saisies. Regardez le papier et tapez ce qu’il dit.</source>
        <translation>One theme differs between the two typings. Look at the paper and type what it says.</translation>
    </message>
    <message>
        <source>{0} thèmes diffèrent entre les deux saisies. Regardez le papier et tapez ce qu’il dit.</source>
        <translation>{0} themes differ between the two typings. Look at the paper and type what it says.</translation>
    </message>
    <message>
        <source>Première saisie&#xa0;: {0}, {1}
Seconde saisie&#xa0;: {2}, {3}</source>
        <translation>First typing: {0}, {1}
Second typing: {2}, {3}</translation>
    </message>
</context>
<context>
    <name>EligibilityPanel</name>
    <message>
        <source>Éligibilité</source>
        <translation>Eligibility</translation>
    </message>
    <message>
        <source>Dossier de demande</source>
        <translation>Application file</translation>
    </message>
</context>
<context>
    <name>EndStep</name>
    <message>
        <source>Revoir mes réponses</source>
        <translation>Go over my answers</translation>
    </message>
    <message>
        <source>Compléter</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>J’ai terminé</source>
        <translation>I have finished</translation>
    </message>
    <message>
        <source>Merci</source>
        <translation>Thank you</translation>
    </message>
    <message>
        <source>Presque fini</source>
        <translation>Almost done</translation>
    </message>
    <message>
        <source>Vos {0} réponses sont enregistrées. Rendez l’ordinateur au consultant.</source>
        <translation>Your {0} answers are saved. Give the computer back to the consultant.</translation>
    </message>
    <message>
        <source>Il reste une question sans réponse sur {1}. Vous pouvez y répondre, ou la laisser.</source>
        <translation>One question out of {1} is still unanswered. You may answer it, or leave it.</translation>
    </message>
    <message>
        <source>Il reste {0} questions sans réponse sur {1}. Vous pouvez y répondre, ou les laisser.</source>
        <translation>{0} questions out of {1} are still unanswered. You may answer them, or leave them.</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Écran verrouillé&#xa0;: votre phrase secrète le rouvre, tout est enregistré.</source>
        <translation>Screen locked: your passphrase opens it again, everything is saved.</translation>
    </message>
    <message>
        <source>Jalon s’est arrêté pendant que l’entreprise répondait. Toutes ses réponses sont enregistrées.</source>
        <translation>Jalon stopped while the company was answering. All its answers are saved.</translation>
    </message>
    <message>
        <source>Jalon n’a pas pu ouvrir ce profil. Vos fichiers n’ont pas été modifiés.</source>
        <translation>Jalon could not open this profile. Your files have not been altered.</translation>
    </message>
</context>
<context>
    <name>EntrancePresenter</name>
    <message>
        <source>Recherche des sauvegardes</source>
        <translation>Looking for backups</translation>
    </message>
    <message>
        <source>Restauration</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>Lecture du fichier abîmé</source>
        <translation>Reading the damaged file</translation>
    </message>
    <message>
        <source>Ouverture du profil</source>
        <translation>Opening the profile</translation>
    </message>
    <message>
        <source>Le trousseau de cette session n’a pas la clé de ce profil.</source>
        <translation>The keyring of this session does not hold the key of this profile.</translation>
    </message>
    <message>
        <source>Ce profil n’est pas dans un trousseau&#xa0;: sa phrase secrète l’ouvre.</source>
        <translation>This profile is in no keyring: its passphrase opens it.</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>À l’entrée, le {0}</source>
        <translation>At entry, on {0}</translation>
    </message>
    <message>
        <source>À l’entrée, le {0}&#xa0;: sans réponse</source>
        <translation>At entry, on {0}: no answer</translation>
    </message>
    <message>
        <source>reclassement, compté à part</source>
        <translation>reclassification, counted apart</translation>
    </message>
</context>
<context>
    <name>ErasingDialog</name>
    <message>
        <source>Réponses, jours, plan, versions scellées, photos et notes privées sont effacés de cet ordinateur, pour toujours. Ce qui a été déposé reste à la Région&#x202f;; les copies et les exports faits avant restent où ils sont.</source>
        <translation>Answers, days, plan, sealed versions, photos and private notes are erased from this computer, for ever. What was deposited stays with the Region; copies and exports made before stay where they are.</translation>
    </message>
    <message>
        <source>Effacer cette mission&#x202f;?</source>
        <translation>Erase this mission?</translation>
    </message>
    <message>
        <source>Recopiez {0}</source>
        <translation>Copy {0}</translation>
    </message>
    <message>
        <source>Référence de la mission</source>
        <translation>Reference of the mission</translation>
    </message>
    <message>
        <source>Garder la mission</source>
        <translation>Keep the mission</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>EvolutionCard</name>
    <message>
        <source>De l’entrée à la sortie</source>
        <translation>From entry to exit</translation>
    </message>
    <message>
        <source>Chemin de l’entrée à la sortie&#x202f;; les mêmes chiffres sont dans le tableau</source>
        <translation>The way from entry to exit; the same figures are in the table</translation>
    </message>
    <message>
        <source>Étape</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>De l’entrée à la sortie, étape par étape</source>
        <translation>From entry to exit, step by step</translation>
    </message>
    <message>
        <source>Facteur</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>Thèmes</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Sortie</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Sur</source>
        <translation>Out of</translation>
    </message>
    <message>
        <source>Points par facteur</source>
        <translation>Points by factor</translation>
    </message>
</context>
<context>
    <name>EvolutionPresenter</name>
    <message>
        <source>{0}, et {1} à part</source>
        <translation>{0}, and {1} apart</translation>
    </message>
</context>
<context>
    <name>ExpensesView</name>
    <message>
        <source>Factures</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>Facture</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Montant HT</source>
        <translation>Amount excl. VAT</translation>
    </message>
    <message>
        <source>Paiement</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Aucune facture. «&#x202f;Ajouter&#x202f;» en ouvre une&#x202f;; son numéro et son montant suffisent.</source>
        <translation>No invoice. “Add” opens one; its number and its amount are enough.</translation>
    </message>
    <message>
        <source>Facture retirée.</source>
        <translation>Invoice removed.</translation>
    </message>
    <message>
        <source>Retirer la facture</source>
        <translation>Remove the invoice</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Numéro de la facture</source>
        <translation>Invoice number</translation>
    </message>
    <message>
        <source>en euros, tous frais compris</source>
        <translation>in euros, all costs included</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Prestataire qui facture</source>
        <translation>Invoicing provider</translation>
    </message>
    <message>
        <source>Prestataire qui réalise</source>
        <translation>Performing provider</translation>
    </message>
    <message>
        <source>Fin de la prestation</source>
        <translation>End of the service</translation>
    </message>
    <message>
        <source>Date de la facture</source>
        <translation>Invoice date</translation>
    </message>
    <message>
        <source>vide&#xa0;: à payer</source>
        <translation>empty: to be paid</translation>
    </message>
    <message>
        <source>à payer</source>
        <translation>to be paid</translation>
    </message>
</context>
<context>
    <name>FactorEditor</name>
    <message>
        <source>Pas encore dit</source>
        <translation>Not said yet</translation>
    </message>
    <message>
        <source>Priorité</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>un ordre, pas une note</source>
        <translation>an order, not a mark</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>Observations</translation>
    </message>
    <message>
        <source>imprimées</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>Points d’appui</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>imprimés</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>À ouvrir</source>
        <translation>Weak points</translation>
    </message>
    <message>
        <source>imprimé</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>Preuves</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>où, avec qui&#x202f;; imprimées</source>
        <translation>where, with whom; printed</translation>
    </message>
    <message>
        <source>Ce que ce facteur change dans les opérations</source>
        <translation>What this factor changes in the operations</translation>
    </message>
    <message>
        <source>Avis du consultant, imprimé en trois barres.</source>
        <translation>Consultant’s opinion, printed as three bars.</translation>
    </message>
</context>
<context>
    <name>FactorsCard</name>
    <message>
        <source>Par facteur</source>
        <translation>By factor</translation>
    </message>
    <message>
        <source>points déclarés</source>
        <translation>points declared</translation>
    </message>
    <message>
        <source>Un thème relève parfois de plusieurs facteurs&#xa0;: ces points ne s’additionnent pas.</source>
        <translation>A theme sometimes belongs to several factors: these points do not add up.</translation>
    </message>
</context>
<context>
    <name>FieldsCard</name>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Détails</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>Chiffre</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Règle</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Chiffres du programme et leurs règles</source>
        <translation>Figures of the programme and their rules</translation>
    </message>
    <message>
        <source>Aide de l’État à la Région</source>
        <translation>Grant from the State to the Region</translation>
    </message>
    <message>
        <source>{0}, décide</source>
        <translation>{0}, decides</translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message>
        <source>Pourquoi ce chiffre&#x202f;?</source>
        <translation>Why this figure?</translation>
    </message>
    <message>
        <source>Chiffre expliqué</source>
        <translation>Figure explained</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Dossier</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Type de fichier</source>
        <translation>File type</translation>
    </message>
</context>
<context>
    <name>FullDiagnosticPage</name>
    <message>
        <source>Diagnostic 360°</source>
        <translation>360° diagnostic</translation>
    </message>
    <message>
        <source>Radar des six facteurs&#x202f;; les mêmes chiffres sont dans la liste</source>
        <translation>Radar of the six factors; the same figures are in the list</translation>
    </message>
    <message>
        <source>dans la liste&#xa0;: facteur précédent, suivant</source>
        <translation>in the list: previous, next factor</translation>
    </message>
    <message>
        <source>Ctrl Page préc., suiv.</source>
        <translation>Ctrl PgUp, PgDn</translation>
    </message>
    <message>
        <source>facteur précédent, suivant, d’où que l’on soit</source>
        <translation>previous, next factor, from anywhere</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>dans la liste&#xa0;: écrire les observations du facteur</source>
        <translation>in the list: write the observations of the factor</translation>
    </message>
    <message>
        <source>Ctrl Entrée</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>enregistrer le texte et passer au facteur suivant</source>
        <translation>save the text and go to the next factor</translation>
    </message>
    <message>
        <source>Facteur</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Priorité</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Les six facteurs</source>
        <translation>The six factors</translation>
    </message>
    <message>
        <source>points déclarés, en %</source>
        <translation>points declared, in %</translation>
    </message>
    <message>
        <source>Un thème relève parfois de plusieurs facteurs&#xa0;: ces points ne s’additionnent pas.</source>
        <translation>A theme sometimes belongs to several factors: these points do not add up.</translation>
    </message>
    <message>
        <source>Tous les facteurs ensemble</source>
        <translation>All factors together</translation>
    </message>
    <message>
        <source>imprimé</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>Un lien par ligne, par exemple&#xa0;: Facteurs 2 et 5. Les capteurs serviront si…</source>
        <translation>One link per line, for example: Factors 2 and 5. The sensors will serve if…</translation>
    </message>
    <message>
        <source>Les liens qui comptent</source>
        <translation>The links that matter</translation>
    </message>
    <message>
        <source>Les effets hors de l’usine</source>
        <translation>The effects outside the factory</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>{0} facteurs renseignés sur {1}</source>
        <translation>{0} factors filled in out of {1}</translation>
    </message>
</context>
<context>
    <name>FullDiagnosticPresenter</name>
    <message>
        <source>{0} sur {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>{0}/{1} réponses</source>
        <translation>{0}/{1} answers</translation>
    </message>
</context>
<context>
    <name>FundingPresenter</name>
    <message>
        <source>Simulation&#xa0;: dispositif clos le {0}. Rien n’est financé pour une mission ouverte le {1}.</source>
        <translation>Simulation: scheme closed on {0}. Nothing is funded for a mission opened on {1}.</translation>
    </message>
    <message>
        <source>Simulation&#xa0;: dispositif clos le {0}. Une mission ouverte aujourd’hui ne serait pas aidée.</source>
        <translation>Simulation: scheme closed on {0}. A mission opened today would not be aided.</translation>
    </message>
    <message>
        <source>L’effectif manque&#xa0;: les taux sont ceux d’une PME.</source>
        <translation>The staff is missing: the rates are those of an SME.</translation>
    </message>
    <message>
        <source>Saisir l’effectif</source>
        <translation>Enter the staff</translation>
    </message>
    <message>
        <source>Les fonds propres manquent&#xa0;: l’aide n’est pas comparée à cette limite.</source>
        <translation>The equity is missing: the grant is not compared with this limit.</translation>
    </message>
    <message>
        <source>Saisir les fonds propres</source>
        <translation>Enter the equity</translation>
    </message>
    <message>
        <source>Scénario {0}</source>
        <translation>Scénario {0}</translation>
    </message>
    <message>
        <source>{0} (copie)</source>
        <translation>{0} (copie)</translation>
    </message>
    <message>
        <source>Scénario {0} retiré&#xa0;: {1}</source>
        <translation>Scenario {0} removed: {1}</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>FundingView</name>
    <message>
        <source>Dupliquer</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Nouveau scénario</source>
        <translation>New scenario</translation>
    </message>
    <message>
        <source>Financement</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>plein&#xa0;: aide publique · hachures&#xa0;: l’entreprise · «&#x202f;?&#x202f;» sur un montant&#xa0;: pourquoi</source>
        <translation>solid: public grant · hatched: the company · “?” on an amount: why</translation>
    </message>
    <message>
        <source>règle</source>
        <translation>rule</translation>
    </message>
    <message>
        <source>plafond</source>
        <translation>ceiling</translation>
    </message>
    <message>
        <source>Aucun scénario pour l’instant</source>
        <translation>No scenario yet</translation>
    </message>
    <message>
        <source>Comparez jusqu’à trois parcours&#xa0;: des jours, un coût, et ce que le dispositif en paie.</source>
        <translation>Compare up to three paths: days, a cost, and what the scheme pays of it.</translation>
    </message>
    <message>
        <source>Tab champ suivant · ? pourquoi ce montant · N nouveau scénario · Ctrl+D dupliquer · F9 panneau</source>
        <translation>Tab next field · ? why this amount · N new scenario · Ctrl+D duplicate · F9 panel</translation>
    </message>
    <message>
        <source>sur un montant&#xa0;: pourquoi ce montant</source>
        <translation>on an amount: why this amount</translation>
    </message>
    <message>
        <source>nouveau scénario</source>
        <translation>new scenario</translation>
    </message>
    <message>
        <source>dupliquer le scénario où l’on est</source>
        <translation>duplicate the scenario you are in</translation>
    </message>
    <message>
        <source>plier le panneau&#x202f;; «&#x202f;?&#x202f;» ouvre alors une fenêtre</source>
        <translation>fold the panel; “?” then opens a window</translation>
    </message>
    <message>
        <source>trois scénarios au plus</source>
        <translation>three scenarios at most</translation>
    </message>
    <message>
        <source>mission scellée, à relire seulement</source>
        <translation>mission sealed, to be read only</translation>
    </message>
</context>
<context>
    <name>FundingWhy</name>
    <message>
        <source>{0}, retenu</source>
        <translation>{0}, retained</translation>
    </message>
    <message>
        <source>Retenu = le plus petit</source>
        <translation>Retained = the smallest</translation>
    </message>
    <message>
        <source>C’est lui qui a joué&#xa0;: {0}</source>
        <translation>This is what decided: {0}</translation>
    </message>
    <message>
        <source>Plafond {0}</source>
        <translation>Ceiling {0}</translation>
    </message>
    <message>
        <source>Facturé</source>
        <translation>Invoiced</translation>
    </message>
    <message>
        <source>Plafond par unité de temps</source>
        <translation>Ceiling per unit of time</translation>
    </message>
    <message>
        <source>Reste du parcours</source>
        <translation>What is left of the path</translation>
    </message>
    <message>
        <source>Date limite</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Durée minimale</source>
        <translation>Minimum length</translation>
    </message>
    <message>
        <source>{0} pour tout le parcours, moins {1} déjà retenus.</source>
        <translation>{0} for the whole path, less {1} already retained.</translation>
    </message>
    <message>
        <source>La phase dure au moins {0}&#x202f;; en dessous, rien n’est retenu.</source>
        <translation>The phase lasts at least {0}; below that, nothing is retained.</translation>
    </message>
    <message>
        <source>{0}, hors taxes, tous frais compris.</source>
        <translation>{0}, excl. VAT, all costs included.</translation>
    </message>
    <message>
        <source>Le coût, ramené à {0}.</source>
        <translation>The cost, brought down to {0}.</translation>
    </message>
    <message>
        <source>{0} par demi-journée × {1}.</source>
        <translation>{0} per half-day × {1}.</translation>
    </message>
    <message>
        <source>{0} par jour × {1}.</source>
        <translation>{0} per day × {1}.</translation>
    </message>
    <message>
        <source>Mission ouverte le {0}, hors de la validité du dispositif&#xa0;: rien n’est retenu.</source>
        <translation>Mission opened on {0}, outside the validity of the scheme: nothing is retained.</translation>
    </message>
    <message>
        <source>Dépense du {0}, après le {1}&#xa0;: rien n’est retenu.</source>
        <translation>Expense of {0}, after {1}: nothing is retained.</translation>
    </message>
    <message>
        <source>Retenu</source>
        <translation>Retained</translation>
    </message>
    <message>
        <source>Dépense retenue de la phase.</source>
        <translation>Retained expense of the phase.</translation>
    </message>
    <message>
        <source>Taux {0} %</source>
        <translation>Rate {0}%</translation>
    </message>
    <message>
        <source>L’aide entière ne dépasse pas les fonds propres&#x202f;; la dernière phase est réduite d’abord.</source>
        <translation>The whole grant does not exceed the equity; the last phase is reduced first.</translation>
    </message>
    <message>
        <source>Fonds propres</source>
        <translation>Equity</translation>
    </message>
    <message>
        <source>{0}, aide</source>
        <translation>{0}, grant</translation>
    </message>
    <message>
        <source>Aide de la phase</source>
        <translation>Grant of the phase</translation>
    </message>
    <message>
        <source>Effectif inconnu&#xa0;: calculé comme pour une PME.</source>
        <translation>Staff unknown: calculated as for an SME.</translation>
    </message>
    <message>
        <source>Taux du dispositif pour {0} salariés.</source>
        <translation>Rate of the scheme for {0} employees.</translation>
    </message>
    <message>
        <source>Aide, {0}</source>
        <translation>Grant, {0}</translation>
    </message>
    <message>
        <source>Aide publique</source>
        <translation>Public grant</translation>
    </message>
    <message>
        <source>Inconnus&#xa0;: cette limite n’a pas été appliquée.</source>
        <translation>Unknown: this limit was not applied.</translation>
    </message>
    <message>
        <source>Au-dessus de l’aide&#xa0;: sans effet.</source>
        <translation>Above the grant: no effect.</translation>
    </message>
    <message>
        <source>Toutes les phases, hors taxes.</source>
        <translation>All phases, excl. VAT.</translation>
    </message>
    <message>
        <source>Retirée du total facturé.</source>
        <translation>Taken from the total invoiced.</translation>
    </message>
    <message>
        <source>L’entreprise paie</source>
        <translation>The company pays</translation>
    </message>
    <message>
        <source>, non officiel</source>
        <translation>, not official</translation>
    </message>
    <message>
        <source>{0}, rubrique «&#x202f;{1}&#x202f;»</source>
        <translation>{0}, section “{1}”</translation>
    </message>
    <message>
        <source>{0}, paquet {1}{2}, règle {3}</source>
        <translation>{0}, pack {1}{2}, rule {3}</translation>
    </message>
</context>
<context>
    <name>FundingWords</name>
    <message>
        <source>{0} · {1} HT</source>
        <translation>{0} · {1} excl. VAT</translation>
    </message>
    <message>
        <source>{0} jours</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} jour</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>Plafond {0} / demi-journée</source>
        <translation>Ceiling {0} / half-day</translation>
    </message>
    <message>
        <source>Plafond {0} / jour</source>
        <translation>Ceiling {0} / day</translation>
    </message>
    <message>
        <source>Plafond {0}</source>
        <translation>Ceiling {0}</translation>
    </message>
    <message>
        <source>Moins de {0}</source>
        <translation>Less than {0}</translation>
    </message>
    <message>
        <source>Dispositif clos</source>
        <translation>Scheme closed</translation>
    </message>
    <message>
        <source>Après la date limite</source>
        <translation>After the deadline</translation>
    </message>
    <message>
        <source>{0}&#xa0;: rien</source>
        <translation>{0}: nothing</translation>
    </message>
    <message>
        <source>non calculable</source>
        <translation>not calculable</translation>
    </message>
    <message>
        <source>{0}&#xa0;: non calculable</source>
        <translation>{0}: not calculable</translation>
    </message>
    <message>
        <source>Aucun plafond</source>
        <translation>No ceiling</translation>
    </message>
    <message>
        <source>{0}, dépense retenue&#xa0;: {1}</source>
        <translation>{0}, retained expense: {1}</translation>
    </message>
    <message>
        <source>Taux {0} %</source>
        <translation>Rate {0}%</translation>
    </message>
    <message>
        <source>Fonds propres</source>
        <translation>Equity</translation>
    </message>
    <message>
        <source>De minimis</source>
        <translation>De minimis</translation>
    </message>
    <message>
        <source>{0}, aide&#xa0;: {1}</source>
        <translation>{0}, grant: {1}</translation>
    </message>
    <message>
        <source>Aide publique&#xa0;: non calculable</source>
        <translation>Public grant: not calculable</translation>
    </message>
    <message>
        <source>Aide publique&#xa0;: {0}</source>
        <translation>Public grant: {0}</translation>
    </message>
    <message>
        <source>L’entreprise paie&#xa0;: non calculable</source>
        <translation>The company pays: not calculable</translation>
    </message>
    <message>
        <source>L’entreprise paie&#xa0;: {0}</source>
        <translation>The company pays: {0}</translation>
    </message>
    <message>
        <source>Un seul versement, à la fin.</source>
        <translation>A single payment, at the end.</translation>
    </message>
    <message>
        <source>{0}&#xa0;: acompte de {1} au plus, solde {2}.</source>
        <translation>{0}: advance of {1} at most, balance {2}.</translation>
    </message>
</context>
<context>
    <name>GridCells</name>
    <message>
        <source>Grille&#xa0;: {0} thèmes saisis sur {1}</source>
        <translation>Grid: {0} themes typed out of {1}</translation>
    </message>
</context>
<context>
    <name>GridStep</name>
    <message>
        <source>Seconde saisie, sans voir la première&#xa0;: reprenez le papier depuis le premier thème.</source>
        <translation>Second typing, without seeing the first: take the paper again from the first theme.</translation>
    </message>
    <message>
        <source>Première saisie&#xa0;: un chiffre par thème, dans l’ordre du papier&#x202f;; 0 pour un thème laissé en blanc.</source>
        <translation>First typing: one digit per theme, in the order of the paper; 0 for a theme left blank.</translation>
    </message>
</context>
<context>
    <name>GuideBrowser</name>
    <message>
        <source>texte officiel</source>
        <translation>official text</translation>
    </message>
    <message>
        <source>texte du projet, non officiel</source>
        <translation>text of the project, not official</translation>
    </message>
    <message>
        <source>paquet {0}</source>
        <translation>pack {0}</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Chercher dans le guide…</source>
        <translation>Search the guide…</translation>
    </message>
    <message>
        <source>Fiches du guide</source>
        <translation>Sheets of the guide</translation>
    </message>
    <message>
        <source>Fiches</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Projeter</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>fiche précédente, fiche suivante</source>
        <translation>previous sheet, next sheet</translation>
    </message>
    <message>
        <source>projeter la fiche</source>
        <translation>project the sheet</translation>
    </message>
    <message>
        <source>Aucune fiche ne contient «&#x202f;{0}&#x202f;».</source>
        <translation>No sheet contains “{0}”.</translation>
    </message>
    <message>
        <source>Signes que c’est en place</source>
        <translation>Signs that it is in place</translation>
    </message>
    <message>
        <source>Premiers pas</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>Questions à poser sur site</source>
        <translation>Questions to ask on site</translation>
    </message>
    <message>
        <source>Limites</source>
        <translation>Limits</translation>
    </message>
</context>
<context>
    <name>HalfDayAgenda</name>
    <message>
        <source>Entrée&#xa0;: ½ j</source>
        <translation>Enter: ½ d</translation>
    </message>
    <message>
        <source>sem. {0}</source>
        <translation>wk {0}</translation>
    </message>
    <message>
        <source>Matin</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>Après-midi</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>après-midi</source>
        <translation>afternoon</translation>
    </message>
    <message>
        <source>matin</source>
        <translation>morning</translation>
    </message>
    <message>
        <source>{0}, {1}&#xa0;: {2}</source>
        <translation>{0}, {1}: {2}</translation>
    </message>
    <message>
        <source>libre</source>
        <translation>free</translation>
    </message>
</context>
<context>
    <name>HalfDayEditor</name>
    <message>
        <source>Ajouter la demi-journée</source>
        <translation>Add the half-day</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Matin</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>Après-midi</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>Demi-journée</source>
        <translation>Half-day</translation>
    </message>
    <message>
        <source>Noms ou fonctions</source>
        <translation>Names or functions</translation>
    </message>
    <message>
        <source>À distance</source>
        <translation>Remote</translation>
    </message>
    <message>
        <source>Hors de la Région</source>
        <translation>Outside the Region</translation>
    </message>
    <message>
        <source>Objet</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Intervenant</source>
        <translation>Performer</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Personnes rencontrées</source>
        <translation>People met</translation>
    </message>
    <message>
        <source>Nouvelle demi-journée, à distance</source>
        <translation>New half-day, remote</translation>
    </message>
    <message>
        <source>Nouvelle demi-journée</source>
        <translation>New half-day</translation>
    </message>
</context>
<context>
    <name>HeadingLine</name>
    <message>
        <source>Modifier</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Modifier la déclaration</source>
        <translation>Edit the declaration</translation>
    </message>
    <message>
        <source>Répondre autrement</source>
        <translation>Answer another way</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Nom ou fonction</source>
        <translation>Name or function</translation>
    </message>
    <message>
        <source>Date de la déclaration</source>
        <translation>Date of the declaration</translation>
    </message>
    <message>
        <source>Déclaré par</source>
        <translation>Declared by</translation>
    </message>
    <message>
        <source>Saisi par</source>
        <translation>Captured by</translation>
    </message>
    <message>
        <source>Façon de répondre</source>
        <translation>Way of answering</translation>
    </message>
    <message>
        <source>Entrée déclarée</source>
        <translation>Entry declared</translation>
    </message>
    <message>
        <source>Sortie déclarée</source>
        <translation>Exit declared</translation>
    </message>
    <message>
        <source>{0} le {1} par {2}. {3}.</source>
        <translation>{0} on {1} by {2}. {3}.</translation>
    </message>
    <message>
        <source>{0} le {1}. La personne qui déclare n’est pas encore nommée.</source>
        <translation>{0} on {1}. The person who declares is not named yet.</translation>
    </message>
    <message>
        <source>Replier</source>
        <translation>Fold</translation>
    </message>
</context>
<context>
    <name>HeadingPresenter</name>
    <message>
        <source>Le consultant saisit</source>
        <translation>The consultant types</translation>
    </message>
    <message>
        <source>L’entreprise seule</source>
        <translation>The company alone</translation>
    </message>
    <message>
        <source>En atelier</source>
        <translation>In a workshop</translation>
    </message>
    <message>
        <source>Sur papier</source>
        <translation>On paper</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Rien n’a été dit depuis l’ouverture.</source>
        <translation>Nothing has been said since the start.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>HomeShell</name>
    <message>
        <source>Vues</source>
        <translation>Views</translation>
    </message>
</context>
<context>
    <name>HomeWindow</name>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Aides</source>
        <translation>Aids</translation>
    </message>
    <message>
        <source>Formation</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Référentiels</source>
        <translation>Frameworks</translation>
    </message>
    <message>
        <source>Programme régional</source>
        <translation>Regional programme</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Il y a déjà {0} vues&#xa0;: oubliez-en une pour en garder une autre.</source>
        <translation>There are already {0} views: forget one to keep another.</translation>
    </message>
    <message>
        <source>Vue oubliée.</source>
        <translation>View forgotten.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>nouvelle mission</source>
        <translation>new mission</translation>
    </message>
    <message>
        <source>importer une mission d’un fichier .jalon</source>
        <translation>import a mission from a .jalon file</translation>
    </message>
    <message>
        <source>chercher&#x202f;; une lettre tapée dans la liste cherche aussi</source>
        <translation>search; a letter typed in the list searches too</translation>
    </message>
    <message>
        <source>choisir une mission</source>
        <translation>choose a mission</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>ouvrir la mission</source>
        <translation>open the mission</translation>
    </message>
    <message>
        <source>toutes les missions, puis les vues du rail dans leur ordre</source>
        <translation>all missions, then the views of the rail in their order</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>sur un filtre&#xa0;: le retirer</source>
        <translation>on a filter: remove it</translation>
    </message>
</context>
<context>
    <name>ImportPresenter</name>
    <message>
        <source>Import du fichier</source>
        <translation>Importing the file</translation>
    </message>
    <message>
        <source>Mission de «&#x202f;{0}&#x202f;» importée.</source>
        <translation>Mission of “{0}” imported.</translation>
    </message>
    <message>
        <source>Cette version de «&#x202f;{0}&#x202f;» est déjà sur cet ordinateur.</source>
        <translation>This version of “{0}” is already on this computer.</translation>
    </message>
    <message>
        <source>Mission de «&#x202f;{0}&#x202f;» reçue&#xa0;: elle s’écrit ici désormais.</source>
        <translation>Mission of “{0}” received: it is written here from now on.</translation>
    </message>
    <message>
        <source>La mission de «&#x202f;{0}&#x202f;» est revenue&#xa0;: elle s’écrit ici de nouveau.</source>
        <translation>The mission of “{0}” is back: it is written here again.</translation>
    </message>
    <message>
        <source>Reçu vérifié&#xa0;: la version de «&#x202f;{0}&#x202f;» est déposée.</source>
        <translation>Receipt verified: the version of “{0}” is deposited.</translation>
    </message>
    <message>
        <source>Le PDF porte le sceau intact de «&#x202f;{0}&#x202f;».</source>
        <translation>The PDF carries the intact seal of “{0}”.</translation>
    </message>
    <message>
        <source>Pièces jointes qui ne sont pas venues avec le fichier ({0})&#xa0;: {1}</source>
        <translation>Attachments that did not come with the file ({0}): {1}</translation>
    </message>
</context>
<context>
    <name>IndexFigures</name>
    <message>
        <source>Un questionnaire incomplet n’a pas d’indice, jamais une somme partielle.</source>
        <translation>An incomplete questionnaire has no index, never a partial sum.</translation>
    </message>
    <message>
        <source>Sans réponse</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Indice d’entrée</source>
        <translation>Index at entry</translation>
    </message>
    <message>
        <source>Indice de sortie</source>
        <translation>Index at exit</translation>
    </message>
    <message>
        <source>Les points d’un levier sont ceux de ses thèmes, le plus haut étant dix points par thème.</source>
        <translation>The points of a lever are those of its themes, the highest being ten points per theme.</translation>
    </message>
    <message>
        <source>Vade-mecum 2019, encadré&#xa0;1&#x202f;; leviers du référentiel</source>
        <translation>Vade-mecum 2019, box 1; levers of the framework</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0} sur {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Un facteur réunit les thèmes qui en relèvent&#x202f;; un thème a parfois plusieurs facteurs.</source>
        <translation>A factor gathers the themes that belong to it; a theme sometimes has several factors.</translation>
    </message>
    <message>
        <source>Occitanie, «&#x202f;Présentation des projets&#x202f;»&#x202f;; facteurs du référentiel</source>
        <translation>Occitanie, “Présentation des projets”; factors of the framework</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Gains</translation>
    </message>
    <message>
        <source>Reculs</source>
        <translation>Losses</translation>
    </message>
    <message>
        <source>À part</source>
        <translation>Apart</translation>
    </message>
    <message>
        <source>Thèmes reclassés, jamais un progrès.</source>
        <translation>Reclassified themes, never a progress.</translation>
    </message>
    <message>
        <source>Sortie</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Progrès</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} points de moins pour chaque thème «&#x202f;{1}&#x202f;».</source>
        <translation>{0} points less for each theme “{1}”.</translation>
    </message>
    <message>
        <source>Plus haut indice</source>
        <translation>Highest index</translation>
    </message>
    <message>
        <source>{0} × {1}</source>
        <translation>{0} × {1}</translation>
    </message>
    <message>
        <source>Un thème qui ne concerne pas l’entreprise garde un point&#xa0;: l’indice ne peut atteindre son maximum.</source>
        <translation>A theme that does not concern the company keeps one point: the index cannot reach its maximum.</translation>
    </message>
    <message>
        <source>Vade-mecum 2019, encadré&#xa0;1 (déduit de l’échelle)</source>
        <translation>Vade-mecum 2019, box 1 (deduced from the scale)</translation>
    </message>
    <message>
        <source>Plus haut indice possible, {0}</source>
        <translation>Highest possible index, {0}</translation>
    </message>
    <message>
        <source>Gain&#xa0;: un progrès déclaré par l’entreprise.</source>
        <translation>Gain: a progress declared by the company.</translation>
    </message>
    <message>
        <source>Recul&#xa0;: un niveau plus bas qu’à l’entrée.</source>
        <translation>Loss: a lower level than at entry.</translation>
    </message>
    <message>
        <source>Reclassement&#xa0;: compté à part, jamais comme un progrès.</source>
        <translation>Reclassification: counted apart, never as a progress.</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>{0} × {1} points</source>
        <translation>{0} × {1} points</translation>
    </message>
    <message>
        <source>Sans réponse.</source>
        <translation>No answer.</translation>
    </message>
    <message>
        <source>L’indice est la somme des points des {0} thèmes, déclarés par l’entreprise&#x202f;; de 0 à {1}.</source>
        <translation>The index is the sum of the points of the {0} themes, declared by the company; from 0 to {1}.</translation>
    </message>
    <message>
        <source>Vade-mecum 2019, encadré&#xa0;1</source>
        <translation>Vade-mecum 2019, box 1</translation>
    </message>
    <message>
        <source>L’évolution est la sortie moins l’entrée&#x202f;; ce qui devient ou cesse d’être concerné est à part.</source>
        <translation>The evolution is the exit less the entry; what becomes or ceases to be concerned is apart.</translation>
    </message>
    <message>
        <source>Vade-mecum 2019, encadré&#xa0;1 (lecture)</source>
        <translation>Vade-mecum 2019, box 1 (our reading)</translation>
    </message>
    <message>
        <source>entrée</source>
        <translation>entry</translation>
    </message>
    <message>
        <source>sortie</source>
        <translation>exit</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0} points</translation>
    </message>
</context>
<context>
    <name>InlineForm</name>
    <message>
        <source>Renoncer</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>{0} sur {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>{0}&#xa0;: arrêt demandé…</source>
        <translation>{0}: stop requested…</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Touches de cette page</source>
        <translation>Keys of this page</translation>
    </message>
    <message>
        <source>cette feuille</source>
        <translation>this sheet</translation>
    </message>
    <message>
        <source>commandes&#xa0;: une page, un thème, une action, une mission, par quelques lettres</source>
        <translation>commands: a page, a theme, an action, a mission, by a few letters</translation>
    </message>
    <message>
        <source>dans une mission&#xa0;: annuler le dernier changement, le rétablir</source>
        <translation>in a mission: undo the last change, redo it</translation>
    </message>
    <message>
        <source>messages précédents</source>
        <translation>earlier messages</translation>
    </message>
    <message>
        <source>pourquoi ce chiffre&#xa0;: la règle, ce qui y entre et sa source</source>
        <translation>why this figure: the rule, what goes into it and its source</translation>
    </message>
    <message>
        <source>région suivante&#xa0;: en-tête, rail, centre, côté, pied</source>
        <translation>next region: header, rail, centre, side, footer</translation>
    </message>
    <message>
        <source>ligne du rail, de haut en bas</source>
        <translation>line of the rail, from top to bottom</translation>
    </message>
    <message>
        <source>replier le panneau de droite et ses notes privées</source>
        <translation>fold the right-hand panel and its private notes</translation>
    </message>
    <message>
        <source>action du dernier message</source>
        <translation>action of the last message</translation>
    </message>
    <message>
        <source>mode atelier&#xa0;: contraste fort, grandes cibles&#x202f;; la même touche en revient</source>
        <translation>workshop floor mode: high contrast, large targets; the same key comes back from it</translation>
    </message>
    <message>
        <source>verrouiller l’écran</source>
        <translation>lock the screen</translation>
    </message>
    <message>
        <source>agrandir le texte, le réduire, le remettre à 100&#xa0;%</source>
        <translation>make the text larger, smaller, back to 100%</translation>
    </message>
    <message>
        <source>revenir à la page précédente, après un lien vers un champ</source>
        <translation>back to the previous page, after a link to a field</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>quitter le champ, puis la page</source>
        <translation>leave the field, then the page</translation>
    </message>
    <message>
        <source>Partout</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LanguageCard</name>
    <message>
        <source>Comme le système</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>La fenêtre se rouvre dans la langue choisie. Les thèmes du questionnaire, les dispositifs, les aides et le guide restent dans la langue de leur paquet&#x202f;; la feuille de route et les autres papiers, en français.</source>
        <translation>The window opens again in the language chosen. The themes of the questionnaire, the schemes, the aids and the guide stay in the language of their pack; the roadmap and the other papers, in French.</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>LeaveStep</name>
    <message>
        <source>Rendre l’ordinateur au consultant</source>
        <translation>Give the computer back to the consultant</translation>
    </message>
    <message>
        <source>Revenir aux questions</source>
        <translation>Back to the questions</translation>
    </message>
</context>
<context>
    <name>LeavingList</name>
    <message>
        <source>Le compte s’affiche ici dès que la mission peut être scellée.</source>
        <translation>The account appears here as soon as the mission can be sealed.</translation>
    </message>
    <message>
        <source>Ce qui a quitté l’ordinateur</source>
        <translation>What left the computer</translation>
    </message>
    <message>
        <source>Ce qui quittera l’ordinateur</source>
        <translation>What will leave the computer</translation>
    </message>
    <message>
        <source>Un seul fichier, {0}.</source>
        <translation>A single file, {0}.</translation>
    </message>
    <message>
        <source>Un seul fichier, {0}, à votre demande.</source>
        <translation>A single file, {0}, when you ask for it.</translation>
    </message>
    <message>
        <source>Ce qui reste ici</source>
        <translation>What stays here</translation>
    </message>
    <message>
        <source>{0}&#xa0;: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>LeavingWords</name>
    <message>
        <source>{0} Ko</source>
        <translation>{0} KB</translation>
    </message>
    <message>
        <source>Entreprise et établissement</source>
        <translation>Company and site</translation>
    </message>
    <message>
        <source>Cadre de la mission</source>
        <translation>Frame of the mission</translation>
    </message>
    <message>
        <source>Séances</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Registre des jours</source>
        <translation>Day ledger</translation>
    </message>
    <message>
        <source>Réponses déclarées</source>
        <translation>Answers declared</translation>
    </message>
    <message>
        <source>Justifications et constats</source>
        <translation>Justifications and evidence</translation>
    </message>
    <message>
        <source>Avis du consultant</source>
        <translation>Consultant’s opinion</translation>
    </message>
    <message>
        <source>Plan d’actions</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>Scénarios, le retenu marqué</source>
        <translation>Scenarios, the one kept marked</translation>
    </message>
    <message>
        <source>Dépenses</source>
        <translation>Expenses</translation>
    </message>
    <message>
        <source>Aides de minimis déclarées</source>
        <translation>De minimis aid declared</translation>
    </message>
    <message>
        <source>Phrases en réponse aux avertissements</source>
        <translation>Sentences answering the warnings</translation>
    </message>
    <message>
        <source>Notes privées de la mission</source>
        <translation>Private notes of the mission</translation>
    </message>
    <message>
        <source>Notes privées des séances</source>
        <translation>Private notes of the sessions</translation>
    </message>
    <message>
        <source>{0} champs</source>
        <translation>{0} fields</translation>
    </message>
    <message>
        <source>{0} lignes</source>
        <translation>{0} lines</translation>
    </message>
    <message>
        <source>{0} ligne</source>
        <translation>{0} line</translation>
    </message>
    <message>
        <source>{0} actions</source>
        <translation>{0} actions</translation>
    </message>
    <message>
        <source>{0} action</source>
        <translation>{0} action</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>entrée</source>
        <translation>entry</translation>
    </message>
    <message>
        <source>sortie, sur 290</source>
        <translation>exit, out of 290</translation>
    </message>
    <message>
        <source>seuil de 5&#xa0;jours</source>
        <translation>threshold of 5 days</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Pour verrouiller, choisissez d’abord une phrase secrète dans les réglages&#xa0;: elle seule rouvrira.</source>
        <translation>To lock, first choose a passphrase in the settings: it alone will unlock.</translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message>
        <source>Verrouillage</source>
        <translation>Locking</translation>
    </message>
    <message>
        <source>Verrouiller l’écran sans activité</source>
        <translation>Lock the screen when idle</translation>
    </message>
    <message>
        <source>Ctrl+L verrouille tout de suite. La phrase secrète rouvre&#x202f;; il en faut donc une.</source>
        <translation>Ctrl+L locks at once. The passphrase unlocks; so one is needed.</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>Jamais</source>
        <translation>Never</translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Comme le système</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Apparence</source>
        <translation>Appearance</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Ouverture de l’entreprise fictive</source>
        <translation>Opening the fictional company</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» n’est pas encore arrêté. Fermez de nouveau dans un instant.</source>
        <translation>“{0}” has not stopped yet. Close again in a moment.</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>complet</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>{0} à revoir</source>
        <translation>{0} to review</translation>
    </message>
    <message>
        <source>{0} à corriger</source>
        <translation>{0} to correct</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Réessayer</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Jalon a rencontré une erreur inattendue. Vos réponses enregistrées sont intactes.</source>
        <translation>Jalon met an unexpected error. Your saved answers are intact.</translation>
    </message>
</context>
<context>
    <name>MissionHeader</name>
    <message>
        <source>En-tête de la mission</source>
        <translation>Mission header</translation>
    </message>
    <message>
        <source>Réponses</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Jours</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Retour aux missions</source>
        <translation>Back to the missions</translation>
    </message>
    <message>
        <source>Pages de la mission</source>
        <translation>Pages of the mission</translation>
    </message>
    <message>
        <source>Pourquoi ces chiffres (F2)</source>
        <translation>Why these figures (F2)</translation>
    </message>
    <message>
        <source>Annuler la dernière modification</source>
        <translation>Undo the last change</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>MissionWindow</name>
    <message>
        <source>Annuler&#xa0;: {0}</source>
        <translation>Undo: {0}</translation>
    </message>
    <message>
        <source>Rétablir&#xa0;: {0}</source>
        <translation>Redo: {0}</translation>
    </message>
    <message>
        <source>Aller à {0} {1}</source>
        <translation>Go to {0} {1}</translation>
    </message>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Annuler&#xa0;: {0} (Ctrl+Z)</source>
        <translation>Undo: {0} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Rien à annuler</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <source>F1 raccourcis · F2 pourquoi · F6 région suivante · Alt+1…9 pages · Échap missions</source>
        <translation>F1 shortcuts · F2 why · F6 next region · Alt+1…9 pages · Esc missions</translation>
    </message>
    <message>
        <source>{0} / {1} j</source>
        <translation>{0} / {1} d</translation>
    </message>
    <message>
        <source>Brouillon</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Rouverte · version {0}</source>
        <translation>Reopened · version {0}</translation>
    </message>
    <message>
        <source>Scellée · version {0}</source>
        <translation>Sealed · version {0}</translation>
    </message>
    <message>
        <source>Transmise</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Déposée · version {0}</source>
        <translation>Deposited · version {0}</translation>
    </message>
    <message>
        <source>réponses de sortie</source>
        <translation>exit answers</translation>
    </message>
    <message>
        <source>réponses d’entrée</source>
        <translation>entry answers</translation>
    </message>
    <message>
        <source>I2DF entrée, sortie</source>
        <translation>I2DF entry, exit</translation>
    </message>
    <message>
        <source>I2DF de sortie</source>
        <translation>I2DF at exit</translation>
    </message>
    <message>
        <source>I2DF d’entrée</source>
        <translation>I2DF at entry</translation>
    </message>
    <message>
        <source>Enregistré {0}</source>
        <translation>Saved {0}</translation>
    </message>
</context>
<context>
    <name>MissionsFilters</name>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Secteur</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Dispositif</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>Tri</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Brouillon</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Rouverte</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>Chez un collègue</source>
        <translation>With a colleague</translation>
    </message>
    <message>
        <source>Scellée, à déposer</source>
        <translation>Sealed, to deposit</translation>
    </message>
    <message>
        <source>Déposée</source>
        <translation>Deposited</translation>
    </message>
    <message>
        <source>triées par date de modification</source>
        <translation>sorted by date of change</translation>
    </message>
    <message>
        <source>les plus anciennes d’abord</source>
        <translation>oldest first</translation>
    </message>
    <message>
        <source>triées par entreprise</source>
        <translation>sorted by company</translation>
    </message>
    <message>
        <source>{0} choix</source>
        <translation>{0} choices</translation>
    </message>
    <message>
        <source>{0}&#xa0;: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Aucune mission ne dit son secteur</source>
        <translation>No mission states its sector</translation>
    </message>
</context>
<context>
    <name>MissionsFooter</name>
    <message>
        <source>triées par date de modification</source>
        <translation>sorted by date of change</translation>
    </message>
    <message>
        <source>les plus anciennes d’abord</source>
        <translation>oldest first</translation>
    </message>
    <message>
        <source>triées par entreprise</source>
        <translation>sorted by company</translation>
    </message>
    <message>
        <source>{0} sur {1} · {2}</source>
        <translation>{0} of {1} · {2}</translation>
    </message>
</context>
<context>
    <name>MissionsModel</name>
    <message>
        <source>Entreprise</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>I2DF entrée → sortie</source>
        <translation>I2DF entry → exit</translation>
    </message>
    <message>
        <source>Jours</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Modifiée</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>pas encore d’indice</source>
        <translation>no index yet</translation>
    </message>
    <message>
        <source> / {0}</source>
        <translation> / {0}</translation>
    </message>
    <message>
        <source>{0} jours sur {1}</source>
        <translation>{0} days of {1}</translation>
    </message>
    <message>
        <source>Brouillon</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Scellée</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Déposée</source>
        <translation>Deposited</translation>
    </message>
    <message>
        <source>Rouverte</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>Transmise</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>à déposer</source>
        <translation>to deposit</translation>
    </message>
    <message>
        <source>chez un collègue</source>
        <translation>with a colleague</translation>
    </message>
    <message>
        <source>version {0} en cours</source>
        <translation>version {0} in progress</translation>
    </message>
    <message>
        <source>I2DF {0}</source>
        <translation>I2DF {0}</translation>
    </message>
    <message>
        <source>diagnostic seul</source>
        <translation>diagnostic only</translation>
    </message>
    <message>
        <source>{0}/29 en sortie</source>
        <translation>{0}/29 at exit</translation>
    </message>
    <message>
        <source>{0}/29 en entrée</source>
        <translation>{0}/29 at entry</translation>
    </message>
    <message>
        <source>plan&#xa0;: 1&#xa0;action</source>
        <translation>plan: 1 action</translation>
    </message>
    <message>
        <source>plan&#xa0;: {0} actions</source>
        <translation>plan: {0} actions</translation>
    </message>
    <message>
        <source>plan à écrire</source>
        <translation>plan to be written</translation>
    </message>
    <message>
        <source>auj. {0}</source>
        <translation>today {0}</translation>
    </message>
    <message>
        <source>hier {0}</source>
        <translation>yest. {0}</translation>
    </message>
</context>
<context>
    <name>MissionsPage</name>
    <message>
        <source>Chercher une entreprise, un SIRET, une référence…</source>
        <translation>Search for a company, a SIRET, a reference…</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Nouvelle mission</source>
        <translation>New mission</translation>
    </message>
    <message>
        <source>Aucune mission pour l’instant</source>
        <translation>No mission yet</translation>
    </message>
    <message>
        <source>Une mission commence par le nom de l’entreprise&#x202f;; tout le reste peut venir sur place, sans réseau.</source>
        <translation>A mission begins with the company’s name; everything else can come on site, without a network.</translation>
    </message>
    <message>
        <source>Ouvrir l’entreprise fictive (profil d’entraînement)</source>
        <translation>Open the fictional company (training profile)</translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Retirer les filtres</source>
        <translation>Remove the filters</translation>
    </message>
    <message>
        <source>Aucune mission ne contient «&#x202f;{0}&#x202f;»</source>
        <translation>No mission contains “{0}”</translation>
    </message>
    <message>
        <source>Aucune mission ici</source>
        <translation>No mission here</translation>
    </message>
    <message>
        <source>Recherche dans 1 mission&#xa0;: raison sociale, SIRET, référence, commune, métier et filière.</source>
        <translation>Searched in 1 mission: company name, SIRET, reference, town, trade and sector.</translation>
    </message>
    <message>
        <source>Recherche dans {0} missions&#xa0;: raison sociale, SIRET, référence, commune, métier et filière.</source>
        <translation>Searched in {0} missions: company name, SIRET, reference, town, trade and sector.</translation>
    </message>
    <message>
        <source>Les filtres masquent 1 mission.</source>
        <translation>The filters hide 1 mission.</translation>
    </message>
    <message>
        <source>Les filtres masquent {0} missions.</source>
        <translation>The filters hide {0} missions.</translation>
    </message>
    <message>
        <source>Nouvelle mission «&#x202f;{0}&#x202f;»</source>
        <translation>New mission “{0}”</translation>
    </message>
    <message>
        <source>{0} et plus</source>
        <translation>{0} or more</translation>
    </message>
    <message>
        <source>plus de {0}</source>
        <translation>more than {0}</translation>
    </message>
</context>
<context>
    <name>MoneyFigures</name>
    <message>
        <source>Compte, {0}</source>
        <translation>Account, {0}</translation>
    </message>
    <message>
        <source>Aide de la phase</source>
        <translation>Grant of the phase</translation>
    </message>
    <message>
        <source>Part versée d’avance, au plus</source>
        <translation>Share paid in advance, at most</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Arrondi au centime inférieur, pour ne jamais dépasser cette part.</source>
        <translation>Rounded down to the cent, never to exceed this share.</translation>
    </message>
    <message>
        <source>Acompte au plus, {0}</source>
        <translation>Advance at most, {0}</translation>
    </message>
    <message>
        <source>L’acompte dépasse l’aide due&#xa0;: le reste est un trop-perçu.</source>
        <translation>The advance exceeds the grant due: the rest is an overpayment.</translation>
    </message>
    <message>
        <source>Aide due</source>
        <translation>Grant due</translation>
    </message>
    <message>
        <source>Acompte versé</source>
        <translation>Advance paid</translation>
    </message>
    <message>
        <source>Trop-perçu, {0}</source>
        <translation>Overpayment, {0}</translation>
    </message>
    <message>
        <source>Solde, {0}</source>
        <translation>Balance, {0}</translation>
    </message>
    <message>
        <source>Payée le</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>Facturée le</source>
        <translation>Invoiced on</translation>
    </message>
    <message>
        <source>Réalisée le</source>
        <translation>Performed on</translation>
    </message>
    <message>
        <source>Prestataire qui facture</source>
        <translation>Invoicing provider</translation>
    </message>
    <message>
        <source>Dernier jour du dispositif</source>
        <translation>Last day of the scheme</translation>
    </message>
    <message>
        <source>Facture {0}</source>
        <translation>Invoice {0}</translation>
    </message>
    <message>
        <source>Facturé</source>
        <translation>Invoiced</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Refusé</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Factures refusées ou en attente comprises.</source>
        <translation>Refused and pending invoices included.</translation>
    </message>
    <message>
        <source>Aide publique</source>
        <translation>Public grant</translation>
    </message>
    <message>
        <source>Retirée du total facturé.</source>
        <translation>Taken from the total invoiced.</translation>
    </message>
    <message>
        <source>Compte, l’entreprise paie</source>
        <translation>Account, the company pays</translation>
    </message>
</context>
<context>
    <name>NewMissionDialog</name>
    <message>
        <source>Nouvelle mission</source>
        <translation>New mission</translation>
    </message>
    <message>
        <source>14 chiffres</source>
        <translation>14 digits</translation>
    </message>
    <message>
        <source>Raison sociale</source>
        <translation>Company name</translation>
    </message>
    <message>
        <source>SIRET de l’établissement</source>
        <translation>SIRET of the site</translation>
    </message>
    <message>
        <source>peut venir plus tard</source>
        <translation>may come later</translation>
    </message>
    <message>
        <source>Dispositif</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>Prestataire habilité</source>
        <translation>Accredited provider</translation>
    </message>
    <message>
        <source>Consultant</source>
        <translation>Consultant</translation>
    </message>
    <message>
        <source>Référentiel</source>
        <translation>Framework</translation>
    </message>
    <message>
        <source>La mission le garde pour toujours.</source>
        <translation>The mission keeps it for ever.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ouvrir la mission</source>
        <translation>Open the mission</translation>
    </message>
</context>
<context>
    <name>NewMissionPresenter</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} {1} (non officiel)</source>
        <translation>{0} {1} (not official)</translation>
    </message>
    <message>
        <source>{0} (clos le {1})</source>
        <translation>{0} (closed on {1})</translation>
    </message>
    <message>
        <source>Simulation&#xa0;: ce dispositif est clos depuis le {0}, il ne finance plus rien.</source>
        <translation>Simulation: this scheme has been closed since {0}, it no longer funds anything.</translation>
    </message>
    <message>
        <source>{0} (ouvre le {1})</source>
        <translation>{0} (opens on {1})</translation>
    </message>
</context>
<context>
    <name>OtherForms</name>
    <message>
        <source>Une page pour le banquier (PDF)</source>
        <translation>One page for the banker (PDF)</translation>
    </message>
    <message>
        <source>Une page pour la Région (PDF)</source>
        <translation>One page for the Region (PDF)</translation>
    </message>
    <message>
        <source>Une page pour le personnel, sans montant ni nom (PDF)</source>
        <translation>One page for the staff, without amounts or names (PDF)</translation>
    </message>
    <message>
        <source>Tableur&#xa0;: réponses, actions, jours, financement (Excel)</source>
        <translation>Spreadsheet: answers, actions, days, funding (Excel)</translation>
    </message>
    <message>
        <source>Calendrier des actions, pour l’agenda (iCalendar)</source>
        <translation>Calendar of the actions, for the diary (iCalendar)</translation>
    </message>
    <message>
        <source>Carnet du dirigeant, à cocher et à renvoyer (HTML)</source>
        <translation>Company head’s notebook, to tick and send back (HTML)</translation>
    </message>
    <message>
        <source>page-banquier</source>
        <translation>page-banker</translation>
    </message>
    <message>
        <source>page-region</source>
        <translation>page-region</translation>
    </message>
    <message>
        <source>page-personnel</source>
        <translation>page-staff</translation>
    </message>
    <message>
        <source>mission</source>
        <translation>mission</translation>
    </message>
    <message>
        <source>plan-actions</source>
        <translation>action-plan</translation>
    </message>
    <message>
        <source>carnet</source>
        <translation>notebook</translation>
    </message>
    <message>
        <source>Classeur Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Calendrier iCalendar (*.ics)</source>
        <translation>iCalendar calendar (*.ics)</translation>
    </message>
    <message>
        <source>Page HTML (*.html)</source>
        <translation>HTML page (*.html)</translation>
    </message>
    <message>
        <source>Fichier enregistré&#xa0;: {0}</source>
        <translation>File saved: {0}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Rien à déposer</source>
        <translation>Nothing to deposit</translation>
    </message>
    <message>
        <source>1 version à déposer</source>
        <translation>1 version to deposit</translation>
    </message>
    <message>
        <source>Gardée ici, rien ne part seul</source>
        <translation>Kept here until you ask</translation>
    </message>
    <message>
        <source>{0} versions à déposer</source>
        <translation>{0} versions to deposit</translation>
    </message>
    <message>
        <source>Gardées ici, rien ne part seul</source>
        <translation>Kept here until you ask</translation>
    </message>
</context>
<context>
    <name>OutboxLine</name>
    <message>
        <source>Rien à déposer</source>
        <translation>Nothing to deposit</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>En attente depuis</source>
        <translation>Waiting since</translation>
    </message>
    <message>
        <source>Essais</source>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>Refusée</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>{0} · version {1}</source>
        <translation>{0} · version {1}</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Déposer maintenant</source>
        <translation>Deposit now</translation>
    </message>
    <message>
        <source>Cet ordinateur n’est inscrit auprès d’aucun serveur régional.</source>
        <translation>This computer is enrolled with no regional server.</translation>
    </message>
    <message>
        <source>S’inscrire</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Versions à déposer</source>
        <translation>Versions to deposit</translation>
    </message>
    <message>
        <source>Rien à déposer</source>
        <translation>Nothing to deposit</translation>
    </message>
    <message>
        <source>Une mission scellée attend ici jusqu’à ce que le reçu de la Région soit vérifié.</source>
        <translation>A sealed mission waits here until the Region’s receipt is verified.</translation>
    </message>
    <message>
        <source>À déposer</source>
        <translation>To deposit</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Dernière réponse&#xa0;: {0}</source>
        <translation>Last answer: {0}</translation>
    </message>
</context>
<context>
    <name>OutboxPresenter</name>
    <message>
        <source>Clé de la Région</source>
        <translation>Key of the Region</translation>
    </message>
    <message>
        <source>La clé n’a pas changé, et sa signature est celle de la Région.</source>
        <translation>The key has not changed, and its signature is the Region’s.</translation>
    </message>
    <message>
        <source>Clé reçue, sa signature est celle de la Région. Comparez-la avec celle que la Région vous dit.</source>
        <translation>Key received, its signature is the Region’s. Compare it with the one the Region tells you.</translation>
    </message>
    <message>
        <source>La clé n’a pas pu être demandée.</source>
        <translation>The key could not be asked for.</translation>
    </message>
    <message>
        <source>Dépôt à la Région</source>
        <translation>Deposit with the Region</translation>
    </message>
    <message>
        <source>Inscription</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>L’inscription n’a pas abouti.</source>
        <translation>The enrolment did not succeed.</translation>
    </message>
    <message>
        <source>1 version déposée, reçu vérifié.</source>
        <translation>1 version deposited, receipt verified.</translation>
    </message>
    <message>
        <source>{0} versions déposées, reçus vérifiés.</source>
        <translation>{0} versions deposited, receipts verified.</translation>
    </message>
    <message>
        <source>Rien n’a pu être déposé&#x202f;; tout reste en attente ici.</source>
        <translation>Nothing could be deposited; everything is still waiting here.</translation>
    </message>
    <message>
        <source>Dernier essai le {0}</source>
        <translation>Last attempt on {0}</translation>
    </message>
    <message>
        <source>Photos et fichiers qui partent avec elle&#xa0;: {0} ({1})</source>
        <translation>Photos and files that leave with it: {0} ({1})</translation>
    </message>
    <message>
        <source>pas encore essayée</source>
        <translation>not tried yet</translation>
    </message>
    <message>
        <source>réponse «&#x202f;{0}&#x202f;»</source>
        <translation>answer “{0}”</translation>
    </message>
</context>
<context>
    <name>OwnKeyCard</name>
    <message>
        <source>Un collègue chiffre pour elle la mission qu’il vous transmet&#xa0;: cet ordinateur seul l’ouvrira. Elle n’a rien de secret.</source>
        <translation>A colleague encrypts for this key the mission they hand over to you: only this computer will open it. There is nothing secret in it.</translation>
    </message>
    <message>
        <source>Ma clé, en code QR</source>
        <translation>My key, as a QR code</translation>
    </message>
    <message>
        <source>Montrer ma clé</source>
        <translation>Show my key</translation>
    </message>
    <message>
        <source>Copier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Ma clé</source>
        <translation>My key</translation>
    </message>
</context>
<context>
    <name>PackReporter</name>
    <message>
        <source>{0} «&#x202f;{1}&#x202f;», version {2}</source>
        <translation>{0} “{1}”, version {2}</translation>
    </message>
    <message>
        <source>Ce paquet est déjà ici, à l’octet près&#xa0;: il n’y a rien à garder.</source>
        <translation>This pack is already here, byte for byte: there is nothing to keep.</translation>
    </message>
    <message>
        <source>{0} thèmes et {1} leviers, autant que le paquet en annonce.</source>
        <translation>{0} themes and {1} levers, as many as the pack announces.</translation>
    </message>
    <message>
        <source>{0} niveaux, de {1} à {2} points&#x202f;; l’indice va de {3} à {4}.</source>
        <translation>{0} levels, from {1} to {2} points; the index goes from {3} to {4}.</translation>
    </message>
    <message>
        <source>L’aide à l’entreprise se calcule.</source>
        <translation>The grant to the company can be calculated.</translation>
    </message>
    <message>
        <source>L’aide à l’entreprise n’est pas calculable.</source>
        <translation>The grant to the company cannot be calculated.</translation>
    </message>
    <message>
        <source>Phases&#xa0;: {0}&#x202f;; critères&#xa0;: {1}&#x202f;; règles&#xa0;: {2}&#x202f;; prestataires&#xa0;: {3}.</source>
        <translation>Phases: {0}; criteria: {1}; rules: {2}; providers: {3}.</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>De «&#x202f;{0}&#x202f;» vers «&#x202f;{1}&#x202f;»&#xa0;: {2} thèmes.</source>
        <translation>From “{0}” to “{1}”: {2} themes.</translation>
    </message>
    <message>
        <source>Non comparables&#xa0;: {0}. Scindés&#xa0;: {1}.</source>
        <translation>Not comparable: {0}. Split: {1}.</translation>
    </message>
    <message>
        <source>officiel</source>
        <translation>official</translation>
    </message>
    <message>
        <source>non officiel</source>
        <translation>not official</translation>
    </message>
    <message>
        <source>{0}, {1}. SHA-256&#xa0;: {2}</source>
        <translation>{0}, {1}. SHA-256: {2}</translation>
    </message>
    <message>
        <source>Premier dispositif de ce territoire sur cet ordinateur&#xa0;: rien à comparer.</source>
        <translation>First scheme of this territory on this computer: nothing to compare.</translation>
    </message>
    <message>
        <source>Une passerelle ne remplace rien&#xa0;: elle relie deux référentiels.</source>
        <translation>A bridge replaces nothing: it links two frameworks.</translation>
    </message>
    <message>
        <source>Rien ne diffère de «&#x202f;{0}&#x202f;».</source>
        <translation>Nothing differs from “{0}”.</translation>
    </message>
    <message>
        <source>Une différence avec «&#x202f;{0}&#x202f;»&#xa0;:</source>
        <translation>One difference from “{0}”:</translation>
    </message>
    <message>
        <source>{0} différences avec «&#x202f;{1}&#x202f;»&#xa0;:</source>
        <translation>{0} differences from “{1}”:</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;»</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>{0} j</source>
        <translation>{0} d</translation>
    </message>
</context>
<context>
    <name>PackWords</name>
    <message>
        <source>importé</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>livré</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>depuis le {0}</source>
        <translation>since {0}</translation>
    </message>
    <message>
        <source>du {0} au {1}</source>
        <translation>from {0} to {1}</translation>
    </message>
    <message>
        <source>officiel</source>
        <translation>official</translation>
    </message>
    <message>
        <source>non officiel</source>
        <translation>not official</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Auteur</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>Validité</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Importer un paquet</source>
        <translation>Import a pack</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Paquet</source>
        <translation>Pack</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Origine</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Missions</translation>
    </message>
    <message>
        <source>Paquets de cet ordinateur</source>
        <translation>Packs of this computer</translation>
    </message>
    <message>
        <source>Un référentiel ou un dispositif de votre Région se lit dans un fichier TOML&#x202f;; un référentiel, aussi dans un tableau CSV. Une mission garde pour toujours les paquets avec lesquels elle a commencé.</source>
        <translation>A framework or a scheme of your Region is read from a TOML file; a framework, from a CSV table too. A mission keeps for ever the packs it began with.</translation>
    </message>
    <message>
        <source>Référentiels et dispositifs</source>
        <translation>Frameworks and schemes</translation>
    </message>
    <message>
        <source>Paquets (*.toml *.csv)</source>
        <translation>Packs (*.toml *.csv)</translation>
    </message>
</context>
<context>
    <name>PacksPresenter</name>
    <message>
        <source>Lecture du paquet</source>
        <translation>Reading the pack</translation>
    </message>
    <message>
        <source>Paquet «&#x202f;{0}&#x202f;» gardé.</source>
        <translation>Pack “{0}” kept.</translation>
    </message>
    <message>
        <source>Paquet «&#x202f;{0}&#x202f;» retiré.</source>
        <translation>Pack “{0}” removed.</translation>
    </message>
</context>
<context>
    <name>PageSpec</name>
    <message>
        <source>Plan d’actions</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>Coach de l’indice</source>
        <translation>Index coach</translation>
    </message>
    <message>
        <source>Aides</source>
        <translation>Aids</translation>
    </message>
    <message>
        <source>Financement</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Feuille de route</source>
        <translation>Roadmap</translation>
    </message>
    <message>
        <source>Clôture</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Entreprise</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Séances et jours</source>
        <translation>Sessions and days</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Diagnostic 360°</source>
        <translation>360° diagnostic</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Questionnaire rempli sur papier ({0})</source>
        <translation>Questionnaire filled in on paper ({0})</translation>
    </message>
    <message>
        <source>Abandonner</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>PaperGridPresenter</name>
    <message>
        <source>laissé en blanc</source>
        <translation>left blank</translation>
    </message>
    <message>
        <source>{0} réponses sur {1} lues deux fois de la même façon.</source>
        <translation>{0} answers out of {1} read twice in the same way.</translation>
    </message>
    <message>
        <source>{0} Une réponse déjà donnée sera remplacée.</source>
        <translation>{0} One answer already given will be replaced.</translation>
    </message>
    <message>
        <source>{0} {1} réponses déjà données seront remplacées.</source>
        <translation>{0} {1} answers already given will be replaced.</translation>
    </message>
    <message>
        <source>Écrivez qui a répondu&#xa0;: son nom ou sa fonction.</source>
        <translation>Write who answered: their name or their function.</translation>
    </message>
    <message>
        <source>Rien n’a été enregistré. Réessayez.</source>
        <translation>Nothing was saved. Try again.</translation>
    </message>
</context>
<context>
    <name>PassingCard</name>
    <message>
        <source>Transmettre à un collègue…</source>
        <translation>Hand over to a colleague…</translation>
    </message>
    <message>
        <source>Enregistrer le fichier…</source>
        <translation>Save the file…</translation>
    </message>
    <message>
        <source>Reprendre la main…</source>
        <translation>Take it back…</translation>
    </message>
    <message>
        <source>Chez {0} depuis le {1} à {2}</source>
        <translation>With {0} since {1} at {2}</translation>
    </message>
    <message>
        <source>Elle se lit ici, elle s’écrit là-bas. Remettez le fichier à votre collègue&#xa0;: il le dépose sur sa fenêtre. À son retour, déposez le sien sur celle-ci.</source>
        <translation>It is read here, it is written there. Give the file to your colleague, who drops it on their window. When it comes back, drop theirs on this one.</translation>
    </message>
    <message>
        <source>Fichier de transmission</source>
        <translation>Hand-over file</translation>
    </message>
    <message>
        <source>Il porte tout le brouillon&#xa0;: il est toujours chiffré.</source>
        <translation>It carries the whole draft: it is always encrypted.</translation>
    </message>
    <message>
        <source>Ce que {0} a écrit depuis ne reviendra plus&#xa0;: son fichier sera refusé ici, et il le saura. À faire s’il n’a rien commencé, ou si son ordinateur est perdu.</source>
        <translation>What {0} has written since will never come back: their file will be refused here, and they will be told. Do this if they have begun nothing, or if their computer is lost.</translation>
    </message>
    <message>
        <source>Reprendre la main&#x202f;?</source>
        <translation>Take the mission back?</translation>
    </message>
    <message>
        <source>Attendre son retour</source>
        <translation>Wait for its return</translation>
    </message>
    <message>
        <source>Reprendre la main</source>
        <translation>Take it back</translation>
    </message>
    <message>
        <source>Exporter la version {0}</source>
        <translation>Export version {0}</translation>
    </message>
</context>
<context>
    <name>PassingPresenter</name>
    <message>
        <source>La mission est toujours ici.</source>
        <translation>The mission is still here.</translation>
    </message>
    <message>
        <source>transmission-{0}.jalon</source>
        <translation>hand-over-{0}.jalon</translation>
    </message>
    <message>
        <source>Écriture du fichier</source>
        <translation>Writing the file</translation>
    </message>
    <message>
        <source>Fichier enregistré&#xa0;: {0}</source>
        <translation>File saved: {0}</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>«&#x202f;{0}&#x202f;» est chiffré. Tapez la phrase convenue avec qui vous l’a remis.</source>
        <translation>“{0}” is encrypted. Type the passphrase agreed with whoever gave it to you.</translation>
    </message>
    <message>
        <source>Ouvrir un fichier chiffré</source>
        <translation>Open an encrypted file</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Ne pas ouvrir</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>PdfSealDesk</name>
    <message>
        <source>Sceller le PDF&#x202f;?</source>
        <translation>Seal the PDF?</translation>
    </message>
    <message>
        <source>Sceller</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>PDF scellé enregistré&#xa0;: {0}</source>
        <translation>Sealed PDF saved: {0}</translation>
    </message>
    <message>
        <source>-scelle</source>
        <translation>-sealed</translation>
    </message>
    <message>
        <source>Enregistrer le PDF scellé</source>
        <translation>Save the sealed PDF</translation>
    </message>
</context>
<context>
    <name>PdfSealPresenter</name>
    <message>
        <source>Aucun certificat&#xa0;: les PDF s’enregistrent sans sceau électronique.</source>
        <translation>No certificate: PDFs are saved without an electronic seal.</translation>
    </message>
    <message>
        <source>{0}
émis par {1}, valable jusqu’au {2}</source>
        <translation>{0}
issued by {1}, valid until {2}</translation>
    </message>
    <message>
        <source>Certificat</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Sceau du PDF</source>
        <translation>Seal of the PDF</translation>
    </message>
</context>
<context>
    <name>PhaseBlock</name>
    <message>
        <source>Scénario {0}, {1}</source>
        <translation>Scenario {0}, {1}</translation>
    </message>
    <message>
        <source>{0}, jours</source>
        <translation>{0}, days</translation>
    </message>
    <message>
        <source>{0}, coût HT en euros</source>
        <translation>{0}, cost excl. VAT in euros</translation>
    </message>
    <message>
        <source>j</source>
        <translation>d</translation>
    </message>
    <message>
        <source>Facturé</source>
        <translation>Invoiced</translation>
    </message>
    <message>
        <source>Retenu</source>
        <translation>Retained</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Grant</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>{0} répond seule au {1}, en plein écran. Rien d’autre n’est accessible dans Jalon tant que votre code PIN n’est pas tapé, même si le programme est fermé puis rouvert.</source>
        <translation>{0} answers the {1} alone, full screen. Nothing else can be reached in Jalon until your PIN is typed, even if the program is closed and opened again.</translation>
    </message>
    <message>
        <source>Laisser l’entreprise répondre seule</source>
        <translation>Let the company answer alone</translation>
    </message>
    <message>
        <source>{0} à {1} chiffres</source>
        <translation>{0} to {1} digits</translation>
    </message>
    <message>
        <source>Votre code PIN</source>
        <translation>Your PIN</translation>
    </message>
    <message>
        <source>Le même, une seconde fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>Code oublié&#xa0;: votre phrase secrète ou votre code de secours ouvrent aussi.</source>
        <translation>PIN forgotten: your passphrase or your recovery code open it too.</translation>
    </message>
    <message>
        <source>Pas maintenant</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Passer l’ordinateur à l’entreprise</source>
        <translation>Hand the computer to the company</translation>
    </message>
    <message>
        <source>De {0} à {1} chiffres.</source>
        <translation>From {0} to {1} digits.</translation>
    </message>
    <message>
        <source>Les deux codes diffèrent. Retapez le second.</source>
        <translation>The two PINs differ. Type the second one again.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Code PIN, phrase secrète ou code de secours</source>
        <translation>PIN, passphrase or recovery code</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Code PIN, phrase secrète ou code de secours</source>
        <translation>PIN, passphrase or recovery code</translation>
    </message>
    <message>
        <source>L’entreprise répondait seule</source>
        <translation>The company was answering alone</translation>
    </message>
    <message>
        <source>Ouvrir mes missions</source>
        <translation>Open my missions</translation>
    </message>
</context>
<context>
    <name>PlanChanges</name>
    <message>
        <source>Action passée dans «&#x202f;{0}&#x202f;»</source>
        <translation>Action moved to “{0}”</translation>
    </message>
    <message>
        <source>Responsable changé</source>
        <translation>Owner changed</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» n’est pas un nombre de jours</source>
        <translation>“{0}” is not a number of days</translation>
    </message>
    <message>
        <source>Au plus {0} jours à la fois</source>
        <translation>{0} days at most at once</translation>
    </message>
    <message>
        <source>Dates décalées de {0} jours</source>
        <translation>Dates shifted by {0} days</translation>
    </message>
    <message>
        <source>Priorité changée</source>
        <translation>Priority changed</translation>
    </message>
    <message>
        <source>État changé</source>
        <translation>State changed</translation>
    </message>
    <message>
        <source>{0}&#xa0;: {1} actions</source>
        <translation>{0}: {1} actions</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>PlanForms</name>
    <message>
        <source>Valeur et effort</source>
        <translation>Value and effort</translation>
    </message>
    <message>
        <source>glisser, ou Alt + flèches</source>
        <translation>drag, or Alt + arrows</translation>
    </message>
</context>
<context>
    <name>PlanGroups</name>
    <message>
        <source>Prévues</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Commencées</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Terminées</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Abandonnées</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Nouvelle action</source>
        <translation>New action</translation>
    </message>
    <message>
        <source>à nommer</source>
        <translation>no owner yet</translation>
    </message>
    <message>
        <source>à dater</source>
        <translation>no date yet</translation>
    </message>
</context>
<context>
    <name>PlanMatrix</name>
    <message>
        <source>Matrice valeur et effort&#xa0;: {0} actions placées sur {1}</source>
        <translation>Value and effort matrix: {0} actions placed out of {1}</translation>
    </message>
    <message>
        <source>Action {0}, pas encore placée</source>
        <translation>Action {0}, not placed yet</translation>
    </message>
    <message>
        <source>Action {0}, {1}&#xa0;: valeur {2}, effort {3}</source>
        <translation>Action {0}, {1}: value {2}, effort {3}</translation>
    </message>
    <message>
        <source>à placer&#xa0;: {0}</source>
        <translation>to be placed: {0}</translation>
    </message>
</context>
<context>
    <name>PlanPresenter</name>
    <message>
        <source>Action {0} retirée&#xa0;: {1}</source>
        <translation>Action {0} removed: {1}</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Nouvelle action</source>
        <translation>New action</translation>
    </message>
    <message>
        <source>Aides</source>
        <translation>Aids</translation>
    </message>
    <message>
        <source>Carnet renvoyé…</source>
        <translation>Notebook sent back…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Tableau</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Par levier</source>
        <translation>By lever</translation>
    </message>
    <message>
        <source>Forme du plan</source>
        <translation>Form of the plan</translation>
    </message>
    <message>
        <source>Plan d’actions</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>Voir le calcul</source>
        <translation>See the calculation</translation>
    </message>
    <message>
        <source>Actions du plan, dans l’ordre</source>
        <translation>Actions of the plan, in order</translation>
    </message>
    <message>
        <source>plein&#xa0;: d’abord · hachures&#xa0;: sous condition · contour&#xa0;: plus tard</source>
        <translation>solid: first · hatched: conditional · outline: later</translation>
    </message>
    <message>
        <source>Calendrier</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Calendrier des actions</source>
        <translation>Calendar of the actions</translation>
    </message>
    <message>
        <source>Le plan est encore vide</source>
        <translation>The plan is still empty</translation>
    </message>
    <message>
        <source>Une action naît d’un thème du questionnaire&#xa0;: ce qui sera fait, par qui, pour quand, à quel coût.</source>
        <translation>An action is born from a theme of the questionnaire: what will be done, by whom, by when, at what cost.</translation>
    </message>
    <message>
        <source>Revoir les thèmes</source>
        <translation>Go over the themes</translation>
    </message>
    <message>
        <source>Retour d’un carnet (*.json)</source>
        <translation>Notebook sent back (*.json)</translation>
    </message>
    <message>
        <source>Carnet renvoyé par le dirigeant</source>
        <translation>Notebook sent back by the company head</translation>
    </message>
    <message>
        <source>N nouvelle · Entrée modifier · Suppr retirer · Alt+↑ ↓ changer l’ordre · Ctrl+D dupliquer</source>
        <translation>N new · Enter edit · Del remove · Alt+↑ ↓ change the order · Ctrl+D duplicate</translation>
    </message>
    <message>
        <source>nouvelle action</source>
        <translation>new action</translation>
    </message>
    <message>
        <source>coach de l’indice&#xa0;: +X points en N jours</source>
        <translation>index coach: +X points in N days</translation>
    </message>
    <message>
        <source>aides de l’action choisie</source>
        <translation>aids of the chosen action</translation>
    </message>
    <message>
        <source>reprendre le carnet renvoyé par le dirigeant</source>
        <translation>take over the notebook sent back by the company head</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>modifier l’action choisie</source>
        <translation>edit the chosen action</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>la retirer du plan («&#x202f;Annuler&#x202f;» la remet)</source>
        <translation>remove it from the plan (“Undo” puts it back)</translation>
    </message>
    <message>
        <source>changer l’ordre</source>
        <translation>change the order</translation>
    </message>
    <message>
        <source>table, tableau par état, par levier</source>
        <translation>table, board by state, by lever</translation>
    </message>
    <message>
        <source>matrice&#xa0;: flèches choisir, Alt + flèches placer, Suppr retirer</source>
        <translation>matrix: arrows choose, Alt + arrows place, Del removes</translation>
    </message>
    <message>
        <source>sur le tableau&#xa0;: changer l’état de l’action</source>
        <translation>on the board: change the state of the action</translation>
    </message>
    <message>
        <source>Maj+↑ ↓</source>
        <translation>Shift+↑ ↓</translation>
    </message>
    <message>
        <source>choisir plusieurs actions, à changer ensemble</source>
        <translation>choose several actions, to change together</translation>
    </message>
    <message>
        <source>dupliquer</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>dans le champ des thèmes&#xa0;: ouvrir la liste</source>
        <translation>in the field of the themes: open the list</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>fermer l’éditeur</source>
        <translation>close the editor</translation>
    </message>
    <message>
        <source>mission scellée, à relire seulement</source>
        <translation>mission sealed, to be read only</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>N°</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Thèmes</source>
        <translation>Themes</translation>
    </message>
    <message>
        <source>Responsable</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>Coût HT</source>
        <translation>Cost excl. VAT</translation>
    </message>
    <message>
        <source>{0} actions</source>
        <translation>{0} actions</translation>
    </message>
    <message>
        <source>{0} action</source>
        <translation>{0} action</translation>
    </message>
    <message>
        <source>{0} jours</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>{0} jour</source>
        <translation>{0} day</translation>
    </message>
    <message>
        <source>{0} HT</source>
        <translation>{0} excl. VAT</translation>
    </message>
    <message>
        <source>{0} non chiffrées</source>
        <translation>{0} not costed</translation>
    </message>
    <message>
        <source>{0} non chiffrée</source>
        <translation>{0} not costed</translation>
    </message>
    <message>
        <source>{0} sans effort</source>
        <translation>{0} without effort</translation>
    </message>
    <message>
        <source>à part&#xa0;: {0}</source>
        <translation>apart: {0}</translation>
    </message>
    <message>
        <source>Nouvelle action</source>
        <translation>New action</translation>
    </message>
    <message>
        <source>à choisir</source>
        <translation>to be chosen</translation>
    </message>
    <message>
        <source>à nommer</source>
        <translation>no owner yet</translation>
    </message>
    <message>
        <source>à dater</source>
        <translation>no date yet</translation>
    </message>
    <message>
        <source>{0} j</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>Prochaine date</source>
        <translation>Next date</translation>
    </message>
</context>
<context>
    <name>ProgrammePage</name>
    <message>
        <source>Ajouter une ligne</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>Programme et lectures</source>
        <translation>Programme and readings</translation>
    </message>
    <message>
        <source>Programme régional&#xa0;: simulation</source>
        <translation>Regional programme: simulation</translation>
    </message>
    <message>
        <source>Ligne {0}</source>
        <translation>Line {0}</translation>
    </message>
    <message>
        <source>Retirer la ligne {0}</source>
        <translation>Remove line {0}</translation>
    </message>
</context>
<context>
    <name>ProgrammePresenter</name>
    <message>
        <source>Aucun dispositif de cet ordinateur ne dit ce que l’État verse à une Région.</source>
        <translation>No scheme of this computer says what the State pays to a Region.</translation>
    </message>
    <message>
        <source>officiel</source>
        <translation>official</translation>
    </message>
    <message>
        <source>non officiel</source>
        <translation>not official</translation>
    </message>
    <message>
        <source>, jusqu’au {0}</source>
        <translation>, until {0}</translation>
    </message>
    <message>
        <source>Source&#xa0;: {0}, {1} ({2}){3}. Une simulation&#xa0;: rien n’est gardé ni envoyé.</source>
        <translation>Source: {0}, {1} ({2}){3}. A simulation: nothing is kept or sent.</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>pas encore su</source>
        <translation>not known yet</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Arrêt demandé…</source>
        <translation>Stop requested…</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>{0} réponses sur {1}</source>
        <translation>{0} answers out of {1}</translation>
    </message>
    <message>
        <source>l’indice paraîtra à {0}</source>
        <translation>the index will appear at {0}</translation>
    </message>
    <message>
        <source>I2DF {0} sur {1}</source>
        <translation>I2DF {0} out of {1}</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <source>Guide, mode projecteur</source>
        <translation>Guide, projector mode</translation>
    </message>
    <message>
        <source>Premiers pas</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>Signes que c’est en place</source>
        <translation>Signs that it is in place</translation>
    </message>
    <message>
        <source>À demander sur site</source>
        <translation>To ask on site</translation>
    </message>
    <message>
        <source>Limites</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>← → fiche   B noir   Échap quitter</source>
        <translation>← → sheet   B black   Esc leave</translation>
    </message>
</context>
<context>
    <name>ProtectionCard</name>
    <message>
        <source>Nouvelle phrase secrète</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Changer la phrase</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Nouveau code de secours</source>
        <translation>New recovery code</translation>
    </message>
    <message>
        <source>Garder la clé dans le trousseau</source>
        <translation>Keep the key in the keyring</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>le trousseau de cette session</source>
        <translation>the keyring of this session</translation>
    </message>
    <message>
        <source>une phrase secrète</source>
        <translation>a passphrase</translation>
    </message>
    <message>
        <source>un code de secours imprimé</source>
        <translation>a printed recovery code</translation>
    </message>
    <message>
        <source>Ces missions s’ouvrent avec&#xa0;: {0}.</source>
        <translation>These missions open with: {0}.</translation>
    </message>
    <message>
        <source>Phrase secrète changée.</source>
        <translation>Passphrase changed.</translation>
    </message>
    <message>
        <source>La clé est dans le trousseau&#xa0;: rien à taper au prochain démarrage.</source>
        <translation>The key is in the keyring: nothing to type at the next start.</translation>
    </message>
    <message>
        <source>Protection du profil</source>
        <translation>Protection of the profile</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Entrée</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Sortie</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Questionnaire montré</source>
        <translation>Questionnaire shown</translation>
    </message>
    <message>
        <source>{0} sur {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Thème {0} sur {1}&#xa0;: {2}, {3}</source>
        <translation>Theme {0} of {1}: {2}, {3}</translation>
    </message>
</context>
<context>
    <name>QuestionColumn</name>
    <message>
        <source>{0} {1} ({2}) · officiel · épinglé à la mission</source>
        <translation>{0} {1} ({2}) · official · pinned to the mission</translation>
    </message>
    <message>
        <source>{0} {1} ({2}) · lecture du projet, non officiel · épinglé à la mission</source>
        <translation>{0} {1} ({2}) · reading of the project, not official · pinned to the mission</translation>
    </message>
    <message>
        <source>Action {0}&#xa0;: {1}</source>
        <translation>Action {0}: {1}</translation>
    </message>
    <message>
        <source>aucune action pour l’instant</source>
        <translation>no action yet</translation>
    </message>
</context>
<context>
    <name>QuestionStep</name>
    <message>
        <source>Où en êtes-vous aujourd’hui&#x202f;?</source>
        <translation>Where do you stand today?</translation>
    </message>
    <message>
        <source>Réponse d’entrée</source>
        <translation>Answer at entry</translation>
    </message>
</context>
<context>
    <name>QuestionnaireFooter</name>
    <message>
        <source>Précédent</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Sans réponse suivante</source>
        <translation>Next unanswered</translation>
    </message>
    <message>
        <source>Suivant</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>répond et avance</source>
        <translation>answers and moves on</translation>
    </message>
</context>
<context>
    <name>QuestionnairePage</name>
    <message>
        <source>répondre et passer au thème suivant</source>
        <translation>answer and go to the next theme</translation>
    </message>
    <message>
        <source>thème suivant</source>
        <translation>next theme</translation>
    </message>
    <message>
        <source>thème précédent</source>
        <translation>previous theme</translation>
    </message>
    <message>
        <source>thème sans réponse suivant</source>
        <translation>next theme without an answer</translation>
    </message>
    <message>
        <source>0  Suppr</source>
        <translation>0  Del</translation>
    </message>
    <message>
        <source>effacer la réponse</source>
        <translation>clear the answer</translation>
    </message>
    <message>
        <source>écrire la justification</source>
        <translation>write the justification</translation>
    </message>
    <message>
        <source>donner l’avis du consultant, à la sortie</source>
        <translation>give the consultant’s opinion, at exit</translation>
    </message>
    <message>
        <source>écrire les preuves</source>
        <translation>write the evidence</translation>
    </message>
    <message>
        <source>joindre une photo ou un fichier au thème</source>
        <translation>attach a photo or a file to the theme</translation>
    </message>
    <message>
        <source>coller une image ou des fichiers, en preuve du thème</source>
        <translation>paste a picture or files, as evidence of the theme</translation>
    </message>
    <message>
        <source>écrire les notes privées</source>
        <translation>write the private notes</translation>
    </message>
    <message>
        <source>Ctrl Entrée</source>
        <translation>Ctrl Enter</translation>
    </message>
    <message>
        <source>enregistrer le texte et passer au thème suivant</source>
        <translation>save the text and go to the next theme</translation>
    </message>
    <message>
        <source>votes de l’atelier sur ce thème</source>
        <translation>workshop votes on this theme</translation>
    </message>
    <message>
        <source>date et auteur de la déclaration</source>
        <translation>date and author of the declaration</translation>
    </message>
    <message>
        <source>liste des thèmes</source>
        <translation>list of the themes</translation>
    </message>
    <message>
        <source>résultats</source>
        <translation>results</translation>
    </message>
    <message>
        <source>nouvelle action née du thème</source>
        <translation>new action born from the theme</translation>
    </message>
    <message>
        <source>fiche du guide</source>
        <translation>sheet of the guide</translation>
    </message>
    <message>
        <source>Le volet est replié&#xa0;: F9 l’ouvre, sur une fenêtre assez large.</source>
        <translation>The panel is folded: F9 opens it, in a window wide enough.</translation>
    </message>
    <message>
        <source>Toutes les réponses sont données&#xa0;: l’indice est {0}.</source>
        <translation>All the answers are given: the index is {0}.</translation>
    </message>
    <message>
        <source>Voir les résultats</source>
        <translation>See the results</translation>
    </message>
</context>
<context>
    <name>QuestionnaireSide</name>
    <message>
        <source>Ce qui a été vu, où, avec qui</source>
        <translation>What was seen, where, with whom</translation>
    </message>
    <message>
        <source>Preuves du thème</source>
        <translation>Evidence of the theme</translation>
    </message>
    <message>
        <source>imprimées</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>Notes du consultant</source>
        <translation>Consultant’s notes</translation>
    </message>
    <message>
        <source>Privées, pour toute la mission&#xa0;: ni scellées, ni imprimées.</source>
        <translation>Private, for the whole mission: neither sealed nor printed.</translation>
    </message>
    <message>
        <source>Ouvrir la fiche</source>
        <translation>Open the sheet</translation>
    </message>
    <message>
        <source>Fiche «&#x202f;{0}&#x202f;»</source>
        <translation>Sheet “{0}”</translation>
    </message>
</context>
<context>
    <name>QuestionnaireWays</name>
    <message>
        <source>répondre autrement</source>
        <translation>answer another way</translation>
    </message>
    <message>
        <source>La mission est scellée&#xa0;: ses réponses ne changent plus.</source>
        <translation>The mission is sealed: its answers no longer change.</translation>
    </message>
    <message>
        <source>L’entreprise seule</source>
        <translation>The company alone</translation>
    </message>
    <message>
        <source>En plein écran, un thème à la fois&#x202f;; un code PIN ramène au consultant.</source>
        <translation>Full screen, one theme at a time; a PIN brings the consultant back.</translation>
    </message>
    <message>
        <source>L’atelier à l’écran</source>
        <translation>The workshop on screen</translation>
    </message>
    <message>
        <source>À projeter&#xa0;: votes cachés puis montrés, et une décision avec son auteur.</source>
        <translation>To be projected: votes hidden, then shown, and one decision with its author.</translation>
    </message>
    <message>
        <source>Saisie du papier</source>
        <translation>Typing the paper</translation>
    </message>
    <message>
        <source>29 chiffres tapés deux fois, les différences tranchées une à une, puis un seul enregistrement.</source>
        <translation>29 digits typed twice, the differences settled one by one, then a single save.</translation>
    </message>
    <message>
        <source>Questionnaire vierge</source>
        <translation>Blank questionnaire</translation>
    </message>
    <message>
        <source>À imprimer&#xa0;: deux thèmes par page, les cinq niveaux à cocher, la version du référentiel.</source>
        <translation>To print: two themes a page, the five levels to tick, the version of the framework.</translation>
    </message>
    <message>
        <source>{0} réponses du papier enregistrées.</source>
        <translation>{0} answers of the paper saved.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ReceivingCard</name>
    <message>
        <source>Recevoir</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Depuis un fichier</source>
        <translation>From a file</translation>
    </message>
    <message>
        <source>Entreprise</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Décidée le</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Dispositif</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Ordres de mission</source>
        <translation>Mission orders</translation>
    </message>
    <message>
        <source>Ouvrir la mission</source>
        <translation>Open the mission</translation>
    </message>
    <message>
        <source>Reçu de la Région</source>
        <translation>Received from the Region</translation>
    </message>
    <message>
        <source>Envoi de la Région</source>
        <translation>Publication of the Region</translation>
    </message>
    <message>
        <source>Envois de la Région (*.json)</source>
        <translation>Publications of the Region (*.json)</translation>
    </message>
    <message>
        <source>à ouvrir</source>
        <translation>to open</translation>
    </message>
</context>
<context>
    <name>ReceivingPresenter</name>
    <message>
        <source>Inscrivez d’abord cet ordinateur, page Réglages&#xa0;: c’est la clé de la Région qui vérifie ses envois.</source>
        <translation>First enrol this computer, on the Settings page: it is the Region’s key that verifies what it publishes.</translation>
    </message>
    <message>
        <source>Rien n’a encore été reçu de la Région.</source>
        <translation>Nothing has been received from the Region yet.</translation>
    </message>
    <message>
        <source>Dernier envoi reçu&#xa0;: celui du {0}.</source>
        <translation>Last publication received: that of {0}.</translation>
    </message>
    <message>
        <source>Réception des envois de la Région</source>
        <translation>Receiving what the Region publishes</translation>
    </message>
    <message>
        <source>Lecture de l’envoi</source>
        <translation>Reading the publication</translation>
    </message>
    <message>
        <source>Mission {0} ouverte&#xa0;: elle est dans la liste des missions.</source>
        <translation>Mission {0} opened: it is in the missions list.</translation>
    </message>
    <message>
        <source>Rien de nouveau&#xa0;: ce poste a déjà le dernier envoi de la Région.</source>
        <translation>Nothing new: this computer already has the Region’s latest publication.</translation>
    </message>
    <message numerus="yes">
        <source>%n paquet(s) nouveau(x)</source>
        <translation>
            <numerusform>%n new pack</numerusform>
            <numerusform>%n new packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordre(s) de mission</source>
        <translation>
            <numerusform>%n mission order</numerusform>
            <numerusform>%n mission orders</numerusform>
        </translation>
    </message>
    <message>
        <source>Envoi de la Région reçu&#xa0;: {0}, {1}.</source>
        <translation>Publication of the Region received: {0}, {1}.</translation>
    </message>
</context>
<context>
    <name>RecordsView</name>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Votre code de secours</source>
        <translation>Your recovery code</translation>
    </message>
    <message>
        <source>Il ouvre vos missions si la phrase secrète ou le trousseau sont perdus. Imprimez-le ou recopiez-le, et gardez-le loin de l’ordinateur&#xa0;: il ne sera plus jamais affiché.</source>
        <translation>It opens your missions if the passphrase or the keyring is lost. Print it or copy it out, and keep it away from the computer: it will never be shown again.</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Copier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>J’ai noté le code</source>
        <translation>I have noted the code</translation>
    </message>
    <message>
        <source>Copié. Collez-le dans votre gestionnaire de mots de passe, puis videz le presse-papiers.</source>
        <translation>Copied. Paste it into your password manager, then empty the clipboard.</translation>
    </message>
    <message>
        <source>Jalon&#xa0;: code de secours</source>
        <translation>Jalon: recovery code</translation>
    </message>
    <message>
        <source>Envoyé à l’imprimante.</source>
        <translation>Sent to the printer.</translation>
    </message>
</context>
<context>
    <name>RegionKey</name>
    <message>
        <source>Redemander la clé de la Région</source>
        <translation>Ask for the Region’s key again</translation>
    </message>
    <message>
        <source>Clé de la Région pour les fichiers sur une clé&#xa0;: {0}
Empreinte&#xa0;: {1}</source>
        <translation>Key of the Region for files on a key: {0}
Fingerprint: {1}</translation>
    </message>
    <message>
        <source>La Région n’a pas encore donné à cet ordinateur la clé de ses fichiers.</source>
        <translation>The Region has not given this computer the key of its files yet.</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Différence</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Différences</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Garder ce paquet</source>
        <translation>Keep this pack</translation>
    </message>
    <message>
        <source>Ne pas le garder</source>
        <translation>Do not keep it</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Reprendre vos missions</source>
        <translation>Recover your missions</translation>
    </message>
    <message>
        <source>Restaurer</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>La dernière sauvegarde de ce dossier est du {0}. Jalon la copie ici, la vérifie, puis l’ouvre&#x202f;; la sauvegarde elle-même n’est pas modifiée.</source>
        <translation>The last backup of this folder is of {0}. Jalon copies it here, checks it, then opens it; the backup itself is not altered.</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>les chiffres des résultats</source>
        <translation>the figures of the results</translation>
    </message>
    <message>
        <source>revenir au questionnaire</source>
        <translation>back to the questionnaire</translation>
    </message>
    <message>
        <source>graphiques ou tableau</source>
        <translation>charts or table</translation>
    </message>
</context>
<context>
    <name>ResultsPresenter</name>
    <message>
        <source>entrée</source>
        <translation>entry</translation>
    </message>
    <message>
        <source>sortie</source>
        <translation>exit</translation>
    </message>
    <message>
        <source>Déclaré par l’entreprise. Le consultant donne son avis à côté. {0} {1}{2}.</source>
        <translation>Declared by the company. The consultant gives an opinion beside it. {0} {1}{2}.</translation>
    </message>
    <message>
        <source>, non officiel</source>
        <translation>, not official</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} {1}/{2}</source>
        <translation>{0} {1}/{2}</translation>
    </message>
    <message>
        <source>sans réponse</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>avis du consultant&#xa0;: {0}</source>
        <translation>consultant’s opinion: {0}</translation>
    </message>
    <message>
        <source>{0} réponses sur {1}</source>
        <translation>{0} answers out of {1}</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Graphiques</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>Tableau</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Forme des résultats</source>
        <translation>Form of the results</translation>
    </message>
    <message>
        <source>Coach de l’indice</source>
        <translation>Index coach</translation>
    </message>
    <message>
        <source>Radar des thèmes&#x202f;; les mêmes chiffres sont dans le tableau</source>
        <translation>Radar of the themes; the same figures are in the table</translation>
    </message>
    <message>
        <source>Barres par levier&#x202f;; les mêmes chiffres sont dans le tableau</source>
        <translation>Bars by lever; the same figures are in the table</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Les thèmes</source>
        <translation>The themes</translation>
    </message>
    <message>
        <source>niveaux déclarés</source>
        <translation>levels declared</translation>
    </message>
    <message>
        <source>Par levier</source>
        <translation>By lever</translation>
    </message>
    <message>
        <source>points déclarés</source>
        <translation>points declared</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Pts</source>
        <translation>Pts</translation>
    </message>
    <message>
        <source>Sortie</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Avis</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>Résultats par thème</source>
        <translation>Results by theme</translation>
    </message>
    <message>
        <source>Levier</source>
        <translation>Lever</translation>
    </message>
    <message>
        <source>Sur</source>
        <translation>Out of</translation>
    </message>
    <message>
        <source>Résultats par levier</source>
        <translation>Results by lever</translation>
    </message>
</context>
<context>
    <name>RoadmapPresenter</name>
    <message>
        <source>PROJET&#xa0;: version {0}, pas encore scellée</source>
        <translation>DRAFT: version {0}, not sealed yet</translation>
    </message>
    <message>
        <source>Version {0}, scellée le {1} à {2}</source>
        <translation>Version {0}, sealed on {1} at {2}</translation>
    </message>
    <message>
        <source>projet</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>feuille-de-route</source>
        <translation>roadmap</translation>
    </message>
    <message>
        <source>feuille-de-presence</source>
        <translation>attendance-sheet</translation>
    </message>
    <message>
        <source>attestation-de-minimis</source>
        <translation>de-minimis-statement</translation>
    </message>
    <message>
        <source>dossier-de-demande</source>
        <translation>application-file</translation>
    </message>
    <message>
        <source>questionnaire-vierge</source>
        <translation>blank-questionnaire</translation>
    </message>
    <message>
        <source>Document enregistré&#xa0;: {0}</source>
        <translation>Document saved: {0}</translation>
    </message>
    <message>
        <source>Le document n’a pas pu être mis en page.</source>
        <translation>The document could not be laid out.</translation>
    </message>
    <message>
        <source>Mise en page arrêtée.</source>
        <translation>Layout stopped.</translation>
    </message>
</context>
<context>
    <name>RoadmapView</name>
    <message>
        <source>Largeur</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Page entière</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Affichage de la page</source>
        <translation>View of the page</translation>
    </message>
    <message>
        <source>Imprimer…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Enregistrer le PDF…</source>
        <translation>Save the PDF…</translation>
    </message>
    <message>
        <source>Autres formes</source>
        <translation>Other forms</translation>
    </message>
    <message>
        <source>Feuille de route</source>
        <translation>Roadmap</translation>
    </message>
    <message>
        <source>Présence</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>De minimis</source>
        <translation>De minimis</translation>
    </message>
    <message>
        <source>Dossier de demande</source>
        <translation>Application file</translation>
    </message>
    <message>
        <source>Questionnaire vierge</source>
        <translation>Blank questionnaire</translation>
    </message>
    <message>
        <source>Document montré</source>
        <translation>Document shown</translation>
    </message>
    <message>
        <source>Faire signer…</source>
        <translation>Have it signed…</translation>
    </message>
    <message>
        <source>Sceller le PDF…</source>
        <translation>Seal the PDF…</translation>
    </message>
    <message>
        <source>Copier le texte</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>Pages du document</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>↑ ↓ Page suiv. Fin parcourir · Ctrl+S enregistrer le PDF · Ctrl+P imprimer</source>
        <translation>↑ ↓ PgDn End browse · Ctrl+S save the PDF · Ctrl+P print</translation>
    </message>
    <message>
        <source>parcourir les pages</source>
        <translation>browse the pages</translation>
    </message>
    <message>
        <source>Début Fin</source>
        <translation>Home End</translation>
    </message>
    <message>
        <source>première, dernière page</source>
        <translation>first, last page</translation>
    </message>
    <message>
        <source>enregistrer le PDF</source>
        <translation>save the PDF</translation>
    </message>
    <message>
        <source>imprimer</source>
        <translation>print</translation>
    </message>
    <message>
        <source>Texte copié&#xa0;: collez-le dans le portail de la Région, champ par champ.</source>
        <translation>Text copied: paste it into the Region’s portal, field by field.</translation>
    </message>
    <message>
        <source>Enregistrer le document</source>
        <translation>Save the document</translation>
    </message>
    <message>
        <source>Aucune imprimante n’est installée sur cet ordinateur. Enregistrez le PDF et imprimez-le d’un autre poste.</source>
        <translation>No printer is installed on this computer. Save the PDF and print it from another one.</translation>
    </message>
    <message>
        <source>Recto verso sur le bord long&#x202f;; sur du papier A3, deux pages par feuille. Choisissez les pages.</source>
        <translation>Double-sided on the long edge; on A3 paper, two pages per sheet. Choose the pages.</translation>
    </message>
    <message>
        <source>Impression</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>{0} pages envoyées à l’imprimante.</source>
        <translation>{0} pages sent to the printer.</translation>
    </message>
    <message>
        <source>Mise en page du document…</source>
        <translation>Laying out the document…</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>{0}, rubrique «&#x202f;{1}&#x202f;»</source>
        <translation>{0}, section “{1}”</translation>
    </message>
    <message>
        <source>, non officiel</source>
        <translation>, not official</translation>
    </message>
    <message>
        <source>{0}, paquet {1}{2}, règle {3}</source>
        <translation>{0}, pack {1}{2}, rule {3}</translation>
    </message>
</context>
<context>
    <name>SafetyCard</name>
    <message>
        <source>Sauvegarder maintenant</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Vérifier la sauvegarde</source>
        <translation>Check the backup</translation>
    </message>
    <message>
        <source>Choisir une clé ou un dossier</source>
        <translation>Choose a stick or a folder</translation>
    </message>
    <message>
        <source>Ne plus copier ailleurs</source>
        <translation>Stop copying elsewhere</translation>
    </message>
    <message>
        <source>Sauvegardes</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Elles sont chiffrées et restent dans le dossier du profil&#xa0;: choisissez aussi une clé ou un autre disque, pour le jour où cet ordinateur est perdu.</source>
        <translation>They are encrypted and stay in the profile’s folder: also choose a stick or another disk, for the day this computer is lost.</translation>
    </message>
    <message>
        <source>Une copie va aussi dans {0}.</source>
        <translation>A copy also goes to {0}.</translation>
    </message>
</context>
<context>
    <name>SafetyPresenter</name>
    <message>
        <source>Sauvegarde</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Aucune sauvegarde à vérifier&#xa0;: faites-en une d’abord.</source>
        <translation>No backup to check: make one first.</translation>
    </message>
    <message>
        <source>Vérification de la sauvegarde</source>
        <translation>Checking the backup</translation>
    </message>
    <message>
        <source>Pas encore de sauvegarde&#xa0;: la première se fait d’elle-même dans un instant.</source>
        <translation>No backup yet: the first one is made by itself in a moment.</translation>
    </message>
    <message>
        <source>Dernière sauvegarde&#xa0;: {0}, {1}
{2}</source>
        <translation>Last backup: {0}, {1}
{2}</translation>
    </message>
    <message>
        <source>Sauvegarde faite, {0}.</source>
        <translation>Backup made, {0}.</translation>
    </message>
    <message>
        <source>Sauvegarde du {0} lue en entier&#xa0;: {1} mission(s), {2} réponses, {3} photo(s) ou fichier(s).</source>
        <translation>Backup of {0} read in full: {1} mission(s), {2} answers, {3} photo(s) or file(s).</translation>
    </message>
    <message>
        <source>{0} n’y sont pas&#xa0;: libérés après leur dépôt.</source>
        <translation>{0} are not in it: freed after their deposit.</translation>
    </message>
    <message>
        <source>Récupérer ce qui se lit</source>
        <translation>Recover what can be read</translation>
    </message>
</context>
<context>
    <name>SalvagedPage</name>
    <message>
        <source>Ce qui a été récupéré</source>
        <translation>What was recovered</translation>
    </message>
    <message>
        <source>Quitter sans rien changer</source>
        <translation>Leave without changing anything</translation>
    </message>
    <message>
        <source>Continuer avec ceci</source>
        <translation>Continue with this</translation>
    </message>
    <message>
        <source>Récupéré&#xa0;: {0} mission(s), {1} réponses, {2} demi-journées, {3} version(s) scellée(s).</source>
        <translation>Recovered: {0} mission(s), {1} answers, {2} half-days, {3} sealed version(s).</translation>
    </message>
    <message>
        <source>Le fichier abîmé est gardé tel quel dans {0}&#xa0;: une sauvegarde plus complète peut encore servir.</source>
        <translation>The damaged file is kept as it is in {0}: a fuller backup may still be of use.</translation>
    </message>
    <message>
        <source>Rien ne manque&#xa0;: seule une partie vide ou un index était abîmé.</source>
        <translation>Nothing is missing: only an empty part or an index was damaged.</translation>
    </message>
    <message>
        <source>Perdu&#xa0;: {0} ligne(s) au moins.</source>
        <translation>Lost: at least {0} line(s).</translation>
    </message>
    <message>
        <source>Missions entièrement perdues&#xa0;: {0} au moins.</source>
        <translation>Missions lost entirely: at least {0}.</translation>
    </message>
    <message>
        <source>et {0} autres missions incomplètes</source>
        <translation>and {0} other incomplete missions</translation>
    </message>
    <message>
        <source>{0}&#xa0;: il manque {1} réponse(s), {2} demi-journée(s), {3} action(s)</source>
        <translation>{0}: {1} answer(s), {2} half-day(s), {3} action(s) are missing</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>Cette semaine</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>À compléter</source>
        <translation>To complete</translation>
    </message>
    <message>
        <source>À déposer</source>
        <translation>To deposit</translation>
    </message>
</context>
<context>
    <name>ScenarioCard</name>
    <message>
        <source>Nom du scénario {0}</source>
        <translation>Name of scenario {0}</translation>
    </message>
    <message>
        <source>retenu</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>Retenir</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Retenir le scénario {0}</source>
        <translation>Keep scenario {0}</translation>
    </message>
    <message>
        <source>Retirer le scénario {0}</source>
        <translation>Remove scenario {0}</translation>
    </message>
    <message>
        <source>Aide publique</source>
        <translation>Public grant</translation>
    </message>
    <message>
        <source>L’entreprise paie</source>
        <translation>Company pays</translation>
    </message>
    <message>
        <source>{0}&#xa0;: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source> et </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{0}, parts non précisées</source>
        <translation>{0}, shares not specified</translation>
    </message>
    <message>
        <source>Part de l’aide&#xa0;: non calculable</source>
        <translation>Share of the grant: not calculable</translation>
    </message>
    <message>
        <source>{0} % aidés</source>
        <translation>{0}% granted</translation>
    </message>
    <message>
        <source>{0} % entreprise</source>
        <translation>{0}% company</translation>
    </message>
    <message>
        <source>Part de l’aide&#xa0;: {0} %</source>
        <translation>Share of the grant: {0}%</translation>
    </message>
</context>
<context>
    <name>SealBar</name>
    <message>
        <source>Sceller…</source>
        <translation>Seal…</translation>
    </message>
    <message>
        <source>Rouvrir…</source>
        <translation>Reopen…</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Effacer la recherche</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>SecretFields</name>
    <message>
        <source>Afficher ce que je tape</source>
        <translation>Show what I type</translation>
    </message>
</context>
<context>
    <name>SecretPage</name>
    <message>
        <source>Phrase secrète ou code de secours</source>
        <translation>Passphrase or recovery code</translation>
    </message>
    <message>
        <source>Tapez votre phrase secrète, ou le code de secours imprimé.</source>
        <translation>Type your passphrase, or the printed recovery code.</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>donné par la Région, une seule fois</source>
        <translation>given by the Region, once only</translation>
    </message>
    <message>
        <source>Adresse du serveur</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>Code d’inscription</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <source>Nom de cet ordinateur</source>
        <translation>Name of this computer</translation>
    </message>
    <message>
        <source>lu par la Région</source>
        <translation>read by the Region</translation>
    </message>
    <message>
        <source>S’inscrire</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Serveur régional</source>
        <translation>Regional server</translation>
    </message>
    <message>
        <source>Recopiez l’adresse donnée par la Région.</source>
        <translation>Copy the address given by the Region.</translation>
    </message>
    <message>
        <source>Recopiez le code donné par la Région&#x202f;; il ne sert qu’une fois.</source>
        <translation>Copy the code given by the Region; it works only once.</translation>
    </message>
    <message>
        <source>Pas encore inscrit. Les missions scellées attendent ici&#x202f;; rien ne part sans votre demande.</source>
        <translation>Not enrolled yet. Sealed missions wait here; nothing leaves unless you ask.</translation>
    </message>
    <message>
        <source>Inscrit auprès de «&#x202f;{0}&#x202f;» ({1}).
Empreinte de sa clé de signature&#xa0;: {2}</source>
        <translation>Enrolled with “{0}” ({1}).
Fingerprint of its signing key: {2}</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Feuille de présence à signer</source>
        <translation>Attendance sheet to sign</translation>
    </message>
    <message>
        <source>Jours</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Séances</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Dépenses</source>
        <translation>Expenses</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Partie montrée</source>
        <translation>Part shown</translation>
    </message>
    <message>
        <source>changer de demi-journée</source>
        <translation>change half-day</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>demi-journée sur site&#x202f;; Entrée encore l’ajoute</source>
        <translation>half-day on site; Enter again adds it</translation>
    </message>
    <message>
        <source>demi-journée à distance</source>
        <translation>remote half-day</translation>
    </message>
    <message>
        <source>corriger une ligne</source>
        <translation>correct a line</translation>
    </message>
    <message>
        <source>feuille de présence à signer</source>
        <translation>attendance sheet to sign</translation>
    </message>
    <message>
        <source>jours, séances, dépenses, photos</source>
        <translation>days, sessions, expenses, photos</translation>
    </message>
    <message>
        <source>ajouter</source>
        <translation>add</translation>
    </message>
    <message>
        <source>Séances et jours</source>
        <translation>Sessions and days</translation>
    </message>
    <message>
        <source>Deux semaines avant</source>
        <translation>Two weeks earlier</translation>
    </message>
    <message>
        <source>Deux semaines après</source>
        <translation>Two weeks later</translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message>
        <source>Séances</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Séance</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Aucune séance. «&#x202f;Ajouter&#x202f;» en ouvre une, datée d’aujourd’hui.</source>
        <translation>No session. “Add” opens one, dated today.</translation>
    </message>
    <message>
        <source>Séance retirée.</source>
        <translation>Session removed.</translation>
    </message>
    <message>
        <source>Retirer la séance</source>
        <translation>Remove the session</translation>
    </message>
    <message>
        <source>Objet de la séance</source>
        <translation>Subject of the session</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Personnes rencontrées</source>
        <translation>People met</translation>
    </message>
    <message>
        <source>Noms ou fonctions, séparés par des virgules</source>
        <translation>Names or functions, separated by commas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>scellées et imprimées</source>
        <translation>sealed and printed</translation>
    </message>
    <message>
        <source>Notes du consultant</source>
        <translation>Consultant’s notes</translation>
    </message>
    <message>
        <source>ni scellées, ni imprimées</source>
        <translation>neither sealed nor printed</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Dossier du profil</source>
        <translation>Folder of the profile</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Repères de la fiche</source>
        <translation>From the sheet</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>ouvrir en grand</source>
        <translation>enlarge</translation>
    </message>
    <message>
        <source>À demander</source>
        <translation>To ask</translation>
    </message>
    <message>
        <source>Signes que c’est en place</source>
        <translation>Signs that it is in place</translation>
    </message>
    <message>
        <source>Par où commencer</source>
        <translation>Where to begin</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Page {0} sur {1}</source>
        <translation>Page {0} of {1}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Guide et réglages</source>
        <translation>Guide and settings</translation>
    </message>
</context>
<context>
    <name>SignatoryBox</name>
    <message>
        <source>Reprendre le trait</source>
        <translation>Take back the stroke</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>SigningDesk</name>
    <message>
        <source>Exemplaire signé (*{0})</source>
        <translation>Signed copy (*{0})</translation>
    </message>
    <message>
        <source>Enregistrer l’exemplaire signé</source>
        <translation>Save the signed copy</translation>
    </message>
</context>
<context>
    <name>SigningPresenter</name>
    <message>
        <source>Document signé</source>
        <translation>Signed document</translation>
    </message>
    <message>
        <source>exemplaire-signe-{0}-v{1}</source>
        <translation>signed-copy-{0}-v{1}</translation>
    </message>
    <message>
        <source>Exemplaire signé</source>
        <translation>Signed copy</translation>
    </message>
    <message>
        <source>Fichier enregistré&#xa0;: {0}</source>
        <translation>File saved: {0}</translation>
    </message>
    <message>
        <source>signée sur place le {0} par {1}</source>
        <translation>signed on site on {0} by {1}</translation>
    </message>
    <message>
        <source>document signé joint, du {0}, par {1}</source>
        <translation>signed document attached, of {0}, by {1}</translation>
    </message>
    <message>
        <source>signée sur papier le {0} par {1}</source>
        <translation>signed on paper on {0} by {1}</translation>
    </message>
    <message>
        <source> et </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{0}&#x202f;; la Région l’a reçue</source>
        <translation>{0}; the Region received it</translation>
    </message>
    <message>
        <source>Signature de la version {0} gardée&#x202f;; le document scellé n’a pas changé.</source>
        <translation>Signature of version {0} kept; the sealed document has not changed.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
</context>
<context>
    <name>SigningSheet</name>
    <message>
        <source>La preuve est gardée à part et cite l’empreinte de la version {0}, qui ne change pas. Signez au stylet, au doigt ou à la souris&#x202f;; sur papier, imprimez d’abord la dernière page.</source>
        <translation>The evidence is kept apart and cites the fingerprint of version {0}, which does not change. Sign with a stylus, a finger or the mouse; on paper, print the last page first.</translation>
    </message>
    <message>
        <source>Signer la version {0}</source>
        <translation>Sign version {0}</translation>
    </message>
    <message>
        <source>Pour l’entreprise</source>
        <translation>For the company</translation>
    </message>
    <message>
        <source>Fonction</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Pour le prestataire</source>
        <translation>For the provider</translation>
    </message>
    <message>
        <source>Prestataire</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Joindre le document signé…</source>
        <translation>Attach the signed document…</translation>
    </message>
    <message>
        <source>Signé sur papier</source>
        <translation>Signed on paper</translation>
    </message>
    <message>
        <source>Garder les signatures</source>
        <translation>Keep the signatures</translation>
    </message>
    <message>
        <source>Document signé (*.pdf *.jpg *.jpeg *.png *.heic *.heif)</source>
        <translation>Signed document (*.pdf *.jpg *.jpeg *.png *.heic *.heif)</translation>
    </message>
    <message>
        <source>Document signé</source>
        <translation>Signed document</translation>
    </message>
</context>
<context>
    <name>SigningSurface</name>
    <message>
        <source>Se signe au stylet, au doigt ou à la souris. Au clavier, choisissez «&#x202f;Signé sur papier&#x202f;».</source>
        <translation>Sign with a stylus, a finger or the mouse. With the keyboard, choose “Signed on paper”.</translation>
    </message>
    <message>
        <source>Signez ici</source>
        <translation>Sign here</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>fait</source>
        <translation>done</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>à venir</source>
        <translation>to come</translation>
    </message>
    <message>
        <source>en échec</source>
        <translation>failed</translation>
    </message>
</context>
<context>
    <name>TextSize</name>
    <message>
        <source>Taille du texte&#xa0;: {0}&#xa0;%</source>
        <translation>Text size: {0}%</translation>
    </message>
</context>
<context>
    <name>TextSizeCard</name>
    <message>
        <source>{0}&#xa0;%</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>La fenêtre se rouvre à cette taille. Au clavier&#xa0;: Ctrl++, Ctrl+-, et Ctrl+0 pour 100&#xa0;%.</source>
        <translation>The window opens again at this size. By keyboard: Ctrl++, Ctrl+-, and Ctrl+0 for 100%.</translation>
    </message>
</context>
<context>
    <name>ThemeChooser</name>
    <message>
        <source>Thèmes de l’action</source>
        <translation>Themes of the action</translation>
    </message>
</context>
<context>
    <name>ThemeListView</name>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Sortie</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Liste des thèmes</source>
        <translation>List of the themes</translation>
    </message>
    <message>
        <source>sans réponse</source>
        <translation>no answer</translation>
    </message>
</context>
<context>
    <name>ThemePhotos</name>
    <message>
        <source>Joindre une photo</source>
        <translation>Attach a photo</translation>
    </message>
    <message>
        <source>F, ou déposer, ou coller avec Ctrl+V</source>
        <translation>F, or drop, or paste with Ctrl+V</translation>
    </message>
    <message>
        <source>Preuves du thème&#xa0;: photos et fichiers</source>
        <translation>Evidence of the theme: photos and files</translation>
    </message>
    <message>
        <source>Image collée.png</source>
        <translation>Pasted picture.png</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 photo</translation>
    </message>
    <message>
        <source>{0} photos</source>
        <translation>{0} photos</translation>
    </message>
    <message>
        <source>1 fichier</source>
        <translation>1 file</translation>
    </message>
    <message>
        <source>{0} fichiers</source>
        <translation>{0} files</translation>
    </message>
    <message>
        <source>Joint à ce thème&#xa0;: {0}.</source>
        <translation>Attached to this theme: {0}.</translation>
    </message>
</context>
<context>
    <name>ThemeStrip</name>
    <message>
        <source>{0} réponses sur {1}</source>
        <translation>{0} answers out of {1}</translation>
    </message>
</context>
<context>
    <name>TrainingDesk</name>
    <message>
        <source>Entreprise fictive – formation</source>
        <translation>Fictional company – training</translation>
    </message>
    <message>
        <source>Réinitialiser</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Revenir à mes missions</source>
        <translation>Back to my missions</translation>
    </message>
    <message>
        <source>Réinitialiser l’entreprise fictive&#x202f;?</source>
        <translation>Reset the fictional company?</translation>
    </message>
    <message>
        <source>Tout ce qui a été fait dans la formation est effacé&#x202f;; vos missions réelles ne sont pas touchées.</source>
        <translation>Everything done in the training is erased; your real missions are not touched.</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Réinitialisation</source>
        <translation>Resetting</translation>
    </message>
    <message>
        <source>Préparation de l’entreprise fictive</source>
        <translation>Preparing the fictional company</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Vos missions ne peuvent pas être ouvertes</source>
        <translation>Your missions cannot be opened</translation>
    </message>
    <message>
        <source>Ouvrir le dossier du profil</source>
        <translation>Open the folder of the profile</translation>
    </message>
    <message>
        <source>Quitter</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Récupérer ce qui se lit</source>
        <translation>Recover what can be read</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Dossier du profil&#xa0;: {0}</source>
        <translation>Folder of the profile: {0}</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Rien à annuler dans cette mission.</source>
        <translation>Nothing to undo in this mission.</translation>
    </message>
    <message>
        <source>Annulé&#xa0;: {0}.</source>
        <translation>Undone: {0}.</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Rien à rétablir dans cette mission.</source>
        <translation>Nothing to redo in this mission.</translation>
    </message>
    <message>
        <source>Rétabli&#xa0;: {0}.</source>
        <translation>Redone: {0}.</translation>
    </message>
    <message>
        <source>Saisie annulée</source>
        <translation>Input undone</translation>
    </message>
    <message>
        <source>questionnaire saisi du papier, {0} réponses</source>
        <translation>questionnaire typed from paper, {0} answers</translation>
    </message>
    <message>
        <source>plan d’actions, {0} lignes</source>
        <translation>action plan, {0} lines</translation>
    </message>
    <message>
        <source>{0} «&#x202f;{1}&#x202f;»</source>
        <translation>{0} “{1}”</translation>
    </message>
    <message>
        <source>réponse au thème {0}</source>
        <translation>answer to theme {0}</translation>
    </message>
    <message>
        <source>textes du thème {0}</source>
        <translation>texts of theme {0}</translation>
    </message>
    <message>
        <source>fiche de la mission</source>
        <translation>sheet of the mission</translation>
    </message>
    <message>
        <source>date et auteur du questionnaire</source>
        <translation>date and author of the questionnaire</translation>
    </message>
    <message>
        <source>séance</source>
        <translation>session</translation>
    </message>
    <message>
        <source>demi-journée du</source>
        <translation>half-day of</translation>
    </message>
    <message>
        <source>facture</source>
        <translation>invoice</translation>
    </message>
    <message>
        <source>action</source>
        <translation>action</translation>
    </message>
    <message>
        <source>scénario</source>
        <translation>scenario</translation>
    </message>
    <message>
        <source>diagnostic 360°</source>
        <translation>360° diagnostic</translation>
    </message>
    <message>
        <source>vote de</source>
        <translation>vote of</translation>
    </message>
    <message>
        <source>aide déclarée</source>
        <translation>aid declared</translation>
    </message>
    <message>
        <source>phrase d’un avertissement</source>
        <translation>sentence of a warning</translation>
    </message>
    <message>
        <source>pièce jointe</source>
        <translation>attachment</translation>
    </message>
    <message>
        <source>réglages du coach</source>
        <translation>coach settings</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Ouvrir vos missions</source>
        <translation>Open your missions</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>VersionBlock</name>
    <message>
        <source>Faire signer…</source>
        <translation>Have it signed…</translation>
    </message>
    <message>
        <source>Enregistrer l’exemplaire signé…</source>
        <translation>Save the signed copy…</translation>
    </message>
    <message>
        <source>Exporter le fichier .jalon…</source>
        <translation>Export the .jalon file…</translation>
    </message>
    <message>
        <source>Enregistrer le reçu…</source>
        <translation>Save the receipt…</translation>
    </message>
    <message>
        <source>Comparer à la précédente…</source>
        <translation>Compare with the previous one…</translation>
    </message>
    <message>
        <source>Empreinte SHA-256 de la version {0}</source>
        <translation>SHA-256 fingerprint of version {0}</translation>
    </message>
    <message>
        <source>raison&#xa0;: {0}</source>
        <translation>reason: {0}</translation>
    </message>
    <message>
        <source>remplace la version {0}, d’empreinte {1}…</source>
        <translation>replaces version {0}, of fingerprint {1}…</translation>
    </message>
    <message>
        <source>avertissement&#xa0;: {0} Réponse&#xa0;: {1}</source>
        <translation>warning: {0} Answer: {1}</translation>
    </message>
    <message>
        <source>reçue le {0} par «&#x202f;{1}&#x202f;», reçu signé par la clé {2}, vérifié</source>
        <translation>received on {0} by “{1}”, receipt signed by key {2}, verified</translation>
    </message>
</context>
<context>
    <name>VersionChanges</name>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Entreprise</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Établissement</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Prestataire</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Dispositif</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>Séances</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Registre des jours</source>
        <translation>Day ledger</translation>
    </message>
    <message>
        <source>Prestations</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Réponses</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Plan d’actions</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>Financement</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Factures</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>Diagnostic 360°</source>
        <translation>360° diagnostic</translation>
    </message>
    <message>
        <source>Pièces</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Déclarations</source>
        <translation>Declarations</translation>
    </message>
    <message>
        <source>ajouté</source>
        <translation>added</translation>
    </message>
    <message>
        <source>retiré</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>ligne</source>
        <translation>line</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{0}&#xa0;j</source>
        <translation>{0} d</translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <source>diagnostic</source>
        <translation>diagnostic</translation>
    </message>
    <message>
        <source>fin d’accompagnement</source>
        <translation>end of accompaniment</translation>
    </message>
    <message>
        <source>abandon</source>
        <translation>abandonment</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>Scellée</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Reçu non valable</source>
        <translation>Receipt not valid</translation>
    </message>
    <message>
        <source>Déposée</source>
        <translation>Deposited</translation>
    </message>
    <message>
        <source>Refusée</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Version {0} · {1}</source>
        <translation>Version {0} · {1}</translation>
    </message>
    <message>
        <source>scellée le {0}</source>
        <translation>sealed on {0}</translation>
    </message>
    <message>
        <source>Journal&#xa0;: la chaîne est rompue à l’événement {0}.</source>
        <translation>Journal: the chain is broken at event {0}.</translation>
    </message>
    <message>
        <source>Journal&#xa0;: un événement.</source>
        <translation>Journal: one event.</translation>
    </message>
    <message>
        <source>Journal&#xa0;: {0} événements, chaîne intacte.</source>
        <translation>Journal: {0} events, chain intact.</translation>
    </message>
    <message>
        <source>sans motif</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>Le serveur a répondu «&#x202f;{0}&#x202f;».</source>
        <translation>The server answered “{0}”.</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
</context>
<context>
    <name>ViewSaver</name>
    <message>
        <source>Garder cette vue</source>
        <translation>Keep this view</translation>
    </message>
    <message>
        <source>Oublier cette vue</source>
        <translation>Forget this view</translation>
    </message>
    <message>
        <source>Nom de la vue</source>
        <translation>Name of the view</translation>
    </message>
</context>
<context>
    <name>VoteColumns</name>
    <message>
        <source>Votes de la salle</source>
        <translation>Votes of the room</translation>
    </message>
</context>
<context>
    <name>VoteDots</name>
    <message>
        <source>Étendue des votes</source>
        <translation>Spread of the votes</translation>
    </message>
</context>
<context>
    <name>VotesLine</name>
    <message>
        <source>Voter</source>
        <translation>Vote</translation>
    </message>
    <message>
        <source>Votes de l’atelier</source>
        <translation>Workshop votes</translation>
    </message>
    <message>
        <source>Une fonction, par exemple régleur</source>
        <translation>A function, for example machine setter</translation>
    </message>
    <message>
        <source>Ajouter le vote</source>
        <translation>Add the vote</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Retirer le vote choisi</source>
        <translation>Remove the chosen vote</translation>
    </message>
    <message>
        <source>Votant</source>
        <translation>Voter</translation>
    </message>
    <message>
        <source>fonction, pas de nom</source>
        <translation>function, no name</translation>
    </message>
    <message>
        <source>Niveau donné</source>
        <translation>Level given</translation>
    </message>
    <message>
        <source>1 à 5</source>
        <translation>1 to 5</translation>
    </message>
    <message>
        <source>Votes de l’atelier&#xa0;: {0}</source>
        <translation>Workshop votes: {0}</translation>
    </message>
    <message>
        <source>Replier</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>Votes sur ce thème</source>
        <translation>Votes on this theme</translation>
    </message>
    <message>
        <source>Choisissez le niveau que cette personne donne.</source>
        <translation>Choose the level that this person gives.</translation>
    </message>
</context>
<context>
    <name>WaysDialog</name>
    <message>
        <source>Répondre autrement</source>
        <translation>Answer another way</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Protéger vos missions</source>
        <translation>Protect your missions</translation>
    </message>
    <message>
        <source>Vos missions restent sur cet ordinateur, dans un fichier chiffré&#xa0;: sans sa clé, personne ne peut le lire.</source>
        <translation>Your missions stay on this computer, in an encrypted file: without its key, nobody can read it.</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>La même phrase, une seconde fois</source>
        <translation>The same passphrase, once more</translation>
    </message>
    <message>
        <source>J’ai une sauvegarde</source>
        <translation>I have a backup</translation>
    </message>
    <message>
        <source>Créer mon profil</source>
        <translation>Create my profile</translation>
    </message>
    <message>
        <source>Le trousseau «&#x202f;{0}&#x202f;» gardera la clé&#xa0;: rien à taper au démarrage.</source>
        <translation>The keyring “{0}” will hold the key: nothing to type at the start.</translation>
    </message>
    <message>
        <source>La phrase secrète est facultative&#x202f;; elle sert si le trousseau est un jour perdu.</source>
        <translation>The passphrase is optional; it is useful should the keyring ever be lost.</translation>
    </message>
    <message>
        <source>Pas de trousseau sur ce système&#xa0;: une phrase secrète est nécessaire.</source>
        <translation>No keyring on this system: a passphrase is needed.</translation>
    </message>
    <message>
        <source>Jalon la demandera à chaque démarrage&#x202f;; elle n’est écrite nulle part.</source>
        <translation>Jalon will ask for it at each start; it is written nowhere.</translation>
    </message>
    <message>
        <source>Dossier ou clé de la sauvegarde</source>
        <translation>Folder or stick of the backup</translation>
    </message>
    <message>
        <source>Choisissez une phrase secrète&#xa0;: sans trousseau, elle seule ouvre vos missions.</source>
        <translation>Choose a passphrase: without a keyring, it alone opens your missions.</translation>
    </message>
    <message>
        <source>Les deux phrases diffèrent. Retapez la seconde.</source>
        <translation>The two passphrases differ. Type the second one again.</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Bonjour</source>
        <translation>Hello</translation>
    </message>
    <message>
        <source>Voici {0} questions sur {1}. À chacune, choisissez ce qui ressemble le plus à ce qui se fait chez vous aujourd’hui. Il n’y a pas de bonne ni de mauvaise réponse, et «&#x202f;je ne connais pas&#x202f;» en est une.</source>
        <translation>Here are {0} questions on {1}. For each, choose what is closest to what is done in your company today. There is no right or wrong answer, and “I do not know” is one.</translation>
    </message>
    <message>
        <source>Chaque réponse est enregistrée aussitôt. Vous pouvez revenir en arrière et changer d’avis.</source>
        <translation>Each answer is saved at once. You may go back and change your mind.</translation>
    </message>
    <message>
        <source>Qui répond pour l’entreprise&#x202f;?</source>
        <translation>Who answers for the company?</translation>
    </message>
    <message>
        <source>nom ou fonction</source>
        <translation>name or function</translation>
    </message>
    <message>
        <source>Commencer</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>WhyButton</name>
    <message>
        <source>Pourquoi ce chiffre&#x202f;?</source>
        <translation>Why this figure?</translation>
    </message>
    <message>
        <source>Pourquoi&#xa0;: {0}</source>
        <translation>Why: {0}</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Pourquoi ce montant&#x202f;?</source>
        <translation>Why this amount?</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>{0}&#xa0;: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>WorkFigures</name>
    <message>
        <source>{0} réalisés&#xa0;: le reste ne compte pas, selon les lectures du dispositif.</source>
        <translation>{0} performed: the rest does not count, according to the readings of the scheme.</translation>
    </message>
    <message>
        <source>Non comptés</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>Jours comptés</source>
        <translation>Days counted</translation>
    </message>
    <message>
        <source>Nature, {0}</source>
        <translation>Kind, {0}</translation>
    </message>
    <message>
        <source>Limite</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Dernier jour</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Délai des dépenses</source>
        <translation>Deadline of the expenses</translation>
    </message>
    <message>
        <source>Les totaux ajoutent les actions qui ne sont pas abandonnées&#x202f;; ce qui n’est pas chiffré est compté à part.</source>
        <translation>The totals add up the actions that are not dropped; what is not costed is counted apart.</translation>
    </message>
    <message>
        <source>Programme Jalon&#x202f;; aucune source ne fixe de total du plan</source>
        <translation>Jalon programme; no source sets a total of the plan</translation>
    </message>
    <message>
        <source>Coût du plan</source>
        <translation>Cost of the plan</translation>
    </message>
    <message>
        <source>Effort du plan</source>
        <translation>Effort of the plan</translation>
    </message>
    <message>
        <source>Factures que le dispositif accepte, hors taxes.</source>
        <translation>Invoices that the scheme accepts, excl. VAT.</translation>
    </message>
    <message>
        <source>Factures acceptées</source>
        <translation>Accepted invoices</translation>
    </message>
    <message>
        <source>Jours de ces phases</source>
        <translation>Days of these phases</translation>
    </message>
    <message>
        <source>Demi-journées en vigueur</source>
        <translation>Half-days in force</translation>
    </message>
    <message>
        <source>Une demi-journée est un demi-jour.</source>
        <translation>A half-day is half a day.</translation>
    </message>
    <message>
        <source>Jours de tout le parcours</source>
        <translation>Days of the whole path</translation>
    </message>
    <message>
        <source>Jours de la prestation</source>
        <translation>Days of the service</translation>
    </message>
    <message>
        <source>En dessous, un diagnostic&#x202f;; à partir de là, un accompagnement.</source>
        <translation>Below, a diagnostic; from there on, an accompaniment.</translation>
    </message>
    <message>
        <source>Seuil</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>Durée à expliquer</source>
        <translation>Length to be explained</translation>
    </message>
    <message>
        <source>Au-delà, un avertissement.</source>
        <translation>Beyond, a warning.</translation>
    </message>
    <message>
        <source>Une prestation de moins de {0} est un diagnostic&#x202f;; à partir de {0}, un accompagnement, expliqué au-delà de {1}.</source>
        <translation>A service of less than {0} is a diagnostic; from {0} on, an accompaniment, explained beyond {1}.</translation>
    </message>
    <message>
        <source>Vade-mecum 2019, encadré&#xa0;2</source>
        <translation>Vade-mecum 2019, box 2</translation>
    </message>
    <message>
        <source>Un jour est deux demi-journées&#x202f;; seules comptent les lignes en vigueur du décompte.</source>
        <translation>A day is two half-days; only the lines of the ledger in force count.</translation>
    </message>
    <message>
        <source>Lectures du paquet, là où les sources ne disent rien</source>
        <translation>Readings of the pack, where the sources say nothing</translation>
    </message>
    <message>
        <source>diagnostic</source>
        <translation>diagnostic</translation>
    </message>
    <message>
        <source>accompagnement</source>
        <translation>accompaniment</translation>
    </message>
    <message>
        <source>{0} j</source>
        <translation>{0} d</translation>
    </message>
</context>
<context>
    <name>WorkshopPresenter</name>
    <message>
        <source>aucun vote sur ce thème</source>
        <translation>no vote on this theme</translation>
    </message>
    <message>
        <source>un vote</source>
        <translation>one vote</translation>
    </message>
    <message>
        <source>{0} votes</source>
        <translation>{0} votes</translation>
    </message>
    <message>
        <source>{0}, «&#x202f;{1}&#x202f;»</source>
        <translation>{0}, “{1}”</translation>
    </message>
    <message>
        <source>{0}, de «&#x202f;{1}&#x202f;» à «&#x202f;{2}&#x202f;»</source>
        <translation>{0}, from “{1}” to “{2}”</translation>
    </message>
    <message>
        <source>milieu «&#x202f;{0}&#x202f;»</source>
        <translation>middle “{0}”</translation>
    </message>
    <message>
        <source>milieu entre «&#x202f;{0}&#x202f;» et «&#x202f;{1}&#x202f;»</source>
        <translation>middle between “{0}” and “{1}”</translation>
    </message>
    <message>
        <source>{0}&#x202f;; {1}</source>
        <translation>{0}; {1}</translation>
    </message>
    <message>
        <source>Niveau déclaré&#xa0;: pas encore. Les votes éclairent la décision, ils ne la prennent pas.</source>
        <translation>Level declared: not yet. Votes inform the decision, they do not take it.</translation>
    </message>
    <message>
        <source>Niveau déclaré&#xa0;: «&#x202f;{0}&#x202f;». Les votes ne le changent pas.</source>
        <translation>Level declared: “{0}”. Votes do not change it.</translation>
    </message>
    <message>
        <source>Niveau déclaré&#xa0;: «&#x202f;{0}&#x202f;», décidé par {1}. Les votes ne le changent pas.</source>
        <translation>Level declared: “{0}”, decided by {1}. Votes do not change it.</translation>
    </message>
</context>
<context>
    <name>WorkshopScreen</name>
    <message>
        <source>Atelier</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Précédent</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Retirer un vote</source>
        <translation>Take a vote back</translation>
    </message>
    <message>
        <source>Décider</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Suivant</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Quitter l’atelier</source>
        <translation>Leave the workshop</translation>
    </message>
    <message>
        <source>Montrer les votes</source>
        <translation>Show the votes</translation>
    </message>
    <message>
        <source>Cacher les votes</source>
        <translation>Hide the votes</translation>
    </message>
    <message>
        <source>compter un vote de la salle, caché jusqu’à ce qu’on le montre</source>
        <translation>count a vote of the room, hidden until it is shown</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>retirer le dernier vote</source>
        <translation>take the last vote back</translation>
    </message>
    <message>
        <source>montrer les votes, les cacher</source>
        <translation>show the votes, hide them</translation>
    </message>
    <message>
        <source>décider du niveau déclaré, avec son auteur</source>
        <translation>decide on the declared level, with its author</translation>
    </message>
    <message>
        <source>thème suivant, thème précédent</source>
        <translation>next theme, previous theme</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>quitter l’atelier</source>
        <translation>leave the workshop</translation>
    </message>
</context>
<context>
    <name>WorkshopScreenPresenter</name>
    <message>
        <source>Thème {0} sur {1}</source>
        <translation>Theme {0} of {1}</translation>
    </message>
    <message>
        <source>Écrivez qui décide&#xa0;: le niveau déclaré a toujours un auteur.</source>
        <translation>Write who decides: the declared level always has an author.</translation>
    </message>
    <message>
        <source>participant {0}</source>
        <translation>participant {0}</translation>
    </message>
    <message>
        <source>Aucun vote pour l’instant</source>
        <translation>No vote yet</translation>
    </message>
    <message>
        <source>Un vote, caché</source>
        <translation>One vote, hidden</translation>
    </message>
    <message>
        <source>{0} votes, cachés</source>
        <translation>{0} votes, hidden</translation>
    </message>
</context>
<context>
    <name>_Explanation</name>
    <message>
        <source>Pourquoi ce montant&#x202f;?</source>
        <translation>Why this amount?</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;»</source>
        <translation>“{0}”</translation>
    </message>
</context>
<context>
    <name>_Invitation</name>
    <message>
        <source>Pourquoi ce montant&#x202f;?</source>
        <translation>Why this amount?</translation>
    </message>
    <message>
        <source>Choisissez un montant, puis «&#x202f;?&#x202f;» ou Entrée&#xa0;: le calcul et la règle s’ouvrent ici.</source>
        <translation>Choose an amount, then “?” or Enter: the calculation and the rule open here.</translation>
    </message>
</context>
<context>
    <name>_StepLine</name>
    <message>
        <source>{0}&#xa0;: {1}. {2}</source>
        <translation>{0}: {1}. {2}</translation>
    </message>
</context>
<context>
    <name>typed</name>
    <message>
        <source>{0} à {1}</source>
        <translation>{0} at {1}</translation>
    </message>
</context>
</TS>
