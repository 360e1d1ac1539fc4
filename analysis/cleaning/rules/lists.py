"""Lists: the headings over links to other articles."""

from __future__ import annotations

from analysis.cleaning.rules.rule import Rule, words_of

_THINGS = (
    r"(?:articles?|stories|story|news|posts?|content|coverage|links?|topics?|tags?|videos?|reads?|"
    r"reading|photos|galleries|items|headlines|pages|"
    r"searches|events?|products|books|podcasts?|features|columns?|reports?|material|from (?:around )?the web|stuff)"
)
# «Mehr als die Hälfte der Schiffe wartet.» is none: headings have no full stop.
_NO_STATEMENT = r"(?!.*\.\W*$)"
_HEADINGS_ABROAD = (
    # German
    r"(?:mehr|weitere|verwandte|ähnliche|aktuelle|neueste|beliebte|passende)(?=\W*$| (?:zu[mr]?|von|vom|aus|artikel|"
    r"nachrichten|meldungen|themen|beiträge|news|videos|texte|infos?|informationen|links|inhalte|storys)\b)",
    r"das könnte (?:sie|dich|ihnen|dir|euch)",
    r"auch interessant|meistgelesen\w*|am meisten gelesen|lesen sie auch|zum thema|passend dazu",
    # French
    r"(?:à )?lire aussi|voir aussi|articles? (?:liés|similaires|connexes|recommandés)|sur le même (?:sujet|thème)",
    r"les plus (?:lus|populaires|consultés)|(?:en continu|à la une)(?=\W*$)|dans la même rubrique|plus d.articles",
    r"notre sélection",
    # Spanish
    r"noticias? (?:relacionadas?|destacadas)|(?:artículos|contenidos?|temas?|notas) (?:relacionad|recomendad)[oa]s?",
    r"(?:también )?te puede interesar|más (?:leíd[oa]s?|vist[oa]s?|noticias|información|sobre|en (?:la|esta|este))\b",
    r"lo más (?:leído|visto|nuevo)|(?:lee|lea|ver) también|además(?=\W*$)|archivado en|últimas noticias",
    # Portuguese
    r"(?:leia|veja|confira) (?:também|mais)|saiba mais|(?:notícias|matérias|posts|artigos) relacionad[oa]s",
    r"mais (?:lidas|notícias|sobre|vistas)|você pode gostar|últimas notícias|(?:recomendados?|publicidade)(?=\W*$)",
    # Italian
    r"leggi anche|(?:ti )?potrebbe(?:ro)? interessar(?:ti|e)|articoli (?:correlati|recenti|simili)|i? ?più letti",
    r"(?:le )?ultime notizie|vedi anche|altri articoli|correlati(?=\W*$)",
)
HEADING = Rule(
    "related articles",
    "Lists of links to other articles: related, most read, latest, recommended.",
    whole=(
        rf"related(?: {_THINGS}(?: (?:and|&|/) {_THINGS})?)?(?: (?:to|from|on|about|in) .{{1,50}})?",
        (
            r"(?:you (?:may|might|could|will|.ll)(?: also)?|(?:we|others|people)(?: also)?|also|"
            r"readers(?: also)?) (?:like|love|enjoy|be interested(?: in)?|want to read|recommend|"
            r"liked|read|see|of interest|care about|have missed|missed)(?: this|"
            rf" these)?(?: {_THINGS})?"
        ),
        (
            r"(?:most|top|must|best|also)[- ](?:read|popular|viewed|shared|commented|watched|recent|"
            rf"e-?mailed|discussed|clicked|see|reads?|liked|trending|searched)(?: {_THINGS}|"
            rf" on .{{1,40}}| in .{{1,40}}| bits & bytes| right now| today| this week| now){{0,2}}"
        ),
        (
            r"(?:more|other|further|additional|latest|recent|recommended|trending|popular|featured|"
            r"top|new|newest|hot|editor.?s.?|suggested|similar|today.s|this week.s|great|the|"
            rf"don.t miss|sponsored|promoted|previous|breaking)(?: \w+){{0,2}}? {_THINGS}(?: (?:from|"
            rf"on|in|by|about|for|of|to|you|like) .{{1,50}})?"
        ),
        (
            r"(?:more|latest|trending|recommended|popular|featured|top|best|new|next|also|elsewhere|"
            r"now|today|further)(?: (?:from|on|in|at|by|for|about|reading|like|with|around|now|"
            r"this|up|trending)\b.{0,60})?\s?:?"
        ),
        (
            r"(?:read|see|watch|check out|find out|learn|discover|explore|don.t miss|also|"
            r"listen)(?: (?:more|also|next|now|this|on|it|here|out|all|later|this next|"
            r"this too)){1,2}(?: (?:about|on|from|in|at|here|stories|like|:)\b.{0,60})?\s?:?"
        ),
        (
            r"(?:what to (?:read|watch|see|know) next|up next|next up|in (?:case you missed it|"
            r"other news|this (?:story|article|series|section))|in pictures|icymi|(?:don.t|"
            r"you may have) miss(?:ed)?(?: (?:this|it|these|out))?|editor.?s.? (?:picks?|choice|pick)|"
            r"staff picks|our picks|top picks|you.?ll also like|from (?:the|our) (?:web|archives?|"
            r"around the web|partners|network|magazine|blogs?)|around the (?:web|network)|"
            r"from around the web|on our radar|what.s (?:hot|new|trending|next)$|upcoming events?|"
            r"trending(?: now)?|something to consider|story timeline|see also|more:|explore|"
            r"keep (?:on )?reading|dig deeper|go deeper|further reading|recommended for you|just in|"
            r"live tv|watch live)(?: .{0,30})?"
        ),
        rf"{_NO_STATEMENT}(?:{'|'.join(_HEADINGS_ABROAD)})(?: .{{0,60}})?",
    ),
    longest=120,
)
INLINE = Rule(
    "read more link",
    "Single links to other articles within a text, and the keywords it is filed under.",
    opening=(
        r"[\W_]*(?:(?:read|see) (?:more|also|next|full story|the full story|on|this)|also read|"
        r"also on|must read|watch(?: (?:also|now|this|more|the video|live))?|related(?: (?:story|"
        r"stories|article|articles|news|coverage|links?|video|content))?|more (?:on this|from|"
        r"coverage|stories|about)|recommended|don.t miss|editor.?s.? pick|in case you missed it|"
        r"icymi|you may also like|related:|further reading|click here|check out|full story|"
        r"live updates)"
        r"(?: ?(?::|\||>>|»|→|—|–)|: ?|>>)\s?(?-i:[A-Z0-9\"'“‘¿\[#@]|https?)",
        (
            r"(?:lire aussi|à lire aussi|voir aussi|lesen sie auch|mehr zum thema|auch interessant|"
            r"lee también|lea también|te puede interesar|más información|leia também|leia mais|"
            r"veja também|saiba mais|leggi anche|vedi anche|mehr)\s?[:|»>–—-]"
        ),
        (
            r"(?:click|tap) (?:here|on the link|above|below|through|the link)\b.{0,40}(?:for|to|read|"
            r"more|full|watch|see)\b"
        ),
        (
            r"(?:clique|haga clic|haz clic|cliquez|klicken sie|clicca)\b.{0,30}\b(?:imagem|imagen|image|foto|bild|"
            r"immagine|aqui|aquí|ici|hier|qui|link|enlace|lien)\b"
        ),
        (
            r"(?:tags?|topics?|filed (?:under|in|to)|posted in|categor(?:y|ies)|keywords?|labels?|"
            r"related (?:tags?|topics?)|section|themen|schlagw[oö]rt\w*|stichwort\w*|mots[- ]clés|"
            r"etiquetas|temas|tópicos|tag|argomenti|archivado en) ?[:|].{0,250}$"
        ),
        r"(?:tags|topics|filed (?:under|in)|posted in|related (?:tags|topics)) (?-i:[A-Z#])[^.?!]{0,250}$",
        (
            r"[\W_]*(?:photos?|in pictures|video|gallery|breaking(?: news)?|deal alert|"
            r"previous(?:ly)?|next|explore|listen|opinion|download|trending) ?[:|"
            r"»>→] ?(?-i:[A-Z0-9'‘¿\[#@]).{2,110}$"
        ),
        (
            r"(?:read|see|watch|hear|listen to|view|get|download) (?:the )?(?:full|complete|entire|"
            r"rest of (?:the|this)) (?:story|article|interview|report|transcript|post|episode|"
            r"statement|video|list|text)\b.{0,60}(?:here|at|on|below|\.)"
        ),
        r"(?:read|see) (?:more|it all|all about it)(?: \w+){0,5}? (?:here|at|on|in|from)\b.{0,60}$",
    ),
    hints=words_of(
        "read see watch related more also recommended miss pick trending breaking alert explore click tap "
        "tags tag topics topic filed posted categories category keywords labels lire lesen interesa leia "
        "veja saiba leggi vedi mehr stichworte schlagworte etiquetas temas themen listen download opinion "
        "video photos photo gallery next previously icymi section under story full clique clic cliquez klicken "
        "clicca"
    ),
    longest=320,
)
