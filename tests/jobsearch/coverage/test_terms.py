"""What a posting asks for, found in its words."""

import pytest

from mentorship.jobsearch.coverage.terms import Weight, terms_of

ENGLISH = """Staff Nurse, Ward 4
Fellside Hospital

About us
We are a friendly hospital with a canteen. You will love the Moodle of our academy.

Main duties
• Wound care for patients in the community
• Monitoring and alerting with Prometheus / Grafana or equivalent
• Goods in, and dispensing

Essential
• At least 2 years of experience in surgery
• Immediate Life Support (ILS)
• City & Guilds 706/1 and 706/2
• Excellent communication skills
• Right to work in the UK
• Degree in adult nursing

Desirable
• Kafka
• Wound care

In return you will get 27 days of annual leave, a pension and an excellent canteen for all of us.
"""
GERMAN = """Konstrukteur (m/w/d)

Ihre Aufgaben
• Erstellung der Monats- und Jahresabschlüsse
• Klärung offener Posten
• Konstruktion von Baugruppen
• Laufende Finanzbuchhaltung

Ihr Profil
• Führerschein Kl. B, idealerweise Staplerschein
• mindestens drei Jahre Erfahrung
• Studium des Maschinenbaus und Teamfähigkeit

Wünschenswert, aber nicht zwingend: Robotik.
"""
FRENCH = """Assistant social (H/F)

Vos missions
- Accès aux droits
- Rédaction de rapports sociaux
- Réponse aux appels d'offres

Profil recherché
DEASS exigé. Permis B. Sens de l'écoute.
Atouts : anglais ou arabe ; entretien motivationnel

Conditions
Tickets restaurant, mutuelle.
"""


def found(posting: str) -> dict[str, Weight]:
    return {term.text: term.weight for term in terms_of(posting)}


def test_terms_stand_as_the_posting_writes_them_with_the_stronger_weight() -> None:
    assert found(ENGLISH) == {
        "Wound care": Weight.REQUIRED,
        "Monitoring and alerting": Weight.REQUIRED,
        "Prometheus": Weight.REQUIRED,
        "Grafana": Weight.REQUIRED,
        "Goods in": Weight.REQUIRED,
        "dispensing": Weight.REQUIRED,
        "2 years": Weight.REQUIRED,
        "surgery": Weight.REQUIRED,
        "Immediate Life Support": Weight.REQUIRED,
        "City & Guilds 706/1 and 706/2": Weight.REQUIRED,
        "Degree in adult nursing": Weight.REQUIRED,
        "Kafka": Weight.NICE,
    }


def test_a_german_posting_keeps_genitives_and_stumps_whole() -> None:
    assert found(GERMAN) == {
        "Monats- und Jahresabschlüsse": Weight.REQUIRED,
        "Klärung offener Posten": Weight.REQUIRED,
        "Konstruktion von Baugruppen": Weight.REQUIRED,
        "Finanzbuchhaltung": Weight.REQUIRED,
        "Führerschein Kl. B": Weight.REQUIRED,
        "Staplerschein": Weight.NICE,
        "drei Jahre": Weight.REQUIRED,
        "Studium des Maschinenbaus": Weight.REQUIRED,
        "Robotik": Weight.NICE,
    }


def test_a_french_posting_is_read_by_its_own_little_words() -> None:
    assert found(FRENCH) == {
        "Accès aux droits": Weight.REQUIRED,
        "rapports sociaux": Weight.REQUIRED,
        "appels d'offres": Weight.REQUIRED,
        "DEASS": Weight.REQUIRED,
        "Permis B": Weight.REQUIRED,
        "anglais": Weight.NICE,
        "arabe": Weight.NICE,
        "entretien motivationnel": Weight.NICE,
    }


def test_a_term_knows_where_it_stands() -> None:
    for posting in (ENGLISH, GERMAN, FRENCH):
        for term in terms_of(posting):
            assert posting[term.start : term.start + len(term.text)] == term.text


@pytest.mark.parametrize("posting", ["", "\n\n", "•", "We are happy.", "Apply now!"])
def test_where_nothing_is_asked_nothing_is_found(posting: str) -> None:
    assert terms_of(posting) == []


@pytest.mark.parametrize(
    ("posting", "terms"),
    [
        ("Wir suchen\n\n• Kafka und\n• von Hand", ["Kafka"]),
        ("Duties\n- audit and\n", ["audit"]),
        ("Requirements\n- x y z\n- 3 4", []),
        ("Desirable\n- Kafka\n\nEssential\n- Kafka", ["Kafka"]),
        (
            "Duties\n- colleagues wound care, dispensing",
            ["wound care", "dispensing"],
        ),
        ("Requirements\n- Redis (of the team)", ["Redis"]),
        ("Duties\n- two years of this\n", []),
        ("Ihre Aufgaben\n• Prüfung der von Hand\n", ["Prüfung"]),
        (f"Requirements\n- {'a' * 60_000}\n- Kafka", ["Kafka"]),
        ("Duties\n\nYou will support three fee earners with conveyancing.", ["conveyancing"]),
        (
            "Grupo Almenar, con sede en Paterna (Valencia), busca contable: Excel, SAP",
            ["Excel", "SAP"],
        ),
    ],
)
def test_odd_statements_give_what_is_known(posting: str, terms: list[str]) -> None:
    assert [term.text for term in terms_of(posting)] == terms


