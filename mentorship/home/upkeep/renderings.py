"""What was found out: as sentences for a person, as JSON, and as text for Prometheus."""

from collections.abc import Iterator

from mentorship.home.upkeep.findings import Finding

Found = dict[str, Finding]
Json = dict[str, dict[str, bool | str | float | None]]


def as_sentences(found: Found) -> Iterator[str]:
    """A line for each part, those that are not well marked at its beginning."""
    width = max(map(len, found))
    for name, finding in found.items():
        mark = "  " if finding.is_well else "! "
        yield f"{mark}{name:<{width}}  {finding.sentence}"


def as_json(found: Found) -> Json:
    """Each part by its name."""
    return {
        name: {
            "is_well": finding.is_well,
            "sentence": finding.sentence,
            "seconds": finding.seconds,
        }
        for name, finding in found.items()
    }


def as_prometheus(found: Found) -> str:
    """Text exposition format 0.0.4: 1 for a part that is well, and its seconds where it has any."""
    lines = [
        "# HELP mentorship_well Whether a part of the service is well.",
        "# TYPE mentorship_well gauge",
        *(
            f'mentorship_well{{part="{name}"}} {finding.is_well:d}'
            for name, finding in found.items()
        ),
        "# HELP mentorship_seconds How long something has waited, or how far a clock is ahead.",
        "# TYPE mentorship_seconds gauge",
        *(
            f'mentorship_seconds{{part="{name}"}} {finding.seconds:.3f}'
            for name, finding in found.items()
            if finding.seconds is not None
        ),
    ]
    return "\n".join(lines) + "\n"
