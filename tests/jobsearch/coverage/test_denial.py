"""What a résumé names and does not count: each kind of saying so, and what only looks like it."""

import pytest

from mentorship.jobsearch.coverage.denial import denied
from mentorship.jobsearch.coverage.showing import Document, Status, shown

AROUND = "Kestrel Works, 2019-2025\nLed the team.\n{}\nOther things done."


def counts(term: str, line: str, language: str) -> bool:
    told = shown(term, Document(AROUND.format(line), language))
    return told.status is not Status.MISSING


@pytest.mark.parametrize(
    ("language", "term", "line"),
    [
        # somebody else does it
        ("en", "P11Ds", "P11Ds went out to our accountants."),
        ("en", "contracts", "Contracts were signed off by legal."),
        ("en", "Kubernetes", "Kubernetes, which our platform team runs for us"),
        ("de", "Wundmanagement", "Wundmanagement macht ein eigener Dienst."),
        ("de", "Protokollführung", "Protokollführung lag beim Sekretariat"),
        ("fr", "relances", "Les relances, c'était le service commercial."),
        ("fr", "DEB", "Pour la DEB, le cabinet s'en chargeait."),
        ("es", "IRPF", "El IRPF lo hacía mi jefa."),
        ("en", "stock control", "Supervised staff; stock was controlled by the owner"),
        ("en", "completion statements", "Completion statements: prepared by the cashier"),
        ("de", "SAP EWM", "SAP WM, EWM wird gerade eingeführt"),
        ("fr", "bilans", "Bilans : rédigés par l'organisme"),
        ("es", "cuentas anuales", "Cuentas anuales: las elabora la asesoría"),
        ("en", "laundry contract", "The laundry contract itself sits with Purchasing"),
        ("en", "labour cost", "Labour cost reports are the Head Housekeeper's"),
        ("de", "Zwangsvollstreckung", "Die Zwangsvollstreckung hat eine Kollegin unter sich"),
        ("de", "Bauzeitenpläne", "Bauzeitenpläne erstellt immer unser Planungsbüro"),
        ("fr", "boîtes de vitesses", "Les boîtes de vitesses partent chez un prestataire"),
        ("es", "radiofrecuencia", "La radiofrecuencia la llevan en el turno de noche"),
        ("es", "adaptaciones", "Las adaptaciones las firmaba la orientadora"),
        ("en", "address plans", "The address plan belongs to the architect"),
        ("en", "budget", "The budget is held at regional level"),
        ("en", "dental charting", "Dental charting was introduced the week I left"),
        # hardly there
        ("en", "MEDDICC", "MEDDICC: read the book, have not sold by it"),
        ("de", "HTML", "HTML, CSS: verstehe ich, schreibe ich nicht"),
        ("fr", "Diagbox", "Diagbox utilisé chez un ami, sans plus"),
        ("es", "APPCC", "APPCC me suena, nada más"),
        ("en", "IRIS", "IRIS: saw it once at a trade fair"),
        ("en", "Tableau", "Tableau: two evenings with a friend's laptop"),
        ("de", "HPLC", "HPLC kenne ich aus der Vorlesung"),
        ("fr", "AFGSU", "AFGSU : deux jours de sensibilisation"),
        ("es", "SAP", "SAP solo de vista"),
        ("en", "EMIS", "EMIS only in a demonstration"),
        ("en", "Maze", "Maze: account opened, never used in anger"),
        ("es", "máster", "Máster, trabajo final sin entregar"),
        # over, or to be done again
        ("en", "CPR", "CPR: last refreshed 2022, so out of time"),
        ("en", "G3", "I held G3 until 2021 and must resit it"),
        ("en", "G3", "G3 valid until the end of 2022"),
        ("de", "ADR-Schein", "ADR-Schein gültig bis März 2022"),
        ("fr", "BR", "Habilitation BR suspendue"),
        ("es", "carné", "Carné caducado en 2023"),
        # still to come, or only wished for
        ("en", "GraphQL", "GraphQL is where I'd like to grow."),
        ("de", "Kranschein", "Kranschein: Prüfung steht an"),
        ("fr", "DCG", "DCG commencé puis laissé de côté"),
        ("es", "Kubernetes", "Kubernetes: me gustaría aprenderlo"),
        ("en", "TUPE", "A TUPE transfer was on the cards but fell through"),
        ("en", "Level 2 Diploma", "Level 2 Diploma: two units to go"),
        ("de", "PDF/UA", "PDF/UA: Schulung steht im Kalender"),
        ("fr", "Kubernetes", "Kubernetes : je commence"),
        ("es", "valenciano", "Valenciano lo entiendo, pero no lo hablo"),
        # asked, and left out
        ("en", "SDP3", "SDP3? We have no Scanias."),
        ("fr", "tableaux croisés", "Excel, sauf les tableaux croisés"),
        ("de", "InDesign", "Layout in Affinity statt InDesign"),
        # a word that looks like a name
        ("en", "Excel", "I excel at talking to people"),
        ("en", "R", "R&D budgets"),
    ],
)
def test_what_does_not_count(language: str, term: str, line: str) -> None:
    assert not counts(term, line, language)


