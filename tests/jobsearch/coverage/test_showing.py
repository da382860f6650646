"""How a term stands in a résumé: as written, in another form, named without counting, or not at all."""

from cProfile import Profile

import pytest

from mentorship.jobsearch.coverage.showing import Document, Status, shown


def status(term: str, resume: str, language: str = "en") -> Status:
    return shown(term, Document(resume, language)).status


@pytest.mark.parametrize(
    ("term", "resume"),
    [
        ("Java", "Java since 2016"),
        ("wound care", "Led the wound\n  care clinic"),
        ("Raiser's Edge", "Data in Raiser’s Edge"),
        ("C++", "C++ and C"),
        ("driving licence", "Full driving licence"),
    ],
)
def test_as_written(term: str, resume: str) -> None:
    assert status(term, resume) is Status.EXACT


@pytest.mark.parametrize(
    ("language", "term", "resume"),
    [
        ("en", "budget management", "Managed a small budget of £40,000"),
        ("en", "Goods in", "Goods-in and despatch"),
        ("en", "OAuth 2.0", "OAuth2 and SAML"),
        ("en", "postmortems", "wrote post-mortems"),
        ("en", "H&S", "Health and safety rep"),
        ("en", "Structured Query Language", "SQL"),
        ("en", "PostgreSQL", "Postgres 15"),
        ("en", "MS Excel", "Excel"),
        ("en", "5+ years", "Seven years of nursing"),
        ("en", "12 months", "2 years in sales"),
        ("en", "Degree in adult nursing", "BSc (Hons) Adult Nursing, 2022"),
        ("en", "teaching mathematics", "Taught mathematics"),
        ("en", "manual handling cert", "Manual handling certificate"),
        ("de", "Kontenabstimmung", "Abstimmung der Konten"),
        ("de", "Kaufteile", "Kaufteilauswahl"),
        ("de", "Planung von Terminen", "Terminplanung für vier Ärzte"),
        ("de", "Klärung offener Posten", "offene Posten geklärt"),
        ("de", "Abrechnung", "Löhne abgerechnet"),
        ("de", "Englischkenntnisse", "Englisch verhandlungssicher"),
        ("de", "Reparatur", "Geräte repariert"),
        ("fr", "négociation des prix", "négocie les prix"),
        ("fr", "rédaction de rapports", "Rapports rédigés pour le juge"),
        ("en", "ROAS", "a return on ad spend of 4.6"),
        ("en", "BS 7671", "Wiring (BS7671:2018)"),
        ("en", "three-phase motors", "3-phase motors"),
        ("en", "Oregon RN license", "Registered Nurse license, Oregon"),
        ("en", "customs clearance", "Cleared crates through customs"),
        ("en", "Incoterms 2020", "Incoterms workshop"),
        ("en", "special-purpose machinery", "special purpose machines"),
        ("en", "HND in Mechanical Engineering", "BEng Mechanical Engineering"),
        ("de", "VPN-Verbindungen", "VPN"),
        ("en", "loading and unloading trailers", "Unloaded trailers.\n\n- Loading of trailers"),
        ("de", "Monats- und Jahresabschlüsse", "Jahresabschluss.\n\nAuch: der Monatsabschluss"),
        ("de", "Angeboten", "Angebote erstellt"),
        ("es", "atención a clientes", "Clientes atendidos en tienda"),
        ("fr", "enseignement aux adultes", "enseignement auprès d'adultes"),
        ("en", "CPC card", "CPC"),
        ("de", "Preisverhandlungen", "Verhandelte Preise"),
        ("en", "Bachelor's degree", "Temple University, BA Communications"),
        ("en", "D3.js", "Charts in D3"),
        ("en", "JCT Design and Build", "JCT D&B throughout"),
        ("en", "ADA compliance", "Compliance with the Americans with Disabilities Act"),
        ("en", "site-to-site VPNs", "VPN site to site"),
        ("en", "mental health first aid", "Mental Health First Aider"),
        ("de", "Scrum-Erfahrung", "Scrum"),
        ("es", "Carné de carretillero", "Carretillero"),
        (
            "es",
            "Grado en Educación Primaria",
            "Grado en Magisterio de Educación Primaria. La mención la dejé a falta de una asignatura",
        ),
        ("fr", "AAH", "l'allocation aux adultes handicapés"),
    ],
)
def test_in_another_form(language: str, term: str, resume: str) -> None:
    assert status(term, resume, language) is Status.VARIANT


