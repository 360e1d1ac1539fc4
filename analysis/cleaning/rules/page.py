"""Page: what a page shows beside its article: comments, advertisements, and code that should have run."""

from __future__ import annotations

from analysis.cleaning.rules.rule import Rule, words_of

COMMENTS = Rule(
    "comment section",
    "The comments under an article, and calls to write one.",
    whole=(
        (
            r"(?:\(?\d[\d.,]*k?\)? )?(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|"
            r"commenti|reacties|replies|responses?)(?: ?[(:]? ?\d*\)?)?(?: (?:closed|off|disabled|"
            r"are closed|section))?"
        ),
        (
            r"(?:no|nessun|aucun|keine?|sin|nenhum) (?:comments?|commento|commentaire|kommentare?|"
            r"comentarios|comentário)(?: (?:yet|found|posted).{0,20})?"
        ),
        r"(?:add|leave|post|write|submit|view|read|see|show|hide|load|join|start|all|most recent|"
        r"recent|latest|top|newest|oldest|open|close|make|be the first to)"
        r"(?: (?:a|an|your|all|the|in|on|more|public|own|first|to))*(?: \w+)? ?(?:comments?|reply|"
        r"replies|conversation|discussion|debate|kommentar)(?: ?[(]?[+\d]*[)]?)?(?: (?:below|here|"
        r"now|on this (?:story|article|post|\w+)))?",
        r"(?:join|continue|start) the (?:conversation|discussion|debate)\b.{0,60}",
        (
            r"(?:leave|post|schreib\w*|hinterlasse\w*|laisser|deja|deje|deixe|escribe|lascia|"
            r"écrire) (?:a|an?|einen|un|una|um|sie einen)? ?(?:reply|comment|kommentar|commentaire|"
            r"comentario|comentário|commento)\b.{0,60}"
        ),
        (
            r"(?:please )?(?:log|sign) in (?:or (?:register|sign up|create an account) )?(?:to|"
            r"for) (?:post|leave|write|comment|reply|vote|join|view).{0,60}"
        ),
        r"\W*read all comments\W*",
        (
            r"(?:this|the) (?:conversation|discussion|thread|comments? section) (?:is|has been)(?: now)? "
            r"(?:closed|locked|moderated)\b.{0,60}"
        ),
        r"(?:sort|order)(?:ed)?(?: comments)? by ?:? ?(?:newest|oldest|latest|most|best|top|date|likes)\b.{0,60}",
        r"discuss this (?:article|story)\b.{0,40}",
        (
            r"(?:reply|upvote|downvote|flag|report abuse|report this comment|like|share)(?:[ |"
            r"·•/]+(?:reply|upvote|downvote|flag|report|like|share|\d+))+"
        ),
        (
            r"(?:your |the )?(?:e-?mail address|email|name|website|comment|message|your name|"
            r"your comment)(?: \*| will not be published.{0,60}| \(required\)| \(optional\)|"
            r" is required)"
        ),
        r"what do you think\?? .{0,20}(?:comments?|below|let us know|tell us).{0,60}",
        (
            r"(?:let us know|tell us|share your (?:thoughts|opinion|views)|have your say|"
            r"sound off)\b.{0,40}(?:comments?|below|facebook)\b.{0,40}"
        ),
    ),
    opening=(
        r"(?:(?:atenção|achtung|attention|please note|note): )?"
        r"(?:when submitting content|comments? (?:are|is|will be|must|may be|that|posted|on this|"
        r"have been|with|containing)|commenting (?:is|on|has)|to comment,|in order to comment|"
        r"you must be (?:logged|signed)|the comments below have|"
        r"we (?:encourage|welcome|invite|reserve the right|moderate|have (?:disabled|"
        r"closed)).{0,60}comment|all comments|by (?:posting|submitting|commenting)|notify me of|"
        r"save my name|required fields are|your (?:e-?mail )?address will not be|"
        r"comentários com|les commentaires|die kommentare|kommentare (?:sind|werden)|los comentarios|"
        r"(?:community|house) (?:rules|guidelines|standards) apply)\b",
    ),
    hints=words_of(
        "comment comments commenting kommentare comentários comentarios commentaires content address "
        "notify browser fields"
    ),
    longest=420,
)
ADVERTISEMENT = Rule(
    "advertisement",
    "Marks of advertisements and of paid content.",
    whole=(
        r"(?:\W*(?:story continues (?:below|after)(?: this)?|article continues (?:below|"
        r"after)(?: this)?|scroll (?:down )?(?:to continue|for more)(?: with)?|"
        r"continue(?: reading)? (?:below|after)(?: the| this)?|report(?: this)?|skip|close|remove|"
        r"about(?: this)?|sponsored by|-)\W*)?"
        r"(?:advert(?:isement|isment|orial|ising)?s?|ads?(?: feedback)?|anzeigen?|werbung|"
        r"publicit[éàe]|publicidade?|publicidad|pubblicità|annonce|reklame?|reclame|advertentie|"
        r"mainos|реклама|广告|広告)"
        r"(?:\W+(?:skip(?: ad)?|continue reading(?: below)?|story continues below|"
        r"scroll to continue|below|above|feedback|\d+|-))*",
        (
            r"(?:paid|sponsored|promoted|partner|branded|advertiser|brand)(?: (?:content|post|posts|"
            r"story|stories|links?|advertisement|message|partner content|program|by|listing|search|"
            r"material|feature))?(?: by)?(?: \w+){0,3}"
        ),
        (
            r"(?:this (?:content|article|post|story) (?:is|was) (?:sponsored|produced|paid|"
            r"brought to you)|presented by|supported by|brought to you by|in partnership with|"
            r"promoted by|content by|powered by|ads? by|from our (?:partners|sponsors?|"
            r"advertisers))\b.{0,60}"
        ),
        r"(?:you may like|recommended) by (?:taboola|outbrain)|taboola|outbrain|by taboola",
        r"(?:remove|block|hide|report|why this|about these) ads?(?: from .{1,30})?|ad ?choices",
        (
            r"(?:buy|shop|order|get it|shop now|buy now|add to cart|view deal|see (?:it|price)|"
            r"check price|get (?:the )?deal|see at|buy at|buy on|view on|best price)(?: (?:now|here|"
            r"it|this|at|on|from)){0,2}(?: \w+){0,2}"
        ),
    ),
    opening=(
        (
            r"(?:some of )?(?:these|the|this|our) (?:links?|post|article|page|"
            r"story) (?:may )?contains? (?:affiliate|sponsored)"
        ),
        (
            r"(?:we|\w+(?: \w+){0,3}) may (?:earn|receive|get|collect|make) (?:a |an |"
            r"some )?(?:small )?(?:affiliate )?(?:commission|compensation|share of)"
        ),
        (
            r"as an amazon associate|if you (?:buy|purchase|click|make a purchase)\b.{0,60}(?:link|"
            r"through|commission|site|post|page)|(?:sometimes )?we (?:sometimes )?include links to|"
            r".{0,20}affiliate (?:links?|disclosure|commission)"
        ),
        r"(?:products|items|everything) (?:featured|recommended|we recommend)\b.{0,80}(?:independently|our editors)",
    ),
    within=(
        r"\b(?:receive|earn|get|collect|make) (?:a |an |some )?(?:small |affiliate |portion of |"
        r"percentage of )?(?:commission|share of the sale|share of (?:any )?sales|compensation (?:for|"
        r"if|from))",
    ),
    hints=words_of("commission affiliate sponsored amazon independently editors links purchase buy sponsors partners"),
    cues=words_of("commission compensation sale sales"),
    longest=330,
)
TEMPLATE = Rule(
    "template never filled in",
    "Placeholders that a program should have replaced, and code that should have run.",
    whole=(
        (
            r"\{\{.*\}\}|\[\[.*\]\]|\$\{.*\}|<%.*%>|%[A-Z_]{3,}%|\{%.*%\}|#\{.*\}|\[(?:object Object|"
            r"automerge\].*|/?\w+\].*\[/\w+)\]?|undefined|null|NaN|\[vc_.*\]"
        ),
        (
            r"\}+|[\w-]+: ?[\w#.%()!, -]+;|/\*.*\*/|<!--.*-->|//<!\[CDATA\[|<!\[CDATA\[.*|</?(?:div|"
            r"span|p|br|a|img|script|style|iframe|b|i|em|strong|ul|ol|li|table|tr|td|h\d|section|"
            r"figure|blockquote|tweet)\b[^<>]*>"
        ),
        (
            r"(?:var|let|const|function|window\.|document\.|googletag\.|jquery|\$\(|if ?\(|return |"
            r"\(function|\w+\.push\().*[;{})]"
        ),
        r"(?:&lt;|<)/?(?:span|div|p|a|img|br|script|iframe|!--)\b.*",
        r"lorem ipsum.*",
    ),
    within=(
        r"^(?:[.#@]?[\w.#:-]+(?:[ ,>]+[.#]?[\w.#:-]+){0,8}) ?\{(?:[^{}]*\}?)?$",
        r"\{\{ ?[\w.]+ ?\}\}",
        r"\$\{\w[\w.]*\}",
        r"(?-i:%[A-Z]{3,}(?:_[A-Z]+)*%)",
    ),
    hints=words_of("span div mce_selres_start script style class function var automerge ipsum"),
    cues=words_of("{ %"),
    longest=400,
)