@pytest.mark.parametrize(
    ("language", "term", "line"),
    [
        ("en", "customer service", "Customer service praised by the area manager"),
        ("en", "invoices", "Chased overdue invoices"),
        ("en", "negotiation", "Negotiation with suppliers, saving 12% over next year"),
        ("en", "first aid", "First aid at work, valid until 2027"),
        ("en", "complaints", "Resolved complaints in two days, never more than three open"),
        ("de", "Excel", "Excel: nicht nur Tabellen, auch Makros"),
        ("de", "Mahnwesen", "Mahnwesen mit überfälligen Posten"),
        ("fr", "relances", "Relances des factures échues"),
        ("fr", "sous-traitants", "Sous-traitants : gestion de 12 entreprises"),
        ("de", "Schichten", "Schichten geplant"),
        ("en", "driving licence", "Full UK driving licence, no points"),
        ("en", "payroll", "Payroll for 400, but not invoicing"),
        ("fr", "commerce", "Commerce : bientôt dix ans"),
        ("en", "dashboards", "Dashboards that are used by forty engineers"),
        ("en", "apprentices", "Apprentices were mentored by the week"),
        ("es", "inventario", "Inventario anual, nunca con más del 1 % de merma"),
    ],
)
def test_what_only_looks_like_a_denial(language: str, term: str, line: str) -> None:
    assert counts(term, line, language)


def test_a_bracket_speaks_of_the_entry_before_it() -> None:
    line = "Tools: Excel, Power BI (not used since 2015), Python"

    assert [counts(term, line, "en") for term in ("Excel", "Power BI", "Python")] == [
        True,
        False,
        True,
    ]


def test_one_of_an_enumeration_is_denied_alone_or_with_the_one_before() -> None:
    assert [counts(one, "Sage, not yet Xero, Excel", "en") for one in ("Sage", "Excel")] == [
        True,
        True,
    ]
    line = "Sage, Xero, expired, Excel"
    assert [counts(one, line, "en") for one in ("Sage", "Xero", "Excel")] == [True, False, True]


def test_of_two_each_with_its_own_word_the_second_is_denied_alone() -> None:
    line = "Arabisch fließend, Kurdisch verstehe ich nur"
    assert [counts(one, line, "de") for one in ("Arabisch", "Kurdisch")] == [True, False]
    assert not counts("SAP EWM", "Kurs in SAP EWM, Prüfung steht noch aus", "de")


def test_a_long_sentence_loses_only_what_lies_beside_the_denial() -> None:
    line = (
        "Ran the ledger for three companies and forty clients, closed every month in four days, "
        "kept the archive, learned Sage on the job, though Xero was no longer needed"
    )

    assert [counts(term, line, "en") for term in ("ledger", "archive", "Xero")] == [
        True,
        True,
        False,
    ]


def test_a_wrapped_line_goes_on_in_the_next() -> None:
    line = (
        "At the agency in Leeds most of my colleagues used\nFigma, and I have no experience of it"
    )

    assert counts("Figma", line, "en")
    assert not counts(
        "wireframes",
        "At the agency in Leeds, for two years, I have not yet\nmade wireframes",
        "en",
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_speaks_of_what_stands_below_it(gap: str) -> None:
    text = f"Excel\n\nStill to come{gap}Xero and Sage\n\nFrench"

    assert [shown(term, Document(text, "en")).status for term in ("Excel", "Xero", "French")] == [
        Status.EXACT,
        Status.MISSING,
        Status.EXACT,
    ]


def test_what_held_until_the_newest_year_of_a_text_may_hold_still() -> None:
    assert denied("Work 2019-2024\nCard valid until 2024") == []
