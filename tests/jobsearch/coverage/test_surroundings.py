"""What stands around a term in a posting: headings, verbs, places of work, character. None of it is one."""

import pytest

from mentorship.jobsearch.coverage.terms import terms_of


def found(posting: str) -> list[str]:
    return [term.text for term in terms_of(posting)]


@pytest.mark.parametrize(
    ("posting", "terms"),
    [
        # what the reader is told to do is the work, also in a sentence
        (
            "Your impact\n\nYou will run discovery calls and product demos with the buyers.",
            ["discovery calls", "product demos"],
        ),
        ("The role\n\nThere's more: writing adverts, and tests first.", ["writing adverts"]),
        ("Was du machst\nDu setzt Jahresberichte in InDesign.", ["Jahresberichte", "InDesign"]),
        ("Le poste\n\nVous pilotez les entretiens annuels.", ["entretiens annuels"]),
        (
            "¿Qué harás? Elaborarás unidades didácticas en equipo.\nUn hotel con jardín y las mejores vistas.",
            ["unidades didácticas"],
        ),
        # a line that begins with a heading of its own, also below what is given
        (
            "Profil\n- Permis B pour vous\n\nAvantages\n- Primes\n\nLe petit truc en plus : Excel",
            ["Permis B", "Excel"],
        ),
        (
            "Laiterie du Bocage. Un camembert que Tokyo veut.\n\nProfil\n- Excel pour vous",
            ["Excel"],
        ),
        # perks tell what a heading is that says nothing known
        (
            "Tasks\n- Payroll\n\nProfile\n- Excel\n\nReady when you start\n- Company car and Kafka\n",
            ["Payroll", "Excel"],
        ),
        (
            "Tasks\n- Payroll\n\nProfile\n- Excel\n\nOnwards\nCompany car\nPrivate healthcare\nKafka\n",
            ["Payroll", "Excel"],
        ),
        ("Tasks\n- Payroll\n\nOn the technical side\n- Kafka\n", ["Payroll", "Kafka"]),
        (
            "Tasks\n- Payroll\n\nProfile\n- Excel\n\nOn the technical side\n- Kafka\n",
            ["Payroll", "Excel", "Kafka"],
        ),
        (
            "Ihre Aufgaben\n– Buchhaltung\n\nSie bringen mit\n– Excel\n\nWas Sie bei uns finden\n– SAP\n",
            ["Buchhaltung", "Excel"],
        ),
    ],
)
def test_what_a_heading_or_a_verb_leads_to(posting: str, terms: list[str]) -> None:
    assert found(posting) == terms


@pytest.mark.parametrize(
    ("posting", "terms"),
    [
        ("Duties\n- Payroll with procurement and legal\n", ["Payroll"]),
        ("Duties\n- Payroll with Cypher Hotel", ["Payroll", "Cypher Hotel"]),
        ("Requirements\n- Payroll\n- A busy dental laboratory", ["Payroll"]),
        ("Profil\n- Permis B pour la route\n- Garage multimarque", ["Permis B"]),
        ("Funciones\n- Facturación para un grupo de 24", ["Facturación"]),
        ("Ihre Aufgaben\n• Anleitung im Haushalt\n• Hilfeplanung", ["Hilfeplanung"]),
        ("Requirements\n- A Level 2 diploma in cleaning", ["Level 2 diploma in cleaning"]),
        ("Requirements\n- Payroll\n- Business acumen and executive presence", ["Payroll"]),
        ("Requirements\n- iTrent or eBay", ["iTrent", "eBay"]),
        ("Profil\n- Excel pour vous\n- Soigneux et méthodique", ["Excel"]),
        ("Dein Profil\n- Excel\n- Empathie und Abgrenzungsfähigkeit", ["Excel"]),
        ("Requisitos\n- Excel\n- Vehículo propio", ["Excel"]),
        ("Requisitos\n- Picking y etiquetado", ["Picking", "etiquetado"]),
        ("Dein Profil\n- Das Excel", ["Excel"]),
    ],
)
def test_places_people_and_character_are_no_terms(posting: str, terms: list[str]) -> None:
    assert found(posting) == terms


def test_the_employer_with_one_word_more_is_still_the_employer() -> None:
    posting = "Sales\n\nAt Ledgerline, we sell.\n\nDuties\n- Represent Ledgerline\n- Payroll\n"

    assert found(posting) == ["Payroll"]
