"""Words that people read in somebody else's name: plain ones, that lead nowhere. Pure."""

import re

ENDINGS = (
    "com|org|net|info|biz|io|co|dev|app|ai|xyz|online|site|shop|link|click|page|top|club"
    "|gov|edu|eu|uk|de|fr|nl|ch|es|pl|dk|fi|ru|cn|jp|br|au|ca|tk|ly|gl|gg"
)
LEADS = re.compile(
    rf"://|\bwww\.|\bmailto:|\S@\S|[^\W_]\.[a-z]{{2,}}/|[^\W_]\.(?:{ENDINGS})(?![\w.-]*\w)",
    re.IGNORECASE,
)


def leads_elsewhere(text: str) -> bool:
    """Whether the text holds an address or a link, or what mail programs make one of.

    A host name counts when its ending is common and no English word: "node.js" and "done.It" do not.
    """
    return bool(LEADS.search(text))
