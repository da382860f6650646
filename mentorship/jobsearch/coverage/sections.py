"""A posting by what each of its statements is about: what one does, what is wanted, and all the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a part of a posting tells."""

    OPENING = "opening"
    DUTIES = "duties"
    REQUIRED = "required"
    NICE = "nice"
    REST = "rest"  # the employer, what it gives, how to apply, the law


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or an item of a list.

    start   where in the posting it begins, in code points
    """

    text: str
    start: int
    about: About
    is_item: bool


BULLET = re.compile(r"\s*(?:[•·*✓✔➢▪◦‣>–—-]|\d{1,2}[.)])\s*(?=\S)")
# The first that is found in a heading says what follows. In each: English, German, French.
HEADINGS = [
    (
        About.NICE,
        r"nice to have|desirable|preferred|bonus|a plus|advantage|not essential|good to have|would be (good|great|lovely)|extra credit"
        r"|optional|even better"
        r"|von vorteil|wünschenswert|kein muss|pluspunkt|idealerweise|gerne gesehen|das wäre|(schön|toll|super|klasse) wäre|wäre (schön|toll|super|klasse)"
        r"|atouts?\b|petits? plus|serai(en)?t un plus|souhaité|apprécié|un plus",
    ),
    (
        About.REST,
        r"about (us|the (company|team|school|trust|organi[sz]ation|employer|charity))|who we are|company overview|^overview|our (values|story|mission)"
        r"|offer|benefit|compensation|in it for you|why (work|join|us)|perks|in return|fine print|package|salary|pay\b|hours"
        r"|how to apply|^apply|^applic|^contact|equal|diversity|our process|next steps|what we can"
        r"|wer wir sind|über uns|wir bieten|bieten (wir|dir|ihnen)|kriegst du|bekommst du|erwartet (sie|dich) bei|benefits|das sind wir"
        r"|bewerb|kontakt|unser angebot|freuen (sie sich|dürfen|kannst)|für (dich|sie) drin|kleingedruckt|das gibt.s|dein plus|small print"
        r"|qui sommes|l'entreprise|à propos|nous (vous )?(offrons|proposons)|avantages|^conditions|rémunération|candidature|postuler|ce que nous",
    ),
    (
        About.DUTIES,
        r"dut(y|ies)|responsib|the (role|job|position)|position summary|mission|you.ll (be )?do|you will|day to day|essential functions"
        r"|tasks|what awaits|accountabilit|your (role|work|week|day)|purpose|job description"
        r"|aufgaben|tätigkeit|machst du|das erwartet|ihre rolle|deine rolle|einsatzgebiet|stellenbeschreibung"
        r"|missions|le poste|activités|vos responsabilités|votre rôle|descriptif|tâches",
    ),
    (
        About.REQUIRED,
        r"essential|require|qualifi|must have|you (have|bring|need|are)|what you bring|profile|about you|^you$|skills|experience|who you are"
        r"|looking for|criteria|person spec|show us|knowledge|education|competenc"
        r"|profil|mitbring|bringst du mit|bringen sie mit|anforderung|voraussetz|das solltest|qualifikation|kenntnisse"
        r"|compétences|vous êtes|vous avez|que vous apportez|recherché|prérequis|formation|exigences",
    ),
]
COMPILED = [(about, re.compile(words, re.IGNORECASE)) for about, words in HEADINGS]
# Nothing is asked in a statement with one of these, wherever it stands; in an item, with one of the former.
NEVER = (
    r"right to work|eligib|sponsorship|work permit|drug (screen|test)|background check|lift \d|sit for|other duties|own transport|steel toe"
    r"|criminal record|police check|casier judiciaire|führungszeugnis|reisebereitschaft|arbeitserlaubnis"
)
ASIDE = re.compile(
    NEVER
    + r"|equal opp|all (qualified )?applicants|regardless of|without regard|we (offer|pride|welcome|pay|provide|believe|celebrate|love|have|know)"
    r"|we.re (a|an|proud|commit|happy)\b|we are (a|an|\d|proud|commit|happy)|we.ll (give|pay|train)|you.ll (get|receive|enjoy)|you will (get|receive|enjoy)"
    r"|apply (with|now|by|anyway|as)|to apply|send (us )?(your|a) (cv|résumé|resume|letter)|per annum|pro rata|pension|holiday|annual leave|days off"
    r"|401\(k\)|stock options|[£€$]\s?\d|interviews? will|no agencies|parking|founded in|disabled people|a disability|or disability|diversity|inclusive"
    r"|benefits include|closing date|we hire|not hear|don.t tick|safer recruitment|protected characteristic"
    r"|urlaub|gehalt\b|vergütung|altersvorsorge|jobrad|gleitzeit|bewerben sie|bewirb|bewerbung|schwerbehindert|vielfalt|chancengleichheit|m/w/d|w/m/d"
    r"|wir (sind|bieten|freuen|haben|zahlen|sagen)|freuen uns|unbefristet|kantine|feierabend|uns gibt es|werden sie teil|sie erhalten|du bekommst|sie bekommen"
    r"|ticket|probezeit|obstkorb|egal,? (ob|woher)|tarifvertrag|tvöd"
    r"|envoyez|candidatures?\b|handicap|mutuelle|tickets? restaurant|rémunération|\bcdi\b|\bcdd\b|\brtt\b|k€|égalité|convention collective"
    r"|à pourvoir|congés|nous (offrons|sommes|proposons|vous offrons)|réponse garantie|vous bénéfici|treizième mois|13e mois|télétravail|salaire",
    re.IGNORECASE,
)
IN_ITEMS = re.compile(NEVER, re.IGNORECASE)
# In what opens a posting only statements with one of these say what is wanted.
WANTING = re.compile(
    r"\byou(r|.ll|.d)?\b|must|required|essential|responsible for|knowledge of|experience (of|in|with)|bonus|an advantage|role (is|involves|includes)|duties|ideal"
    r"|\b(sie|du|ihnen|dir|ihre?n?|deine?n?)\b|voraus|wünschenswert|kenntnisse|gehören dazu|erfahrung"
    r"|\bvous\b|\b(votre|vos)\b|maîtris|connaissance|exigé|indispensable|souhaité|appréciés?|expérience",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[a-zäöü]\.)(?<!inkl\.)(?<!min\.)(?<!abgeschl\.)(?<!Kl\.)(?<!etc\.)\s+(?=[A-ZÀ-Ü0-9„“\"])"
)
INLINE = re.compile(r"^([^:.!?]{2,60}?)\s?:\s+(?=\S)")


def statements(posting: str) -> Iterator[Statement]:
    """Sentences and items of a posting that may say what is wanted, in order."""
    about, seen_items, place = About.OPENING, False, 0
    lines = posting.splitlines(keepends=True)
    for number, line in enumerate(lines):
        bare, start = line.strip(), place + len(line) - len(line.lstrip())
        place += len(line)
        is_item = bool(BULLET.match(line))
        if not is_item and (
            found := heading(bare, leads_a_list=_leads_a_list(lines[number + 1 :]))
        ):
            about, seen_items = found, False
            continue
        if is_item and about is About.OPENING:
            about = About.DUTIES
        if seen_items and not is_item and len(bare.split()) > 12:
            about, seen_items = About.OPENING, False
        seen_items = seen_items or is_item
        if bare and about is not About.REST:
            yield from _told(bare, start, about, is_item or _is_short(bare, about))


def _is_short(bare: str, about: About) -> bool:
    """A line of a list without bullets."""
    return about is not About.OPENING and len(bare.split()) <= 8 and not bare.endswith(".")


def _leads_a_list(after: Sequence[str]) -> bool:
    """Whether the next line that holds anything is an item."""
    return any(BULLET.match(line) for line in [line for line in after[:2] if line.strip()][:1])


def heading(bare: str, *, leads_a_list: bool = False) -> About | None:
    """What follows this line, when it is a heading; None when it is none."""
    most = 16 if leads_a_list else 8
    if (
        not bare
        or len(bare.split()) > most
        or (re.search(r"[.,;!)]$|\d{3}|:\s", bare) and not leads_a_list)
    ):
        return None
    found = next((about for about, words in COMPILED if words.search(bare)), None)
    return About.DUTIES if found is None and leads_a_list else found


def _told(bare: str, start: int, about: About, is_item: bool) -> Iterator[Statement]:
    if is_item and (bullet := BULLET.match(bare)):
        bare, start = bare[bullet.end() :], start + bullet.end()
    if (inline := INLINE.match(bare)) and (found := heading(inline[1])):
        about, bare, start, is_item = found, bare[inline.end() :], start + inline.end(), True
    begins, is_told = 0, about is not About.OPENING
    for end in [*(gap.start() for gap in SENTENCE.finditer(bare)), len(bare)]:
        text = bare[begins:end]
        first = begins + len(text) - len(text.lstrip())
        begins = end
        is_told = is_told or bool(
            WANTING.search(text)
        )  # and what follows in this paragraph goes on about it
        if (
            is_told
            and about is not About.REST
            and not (IN_ITEMS if is_item else ASIDE).search(text)
        ):
            yield Statement(text.strip(), start + first, about, is_item)
