"""Text in other languages is cleaned at least as well as by doing nothing, and no rule takes what is no furniture."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.cleaning.lines import count_words
from benchmarks.cleaners import keep_everything, keep_what_cleaning_leaves
from benchmarks.labelled import read_languages, score

PAGES = read_languages()
KNOWN = {"de", "es", "fr", "it", "pt"}

# Each begins as a button, a heading or a label does, and is a sentence.
SENTENCES = (
    "Mehr als drei Jahre nach dem Brand steht das Haus noch leer.",
    "Weitere Gespräche soll es erst im Herbst geben.",
    "Neueste Zahlen zeigen, dass die Miete in der Altstadt gesunken ist.",
    "Teilen wollte er sein Boot mit niemandem.",
    "Von Anfang an war der Rat gegen die Brücke.",
    "Mit einem Plus von zwei Prozent schloss die Börse am Dienstag.",
    "Folgen hat das für die Fischer kaum.",
    "Stand heute fehlen der Stadt vier Millionen.",
    "Bild und Ton fielen mitten in der Rede aus.",
    "Artikel drei der Satzung verbietet das.",
    "Datenschutz sei wichtig, sagte der Minister, aber kein Grund zu schweigen.",
    "Die Bundesliga beginnt im August.",
    "La suite des travaux dépendra du temps.",
    "À lire les comptes, le port ne perd pas d’argent.",
    "Plus d’un millier de personnes ont défilé dimanche.",
    "Par temps clair, on voit l’île depuis le quai.",
    "Partager le pouvoir n’est pas dans ses habitudes.",
    "Inscrivez cela dans le procès-verbal, a demandé le maire.",
    "Abonnés à la défaite, les visiteurs ont encore perdu.",
    "Photo à l’appui, le pêcheur a raconté sa prise.",
    "Publié en 1911, le livre raconte la construction du mur.",
    "Envoyer les enfants à l’école reste difficile en hiver.",
    "Además, nadie avisó a los vecinos.",
    "Más de cien personas durmieron en el puerto.",
    "Recibe el premio una escritora de la costa.",
    "Compartir el agua fue siempre motivo de pleito.",
    "Por la tarde volvió la calma al muelle.",
    "Siga o no la lluvia, la feria abrirá el sábado.",
    "Guardar silencio no bastó para calmar a los vecinos.",
    "Temas como el agua o la luz quedaron fuera del acuerdo.",
    "Fuente de conflictos desde hace años, el canal se cerrará en mayo.",
    "Ver también es creer, decía mi abuela.",
    "Mais de mil pessoas dormiram no porto.",
    "Saiba o leitor que nada disto estava previsto.",
    "Receba quem receber, o dinheiro não chega.",
    "Por volta das dez horas a polícia chegou ao cais.",
    "Recomendado pelo médico, o repouso durou um mês.",
    "Publicidade enganosa levou a empresa ao tribunal.",
    "Assine quem quiser, disse o sindicato, nós não assinamos.",
    "Fonte de alimento e de trabalho, o rio secou.",
    "Di notte il molo resta al buio.",
    "Da anni si parla di un nuovo ponte.",
    "Le ultime case furono abbandonate nel 1911.",
    "Condividi la fatica e sarà più leggera, dice il proverbio.",
    "Accedi al molo soltanto con il permesso, spiega il custode.",
    "Video e parole non bastano più al sindaco.",
    "Altri articoli della legge restano in vigore.",
    "Correlati al clima, i danni crescono ogni anno.",
    "Door de storm ligt de haven stil.",
    "Delen van de stad staan onder water.",
    "Volg het water en je vindt de oorzaak, zegt de dijkgraaf.",
    "Lees verder was wat de leraar het vaakst zei.",
    "Autor planu nie przyszedł na spotkanie.",
    "Foto z 1911 roku pokazuje stary mur.",
    "Więcej niż tysiąc osób nocowało w porcie.",
    "Dela med dig av maten, sa läraren.",
    "Relaterade frågor får vänta till våren.",
    "Автор плана на встречу не пришёл.",
    "Фото старой стены висит в кабинете мэра.",
    "Поделиться водой соседи отказались.",
    "Читайте закон внимательно, сказал судья.",
    "Paylaş ve yönet, derdi eski belediye başkanı.",
    "شارك آلاف العمال في المسيرة يوم الأحد.",
    "اقرأ القانون جيدا، قال القاضي.",
    "分享港口从来都不容易，一位老船长说。",
    "登录记录显示，船长当晚并不在船上。",
    "版权纠纷持续了三年，法院周二作出判决。",
    "写真は一九一一年の古い壁を写している。",
    "共有は簡単ではない、と老船長は言う。",
    "공유하기 어려운 바다라고 늙은 선장은 말한다.",
)


@pytest.fixture(params=PAGES, ids=lambda page: page.page)
def page(request):
    return request.param


def body_of(page):
    return [line for line, keep in zip(page.lines, page.keep, strict=True) if keep]


def test_a_page_is_cleaned_at_least_as_well_as_by_doing_nothing(page):
    [cleaned], [whole] = (score([page], way, count_words) for way in (keep_what_cleaning_leaves, keep_everything))

    assert cleaned.recall >= 0.99
    assert cleaned.f1 >= (0.95 if page.page in KNOWN else whole.f1)


def test_the_headline_of_a_page_is_found(page):
    assert clean("\n".join(page.lines)).headline == page.lines[page.keep.index(None)]


@pytest.mark.parametrize("headline", [None, ""])
def test_a_text_without_furniture_loses_nothing_but_a_headline(page, headline):
    body = body_of(page)
    removed = clean("\n".join(body), headline=headline).removed

    assert {line.reason for line in removed} <= {"headline"}
    assert len(removed) <= (headline is None)


def test_each_line_of_a_body_stays_wherever_it_stands(page):
    body = body_of(page)
    for line in body:
        for lines in ([line, *body], [*body, line]):
            assert clean("\n".join(lines), headline="").removed == ()


@pytest.mark.parametrize("line", SENTENCES)
@pytest.mark.parametrize("place", [0, 2, 5])
def test_a_sentence_that_begins_like_furniture_stays(line, place, paragraphs):
    lines = [*paragraphs[:place], line, *paragraphs[place:]]

    assert clean("\n".join(lines), headline="").removed == ()
