"""Changes that are composed once, as questions are.

@composed
def _postponed(review: Review) -> QuerySet[Review]:
    return changed(Review.objects.filter(pk=review.pk), due_at=Now() + A_DAY)

_postponed(review).change()
"""

from typing import Any

from django.db.models import QuerySet
from django.db.models.sql import UpdateQuery
from django.db.models.sql.constants import ROW_COUNT


def changed(rows: QuerySet[Any, Any], **values: object) -> QuerySet[Any, Any]:
    """The change that `rows.update(**values)` makes, not yet made; of rows of one table alone."""
    query: Any = rows.order_by().query.chain(UpdateQuery)
    query.add_update_values(values)
    query.annotations = {}
    query.clear_select_clause()
    return QuerySet(rows.model, query=query)


def change(made: QuerySet[Any, Any]) -> int:
    """Make a change; how many rows it changed."""
    query: Any = made.query
    count: int = query.get_compiler(using=made.db).execute_sql(ROW_COUNT)
    return count
