"""Offers: subscriptions, and their prices."""

from __future__ import annotations

from analysis.cleaning.rules.rule import Rule, words_of

_MONEY = (
    r"(?:(?:\b[a-z]{1,3})?[$€£¥₹₽₩₺₪₫₴₦₱฿﷼]|\b(?:usd|eur|gbp|inr|rs\.?|chf|cad|aud|nzd|jpy|cny|rmb|brl|zł|kč|kr|руб|"
    r"aed|sar|ngn|zar|sgd|hkd|sek|nok|dkk|pln|czk|r(?=\d)))"
)
_AMOUNT = r"\d[\d.,']*"
PRICE = (
    rf"(?:{_MONEY} ?{_AMOUNT}|{_AMOUNT} ?(?:{_MONEY}|euros?|dollars?|pounds|rupees|rand|francs|kronor|kroner|"
    r"zł|kr\b|руб|lei|kč|ft\b))"
)
_PERIOD = (
    r"(?:(?:one|two|three|six|twelve|\d+)[ -])?(?:days?|weeks?|fortnights?|months?|mo|mth|years?|yrs?|yr|annum|issues?|"
    r"quarter|tage?n?|wochen?|monate?|jahre?|mois|ans?|semaines?|mes(?:es)?|años?|mês|anos?|mesi|mese|anno|anni)"
)
PERIODIC_PRICE = rf"{PRICE} ?(?:/|per|a|an|pro|par|por|al|each|every|i|im) ?{_PERIOD}\b"
SUBSCRIPTION = Rule(
    "subscription offer",
    "Paywalls, subscription plans and their prices.",
    whole=(
        (
            rf"(?:only |just |from |now |starting at |for )?{PRICE}(?: ?(?:/|per|a|an|pro|par|por|al|"
            rf"each|every|for|im) ?(?:the first )?{_PERIOD}(?:[ ,].{{0,40}})?)?"
        ),
        rf"(?:{_PERIOD})(?: (?:plan|access|subscription|free|trial|pass))",
        (
            r"(?:monthly|yearly|annual(?:ly)?|quarterly|weekly|digital|print|basic|standard|premium|"
            r"plus|pro|all[ -]access|unlimited|student|family|household|weekend|gift|trial|starter|"
            r"team)(?: ?(?:\+|and|&) ?\w+)?(?: (?:plan|access|subscription|only|pass|edition|bundle|digital|print|"
            r"membership)){1,2}"
        ),
        (
            r"(?:best value|most popular plan|save \d+ ?%.{0,30}|\d+ ?% off.{0,30}|"
            r"limited[ -]time offer.{0,40}|special offer.{0,40}|cancel (?:at )?any ?time.{0,40}|"
            r"billed (?:monthly|annually|yearly|quarterly).{0,40}|renews? (?:automatically|at).{0,60}|"
            r"auto-?renews?.{0,60}|no commitment.{0,40}|free trial.{0,40}|risk[ -]free.{0,40})"
        ),
        (
            r"(?:already|current|existing|not|are you)(?: an?| yet an?| currently an?)? (?:subscri\w+|"
            r"member|registered|(?:digital |print )?subscriber)\b.{0,80}"
        ),
        (
            r"(?:already |do you )?(?:have|got) (?:an? |your )?(?:\w+ )?(?:pass|account|subscription|membership|"
            r"log-?in)\?.{0,80}|(?:no|don.t have an|need an) account(?: yet)?\?.{0,60}|"
            r"new (?:here|customer|user|reader|subscriber|to \S.{0,30})\?.{0,60}"
        ),
        (
            r"(?:forgot(?:ten)?|lost|reset)(?: your| my)? (?:password|login|username)\b.{0,40}|"
            r"(?:remember me|keep me (?:signed|logged) in)\b.{0,30}|(?:enter |show |your )*password|"
            r"(?:or )?(?:continue|(?:log|sign) in|sign up|register) with (?:google|apple|facebook|microsoft|"
            r"(?:your )?e-?mail)\b.{0,30}"
        ),
        (
            r"what(?: you(?:.ll| will)? get| (?:every|each|your|the|a) (?:pass|plan|subscription|membership|subscriber|"
            r"member)s? (?:gives?|includes?|gets?|comes with|offers?|covers?)\b.{0,40}|.s in (?:every|each) "
            r"(?:plan|pass)|(?: is|.s) included.{0,40})"
        ),
        (
            r"(?:schon|bereits|sie sind) (?:abonnent|registriert|kunde|mitglied).{0,60}|(?:déjà|"
            r"vous êtes) abonnée?.{0,60}|¿?(?:ya eres|eres) (?:suscriptor|usuario|miembro).{0,60}|"
            r"(?:já é|é) assinante.{0,60}|(?:sei |sei già )abbonato.{0,60}"
        ),
        (
            r"(?:get|start|choose|pick|view|see|select|buy|compare|try|explore|manage|activate|claim|"
            r"redeem|renew|upgrade)(?: (?:your|a|an|the|our|my|all|full|free|digital|unlimited|"
            r"instant))* (?:subscri\w+|plans?|free trial|offer|offers|membership|access|trial|"
            r"pass(?:es)?)\b.{0,60}"
        ),
        (
            r"(?:subscribe|register|join|upgrade|abonnieren|s.abonner|suscríbete|suscribirse|assine|abbonati)"
            r"(?!.*(?:newsletter|alert|podcast|inbox|briefing|e-?mail))"
            r"(?: (?:now|today|here|free|for free|to \S.{0,60}|for .{1,60}|and .{1,60}|"
            r"with .{1,40}|jetzt|agora|ora|ya))?\W*(?:(?:sign|log) in)?"
        ),
        r"to (?:continue|keep|go on|carry on) reading\b.{0,90}",
        r"(?:continue|keep) reading (?:with|your|for|by|this)\b.{0,90}",
        (
            r"(?:to )?read (?:the )?(?:full|complete|rest of (?:the|this)|entire|"
            r"more of this) (?:article|story|text|report|piece)?.{0,60}"
        ),
        (
            r"(?:this|the) (?:article|story|content|page|post) is (?:only |exclusively )?(?:available|"
            r"reserved|free|behind|locked|exclusive|for (?:our )?(?:subscri|member|premium|registered|paying)).{0,100}"
        ),
        r"(?:exclusive(?:ly)? )?(?:for|to) (?:our )?(?:subscribers|members|premium users|registered users)(?: only)?",
        (
            r"(?:subscribers?|members?|premium|abonnenten|abonnés|suscriptores|assinantes|"
            r"abbonati)[ -]?(?:only|exclusive|content|article|inhalt|articles|benefits)?"
        ),
        (
            r"(?:ad[ -]free|unlimited|uninterrupted|seamless|complimentary) (?:reading|access|"
            r"browsing|experience|articles).{0,90}"
        ),
        (
            r"(?:gift|donate|contribute|donate now|become a (?:member|subscriber|supporter|patron|"
            r"friend)|support (?:us|our (?:journalism|work|reporting|newsroom)|(?:independent|local|"
            r"quality|public|nonprofit|free|real|honest|great|investigative)? ?journalism|local news|"
            r"the \w+))\b.{0,80}"
        ),
    ),
    opening=(
        (
            r"(?:you.?(?:ve|’ve| have)|you) (?:reached|hit|used|read|exhausted|have \d+|only have|"
            r"got \d+)\b.{0,60}(?:articles?|limit|free|stor(?:y|ies)|views|allowance)"
        ),
        (
            r"(?:you have )?(?:\d+|one|two|three|no|\{\{.*?\}\}) (?:free |"
            r"complimentary )?(?:articles?|stories) (?:left|remaining|this month)"
        ),
        (
            r"(?:subscribe|sign up|register|log ?in|sign in|become a member|join|upgrade) "
            r"(?!.*(?:newsletter|alert|podcast|inbox|briefing|e-?mail))(?:now |"
            r"today |here |for free )?(?:to|for|and) (?:read|continue|get|access|unlock|enjoy|receive|"
            r"view|see|keep|a |an |full|unlimited|our|the)\b.{0,120}"
        ),
        (
            r"(?:get|enjoy|unlock|receive|gain) (?:access|unlimited|full|exclusive|instant|complete|"
            r"digital|premium)\b.{0,50}(?:access|content|articles|stor|subscri|edition|news|"
            r"journalism|digital|benefits|pro\b)"
        ),
        (
            rf"(?:get|try|enjoy) .{{2,80}}(?:for (?:only|just|as little as) |from (?:only |just )?|"
            rf"at (?:only |just )?){PRICE}"
        ),
        r"(?:here.s )?what.s included\b|subscription (?:plans?|options|benefits|offers?)\b|choose (?:your|a) plan",
        (
            r"(?:please |to )?(?:help|consider|support|ensure|keep|sustain|"
            r"fund)(?:ing)?\b.{0,80}(?:subscribing|a (?:donation|contribution|subscription)|"
            r"becoming a (?:member|subscriber|supporter)|donat(?:e|ing|ion)|contribut(?:e|"
            r"ing) (?:today|now|to)|independent journalism|our journalism)\b"
        ),
        (
            r"(?:we (?:need|rely on|depend on) your (?:support|help)|your (?:support|contribution|"
            r"donation|subscription|gift) (?:helps|makes|is|will|keeps|of)|if you (?:value|like|enjoy|"
            r"appreciate|find|enjoyed|liked) (?:this|our|what)\b)"
        ),
        (
            r"(?:not a subscriber|want (?:to read|more|unlimited|full)|to (?:read|see|view|"
            r"access) (?:the|this|more|all|our)\b.{0,50}(?:subscri|sign|regist|log))"
        ),
        (
            r"(?:lesen sie (?:weiter|jetzt|unbegrenzt|alle|den (?:ganzen|vollen|vollständigen))|weiterlesen|"
            r"jetzt (?:abonnieren|testen|lesen|weiterlesen|registrieren|kostenlos)|"
            r"mit .{2,30}(?:plus|premium|abo) (?:weiter|lesen|testen|unbegrenzt)|"
            r"dieser (?:artikel|inhalt|text) ist (?:nur|"
            r"exklusiv)|exklusiv für abonnenten|(?:cet article|article|contenu|"
            r"la suite) (?:est )?(?:est )?(?:réservée?|payant)|il vous reste \d+|pour lire la suite|"
            r"contenido exclusivo|este (?:contenido|conteúdo|artículo) (?:es|é) exclusivo|"
            r"para seguir leyendo|sigue leyendo|conteúdo exclusivo|para continuar lendo|"
            r"continue lendo|contenuto riservato|questo contenuto è riservato|"
            r"per continuare a leggere)\b"
        ),
        (r"(?:create|open|set up|make) (?:an?|your) (?:free )?(?:online )?account (?:to|and|or|with|for)\b"),
        r"your (?:subscription|account|trial|free trial|browser session|session) (?:has|is|will|expires|expired)",
        r"(?:to )?simplify subscriber access",
        r"members (?:get|receive|enjoy)\b",
    ),
    within=(rf"\b(?:issues|weeks|months|year|subscription) for (?:only |just )?{PRICE}",),
    hints=words_of(
        "subscribe subscribing subscription subscriber subscribers subscriptions article articles limit "
        "stories unlimited register member members membership access donate donation donating contribute "
        "contribution contributing support journalism premium trial abo abonnenten abonnés réservé "
        "leyendo lendo leggere riservato exclusivo assinante value upgrade rs off only continue sign "
        "included account"
    ),
    cues=words_of("issues weeks months year subscription"),
    longest=420,
)
