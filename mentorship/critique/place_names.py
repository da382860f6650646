"""What a place is called: "Line 14", "Page 2", "Part of page 2", "Question 1", "Whole document"."""

from django.utils.translation import gettext as _


class PlaceNames:
    """Names of places in the language of whoever reads, translated once for many of them."""

    def __init__(self) -> None:
        self.line, self.question = _("Line %(number)s"), _("Question %(number)s")
        self.page, self.part = _("Page %(number)s"), _("Part of page %(number)s")
        self.whole, self.nowhere = _("Whole document"), _("No longer placed")

    def of(
        self,
        *,
        question: int | None = None,
        line: int | None = None,
        page: int | None = None,
        has_box: bool = False,
        is_gone: bool = False,
    ) -> str:
        """The smallest thing that is known of it: a page counts where no line does.

        is_gone  its words are nowhere in this version any more
        """
        if question:
            return self.question % {"number": question}
        if line:
            return self.line % {"number": line}
        if page:
            return (self.part if has_box else self.page) % {"number": page}
        return self.nowhere if is_gone else self.whole
