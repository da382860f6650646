"""Phrases of a statement that may be terms: cut at little words, bared of what wraps them."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import takewhile

from mentorship.jobsearch.coverage.grammar import CRAFT_VERBS, GRAMMARS, Grammar
from mentorship.jobsearch.coverage.words import Word, listed

Phrase = list[Word]
DEGREES = re.compile(
    r"bac(\+\d)?|diplôme|formation|ingénieur|degree|diploma|bachelor|master|bsc|ba|msc|ma|nvq"
    r"|level|certificate|licen[cs]e|hnd|hnc|btec|qualification|studium|bts|dut|licence|grado"
    r"|máster|título|ciclo",
    re.IGNORECASE,
)

# What a posting tells the reader to do or be ends a phrase: "vous pilotez", "impartirás".
ADDRESSED = {
    "en": re.compile(r"(?!)"),
    "fr": re.compile(r"(?!chez|assez|nez|rez)\w{2,}ez"),
    "es": re.compile(r"\w{2,}(arás|erás|irás)"),
}
LOUD = listed("AND OR NOT THE FOR WITH TO OF IN ALL MUST AN ARE YOU WE OUR")
LAWS = listed("Act Regulations Rules Standards Order Code Directive")
TITLES = listed("certified qualified registered chartered licensed")
INFINITIVES = {
    "fr": re.compile(
        r"\w+(?<!i)er|\w+(if|oc|ud|bl|or|ég)ier|\w+(ir|dre|ttre|crire|duire|faire|suivre|traire)|lire|suivre"
    ),
    "es": re.compile(r"\w+(ar|er|ir)(se)?"),
}
# "Acutely unwell adults"; but "Early years".
ADVERB = re.compile(
    r"(?!family|supply|assembly|early|monthly|weekly|daily|yearly|anomaly|elderly|only)\w{3,}ly",
    re.IGNORECASE,
)
NO_VERBS = listed(
    "mer cuir avenir loisir ordre docker twitter leader cahier hogar lugar taller alquiler bar mujer"
)
KEEP_EN = listed("mise prise travail vente puesta trabajo")
# Adjectives that share their noun: "planned and reactive maintenance", "tests unitaires et fonctionnels".
KINDS = re.compile(r"\w{3,}(ed|ive|al|ary|ous|ic|ives?|iv|ifs?|elles?|els?|aires?|iques?|ales?)")


def phrases_of(text: str, words: Sequence[Word], language: str) -> Iterator[Phrase]:
    """Phrases of the statement `text`, whose words are `words`, in order."""
    cut = _german if language == "de" else _cut
    grammar = GRAMMARS[language]
    for piece in cut(text, words, grammar):
        if bare := bared(piece, grammar):
            yield bare


def bared(phrase: Phrase, grammar: Grammar) -> Phrase:
    """The phrase without what stands before and after what is meant."""
    while phrase and _leads(phrase, grammar) and not _is_paired(phrase, grammar):
        phrase = phrase[1:]
    while (
        phrase
        and _is_in(phrase[-1], grammar.trails, grammar.joins, grammar.ands)
        and not is_degree(phrase)
    ):
        phrase = phrase[:-1]
    return phrase


def _leads(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether its first word only wraps what is meant. "Go", and "Certified" of a title, are names."""
    word = phrase[0]
    if (word.text == "Go" and word.start > 0) or _is_short_name(word):
        return False
    if len(phrase) > 1 and grammar is GRAMMARS["en"] and _begins_a_name(word, phrase[1]):
        return False
    return _is_in(word, grammar.leads, grammar.joins, grammar.ands) or (
        word.language in INFINITIVES
        and len(phrase) > 1
        and (word.start == 0 or phrase[1].folded in grammar.joins)
        and is_infinitive(word)
    )


def _begins_a_name(word: Word, after: Word) -> bool:
    """ "Level 3", "Certified Floodplain Manager", and within a sentence "Design & Build"."""
    if word.folded in {"level", "driving"}:
        return after.text.isdigit() or after.folded.startswith("licen")
    is_large = word.text[0].isupper() and (word.start > 0 or word.folded in TITLES)
    return is_large and after.text[0].isupper()


def _is_short_name(word: Word) -> bool:
    """Whether it is written as a name that looks like a little word: IT, SEND."""
    return len(word.text) > 1 and word.text.isupper() and word.text not in LOUD


def is_infinitive(word: Word) -> bool:
    """What opens a French or a Spanish duty: "Développer", "Elaborar"; not "dossier"."""
    return bool(INFINITIVES[word.language].fullmatch(word.folded)) and word.folded not in NO_VERBS


def _is_in(word: Word, *sets: Set[str]) -> bool:
    return any(word.folded in one or word.text in one for one in sets)


