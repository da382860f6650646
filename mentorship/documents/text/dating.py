"""Whether a line says when something was, and nothing else. Pure."""

import re

MAX_CHARACTERS = 40  # characters
_YEAR = re.compile(
    r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|(?<![\d.])[01]?\d[./]\d\d(?![\d.%])|['’]\d\d(?!\d)"
)
_WORDS = re.compile(r"[^\W\d_\u3000-\u9fff]+|[\u3000-\u9fff]")  # ideographs one by one
_OF_DATES = frozenset(
    word
    for line in """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter
    to until since from till present now today current ongoing date till
    januar februar märz mai juni juli oktober dezember jän jänner mär okt dez heute seit bis ab
    laufend aktuell frühjahr sommer herbst
    janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr
    juil déc depuis à aujourd hui présent ce jour actuel
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr
    ago dic desde hasta a actual actualidad presente hoy la de
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott
    dal al da oggi attuale in corso
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev mai out até atual
    januari februari maart mei augustus mrt heden tot sinds vanaf
    styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
    obecnie nadal od do
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    по настоящее время с наст вр сейчас
    至 今 现 在 現 年 月 日 職 الآن حتى منذ الحاضر يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس
    سبتمبر أكتوبر نوفمبر ديسمبر
    """.splitlines()
    for word in line.split()
)


def is_dates(text: str) -> bool:
    """Whether `text` is a date or a span of them: "Mar 2019 – now", "01/2016 - 12/2018", "2015"."""
    if len(text) > MAX_CHARACTERS or not _YEAR.search(text) or sum(map(str.isdigit, text)) > 12:
        return False
    return all(word in _OF_DATES for word in _WORDS.findall(text.casefold()))
