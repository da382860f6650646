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


BULLET = re.compile(
    r"\s*(?:\*(?!\*)|[•●○■□◆▪◦‣·∙✓✔✅➢➤→>–—\uf0b7-]|\d{1,2}[.)]|[a-z]\)|o(?=\t|\s{2}))\s*(?=\S)"
)
# The first that is found in a heading says what follows. In each: English, German, French, Spanish.
HEADINGS = [
    (
        About.NICE,
        r"nice to have|desirable|preferred|bonus|a plus|advantage|not essential|good to have|would be (good|great|lovely)|extra credit"
        r"|optional|even better"
        r"|von vorteil|wünschenswert|kein muss|pluspunkt|idealerweise|gerne gesehen|das wäre|(schön|toll|super|klasse) wäre|wäre (schön|toll|super|klasse)"
        r"|se valora|valorable|deseable|será un plus|puntos extra"
        r"|atouts?\b|petits? plus|serai(en)?t un plus|souhaité|apprécié|un plus",
    ),
    (
        About.REST,
        r"^about (?!you\b|the (role|job|position|opportunity|candidate|post)\b|this (role|job|position)\b)|about us|who we are|company overview|^overview|\bour (values|story|mission|culture)"
        r"|^(the )?(company|firm|school|practice|organi[sz]ation|hotel|client)$|\b(life|working|careers?) (at|with|for)\b|what (do )?you(.ll| will)? (get|receive|enjoy)|what.s included|do i get|what you get"
        r"|eeo\b|accommodations?\b|disclaimer|privacy|additional information|work environment|physical (demands|requirements)|wellness|time off"
        r"|offer|benefit|compensation|in it for you|why (work|join|us)|perks|in return|fine print|package|salary|pay\b|hours"
        r"|how to apply|^apply|^applic|^contact|equal|diversity|our process|next steps|what we can"
        r"|wer wir sind|über uns|\bbiete[tn]\b|kriegst du|bekommst du|erwartet (sie|dich) bei|benefits|das sind wir"
        r"|bewerb|kontakt|unser angebot|freuen (sie sich|dürfen|kannst)|für (dich|sie) drin|kleingedruckt|das gibt.s|dein plus|small print"
        r"|ofrecemos|se ofrece|te ofrece|te damos|beneficios|condiciones|quiénes somos|sobre nosotros|nuestra empresa|cómo (aplicar|inscribirse)|contacto|por qué (trabajar|nosotros)"
        r"|qui sommes|rejoi(ndre|gnez)|l'entreprise|à propos|nous (vous )?(offrons|proposons)|avantages|^conditions|rémunération|candidature|postuler|ce que nous",
    ),
    (
        About.DUTIES,
        r"dut(y|ies)|responsib|the (role|job|position|opportunity)|(position|job|role) (summary|overview|purpose)|^summary|mission|you.ll (be )?do|will (you|i) (be )?do|you will (?!need|have|bring)|day.to.day|(essential|key|main) functions"
        r"|tasks|what awaits|accountabilit|your (role|work|week|day)|purpose|job description"
        r"|aufgaben|tätigkeit|machst du|das erwartet|ihre rolle|deine rolle|einsatzgebiet|stellenbeschreibung"
        r"|funciones|tareas|responsabilidades|qué harás|tu (rol|día)|el puesto|descripción"
        r"|missions|le poste|activités|vos responsabilités|votre rôle|descriptif|tâches",
    ),
    (
        About.REQUIRED,
        r"essential|require|qualifi|must.haves?|you(.ll| will| should)? (have|bring|need|are)|profile|about you|^you:?$|(is|could) (this|it) (be )?you|sounds? like you|skills|experience|who you are|(do we|we) (need|want|expect)|\bcandidate"
        r"|certificat|licen[cs]es|languages|tech(nology|nical)? stack|^(our |the )?stack|^tools|technologies|minimum|^who\b|abilities"
        r"|looking for|criteria|person spec|show us|knowledge|education|competenc"
        r"|profil|mitbring|bringst du mit|bringen sie mit|anforderung|voraussetz|das (solltest|kannst)|qualifikation|kenntnisse"
        r"|requisitos|imprescindible|buscamos|pedimos|necesitamos|perfil|qué aportas|tu perfil|conocimientos|experiencia|formación"
        r"|compétences|vous êtes|vous avez|que vous apportez|recherché|prérequis|formation|exigences",
    ),
]
COMPILED = [(about, re.compile(words, re.IGNORECASE)) for about, words in HEADINGS]
# Nothing is asked in a statement with one of these, wherever it stands; in an item, with one of the former.
NEVER = (
    r"right to work|eligib|sponsorship|work permit|drug (screen|test)|background check|dbs check|lift \d|sit for|other duties|own transport|steel toe"
    r"|criminal record|police check|casier judiciaire|führungszeugnis|reisebereitschaft|arbeitserlaubnis"
)
ASIDE = re.compile(
    NEVER
    + r"|equal opp|all (qualified )?applicants|regardless of|without regard|we (offer|pride|welcome|pay|provide|believe|celebrate|love|have|know)"
    r"|we.re (a|an|proud|commit|happy)\b|we are (a|an|\d|proud|commit|happy)|we.ll (give|pay|train)|you.ll (get|receive|enjoy)|you will (get|receive|enjoy)"
    r"|apply (with|now|by|anyway|as)|to apply|send (us )?(your|a) (cv|résumé|resume|letter)|per annum|pro rata|pension|holiday|annual leave|days off"
    r"|401\(k\)|stock options|[£€$]\s?\d|interviews? will|no agencies|parking|founded in|disabled people|a disability|or disability|diversity|inclusive"
    r"|discriminat|on the basis of|by applying|privacy|please (send|contact|apply|note|visit|email)|cover letter|covering letter|reasonable accommodation|deadline|if you (need|require|are unable)"
    r"|benefits include|closing date|we hire|not hear|don.t tick|safer recruitment|protected characteristic"
    r"|urlaub|gehalt\b|vergütung|altersvorsorge|jobrad|gleitzeit|bewerben sie|bewirb|bewerbung|schwerbehindert|vielfalt|chancengleichheit|m/w/d|w/m/d"
    r"|wir (sind|bieten|freuen|haben|zahlen|sagen)|freuen uns|unbefristet|kantine|feierabend|uns gibt es|werden sie teil|sie erhalten|du bekommst|sie bekommen"
    r"|ticket|probezeit|obstkorb|egal,? (ob|woher)|tarifvertrag|tvöd"
    r"|bitte senden|ihre unterlagen|deine unterlagen|gehaltsvorstellung|eintrittstermin|lettre de motivation|merci d"
    r"|envoyez|candidatures?\b|handicap|mutuelle|tickets? restaurant|rémunération|\bcdi\b|\bcdd\b|\brtt\b|k€|égalité|convention collective"
    r"|contrato (indefinido|temporal)|jornada (completa|parcial)|vacaciones|ofrecemos|se ofrece|envía|enviar|interesados|salario|incorporación inmediata|somos\b|nuestra empresa"
    r"|à pourvoir|congés|nous (offrons|sommes|proposons|vous offrons)|réponse garantie|vous bénéfici|treizième mois|13e mois|télétravail|salaire",
    re.IGNORECASE,
)
IN_ITEMS = re.compile(
    NEVER
    + r"|^(?!administ|manag|run|process|enrol|coordinat).*(401\(k\)|(dental|health|medical|life) (insurance|cover|plan)|\bpto\b|paid (time off|vacation|holiday|leave)|(days|weeks).{0,12} (holiday|leave|vacation|annual)"
    r"|parental leave|stock options|equity (plan|package)|pension scheme|company pension|gym membership|free (parking|lunch|fruit|meals)|staff discount|employee discount|competitive salary|tuition reimbursement)"
    r"|tage urlaub|altersvorsorge|jobrad|tickets? restaurant|mutuelle|jours de (rtt|congés)",
    re.IGNORECASE,
)
# In what opens a posting only statements with one of these say what is wanted.
WANTING = re.compile(
    r"\byou(r|.ll|.d)?\b|must|required|essential|responsible for|knowledge of|experience (of|in|with)|bonus|an advantage|role (is|involves|includes)|duties|ideal"
    r"|\b(sie|du|ihnen|dir|ihre?n?|deine?n?)\b|voraus|wünschenswert|kenntnisse|gehören dazu|erfahrung"
    r"|imprescindible|valorable|deseable|experiencia|dominio|manejo|requier|busca(mos)?\b|precisa|tareas|funciones"
    r"|\bvous\b|\b(votre|vos)\b|maîtris|connaissance|exigé|indispensable|souhaité|appréciés?|expérience",
    re.IGNORECASE,
)
# From here to the end of the sentence it is only wished for; or the whole sentence is.
FROM_HERE = re.compile(
    r"\b(ideally|preferably|idealerweise|gerne auch|idéalement|preferiblemente|idealmente)\b|\bwünschenswert\b[^:.]*:",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"bonus|an? (big |real )?(advantage|plus)\b|nice to have|even better|desirable|preferred|would be (good|great|lovely|nice|useful|helpful)"
    r"|valorable|se valora|deseable|será un plus"
    r"|von vorteil|kein muss|pluspunkt|serai(en)?t (un plus|appréciés?|appréciées?)|\bun plus\b|souhaitée?s?\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[a-zäöü]\.)(?<!inkl\.)(?<!min\.)(?<!abgeschl\.)(?<!Kl\.)(?<!etc\.)\s+(?=[A-ZÀ-Ü0-9„“\"])"
)
# What awaits somebody is the work when no heading has told of it before, else what the employer gives.
AWAITING = re.compile(r"erwartet (sie|dich)|(sie|dich) .*erwartet", re.IGNORECASE)
# A line of a list without bullets looks like a heading, but for these words; below another line only
# what begins so is one.
OF_ITEMS = re.compile(
    r"(experience|knowledge|understanding|proficiency|familiarity|qualifications?|skills|degree|education|certifications?|licen[cs]e)s? (of|in|with|as|using)\b|^\d"
    r"|(kenntnisse|erfahrung|ausbildung|qualifikation)\w* (in|im|mit|als|von|zum|zur)\b|(connaissances?|expérience|maîtrise|formation|compétences?) (de|d['’]|des|du|en|avec|dans)\b",
    re.IGNORECASE,
)
OF_HEADINGS = re.compile(
    r"(what|who|why|how|our|your|the|key|main|core|about|essential|desirable|preferred|minimum|additional|basic|required|job|role|position|person|nice|bonus|company|perks"
    r"|benefits|requirements?|responsibilit\w+|qualifications?|skills?|education|duties|tasks|ideal|compensation|salary|package|contact|to apply|apply|you|we|in return|eeo"
    r"|equal|profile?|ihre?|deine?|was|wie|wer|wir|das|unsere?|über|aufgaben|anforderungen|qualifikationen?|voraussetzungen|kontakt|bewerbung"
    r"|qué|que|tus?|funciones|tareas|requisitos|perfil|ofrecemos|se|imprescindible|valorable|beneficios|condiciones|nuestr\w+"
    r"|vos|votre|nous|ce que|le|la|les|missions?|compétences|avantages|conditions|qui|candidature|description|atouts?)\b",
    re.IGNORECASE,
)
INLINE = re.compile(r"^¿?([^:.!?]{2,60}?)\s?:\s+(?=\S)")


