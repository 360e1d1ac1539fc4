"""Small print: disclaimers, copyright, and notes of the editors."""

from __future__ import annotations

from analysis.cleaning.rules.rule import Rule, words_of

DISCLAIMER = Rule(
    "disclaimer",
    "What the outlet does not vouch for, and who paid or holds shares.",
    whole=(
        r"disclaimer|disclosures?|haftungsausschluss|avertissement|aviso|exención de responsabilidad|"
        r"legal disclaimer|important (?:notice|information)",
    ),
    opening=(
        r"(?:disclaimers?|disclosures?|full disclosure|legal notice|risk (?:disclosure|warning))\s?[:\-–—(]",
        (
            r"[*(\[ ]*(?:the )?(?:views?|opinions?|statements?|thoughts|facts)(?:,? (?:and |or |"
            r"thoughts |views |opinions |ideas |investment tips |analys[ei]s )*)?.{0,60}(?:expressed|"
            r"reflect|represent|published|contained|presented|are (?:those|solely|his|her|their|"
            r"personal|purely))\b"
        ),
        (
            r"(?:the )?(?:author|authors|writer|columnist) (?:is solely responsible|may hold|"
            r"holds? (?:no )?(?:shares|positions?|stock)|has no position|owns? (?:no )?(?:shares|"
            r"stock))"
        ),
        (
            r"(?:the )?(?:information|content|material|contents|data|text|article|commentary|"
            r"opinion)(?:s)?(?: \w+){0,8} (?:is|are|may|does|do|should|has|have|must|shall) (?:not|"
            r"provided|for (?:general|informational|educational)|intended|only|no )\b.{0,80}(?:advice|"
            r"reproduced|reflect|constitute|recommend|responsib|liab|informational|published|"
            r"broadcast|rewritten|redistributed|copied|purposes|warrant|accura|guarantee|used|"
            r"substitute)"
        ),
        (
            r"(?:this|nothing (?:in|on) this) (?:article|site|content|material|website|page|copy|"
            r"information|publication|report|video|podcast|column|post) (?:is|does|should|may|was|"
            r"constitutes|has)\b.{0,40}(?:not (?:intended|constitute|be (?:construed|taken|considered|"
            r"reproduced|used)|(?:financial|investment|medical|legal)|a substitute|an offer)|"
            r"for (?:your personal|informational|educational|general)|advice)"
        ),
        (
            r"past performance (?:is|does)|please (?:consult|seek|read (?:all|our|"
            r"the) .{0,30}(?:terms|disclaimer|documents))|market data (?:is )?(?:provided|delayed|by)|"
            r"(?:data|quotes|stock (?:prices|quotes)|prices) (?:is|are|may be) .{0,20}(?:real-time|"
            r"delayed|snapshot|provided)|data also provided"
        ),
        r"no .{2,40}(?:journalist|reporter|editorial staff|staff|newsroom)s? (?:was|were|is) involved",
        (
            r"registration on or use of this site|use of this (?:site|website) (?:constitutes|"
            r"is subject|signifies)|(?:your )?use of (?:and|this|our)\b.{0,60}(?:subject to|"
            r"acceptance|constitutes)"
        ),
        (
            r"(?:subscriptions?|purchases?|sales) (?:are|is) subject to|(?:terms|"
            r"conditions) (?:and conditions )?apply|see (?:our )?(?:terms|privacy)"
        ),
    ),
    hints=words_of(
        "disclaimer disclaimers disclosure disclosures views view opinions opinion statements advice "
        "responsible responsibility involved registration terms subject performance delayed notice shares "
        "position positions stock constitute constitutes informational educational substitute provided "
        "reproduced rewritten broadcast consult liability warranty accuracy"
    ),
    longest=1200,
)
COPYRIGHT = Rule(
    "copyright",
    "Who holds the rights, and what may not be copied.",
    whole=(
        r"(?:all|some) rights reserved|alle rechte vorbehalten|tous droits réservés|"
        r"todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati",
    ),
    opening=(
        r"[\W_]*(?:copyright|copr\.|\(c\)|©|℗|&copy;) ?(?:[:©(]|\d|$|(?-i:[A-Z])|by )|[\W_]*(?:©|℗|&copy;)",
        (
            r"(?:this|the|our|no|any) (?:material|content|copy|article|part|portion|unauthori[sz]ed|"
            r"text|story|reproduction|photo)(?: \w+){0,8} (?:may|is|are|must|cannot|can|should|shall|"
            r"will)(?: not)? (?:be |for |prohibited|strictly|forbidden|protected)(?:reproduced|"
            r"published|copied|republished|broadcast|used|distributed|your personal|personal|"
            r"\w* ?prohibited|by copyright)"
        ),
        (
            r"(?:to order|for) (?:presentation-ready|reprints?|permissions?|non-personal use|"
            r"commercial (?:use|reproduction))|(?:order|buy|purchase|request) (?:a )?(?:reprints?|"
            r"copies)|distribution and use of this|(?:reproduction|republication|reprinting|"
            r"republishing|redistribution|publication|nachdruck|reproduction|vervielfältigung) (?:is|"
            r"of|in|without|or|and|prohibited|interdite|nur|strictly|forbidden)\b"
        ),
        (
            r"(?:a )?(?:division|part|member|subsidiary|publication|property|product|service|"
            r"brand) of (?:the )?(?-i:[A-Z])[\w&. ]{2,60}$"
        ),
        r"(?:powered|hosted|designed|developed|built|maintained) by\b|site by\b",
        (
            r"(?:registered (?:in|office|charity|company)|company (?:no|number|registration)|"
            r"vat (?:no|number)|cnpj|handelsregister|issn)\b"
        ),
    ),
    within=(
        (
            r"^.{0,80}(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|"
            r"todos los derechos reservados|todos os direitos reservados|reproducción prohibida|"
            r"tutti i diritti riservati|riproduzione riservata|© ?\d{4}|© copyright)"
        ),
        r"^.{2,50}(?:, an? [\w ]{2,30} company|is a (?:registered )?trade ?mark|™|®)$",
    ),
    hints=words_of(
        "rights copyright reprints reprint reproduced reproduction republished republication "
        "redistributed redistribution broadcast copied prohibited permission permissions personal order "
        "powered registered nachdruck division subsidiary vorbehalten réservés reservados riservati "
        "riservata strictly copyrighted commercial cnpj trademark © ℗"
    ),
    cues=words_of("reserved vorbehalten réservés reservados riservati riservata prohibida © company trademark ™ ®"),
    longest=600,
)
NOTE = Rule(
    "editor's note",
    "Notes of the editors: corrections, updates, where a text first appeared, who its writer is.",
    whole=(
        (
            r"(?:correction|corrections|clarification|editor.?s.? note|update|note to (?:readers|"
            r"editors))\W*(?:appended|below)?"
        ),
        r"(?:last |first )?(?:updated|revised)(?: (?:at|on|with)\b.{0,60})?",
        (
            r"about the (?:author|writer|reporter)s?\b.{0,60}|biography|bio|author|reporter|"
            r"staff writer|(?:opinion |contributing |guest |staff )(?:columnist|writer|contributor|"
            r"reporter|editor)|contributor|full bio"
        ),
        r"(?:story|article) (?:topics?|tags?|highlights|id)",
        r"(?-i:ABSTRACT|FULL TEXT|LETTERS|CORRECTION APPENDED|BYLINE:.{0,80}|Abstract|Full text|Full Text)",
    ),
    opening=(
        (
            r"[\W_]*(?:editor.?s?.?(?: |’s |'s )?note|ed\. note|author.?s note|note (?:to|"
            r"from) (?:the )?(?:readers?|editors?)|publisher.?s note|programming note|correction|"
            r"clarification|anm(?:erkung|\.) d(?:er|\.) red(?:aktion|\.)|note de la rédaction|"
            r"nota (?:del editor|da redação|de la redacción|"
            r"della redazione))(?: ?\([^)]{1,40}\))?(?: \(?\w{3,9}\.? \d{1,2}(?:, "
            r"\d{4})?[^:]{0,25})?\s?[:—–-]"
        ),
        r"[\W_]*(?:this|an earlier|a previous|an earlier version of this|"
        r"the original version of this|a version of this) (?:\w+ ){0,3}?(?:story|article|post|"
        r"version|report|piece|column|headline|essay|item|text|page)(?: \w+){0,9}? (?:has been|"
        r"was|have been|is|appears?|appeared|incorrectly|misstated|mis\w+|originally|first|"
        r"will be|contained|gave|said)\b"
        r".{0,40}?(?:updated|corrected|clarified|edited|published|appeared|appears?|originally|"
        r"misstated|misidentified|misspelled|incorrect\w*|error|amended|changed|revised|modified|"
        r"developing|breaking|part of|first|version)",
        (
            r"(?:an earlier|a previous|the original) version of (?:this|the) (?:story|article|post|report|"
            r"column|piece)\b|"
            r"(?:originally|first) (?:published|appeared|posted|printed)\b|(?:this|"
            r"a version of this) (?:article|story|post) (?:originally|first) |a version of this\b|"
            r"adapted from\b|reprinted\b.{0,30}(?:permission|from)|it has been (?:updated|"
            r"republished)|(?:story|post|article) (?:was |has been )?updated\b|check back for\b|"
            r"(?:this|more) (?:is a )?(?:developing|breaking)(?: news)? (?:story|situation)|"
            r"more to (?:follow|come)\b|developing (?:story|\W*$)"
        ),
        (
            r"(?:read|see|visit) .{0,40}(?:homepage|original article|original story|"
            r"original post)\b.{0,50}$|visit .{2,40} for more (?:stories|information|news)"
        ),
        (
            r"(?:do you have|got|have) (?:a|any|an) (?:information|tip|story|correction|question|"
            r"comment)\b.{0,60}(?:\?|e-?mail|contact|tell|send|reach|let us)"
        ),
        (
            r"if you (?:or (?:someone|anyone) you (?:know|love) )?(?:have|has|.ve|are|is) (?:been )?(?:affected by|"
            r"struggling with|in need of)\b.{0,120}\b(?:helplines?|hotline|lifeline|action line|samaritans|advice|"
            r"support|call \d)\b"
        ),
    ),
    hints=words_of(
        "note notes correction clarification updated corrected clarified edited published appeared "
        "appears misstated misidentified misspelled incorrect incorrectly error amended changed revised "
        "modified developing breaking adapted reprinted republished version earlier original rédaction "
        "redação redacción redazione red tip tips information homepage more affected helpline "
        "helplines hotline lifeline samaritans"
    ),
    longest=700,
)
