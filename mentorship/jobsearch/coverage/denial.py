"""Where a text names something and it does not count: it is denied, over, or still to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What says so of all in its clause, wherever it stands in it.
OF_ALL = re.compile(
    r"lapsed|expired|ran out|run out|out of date|not yet|(course|ticket|test|exam|place|training|workshop|class|assessment)\b.{0,40}\bbooked|booked (for|on) (the|a|next)\b|applied for|no longer|given up|gave up|rusty|hardly"
    r"|(only|just) (from |at |during |for )?(a|one|in|in a) (workshop|course|taster|webinar|day|theory|university)|evening class|planned (to|for|in|next)\b|licence planned|: planned|enrolled|in progress|pending(?! (payments|orders|cases|claims|tickets|matters|invoices|files))|awaiting|yet to|not current|needs? renew|renewal due|not renewed|let .{3,40} lapse|withdrawn|not completed|unfinished|dropped out|\bfailed (the|my|it|in|at)\b|: failed|theory only|in theory|dabbled|new to me|unfamiliar|valid (until|to) 20[01]\d|next (year|month|spring|summer|autumn|winter|term|week)|starts? in|(begin|start)s next|due in|from (january|september|next)|beginner\b|signed up|provisional|waiting list|registered for|\bsoon\b|some ?day|\bone day i\b|starting (in|this|next|on)|used to (hold|have|speak|be|do|teach|run|use)|not used since|surrendered|overdue|handed back|was a member|not (so far|my)|never in|no experience\W*$"
    r"|after (i|my time)\b.{0,12}left|before (i|my time)\b|before my time|only (ever )?(seen|read about|heard of|observed)|seen in a (demo|video)|left to (the|my|others)|studying for|booked for"
    r"|\bplanned\b.{0,25}20\d\d|(course|exam|test|training|certification|certificate|licen[cs]e)\b.{0,25}\bplanned|never (moved|got|came|went|made it|became|needed)|not yet licen[cs]ed|want to learn|would like to learn|(was|were|is|are) (run|done|handled|owned|bought|maintained|managed|operated) by (the|others|another|our|a )|used by (others|colleagues|the)"
    r"|\bhave read about\b|\bread (up on|about)\b.{0,30}but\b|on my list|(little|limited|minimal|some theoretical|only theoretical|purely theoretical) (experience|knowledge|exposure|practice|use)\b|\(expected\b|expected (in |by )?(\w+ )?20\d\d"
    r"|passed .{2,40} on to (a|my|another|the)\b|(self-taught )?basics only|only (the )?basics|started (last|this) (week|month)|\bi dropped\b|(course|training|exam|test|workshop)\b.{0,20}\bcancell?ed|outside (of )?my (role|job|remit)|belonged to (my|the|another)"
    r"|\bi (avoid|declined|skipped)\b|(excited|eager|keen|ready|happy) to (pick up|learn|start|try)|to be renewed|but (we )?(chose|never introduced|never used|cancelled)|\bi left before\b|before .{0,20}\barrived|revoked|suspended until|not my (area|field|job|task)"
    r"|(habe|hatte|kenne|kann|bin|war) (ich|mir|mich)\b.{0,25}\b(nie|niemals|nicht(?! nur)|kaum|keine?n?(?! einzig)|abgegeben|verlernt)\b|bisher nur|nur im (studium|praktikum)|(kurs|schulung|lehrgang|seminar|fortbildung) ab\b|lerne ich|(würde|möchte|will) ich|in (ausbildung|weiterbildung)\)|in (ausbildung|weiterbildung)$|derzeit in (ausbildung|weiterbildung)"
    r"|keine praxis|nicht mein(e|en)? (bereich|aufgabe|gebiet)|leider nein|keine? ahnung|angestrebt|^[^,]*extern (erledigt|vergeben|gemacht)|grundlagen, keine"
    r"|notions (théoriques|seulement|uniquement)|théoriques? (seulement|uniquement)|(géré|assuré|pris en charge|fait|traité|tenu)e?s? par (un|une|le|la|les|mes?|des)\b|peu famili|confiée?s? à|m['’]est (inconnu|étrang)|me sont inconnu"
    r"|abgelaufen|nur (im|beim|in) .{0,25}(gesehen|gestreift|kennengelernt)|(für|im|ab|am) .{0,20}geplant|hatte ich (noch|bisher) nicht|ausgelaufen|verfallen|nicht mehr|angemeldet|(seminar|kurs|lehrgang|schulung|prüfung|fortbildung|workshop).{0,60}gebucht|schon gebucht|geplant (für|im|ab)\b|(ist|sind) geplant|ohne erfahrung|noch nicht|bisher nicht|bisher keine|\bgerade ein\b"
    r"|erloschen|ungültig|verlängert nicht|nicht verlängert|abgebrochen|steht (noch )?aus|\bfehlt\b|in vorbereitung|vorgemerkt|auffrischung|nur theoretisch|nur aus dem studium|demnächst|(beginnt|startet) (im|am|ab)|ab (herbst|januar|frühjahr|sommer)|im aufbau|noch in ausbildung|nächste[ns]? (jahr|monat)|kommende[ns]?\b|ohne \w*(praxis|erfahrung)|aufgegeben|in planung|vorgesehen|nur ein (workshop|seminar|tag)|anfänger|folgt\b|läuft noch|warteliste|\bbald\b|seit 20\d\d nicht|nur (vom|aus|am rande|theoretisch)|lediglich|hörensagen|begonnen, nicht"
    r"|périmée?s?|expirée?s?|dépassée?s?|pas encore|encore peu|aucune (notion|expérience)|inscrite? |remise à niveau|prévue?s?\b|en cours d|jamais|abandonn"
    r"|échue?s?\b|caduque|non renouvel|à renouveler|interrompue?|l['’]an prochain|prochaine?s?\b|bientôt|en projet|non (pratiqué|maîtrisé|obtenu)|ne (connais|pratique|maîtrise)|peu pratiqué|notions seulement|formation en cours|rouillée?|à venir|seulement un (atelier|stage)|débutante?\b|plus à jour|non à jour|non validée?|en attente de|à (passer|repasser|obtenir)|à la rentrée|une seule (journée|fois)|oubliée?|(?<!non )seulement|débute|démarre|commencerai|(n['’]|\bne )\S+ (pas|plus|jamais)"
    r"|\bwatched\b|sat in on|shadow(ed|ing)|to be submitted|half drafted|sitting (for )?(the|an) exam|exam (this|next)|nothing since|has gone\b|turned down"
    r"|before (they|we|i) (brought|got|had)|was cut\b|handles? everything|handled by|done by (others|colleagues|the)|not mine|outsourced|taken over by"
    r"|zuschauen|zugeschaut|zurückgegeben|fällig (gewesen|seit)|wenig (ist )?übrig|wenig geblieben|nehme ich mir|von kollegen|dienstleister|(liegt|liegen) beim\b|schon fertig|\bbloß\b"
    r"|lange her|verlernt|selbst .{0,30}(noch )?(keins?|nie|nicht)\b|macht bei uns"
    r"|guère|vu (passer|faire)|m['’]y (former|mettre)|compte (m['’]|suivre|passer)|sous-trait|prend le relais|assisté à|en observation|lointain|perdu de vue",
    re.IGNORECASE,
)
# What says so of all that follows it in its clause.
OF_WHAT_FOLLOWS = re.compile(
    r"\bno\b( \w+)?( \w+)? (experience|knowledge|training|background|practice)|\bnot (used|worked|held|done|shipped|trained|familiar|managed|taught|had|certified)"
    r"|n['’]t (used|worked|had|done|know)|never (used|worked|done|had|held|tried|taught|managed)|\bno (?=\w+\W*$)|done no\b|without (any )?experience"
    r"|(currently|am|now|still|started|begun) (studying|learning)|^\W*(learning|studying)\b|to learn\b|\bwant to\b|hope to|(would|'d|’d) (like|love) to|(plan|intend|aim|mean)(ning|ing)? to|keen to|looking (forward )?to learn|yet to|have(n['’]t| not)( yet)?|lack(ing)?\b|unfamiliar with|new to"
    r"|will (start|begin|take)|working towards|studying for|interested in|little experience|about to (start|take)|waiting for|\b(don|didn|haven|hasn|isn|aren|can|couldn)['’]t\b|\bcannot\b|\b(do|did|have|has|am|is|are|can) not\b(?! only| just)"
    r"|\b(i|that)['’]ll\b|\bwill\b|still (need|lack|have to|miss)|nothing (in|of|with)"
    r"|keine? \w*(erfahrung|kenntnisse?|praxis)\w*|ohne erfahrung|noch nie|noch kein\w*|möchte|will ich|(würde|lerne) (ich )?(gerne? )?|interesse an|kein umgang|nie mit|lerne (ich )?(gerade|derzeit|zurzeit)|lerne\b|bisher kein\w*|kaum\b|wenig (erfahrung|praxis)|\bwerde\b|\b(beginne|starte)\b|fehl(t|en) (mir )?"
    r"|(pas|sans|peu) (d['’]|de )(expérience|pratique|connaissance)|aucune? (expérience|connaissance|notion|pratique|formation)|souhaite(rais)?|aimerais|envie d|ne (connais|pratique|maîtrise) pas|jamais (utilisé|travaillé|pratiqué)|j['’]apprends|apprentissage (de|d['’]|du)|n['’]ai (pas|jamais)"
    r"|formation prévue|\b(vais|serai|commence(rai)?)\b|peu d['’]expérience|rien (fait|en)|pas (pratiqué|utilisé|eu|encore)",
    re.IGNORECASE,
)
# What says so of the words right behind it, and of those right before it.
JUST_BEFORE = re.compile(
    r"\b(no|not|never|without|kein\w*|ohne|nie|nicht|pas de|pas d['’]|pas|aucune?|sans|jamais de)\s+(\w+\s+)?$",
    re.IGNORECASE,
)
JUST_BEHIND = re.compile(
    r"\s*[:(–,-]?\s*(is |are |ist |sind |est )?(none(?! of)|no|nothing|nein|keine?|nicht|not|noch nicht|aucune?|non|pas|néant|never|learning|studying|lapsed|planned|nie|jamais)\b(?! only| just| one\b| a (single )?\w)",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"\W*(not yet|what i.m? (am )?learning|still to come|learning now|noch nicht|in planung|geplant|pas encore|à venir|en projet)\b.{0,20}",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"(?<=\w[\w)])[.!?](?=\s|$)|;|\n|\bbut\b|\baber\b|\bmais\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denied:
    """A part of a text in which nothing counts."""

    start: int
    end: int


def denied(text: str) -> list[Denied]:
    """All parts of `text` in which nothing counts, in order."""
    return [
        *_under_headings(text),
        *(part for start, end in _clauses(text) for part in _of_clause(text, start, end)),
    ]


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the words right before or behind these say that they do not count."""
    return bool(JUST_BEFORE.search(text, max(0, start - 40), start) or JUST_BEHIND.match(text, end))


def _under_headings(text: str) -> Iterator[Denied]:
    for paragraph in re.finditer(r"(?:.+\n?)+", text):
        first = paragraph.group().splitlines()[0]
        if HEADING.fullmatch(first):
            yield Denied(*paragraph.span())


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in CLAUSE.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _of_clause(text: str, start: int, end: int) -> Iterator[Denied]:
    clause = text[start:end]
    if OF_ALL.search(clause):
        yield Denied(start, end)
    elif follows := OF_WHAT_FOLLOWS.search(clause):
        yield Denied(start + follows.start(), end)
