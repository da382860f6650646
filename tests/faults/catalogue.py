"""All that can go wrong in a trial, by name."""

from tests.faults.failures import OTHERS
from tests.faults.kills import KILLS

HAPPENINGS = KILLS | OTHERS