def _is_paired(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether its first word is one of two: "monitoring and alerting"."""
    return len(phrase) > 2 and phrase[1].folded in grammar.ands


def is_degree(phrase: Sequence[Word]) -> bool:
    """Whether a word of it is one for a degree or a certificate."""
    return any(DEGREES.fullmatch(word.folded.removesuffix("'s")) for word in phrase)


def _are_joined(text: str, before: Word, after: Word) -> bool:
    """Whether nothing but space is between them, the "&" of a name, or the point of "Kl. B"."""
    gap = text[before.end : after.start].strip()
    if gap == "&":
        return before.text[0].isupper() and after.text[0].isupper()
    return not gap or (
        gap == "." and len(before.text) < 4 and len(after.text) < 3 and after.text[0].isupper()
    )


def _pieces(
    text: str, words: Sequence[Word], stays: Callable[[Phrase, int], bool]
) -> Iterator[Phrase]:
    """Words with nothing but space between them, as long as `stays(piece, place of the next)` says."""
    piece: Phrase = []
    for place, word in enumerate(words):
        if piece and not _are_joined(text, piece[-1], word):
            yield piece
            piece = []
        if stays(piece, place):
            piece.append(word)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _cut(text: str, words: Sequence[Word], grammar: Grammar) -> Iterator[Phrase]:
    """English, French and Spanish: at little words, and at "and" unless it joins two of a kind."""

    def stays(piece: Phrase, place: int) -> bool:
        word = words[place]
        after = words[place + 1] if place + 1 < len(words) else None
        if word.folded in grammar.ands:
            return (
                after is not None
                and bool(piece)
                and (_are_of_a_kind(piece[-1], after) or _names_a_law(words[place - 1 : place + 5]))
            )
        if word.folded in {"in", "en"}:
            return is_degree(piece) or (bool(piece) and piece[-1].folded in KEEP_EN)
        if word.folded == "of" and after is not None and after.text[0].isdigit():
            return False  # "a speed of 45"
        if ADDRESSED[word.language].fullmatch(word.folded):
            return False
        return word.folded not in grammar.ends or _is_short_name(word)

    return _pieces(text, words, stays)


def _are_of_a_kind(before: Word, after: Word) -> bool:
    """Whether "and" between them makes one name: "loading and unloading", "706/1 and 706/2"."""
    if before.folded.endswith("ing") and after.folded.endswith("ing"):
        return True
    if before.folded in CRAFT_VERBS and after.folded in CRAFT_VERBS:
        return True
    if all(KINDS.fullmatch(word.folded) for word in (before, after)):
        return True
    return before.text[0].isdigit() and after.text[0].isdigit()


def _names_a_law(around: Sequence[Word]) -> bool:
    """ "Landlord and Tenant Act"."""
    before, _, *after = around
    large = list(takewhile(lambda word: word.text[0].isupper(), after))
    return before.text[0].isupper() and any(word.text in LAWS for word in large[1:])


def _german(text: str, words: Sequence[Word], grammar: Grammar) -> Iterator[Phrase]:
    """German: nouns, with the adjectives before them and the genitives behind."""

    def stays(piece: Phrase, place: int) -> bool:
        word = words[place]
        after = words[place + 1] if place + 1 < len(words) else None
        if _is_noun(word):
            return True
        if after is None or not piece or piece[-1].folded in grammar.leads:
            return _is_adjective(word) and after is not None and _is_noun(after)
        if word.folded in {"und", "oder"}:
            return text[piece[-1].end] == "-"
        return _is_genitive(piece[-1], word, words[place + 1 : place + 3])

    return _pieces(_without_stumps(text), words, stays)


def _without_stumps(text: str) -> str:
    """ "Monats- und" keeps its hyphen from being a gap."""
    return re.sub(r"(?<=\w)- (?=(und|oder) )", "  ", text)


def _is_noun(word: Word) -> bool:
    if word.start == 0 and word.folded in NO_NOUNS:
        return False
    return word.text[0].isupper() or any(sign.isdigit() for sign in word.text)


def _is_adjective(word: Word) -> bool:
    return (
        bool(re.fullmatch(r"\w{3,}(e|en|er|es|em)", word.text)) and word.folded not in NO_ADJECTIVES
    )


def _is_genitive(before: Word, word: Word, after: Sequence[Word]) -> bool:
    """ "Konstruktion von Baugruppen", "Studium des Maschinenbaus", "Klärung offener Posten"."""
    if not _is_noun(before):
        return False
    if word.folded in {"der", "des"} or (
        word.folded == "von" and before.text.endswith(("ung", "ion"))
    ):
        return any(_is_noun(one) for one in after)
    return (
        bool(re.fullmatch(r"\w{3,}er", word.text))
        and word.folded not in NO_ADJECTIVES
        and _is_noun(after[0])
    )


# Large only because a sentence begins with them.
NO_NOUNS = listed(
    "ein eine einen das die der den du sie ihr wir was wer wie wo dein deine deinen ihre ihren unser unsere auch als bei für mit "
    "in im zu zum zur von vom auf aus gemeinsam dabei dazu darüber idealerweise gerne gern du dich dir es er so hier nach und"
)
NO_ADJECTIVES = listed(
    "oder aber über unter der die das den dem des einer eines einem einen eine seine ihre ihrer "
    "ihren unser unsere unserer unseren deine deiner deinen keine keiner alle aller allen diese "
    "dieser diesen dieses welche unseres ihres sowie neben zwischen hinter vier sieben beide "
    "weitere weiterer können werden sollen müssen haben bringen kennen wählen legen erstellen "
    "führen stimmen lesen übernehmen gehören"
)
