"""What a page or a sweep asks of the database, and how that finds its rows."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

FEW = 1000  # a table with fewer rows is read as it stands: that is quicker
ASKS = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")

Plan = dict[str, Any]  # as PostgreSQL tells it


def asked(act: Callable[[], object]) -> list[str]:
    """Every question that it asks, with its values in it."""
    with CaptureQueriesContext(connection) as questions:
        act()
    told = (question["sql"] for question in questions.captured_queries)
    return [question for question in told if question.startswith(ASKS)]


def prepared() -> list[str]:
    """Every question that the connection keeps, planned for all values alike."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, cardinality(parameter_types) FROM pg_prepared_statements")
        return [_executing(name, many) for name, many in cursor.fetchall()]


def _executing(name: str, values: int) -> str:
    return f"EXECUTE {name}({','.join(['NULL'] * values)})" if values else f"EXECUTE {name}"


def grown() -> set[str]:
    """The tables that have many rows, after statistics of all were taken."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > %s", [FEW])
        return {name for (name,) in cursor.fetchall()}


def read_whole(questions: Iterable[str], tables: set[str]) -> Iterator[str]:
    """Of these tables those that a question reads from beginning to end, each with the question."""
    for question in dict.fromkeys(questions):
        for scan in _scans(_plan(question)):
            if scan["Relation Name"] in tables:
                yield f"{scan['Relation Name']}, {scan.get('Filter', 'all of it')}: {question}"


def _plan(question: str) -> Plan:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {question}".replace("%", "%%"), [])
        told = cursor.fetchone()[0]
    plan: Plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    return plan


def _scans(plan: Plan) -> Iterator[Plan]:
    if plan["Node Type"] == "Seq Scan":
        yield plan
    for below in plan.get("Plans", ()):
        yield from _scans(below)
