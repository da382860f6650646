"""The sections of a text: which of its lines are headings, and under which a place stands. Pure.

Words that head sections of résumés in many languages are known, and they teach how the headings of
this text look: other short lines that look the same are headings too. Where no word is known, short
lines in capitals are, else short lines set apart by their size.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

MAX_HEADING = 48  # characters of a heading
MAX_HEADING_WORDS = 6
LARGER = 1.08  # times the size of most lines
ALIKE = 0.06  # two sizes that differ less are one: boxes are measured, not declared

KNOWN = frozenset(
    word.strip()
    for line in """
    about me|achievements|additional information|awards|career|career history|certificates
    certifications|conferences|contact|contact details|courses|education|employment
    employment history|experience|further training|hobbies|honours|honors|interests|internships
    key achievements|key skills|languages|memberships|objective|other|patents|personal details
    personal profile|personal statement|portfolio|positions|professional experience|profile|projects
    publications|qualifications|references|relevant experience|selected projects|skills|strengths
    summary|professional summary|talks|teaching|technical skills|tools|training|volunteering
    volunteer work|work|work experience|work history
    ausbildung|auszeichnungen|berufserfahrung|beruflicher werdegang|berufliche erfahrung|bildung
    ehrenamt|engagement|erfahrung|fähigkeiten|fortbildungen|hochschulbildung|interessen|kenntnisse
    kompetenzen|kontakt|persönliche daten|praktika|praktische erfahrung|profil|projekte|projektarbeit
    publikationen|qualifikationen|referenzen|schulbildung|sprachen|sprachkenntnisse|studium
    stärken|über mich|weiterbildung|weiterbildungen|werdegang|zertifikate|zusammenfassung
    à propos|bénévolat|centres d’intérêt|certifications|compétences|coordonnées|diplômes|études
    expérience|expérience professionnelle|expériences|expériences professionnelles|formation
    formations|intérêts|langues|loisirs|parcours professionnel|projets|réalisations|références
    stages|atouts
    aptitudes|certificaciones|competencias|contacto|cursos|datos personales|educación|estudios
    experiencia|experiencia laboral|experiencia profesional|formación|formación académica|habilidades
    idiomas|intereses|logros|perfil|perfil profesional|proyectos|publicaciones|referencias|resumen
    voluntariado|sobre mí
    capacità|certificazioni|competenze|contatti|corsi|dati personali|esperienza|esperienza lavorativa
    esperienze|esperienze professionali|esperienze lavorative|formazione|interessi|istruzione
    istruzione e formazione|lingue|profilo|progetti|pubblicazioni|referenze|riepilogo
    certificações|competências|contato|dados pessoais|educação|experiência|experiência profissional
    formação|formação acadêmica|habilidades|interesses|projetos|publicações|referências|resumo
    sobre mim
    certificaten|contactgegevens|cursussen|ervaring|hobby’s|interesses|opleiding|opleidingen
    over mij|persoonlijke gegevens|profiel|projecten|referenties|samenvatting|talen|vaardigheden
    werkervaring
    doświadczenie|doświadczenie zawodowe|edukacja|języki|języki obce|kursy|o mnie|podsumowanie
    projekty|umiejętności|wykształcenie|zainteresowania|referencje
    arbetslivserfarenhet|erfarenhet|intressen|kunskaper|kurser|om mig|språk|utbildning
    arbejdserfaring|erfaring|erhvervserfaring|kompetencer|om mig|sprog|uddannelse
    arbeidserfaring|ferdigheter|om meg|utdanning
    kielitaito|koulutus|osaaminen|taidot|työkokemus|yhteystiedot
    deneyim|diller|eğitim|iletişim|iş deneyimi|beceriler|yetenekler|projeler|referanslar
    pracovní zkušenosti|vzdělání|dovednosti|jazyky|zkušenosti
    experiență profesională|educație|competențe|limbi străine
    досвід роботи|освіта|навички|мови|про мене|контакти
    опыт работы|образование|навыки|языки|обо мне|контакты|достижения|проекты
    εκπαίδευση|εργασιακή εμπειρία|δεξιότητες|γλώσσες
    الخبرة|الخبرات|الخبرة العملية|التعليم|المهارات|اللغات|الملف الشخصي
    ניסיון|ניסיון תעסוקתי|השכלה|מיומנויות|שפות|פרופיל
    工作经历|工作经验|教育背景|教育经历|技能|语言|项目经历|个人简介|自我评价
    職歴|職務経歴|学歴|資格|スキル|語学|自己pr|志望動機
    경력|학력|기술|언어|자기소개
    """.splitlines()
    for word in line.split("|")
    if word.strip()
)
_JOINS = re.compile(
    r"\s*(?:[&+/,·•・、|]|\b(?:and|und|et|y|e|en|och|og|i|и|та|ja|ve)\b)\s*", re.IGNORECASE
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACED = re.compile(r"(?:\w ){2,}\w(?!\w)")
_GOES_ON = re.compile(r"(?:[.,;!?…]|\w[-\u00ad\u2010])\s*$")


@dataclass(frozen=True, slots=True)
class SizedLine:
    """One line of a text.

    start     where it begins, in code points.
    size      height of its letters in any unit; 0 where it is not known.
    is_apart  something sets it apart from the line before.
    """

    start: int
    text: str
    size: float = 0.0
    is_apart: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and where it begins: the section reaches to the next one."""

    start: int
    title: str