def statements(posting: str) -> Iterator[Statement]:
    """Sentences and items of a posting that may say what is wanted, in order."""
    about, seen_items, place = About.OPENING, False, 0
    lines = posting.splitlines(keepends=True)
    stands_alone, seen = True, set[About]()  # nothing, or a heading, is right above
    for number, line in enumerate(lines):
        bare, start = line.strip(), place + len(line) - len(line.lstrip())
        place += len(line)
        is_item = bool(BULLET.match(line))
        if not is_item and (found := _heading_in(lines, number, stands_alone=stands_alone)):
            if AWAITING.search(bare):
                found = About.REST if About.DUTIES in seen else About.DUTIES
            about, seen_items, stands_alone = found, False, True
            seen.add(about)
            continue
        if is_item and about is About.OPENING:
            about = About.DUTIES
        if seen_items and not is_item and _is_paragraph(bare, stands_alone=stands_alone):
            about, seen_items = About.OPENING, False
        is_item = is_item or _is_short(bare, about) or _is_of_many(lines, number, about)
        seen_items, stands_alone = seen_items or is_item, not bare
        if bare and about is not About.REST:
            yield from _told(bare, start, about, is_item)


def is_only_wished_for(text: str, place: int) -> bool:
    """Whether a statement says of what stands at `place` that it would be nice, and no more."""
    return bool(WHOLE.search(text) or FROM_HERE.search(text[:place]))


