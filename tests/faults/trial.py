"""What one trial showed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trial:
    """One story, one thing that went wrong in it, and what the judge said.

    seed         tells the same story again
    lost, wrong  sentences; none of them may be there
    extra        second copies of letters
    recovery     seconds from the end of what went wrong until everything had come to an end
    sweeps       whole ones that left the same thing that was due, at most; two are wrong
    took         seconds, all in all
    void         why it proves nothing; else empty
    """

    name: str
    seed: int
    lost: list[str]
    wrong: list[str]
    extra: int
    recovery: float
    sweeps: int
    took: float
    void: str = ""

    @property
    def shows_a_fault(self) -> bool:
        """Whether something is lost or wrong; one that is void shows nothing."""
        return bool(self.lost or self.wrong)

    @property
    def is_clean(self) -> bool:
        """Whether nothing is lost or wrong, and it proves that."""
        return not (self.shows_a_fault or self.void)