def sections(lines: Sequence[SizedLine]) -> list[Section]:
    """The headings among these lines, in their order; the lines are in the order of their starts."""
    short = [line for line in lines if _is_short(line.text)]
    known = [line for line in short if is_known(line.text)]
    body = _usual_size(lines)
    heads = known or _in_capitals(short, lines) or _large(short, lines, body)
    if known:
        heads = [line for line in short if line in known or _looks_like(line, known, lines, body)]
    return [Section(line.start, title_of(line.text)) for line in heads]


def section_at(found: Sequence[Section], start: int) -> Section | None:
    """The section in which this place stands; None before the first."""
    place = bisect_right([section.start for section in found], start)
    return found[place - 1] if place else None


def is_known(text: str) -> bool:
    """Whether a line says what heads a section: "EXPERIENCE", "Skills & Languages:"."""
    words = _folded(title_of(text))
    parts = [part for part in _JOINS.split(words) if part]
    return words in KNOWN or (bool(parts) and all(part in KNOWN for part in parts))


def title_of(text: str) -> str:
    """The heading without what decorates it: "— E X P E R I E N C E —" is "EXPERIENCE"."""
    title = " ".join(text.split())
    title = _EDGES.sub("", title) or title
    if _SPACED.fullmatch(title):
        title = title.replace(" ", "")
    return title


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold()
    return composed.replace("'", "’")


def _is_short(text: str) -> bool:
    """Whether it is short enough for a heading, and neither a sentence nor a part of one."""
    title = title_of(text)
    is_brief = len(title.split()) <= MAX_HEADING_WORDS and len(title) <= MAX_HEADING
    return is_brief and any(map(str.isalpha, title)) and not _GOES_ON.search(text)


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 2 and "".join(letters).isupper()


def _usual_size(lines: Iterable[SizedLine]) -> float:
    """The size of most lines; 0 where none is known."""
    sizes = [line.size for line in lines if line.size]
    return median(sizes) if sizes else 0.0


def _in_capitals(short: Iterable[SizedLine], lines: Sequence[SizedLine]) -> list[SizedLine]:
    """Those in capitals, but for the name on top."""
    found = [line for line in short if _is_capitals(line.text)]
    return [line for line in found if line is not lines[0]]


def _large(short: Iterable[SizedLine], lines: Sequence[SizedLine], body: float) -> list[SizedLine]:
    """Those set apart by their size, but for the name on top."""
    return [
        line
        for line in short
        if body and line.is_apart and line.size >= LARGER * body and line is not lines[0]
    ]


def _looks_like(
    line: SizedLine, known: Iterable[SizedLine], lines: Sequence[SizedLine], body: float
) -> bool:
    """Whether it looks like one of those that are known, and not like the text under them."""
    if line is lines[0] or not line.is_apart:
        return False
    is_loud = _is_capitals(line.text)
    return any(
        abs(line.size - one.size) <= ALIKE * one.size
        and is_loud == _is_capitals(one.text)
        and (is_loud or (body > 0 and one.size >= LARGER * body))
        for one in known
    )