@pytest.mark.parametrize(
    ("language", "term", "resume"),
    [
        ("en", "Java", "JavaScript"),
        ("en", "AWS", "building web services"),
        ("en", "loading and unloading trailers", "Unloaded trailers.\n\nNo loading of trailers"),
        ("de", "Monats- und Jahresabschlüsse", "Jahresabschluss"),
        ("en", "Go", "Prepared the go-live"),
        ("en", "C", "C++"),
        ("en", "venepuncture", "Taking blood"),
        ("en", "5 years", "three years"),
        ("en", "Degree in adult nursing", "BSc History"),
        ("en", "data entry", "Entry to the harbour.\n\nData in Excel"),
        ("en", "CIPD Level 5", "CIPD Level 3 (2020); Level 5 wanted"),
        ("en", "nurse clinics", "Weight clinics from scratch\nScrub nurse"),
        ("en", "&", "and"),
        ("de", "Fehlersuche", "Suche nach Sinn"),
        ("de", "Fehlersuche", f"Suche{' nach' * 20} dem Fehler"),
    ],
)
def test_other_words_do_not_count(language: str, term: str, resume: str) -> None:
    assert status(term, resume, language) is Status.MISSING


@pytest.mark.parametrize(
    ("language", "term", "resume"),
    [
        ("en", "Kafka", "No experience with Kafka so far"),
        ("en", "Kafka", "Python; currently learning Kafka on a home lab"),
        ("en", "Life Support", "Life Support: lapsed March 2024"),
        ("en", "Kafka", "Learning now\nKafka\nGo"),
        ("en", "Figma", "Figma: learning."),
        ("en", "Kafka", "Limited experience with Kafka"),
        ("en", "Kafka", "Kafka (expected 2026)"),
        ("en", "Kafka", "Kafka was outside my role"),
        ("en", "Kafka", "Kafka training cancelled"),
        ("de", "Kafka", "mit Kafka habe ich nie gearbeitet"),
        ("de", "Kafka", "Kafka war nicht mein Bereich"),
        ("fr", "Kafka", "Kafka était géré par un collègue"),
        ("fr", "Kafka", "Kafka : notions théoriques uniquement"),
        ("en", "Epic", "Epic was rolled out after I left"),
        ("de", "SAP FI", "keine Erfahrung mit SAP FI"),
        ("de", "Robotik", "Robotik: Seminar für Oktober gebucht"),
        ("fr", "HACCP", "HACCP : aucune notion"),
        ("fr", "SST", "SST : périmée depuis 2022"),
    ],
)
def test_what_is_denied_over_or_still_to_come_does_not_count(
    language: str, term: str, resume: str
) -> None:
    told = shown(term, Document(resume, language))

    assert told.status is Status.MISSING
    assert [resume[place.start : place.end] for place in told.uncounted] == [term]


@pytest.mark.parametrize(
    "resume",
    [
        "Django, without a day of downtime",
        "Reduced failed Django jobs by 20%",
        "Django and pending payments",
        "Django: taught to beginners",
        "Not one incident in nine years of Django",
        "No experience with Kafka. Django since 2019",
        "Learning support assistant; Django",
        "I have no PHP but Django",
    ],
)
def test_a_denial_of_something_else_takes_nothing_away(resume: str) -> None:
    assert status("Django", resume) is Status.EXACT


def test_what_counts_elsewhere_is_found_and_both_places_are_told() -> None:
    resume = "No experience with Kafka in banks\nKafka at home since 2020"

    told = shown("Kafka", Document(resume, "en"))

    assert told.status is Status.EXACT
    assert [place.start for place in told.places] == [resume.rindex("Kafka")]


def test_a_degree_is_looked_for_in_a_text_twice_as_long_with_twice_the_calls() -> None:
    once, twice = (_calls(lines) for lines in (200, 400))

    assert twice < 2.5 * once


def _calls(lines: int) -> int:
    """How many functions are called to look for a degree in so many lines."""
    document = Document("Wound care and dressings\n" * lines, "en")
    with Profile() as profile:
        shown("Degree in adult nursing", document)
    return sum(entry.callcount for entry in profile.getstats())
