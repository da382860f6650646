"""Everything that is asked about the service's health: one list, for the page, the doctor, a monitor."""

import time

from mentorship.home.upkeep import machine, mail, people, work
from mentorship.home.upkeep.findings import Check, Finding

CHECKS = (
    Check("database", machine.database, is_essential=True),
    Check("migrations", machine.migrations, is_quick=False),
    Check("files", machine.files, is_essential=True),
    Check("files_read_back", machine.files_read_back),
    Check("redis", machine.redis),
    Check("clock", machine.clock),
    Check("tasks", work.sweeps),
    Check("letters", work.letters),
    Check("versions", work.versions),
    Check("uploads", work.uploads),
    Check("orphans", work.orphans),
    Check("converters", work.converters, is_quick=False),
    Check("converters_without_network", work.isolation),
    Check("mail", mail.reachable),
    Check("mail_server", mail.server, is_quick=False, holds=600.0),  # each time is a login
    Check("mail_held", mail.held),
    Check("mail_a_day", mail.a_day),
    Check("mail_records", mail.records, is_quick=False),
    Check("contact", people.contact, is_quick=False),
)

ESSENTIAL = tuple(check.name for check in CHECKS if check.is_essential)
Found = dict[str, Finding]
KEPT: dict[str, tuple[float, Finding]] = {}  # of this process: when it was found out, and what


def essential() -> Found:
    """What is so with the parts that every page needs."""
    return {check.name: check.ask() for check in CHECKS if check.is_essential}


def quick() -> Found:
    """What is so with all that can be asked often. Takes a few seconds when Redis or mail hangs."""
    return {check.name: check.ask() for check in CHECKS if check.is_quick}


def every() -> Found:
    """What is so with every part."""
    return {check.name: check.ask() for check in CHECKS}


def again_and_again() -> Found:
    """The same for whoever asks every few seconds: see `Check.holds`."""
    return {check.name: _lately(check) for check in CHECKS}


def _lately(check: Check) -> Finding:
    moment = time.monotonic()
    known = KEPT.get(check.name)
    if known and moment - known[0] < check.holds:
        return known[1]
    finding = check.ask()
    KEPT[check.name] = moment, finding
    return finding