def test_a_list_under_any_heading_is_about_what_is_done() -> None:
    posting = "Sunday to Friday\n\n- Stock control\n\nCoffee is nice to have around.\n"

    assert [term.text for term in terms_of(posting)] == ["Stock control"]


def test_a_list_under_no_heading_is_about_what_is_done() -> None:
    assert [term.text for term in terms_of("- Stock control\n- Kafka")] == [
        "Stock control",
        "Kafka",
    ]


def test_of_two_weights_the_stronger_stays_whichever_comes_first() -> None:
    for posting in (
        "Desirable\n- Kafka\n\nEssential\n- Kafka",
        "Essential\n- Kafka\n\nDesirable\n- Kafka",
    ):
        assert found(posting) == {"Kafka": Weight.REQUIRED}


@pytest.mark.parametrize(
    ("posting", "terms"),
    [
        ("Requirements\nKnowledge of Kafka\nExperience of SCADA\n", ["Kafka", "SCADA"]),
        ("Duties\nMaintain payroll.\nKeep the general ledger.\n", ["payroll", "general ledger"]),
        ("About Hodge\nWelding.\nWhat you'll bring\nWelding\n", ["Welding"]),
        ("**What you'll get**\n- Kafka\n\n**Essential**\n- Redis", ["Redis"]),
        ("Essential\n- Dental insurance\n- Redis\n", ["Redis"]),
        ("Das erwartet Sie bei uns\n• Buchhaltung\n\nDas erwartet Sie\n• Obst", ["Buchhaltung"]),
        (
            "Profil\n- Chirurgie\n- Diplôme d'État d'infirmier",
            ["Chirurgie", "Diplôme d'État d'infirmier"],
        ),
        ("Was wir dir bieten\n- SAP\n\nProfil\n- Excel", ["Excel"]),
        ("Vous aurez pour missions :\n- Concevoir des API REST\n", ["API REST"]),
    ],
)
def test_a_line_without_a_bullet_is_no_heading_for_the_words_in_it(
    posting: str, terms: list[str]
) -> None:
    assert [term.text for term in terms_of(posting)] == terms


@pytest.mark.parametrize(
    ("item", "terms"),
    [
        ("Experience of Design & Build and of Go", ["Design & Build", "Go"]),
        ("Support for pupils with SEND in IT", ["SEND", "IT"]),
        ("Level 3 Food Safety, Certified Floodplain Manager", ["Level 3 Food Safety"]),
        ("Typing speed of 45", ["Typing speed"]),
        ("Planned and reactive maintenance", ["Planned and reactive maintenance"]),
        ("Financial and statistical software", ["Financial and statistical software"]),
        ("Draft and negotiate leases", ["Draft and negotiate leases"]),
        ("Supervise", []),
        ("Health and safety rules, health and safety", ["Health and safety"]),
        ("Reporting on sales figures, reporting", ["sales figures", "reporting"]),
        ("Repair of PLC controlled machinery", ["PLC"]),
        ("Testing of electrical installations", ["electrical installations"]),
        ("Testing of Kafka", ["Testing of Kafka"]),
        ("Landlord and Tenant Act 1954", ["Landlord and Tenant Act 1954"]),
        ("Landlord and tenant", ["Landlord and tenant"]),
        ("Bachelor of Science in Nursing (BSN)", ["Bachelor of Science in Nursing"]),
        ("Plan rotas and fixtures", ["rotas", "fixtures"]),
        ("Degree, full driving licence, certificate", ["driving licence"]),
        ("Serves customers across East Anglia", []),
        ("Speak fluent English, SaaS company", ["English", "SaaS"]),
        ("English/Spanish", ["English", "Spanish"]),
        ("Reporting to the Head of Sales, payroll", ["payroll"]),
    ],
)
def test_what_stands_around_a_term_is_none_of_it(item: str, terms: list[str]) -> None:
    assert [term.text for term in terms_of(f"Requirements\n- {item}\n")] == terms


def test_the_job_and_the_employer_are_no_terms() -> None:
    posting = (
        "Senior Accountant (part time)\n\nLarch Ltd is an employer.\n\nRequirements\n"
        "- Chartered Accountant\n- Experience at Larch\n- Payroll\n"
    )

    assert [term.text for term in terms_of(posting)] == ["Payroll"]


def test_a_french_duty_is_told_without_its_verb() -> None:
    posting = "Vos missions\n- Développer de nouvelles API en Java\n- Concevoir et tester des API\n"

    assert [term.text for term in terms_of(posting)] == ["API", "Java"]


def test_a_spanish_posting_is_read_by_its_own_little_words() -> None:
    posting = """Administrativo contable

Tareas
- Registro de facturas
- Elaborar presupuestos

Requisitos
- Al menos dos años de experiencia
- Dominio de Excel y Sage

Se valorará
- Portugués

Ofrecemos
- Contrato indefinido y buen ambiente
"""

    assert [(term.text, term.weight) for term in terms_of(posting)] == [
        ("Registro de facturas", Weight.REQUIRED),
        ("presupuestos", Weight.REQUIRED),
        ("dos años", Weight.REQUIRED),
        ("Excel", Weight.REQUIRED),
        ("Sage", Weight.REQUIRED),
        ("Portugués", Weight.NICE),
    ]


def test_how_somebody_is_something_makes_no_term() -> None:
    assert [term.text for term in terms_of("Requirements\n- acutely unwell adults\n- Kafka")] == [
        "Kafka"
    ]
