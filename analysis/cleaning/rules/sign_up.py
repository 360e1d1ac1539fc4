"""Sign-up: newsletters, and consent to cookies."""

from __future__ import annotations

from analysis.cleaning.rules.rule import Rule, words_of

NEWSLETTER = Rule(
    "newsletter sign-up",
    "Forms and invitations to receive newsletters, alerts and notifications.",
    whole=(
        (
            r"(?:(?:our|the|your|free|daily|weekly|morning|evening|e-?mail|breaking|"
            r"\w+) ){0,4}(?:newsletters?|alerts|notifications|e-?mail updates|news digest|"
            r"briefing)(?: (?:sign[ -]?up|signup|subscription|subscribe|form))?"
        ),
        (
            r"(?:enter|type|your|add|provide)(?: (?:your|a|an|the|valid))* (?:e-?mail(?: address)?|"
            r"zip code)(?: (?:here|below|address|to .{1,60}))?"
        ),
        r"(?:e-?mail|e-?mail address|email \(required\)|your e-?mail(?: address)?)[:*]?",
        (
            r"(?:invalid|please enter a valid|we.ve sent|check your|thank you for|thanks for|you.re|"
            r"you are|you have been|you have successfully) .{0,40}(?:e-?mail|inbox|subscri|signing up|"
            r"signed up|registering|registration|sign-up|newsletter|joining)\b.{0,60}"
        ),
        (
            r"(?:an error has occurred|something went wrong|oops|sorry, (?:there|an|we|your)|"
            r"there was (?:a problem|an error)|success|thank you|thanks)\b.{0,50}(?:try again|later|"
            r"error|submission)?.{0,20}"
        ),
        (
            r"by (?:signing up|subscribing|registering|clicking|submitting|entering|providing|"
            r"creating|joining)\b.{0,300}"
        ),
        (
            r"(?:i|yes,? i|please)(?: would)?(?: like| want| agree| consent| accept| have read|"
            r" understand) .{0,250}(?:e-?mail|newsletter|updates|offers|terms|privacy|"
            r"marketing)\b.{0,120}"
        ),
        r"(?:don.t|never) miss (?:a|an|out|the|any|our|another)\b.{0,100}",
        (
            r"(?:stay|keep|be|get)(?: yourself)? (?:up[ -]to[ -]date|informed|updated|in the (?:know|"
            r"loop)|in touch|smart|the latest|notified|alerts|updates|breaking news|more stories|"
            r"the best|daily|exclusive|our|this delivered)\b.{0,140}"
        ),
        r"(?:but )?let.s stay in touch",
        r"(?:please,? )?(?:fill(?: in| out)?|complete|use) (?:the|this) form\b.{0,30}\b(?:subscri|newsletter).{0,60}",
        (
            r"(?:sign up|subscribe|register|anmelden(?!.*\.\W*$)|inscrivez-vous|registrarse|registrate|iscriviti|"
            r"cadastre-se|inscreva-se|melden sie sich|abonnez-vous|apúntate)\b.{0,140}"
        ),
        (
            r"(?:to|or) (?:unsubscribe|opt out)\b.{0,100}|unsubscribe.{0,40}|"
            r"view (?:this )?(?:email )?in (?:your )?browser"
        ),
    ),
    opening=(
        (
            r"(?:click here |want to |to )?(?:sign[ -]?up|subscribe|register|opt in) (?:here |now |"
            r"today |below )?(?:to|for|with|at|and)\b"
        ),
        (
            r"(?:get|receive|have|enjoy)\b.{2,120}(?:deliver\w*|straight|direct(?:ly)?|sent|right|in|"
            r"to) (?:\w+ ){0,2}?(?:your|my) (?:\w+ )?(?:inbox|e-?mail|mailbox|phone|door|letterbox)"
        ),
        (
            r"(?:get|receive|read|try) (?:our|the|more|all|today.s|a|breaking|daily|"
            r"free)\b.{0,80}(?:newsletters?|alerts|bulletins?|briefings?|notifications|"
            r"updates by e-?mail)\b"
        ),
        r"(?:this|our|the) newsletter (?:is|may|will|arrives|contains|goes|delivers)\b",
        r"(?:enable|turn on|allow|activate|disable) (?:\w+ )?(?:notifications?|alerts|push)\b",
        r"(?:there.s )?(?:plenty )?more where that came from",
        r"(?:click|tap) here (?:to|for) .{0,60}(?:subscri|newsletter|sign|alert|updates|regist|more information)",
        (
            r"(?:browser-benachrichtig|newsletter abonnieren|unser newsletter)|"
            r"(?:recevez|recibe|reciba|receba|ricevi)\b.{0,80}\b(?:newsletters?|boletín|boletim|bulletin|e-?mail|"
            r"correo|courriel|posta|alert\w+|avvisi|noticias|notícias|notizie|actualités|novedades|novidades|notifi\w+)\b"
        ),
    ),
    within=(
        (
            r"\b(?:delivered|straight|sent|right|directly) (?:daily |weekly |straight |right |"
            r"directly )?(?:in)?to your (?:\w+ )?(?:inbox|e-?mail)"
        ),
        r"\b(?:news|stories|headlines|updates|newsletters?|content|best|top)\b.{0,40} (?:in|to) your inbox",
        (
            r"(?:^|[.!?:–—-] )(?:just |please )?(?:enter|type in|add|leave) your e-?mail(?: address)?(?: (?:below|here|"
            r"above|to|and)\b|[.!]?$)"
        ),
    ),
    hints=words_of(
        "newsletter newsletters inbox email mail mailbox subscribe subscribing alerts alert notifications "
        "notification updates register registering sign signing clicking submitting entering providing "
        "creating joining agree consent miss stay recevez recibe reciba receba ricevi abonnez anmelden "
        "inscrivez inscreva cadastre iscriviti unsubscribe click here more"
    ),
    cues=words_of("inbox e email mail"),
    longest=420,
)
_CHOICE = (
    r"(?:(?:accept|reject|allow|decline|refuse|agree|manage|customi[sz]e|more)(?: (?:to )?(?:all|my|choices|cookies|"
    r"options|preferences|settings|essential|necessary|non-essential|optional|only|and close))*|ok|learn more)"
)
CONSENT = Rule(
    "cookies and consent",
    "Cookie banners, consent, and warnings about the browser.",
    whole=(
        (
            r"(?:accept|allow|reject|manage|necessary|functional|performance|targeting|"
            r"strictly necessary|marketing|essential|cookie)(?: (?:all|only|necessary|essential|"
            r"and close|& close|non-essential|my|your))* ?cookies?(?: (?:settings|preferences|policy|"
            r"consent|notice|choices|banner))?"
        ),
        (
            r"(?:privacy|consent|cookie|your privacy) (?:settings|preferences|choices|manager|"
            r"overview|center|centre|rights)"
        ),
        rf"{_CHOICE}(?:[\W_]+(?:or )?{_CHOICE})+",
    ),
    opening=(
        (
            r"(?:this|our|the) (?:web ?site|site|page|publisher|app)s? (?:and (?:its|our) (?:partners|"
            r"third.{1,20}) )?(?:uses?|employs|stores|requires|asks|is protected)\b.{0,30}(?:cookies?|"
            r"consent|recaptcha|javascript|local storage|google analytics)"
        ),
        (
            r"(?:we|we and our (?:\w+ )?partners|\w+ and (?:its|our) partners)(?: and (?:our|selected|"
            r"third).{1,30}?)?(?: may)? (?:use|store|process|rely on|"
            r"value your privacy)\b.{0,60}(?:cookies?|privacy|identifiers|device|consent|trackers)"
        ),
        (
            r"by (?:continuing|using|browsing|visiting|closing|clicking|accessing)\b.{0,80}(?:site|"
            r"website|cookies?|agree|consent|service|accept)"
        ),
        (
            r"(?:cookies? (?:are|help|policy|and|enable|that|allow)|you can (?:change|manage|withdraw|"
            r"opt|set|find out more about)\b.{0,60}(?:cookie|consent|preferences|settings|privacy))"
        ),
        r"(?:please )?(?:enable|turn on|disable|activate|allow) (?:javascript|cookies|your ad ?block|ad ?block)",
        (
            r"(?:it (?:looks|seems|appears) like|we(?:.ve| have)? (?:detect|"
            r"notice)d?(?: that)?) you(?:.re| are|r| have)? .{0,40}(?:ad[ -]?block|browser|javascript|"
            r"explorer|using|private)"
        ),
        (
            r"(?:your|this|you.re using an?|you are using an?) (?:\w+ )?(?:browser|"
            r"version of)\b.{0,40}(?:not supported|does not|doesn.t|outdated|is not|out of date|"
            r"unsupported|old|no longer)"
        ),
        r"(?:javascript|flash|cookies) (?:is|are|must|player)\b.{0,40}(?:disabled|required|enabled|needed|be)",
        r"(?:diese (?:web)?seite|wir|diese website|unsere website) (?:verwende|nutz|setz|benutz)\w*\b.{0,40}cookies",
        (
            r"(?:durch die (?:weitere )?nutzung|ce site|nous utilisons|en poursuivant|este sitio|"
            r"utilizamos|usamos|este site|al (?:continuar|navegar)|ao (?:continuar|navegar|utilizar)|"
            r"questo sito|utilizziamo|continuando|deze (?:web)?site)\b.{0,90}(?:cookies?|"
            r"nutzungsbedingungen|política|policy)"
        ),
        (
            r"the (?:video|content|media|following content|form|embed) (?:could not|cannot|is (?:not|"
            r"currently un)|failed|requires)\b"
        ),
        r"(?:this video|video) (?:is (?:un|no longer|not )|playback|player|unavailable|cannot|file cannot)\b",
        r"(?:(?:your )?privacy(?: matters)?|cookies) (?:on|at) \S+(?: \w+){0,3}[:.]",
    ),
    within=(
        (
            r"^(?:\w[\w.]* ){1,5}uses? (?:cookies|trackers)\b.{0,60}\b(?:your (?:settings|experience|"
            r"preferences|visits?|device)|this (?:web)?site)\b"
        ),
        (
            r"\bwe and our (?:[\d,.]+ |\w+ ){0,2}(?:partners|vendors)\b.{0,40}\b(?:stor\w+|us(?:e|ing)|process\w*|"
            r"access\w*|read)\b"
        ),
    ),
    cues=words_of("partners vendors cookies trackers"),
    hints=words_of(
        "cookie cookies consent privacy javascript browser adblock ad policy agree accept accepting "
        "website site nutzungsbedingungen video unsupported recaptcha preferences política flash trackers "
        "identifiers"
    ),
    longest=600,
)