def _is_paragraph(bare: str, *, stands_alone: bool) -> bool:
    """Whether a line below a list is no more of it."""
    return len(bare.split()) > 12 and (stands_alone or bare.endswith("."))


def _is_short(bare: str, about: About) -> bool:
    """A line of a list without bullets."""
    return (
        bool(bare)
        and about is not About.OPENING
        and len(bare.split()) <= 20
        and not re.search(r"[.!?:]$", bare)
    )


def _is_of_many(lines: Sequence[str], number: int, about: About) -> bool:
    """A short sentence on a line of its own among others, as lists without bullets have them."""
    bare, above = lines[number].strip(), lines[number - 1 : number]
    beside = [line.strip() for line in (*above, *lines[number + 1 : number + 2])]
    return (
        about is not About.OPENING
        and 0 < len(bare.split()) <= 14
        and not SENTENCE.search(bare)
        and any(0 < len(line.split()) <= 14 and line.endswith(".") for line in beside)
    )


def _leads_a_list(after: Sequence[str]) -> bool:
    """Whether the next line that holds anything is an item."""
    return any(BULLET.match(line) for line in [line for line in after[:2] if line.strip()][:1])


def _heading_in(lines: Sequence[str], number: int, *, stands_alone: bool) -> About | None:
    bare, leads = lines[number].strip(" \t\r\n#*_¿¡"), _leads_a_list(lines[number + 1 :])
    is_plain = not (leads or bare.endswith(":") or bare.isupper())
    if is_plain and (OF_ITEMS.search(bare) or not (stands_alone or OF_HEADINGS.match(bare))):
        return None
    return heading(bare, leads_a_list=leads)


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
