"""Where a phrase that may be a term begins and ends, in each language."""

import re
from collections.abc import Set
from dataclasses import dataclass

from mentorship.jobsearch.coverage.words import listed


@dataclass(frozen=True, slots=True)
class Grammar:
    """The little words of a language.

    ends    end a phrase; `joins` stand within one, `ands` between two
    leads   stand before what is meant: "experience of", "strong"; `trails` after it: "skills", "required"
    crafts  how a word ends that names something one does
    soft    makes a phrase one about manners, conditions or the employer
    """

    ends: Set[str]
    joins: Set[str]
    ands: Set[str]
    leads: Set[str]
    trails: Set[str]
    crafts: re.Pattern[str]
    soft: re.Pattern[str]


def inflected(verbs: str) -> frozenset[str]:
    """English verbs as orders, as what somebody does, and as doing: "manage manages managing"."""
    return frozenset(form for verb in verbs.split() for form in (verb, _he(verb), _doing(verb)))


def _he(verb: str) -> str:
    if re.search(r"[^aeo]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search(r"(s|sh|ch|x)$", verb) else f"{verb}s"


def _doing(verb: str) -> str:
    return f"{verb.removesuffix('e')}ing" if not verb.endswith("ee") else f"{verb}ing"


# What people do in their trades: with its object it is a duty.
CRAFT_VERBS = inflected(
    "supervise mentor coach draft negotiate investigate resolve install repair calibrate reconcile dispatch load unload pack pick "
    "clean cook bake weld wire interpret translate edit proofread publish research deploy configure debug automate migrate recruit "
    "interview hire counsel diagnose treat vaccinate administer train educate audit file forecast reconcile inspect"
)

ENGLISH = Grammar(
    ends=listed(
        "a an the this that these those to for with by on at from in into onto within across through during between "
        "under over about against among per via using including like such as than then so if when where while which who whom "
        "whose what how why i you we they he she it us our your their his her its my me them is are was were be been being am do does "
        "did have has had will would can could should may might must shall not no nor but because since until up out off down "
        "upon plus ideally preferably especially particularly least most more less very too also just only even still each "
        "every all any some both either neither one two three four five six seven eight nine ten twelve where needed and/or "
        "everything everyone everybody something somebody anything "
        "don't can't won't isn't aren't we're you're they're it's i'm we've you've you'll you'd we'll we'd that's there's let's who'd "
        "there here yes please e.g i.e etc once before after without around another whether though although used within throughout "
        "towards toward alongside closely directly works collaboratively go goes includes sounds paid rather same "
    ),
    joins=listed("of"),
    ands=listed("and or & und"),
    leads=inflected(
        "own act arrange enter execute inform present optimise optimize maintain provide facilitate guide promote "
        "uphold foster champion ensure perform manage support assist develop coordinate conduct prepare deliver create implement "
        "identify evaluate assess complete respond operate handle follow oversee collaborate participate communicate contribute"
    )
    | listed(
        "bilingual speak speaking planning's executing owning running growing expanding optimising optimizing honours accurate thorough"
    )
    | listed(
        "experience experienced experiences knowledge understanding ability able familiarity familiar proficiency proficient "
        "background grip grasp command expertise exposure awareness confidence competence competent skilled qualified certified "
        "skills skill use working work works worked strong sound solid good great excellent proven demonstrable demonstrated "
        "advanced basic intermediate fluent written spoken verbal current valid full clean recent previous prior relevant "
        "practical hands-on hands on deep broad thorough confident decent minimum min extensive significant considerable "
        "enough similar equivalent other own new various different necessary appropriate essential desirable required "
        "passion passionate enthusiasm interest track record member membership willing willingness keen happy comfortable "
        "plan plans planning's send write build run manage maintain support ensure provide deliver develop create prepare perform "
        "lead own operate help assist carry conduct handle make take keep produce undertake complete follow following book booking "
        "coordinate co-ordinate organise organize oversee monitor review report reports update check identify implement "
        "improve drive design test assess evaluate analyse analyze advise liaise collaborate communicate contribute "
        "participate attend answer receive record process serve set teach turn look bring bringing get give work supporting ensuring "
        "providing delivering maintaining managing preparing carrying leading performing developing creating assisting helping "
        "producing undertaking completing conducting handling making taking keeping liaising coordinating organising organizing "
        "overseeing monitoring reviewing updating checking identifying implementing improving driving assessing "
        "evaluating advising collaborating contributing participating attending answering receiving recording processing "
        "serving setting responsible accountable evidence shipped held holding hold using used stand stands know known "
        "proficiently safely accurately daily weekly monthly annual regular regularly timely small large whole complex simple "
        "native-level level levels area areas part parts kind kinds type types range variety number wide high quick "
        "group groups variety team members number first second third four-day half day days week weeks time times join care explain understand need day-to-day end "
        "least show shows growing goes go everything us automate "
        "degree-level professional clear relevant"
    ),
    trails=listed(
        "skills skill experience knowledge essential desirable required preferred advantage advantageous bonus background plus "
        "environment environments setting settings abilities ability understanding level levels etc needed necessary role position "
        "similar equivalent basis way year years month months week weeks day days desired ideal welcome qualification qualifications "
        "in on at for of and or us pressure deadlines work aa procedures functions things people concepts principles techniques "
        "process processes initiatives closely platforms matters programs "
    ),
    crafts=re.compile(
        r"\w+(ing|tion|tions|ment|sis|ology|graphy|ance|ence|ship|ity|als?|ics|try|ery|age|ion|ure|ures)$"
        r"|^(tests?|plans?|reports?|records?|counts?|controls?|reviews?|audits?|checks?|care|design|analysis|systems?|pipelines?|data|orders?"
        r"|licen[cs]es?|certificates?|certs?|diploma|degree|standards?|procedures|software|tools?|methods?|methodologies|models?|drawings|interviews"
        r"|research|support|law|policy|policies|strategy|budgets?|sales|returns|accounts|statements|prevention|assessments?|samples|schedules|notes)$"
    ),
    soft=re.compile(
        r"\b(team|teams|attitude|attention|detail|communicat\w*|interpersonal|motivat\w*|enthusias\w*|passion\w*|friendly|reliab\w*|punctual\w*"
        r"|flexib\w*|humou?r|proactive|self|initiative|organi[sz]ational|fast-paced|dynamic|hard[- ]?working|honest\w*|integrity"
        r"|ethic|caring|curiosity|curious|positive|calm|patien(t|ce)|eye|mindset|player|people person|energy|energetic|commitment|committed|trust"
        r"|holiday|pension|salary|benefits?|culture|career|progression|bonus|discount|insurance|parking|canteen|employer|company|colleagues"
        r"|related (field|subject|discipline|area)s?|stakeholders?|designers?|product managers?|opportunit\w*|vacancy|candidates?|applicants?|applications?|cv|interview process|shift|shifts|weekend|overtime|start date|location|office"
        r"|travel|transport|uk|eu|eea|europe|buses|trailers? park|steel toe|lunch|dinner|covers|customers|brands|voucher|stuff|place|chore|pleasure"
        r"|nature|reasons?|questions?|minds?|kettle|cards?|fiver|bones|babysitter|shoestring|hook|box|boxes|ones?|things?|target|targets"
        r"|award\w*|award-winning|smiles?|coffee|vibrant|welcoming|family-run|busy|lovely|beautiful|gorgeous|exciting|generous|subsidi[sz]ed|free"
        r"|fees|perks?|allowance|dress code|biscuits?|cake|fruit|pets?|dog-friendly|neighbou?rs?|town|city centre|crew|hands|adventure|journey"
        r"|england|wales|scotland|ireland|britain|usa|canada|analytical|physically|natural|leader|date|beneficial|advantageous|continuum|sickness|monday|tuesday|wednesday|thursday|friday|saturday|sunday|accommodation|physical|lifting|accredited|college|university|pounds|lbs|new seats|turning it|january|february|march|april|june|july|august|september|october|november|december|references|head|director|engineer|officer|manager|sre|short cuts?|elsewhere|equiv|folks|problems?|sort|lot|bit|little|week|weeks|weekly|hours?|day|days|months?)\b"
    ),
)

GERMAN = Grammar(
    ends=listed("und oder sowie"),
    joins=listed("der des"),
    ands=listed("und oder sowie bzw"),
    leads=listed(
        "Erstellung Durchführung Mitwirkung Begleitung Bearbeitung Unterstützung Übernahme Sicherstellung Umgang Kenntnisse Kenntnis Erfahrung "
        "Erfahrungen Grundkenntnisse Fachkenntnisse Berufserfahrung Verständnis Vorbereitung Umsetzung Erledigung Verantwortung Beherrschung "
        "Anwendung Weiterbildung Zertifikat Nutzung Mitarbeit Abwicklung Bereich gute guten guter gutes sehr sichere sicherer sicheren sicheres fundierte "
        "fundierten laufende laufenden mehrjährige mehrjährigen erste ersten abgeschlossene abgeschlossenes abgeschl abgeschlossener einschlägige "
        "ausgeprägte ausgeprägtes fließende fließendes verhandlungssichere verhandlungssicheres idealerweise mindestens hohe hoher umfangreiche "
        "Vergleichbares Qualifikation Administration Umgebung wiederkehrende vergleichbare vergleichbarer routinierter sicher solide gängige gängigen gängiger eigene eigenen neue neuen kompletten komplette "
        "Betrieb Weiterentwicklung Betreuung allgemeine allgemeinen tägliche täglichen praktische praktischen Ausbildung"
    ),
    trails=listed("von Kenntnisse Erfahrung Erfahrungen Vorteil Wort Schrift"),
    crafts=re.compile(
        r"\w+(ung|ungen|tion|tionen|ik|kunde|pflege|arbeit|arbeiten|bau|führung|wesen|technik|recht|planung|schein|zeichnungen|protokolle|anlagen|systeme|software)$",
        re.IGNORECASE,
    ),
    soft=re.compile(
        r"\b(team\w*|zuverlässig\w*|pünktlich\w*|selbst\w*|sorgfältig\w*|arbeitsweise|humor|freude|spaß|engagement|motivation|belastbar\w*|flexibilität"
        r"|kommunikations\w*|einsatzbereitschaft|eigeninitiative|denkweise|mentalität|geschick|organisationstalent|lernbereitschaft|umgangsformen"
        r"|kolleg(e|en|innen)|kunden?|kundin\w*|standort\w*|gesellschaften|aufgaben|profil|position|stelle|jahre?n?|monate?n?|woche|tag(e|en)?|unternehmen"
        r"|nett\w*|familiär\w*|kostenlos\w*|attraktiv\w*|spannend\w*|abwechslungsreich\w*|zuschuss|obst\w*|kaffee|parkpl\w+|kita|betriebskita|feierabend"
        r"|teamevents?|weihnachtsgeld|urlaubsgeld|prämien?|\w*zulagen?|diensthandy|firmenwagen|dienstwagen|fitness\w*|jobticket|jobrad|trinkgeld|freizeit"
        r"|gesicht|sinn|herz|leben|welt|zeit(ung)?|haus(e)?|muss|super|anlagen?|baustelle|konzept|halle|nachbarabteilungen|neubau|altbau|steckdose"
        r"|dachdecker|übernachtung|speicher|arbeit|schichtdienst|bereitschaft|frau|herr|leute|azubis|vergleichbares|diplom|bachelor|master"
        r"|denken|technik|kundenorientier\w*|hierarchien|entscheidungswege|benefits|firmenevents|homeoffice|gehalt\w*|stationen|zählerschrank|offenheit|interesse|einfühl\w*|nerven|geduld|lust|herzlich\w*|verantwortungsbewusst\w*|freundlich\w*|gelassenheit|neugier|berührungspunkte?|windstärke|vertrautheit|entwicklung|kindern|hospitation\w*|begeisterung|wert|hand)\b",
        re.IGNORECASE,
    ),
)

FRENCH = Grammar(
    ends=listed(
        "pour avec dans sur par auprès selon chez sous et ou vers jusqu sans entre lors le les un une nous vous il elle ils ce cette ces son sa ses "
        "votre vos notre nos leur leurs qui que dont où est sont êtes serez sera avez a ont afin ainsi si mais car plus moins très tout toute tous toutes "
        "serait seraient sera idéalement notamment savez justifiez maîtrisez au aux sein destination orientées prenez faites connaît bien titulaire m' n' s' t' c' j' qu' "
        "deux trois quatre cinq six sept huit neuf dix"
    ),
    joins=listed("de d' des du la l' en à"),
    ands=listed("et ou"),
    leads=listed(
        "de d' des du la l' en à les élaboration réalisation connaissance connaissances maîtrise expérience notion notions aisance participation réponse "
        "rédaction montage bonne bonnes bon excellente excellentes excellent première premier parfaite solide solides réelle capacité pratique "
        "nouvelle nouvelles nouveau nouveaux minimum utilisation titulaire diplôme niveau gestion mise place exécution prise charge assurer participer réaliser gérer rédiger élaborer "
        "effectuer préparer accompagner animer suivre accueillir répondre logiciel logiciels outils outil utiliser établir traiter assistance compréhension"
    ),
    trails=listed(
        "exigé exigée indispensable souhaité souhaitée apprécié appréciée appréciés requis requise obligatoire courant courante équivalent jour existante "
        "de d' des du la l' en à nécessaire impératif impérative confirmée confirmé"
    ),
    crafts=re.compile(
        r"\w+(tion|tions|ment|ments|age|ages|ance|ie|ique|iques|isme|ure|té|ité|logie|phie|rie|iaux|eil)$"
    ),
    soft=re.compile(
        r"\b(fonctionnalités|collaborateurs|équipe|relationnel|goût|challenge|dynamique|autonom\w*|ténacité|rigueur|rigoureu\w*|sens|écoute|discrétion|esprit|sourire|recul|motiv\w*"
        r"|ponctu\w*|organis(é|ée)|bienveillan\w*|polyvalen\w*|disponib\w*|curiosité|clients?|client[èe]le nautique|responsabilité|directeur|directrice|cheffe?"
        r"|prime|primes|repas|parking|ambiance|convivial\w*|chaleureu\w*|intéressement|chèques|mutuelle|café|gratuit\w*|locaux|salaire|souriant\w*|accueillant\w*|passionné\w*"
        r"|temps|an|ans|année|semaine|mois|jour|jours|poste|entreprise|association|salariés|public précaire|débutant|personnes|magistrats|notes|bailleurs"
        r"|secteur|prix jusqu|signature|roulement|astreintes|été|terrain|visiteurs|présentation|flexibilité|week-ends?|horaires|passion|h/f)\b"
    ),
)

SPANISH = Grammar(
    ends=listed(
        "para con por sobre desde hasta según sin y o u e ni entre durante mediante tras el los las un una unos unas busca buscamos precisa incorporar lo se te tu tus su sus nuestro nuestra "
        "nuestros nuestras este esta estos estas ese esa que quien cuyo donde cuando como es son eres será serás estar tener tiene tienes ha has he "
        "si pero más menos muy todo toda todos todas cada también así al menos deseable preferiblemente especialmente serán sería dos tres cuatro cinco seis siete ocho nueve diez"
    ),
    joins=listed("de del la las los al a en"),
    ands=listed("y o e u"),
    leads=listed(
        "de del la las los al a en experiencia conocimiento conocimientos dominio manejo nivel buen buena buenos buenas alto alta sólidos sólida mínima mínimo uso "
        "gran excelente excelentes capacidad imprescindible deseable valorable titulación formación certificado certificación realización ejecución participación apoyo "
        "colaboración uso utilización mínima mínimo posesión vigente avanzado avanzada fluido amplia amplio demostrable previa previo años año"
    ),
    trails=listed(
        "imprescindible deseable valorable requerido requerida vigente avanzado avanzada alto medio fluido hablado escrito demostrable previa mínima similar actualizado "
        "de del la las los al a en nivel"
    ),
    crafts=re.compile(
        r"\w+(ción|ciones|sión|siones|miento|mientos|aje|ajes|ancia|encia|ería|ía|logía|grafía|dad|tura|nica|nicas|ística|ismo|ado|ados|eño|eo|stock|caja)$"
    ),
    soft=re.compile(
        r"\b(equipo|ganas|actitud|motivación|proactiv\w*|responsab\w*|puntual\w*|dinámic\w*|iniciativa|orientación|empatía|simpatía|flexib\w*|disponibilidad"
        r"|incorporación|jornada|contrato|salario|sueldo|convenio|vacaciones|ambiente|horarios?|turnos?|parking|seguro médico|estabilidad|comida|días|semana|mes|meses"
        r"|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|puesto|empresa|persona|personas|candidat\w*|interesad\w*|currículum|cv|dirección indicada"
        r"|startup|oficina|beneficios|retribución|plan de carrera|trabajo en equipo|don de gentes|vocación|ilusión)\b"
    ),
)

GRAMMARS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
