"""Buttons: what a page offers to do with an article."""

from __future__ import annotations

from analysis.cleaning.rules.rule import Rule, words, words_of

NETWORKS = (
    r"face ?book(?: messenger)?",
    "twitter",
    "linked ?in",
    "whats ?app",
    "telegram",
    "pinterest",
    "reddit",
    "tumblr",
    "instagram",
    "youtube",
    "tik ?tok",
    r"google(?: ?(?:plus|play|news))?+",
    "flipboard",
    "snap ?chat",
    "messenger",
    "threads",
    "bluesky",
    "mastodon",
    "pocket",
    "xing",
    "vk(?:ontakte)?",
    "weibo",
    "we ?chat",
    "line",
    "viber",
    "skype",
    "digg",
    "stumble ?upon",
    "mix",
    "apple (?:news|podcasts?)",
    "spotify",
    "sms",
    "rss(?: feeds?)?",
)
_ACTIONS = (
    r"e-?mail",
    "shares?",
    "sharing",
    "print(?:able)?",
    "save",
    "tweet",
    "copy(?: (?:url|link|to clipboard))*",
    "link(?: copied)?",
    "copied",
    "send",
    "post",
    "pin(?: it)?",
    "like(?: this)?",
    r"(?:more|other|all|show|hide|close|open|extra|additional) (?:sharing )?options",
    "more",
    "bookmark",
    "gift",
    "via",
    "or",
    "and",
    "on",
    "follow(?: us| me)?",
    "permalink",
    r"\d++[km]?+",
    "x",
    "teilen",
    "drucken",
    "merken",
    "partager",
    "imprimer",
    "envoyer",
    "compartir",
    "compartilhar",
    "compartilhe",
    "imprimir",
    "guardar",
    "condividi",
    "stampa",
    "invia",
)
_ARTICLE = (
    r"(?:this|the|our|your)?(?: ?(?:article|story|page|post|video|news|link|content|report|piece|"
    r"entry|podcast))?"
)

SHARE = Rule(
    "share buttons",
    "Buttons to share, print or save the page.",
    whole=(
        rf"(?=.*[^\W\d_]{{2}})(?!.*[.?!]$){words(*NETWORKS, *_ACTIONS)}",
        r"(?:please |click (?:here )?to )?(?:re)?(?:share|tweet|e-?mail|print|save|bookmark|like|"
        rf"recommend|gift|send) {_ARTICLE}"
        r"(?: (?:on|to|via|with|by|using|in) .{1,60})?",
        r"(?:click|tap) to (?:share|e-?mail|print|tweet|copy|save|like|send).{0,60}",
        r"(?:share|tweet|post|send|save|like|pin|follow)(?: (?:this|it|via|on|to|with|by|using)){1,3} .{1,40}",
        r"(?:sharing is caring|spread the (?:word|love)|like(?: this)? ?:? ?(?:loading)?|tell your friends).{0,8}",
        r"[\d.,]+ ?[km]? ?(?:shares?|likes?|tweets?|views?|retweets?|reactions?|claps?|reads?|votes?|retweets|plays)",
        r"(?:total )?(?:shares?|views?|likes?|reads?|letture|aufrufe|vues|visitas)[: ]*[\d.,]+ ?[km]?",
        r"(?:copy|get|short) (?:the )?(?:link|url|permalink).{0,20}",
        r"(?:opens|öffnet) in (?:a )?new (?:window|tab)",
        r"(?:show|hide|more|other)(?: \w+)? (?:sharing|share)(?: \w+)?",
        r"(?:auf|bei|per|via) (?:facebook|twitter|whatsapp|e-?mail|linkedin|xing|telegram)(?: teilen)?",
        r"(?:diesen |den )?artikel (?:teilen|drucken|merken|versenden|kommentieren|anhören|verschicken)",
        r"(?!.*[.?!]$)(?:partager|partagez|compartir|compartilh(?:ar|e)|condividi|delen)(?: .{1,50})?",
        r"print(?:er)?[ -]?friendly(?: version)?",
    ),
    longest=120,
)
FOLLOW = Rule(
    "follow us",
    "Invitations to follow the outlet or the writer elsewhere.",
    whole=(
        r"follow(?: \w+){0,4}:?",
        r"(?:folgen sie|folge|suivez|síguenos|síganos|siga|seguici|volg)\b"
        rf"(?=.*(?:nos\b|\b(?:uns|nous|ons|ci)\b|@|\b(?:{'|'.join(NETWORKS)})\b)).{{0,120}}",
        r"(?:twitter|instagram|facebook|e-?mail|x|threads|bluesky)\s?:\s?\S{2,60}",
        r"@\w{2,30}",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    ),
    opening=(
        r"(?:you can |please |be sure to |don.t forget to |click here to |and )?(?:also )?"
        r"(?:follow|like|find|join|reach|contact|visit|add|connect with|keep up with|stay connected with|tweet)\b"
        r".{0,140}?(?:\b(?:on|at|via|in|through|with) (?:our )?(?:\w+ )?"
        r"(?:facebook|twitter|instagram|linked ?in|youtube|tik ?tok|telegram|whatsapp|snapchat|"
        r"pinterest|google\+|social media|flipboard)\b"
        r"|(?-i:@\w{2,})|twitter\.com|facebook\.com|e-?mail|\w@\w)",
        r"(?:e-?mail|write to|contact|reach|tweet)(?: \w+){1,5}(?: at)?:? \S+@\S+",
        (
            r"for (?:more|all|the latest).{0,100}(?:follow|like us|on (?:facebook|twitter|instagram)|"
            r"visit (?:our|us)|click here|go to|sign up)"
        ),
        r"(?:more|full|complete|latest) (?-i:[A-Z]).{0,50}(?:coverage|news|stories)?:? ?(?:and )?(?:at )?https?://",
        (
            r"(?:follow|see|read|find) .{0,80}(?:coverage|stories|reporting|news) .{0,60}(?:https?://|"
            r"www\.|here\b|\bat \w+\.\w+)"
        ),
        r"chat with us (?:on|in|via)\b",
        r"(?:got|have) (?:a|any) (?:confidential )?(?:news )?(?:tips?|story|question)\b",
        (
            r"(?:send|submit|share) (?:us )?(?:your|news|a|any|confidential)(?: \w+){0,3} (?:tips?|"
            r"stories|photos|feedback|letters)\b"
        ),
        r"listen to .{2,60}(?:live |here\b|weekdays|(?:apple )?podcasts?|spotify)",
    ),
    within=(
        # An invitation, as at the end of a line on the writer, and not the report that somebody is followed.
        r"(?<=[.!?:;)”\"] )(?-i:Follow) (?:him|her|them|me|us|(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})) (?:on|at) "
        r"(?:@\w+|(?:facebook|twitter|instagram|x|threads|bluesky|mastodon|youtube)\b).{0,80}$",
    ),
    cues=words_of("follow"),
    hints=words_of(
        "facebook twitter instagram linkedin youtube tiktok telegram whatsapp snapchat pinterest "
        "flipboard com social media email mail http https www tip tips listen here sign podcast podcasts "
        "stories photos feedback"
    ),
    longest=320,
)
