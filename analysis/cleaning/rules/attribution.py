"""Attribution: agencies, and the people behind a text."""

from __future__ import annotations

from analysis.cleaning.rules.rule import Rule, words_of

AGENCIES = (
    r"(?:ap|afp|reuters|thomson reuters|ians|ani|pti|upi|dpa|efe|ansa|tass|itar-tass|xinhua|kyodo|"
    r"yonhap|interfax|bloomberg|"
    r"cnn|bbc|npr|aap|pa|anp|belga|apa|sid|lusa|ria novosti|sputnik|anadolu(?: agency)?|aa|cp|"
    r"the canadian press|canadian press|"
    r"(?:the )?associated press|agence france[- ]presse|press trust of india|agencies|agenc(?:ia|"
    r"e)s?(?: \w+)?|agenturen|staff and agencies|"
    r"press association|pa media|uni|bernama|antara|mena|wam|irna|kuna|petra|saba|tanjug|mti|pap|"
    r"ctk|tt|ntb|ritzau|stt|europa press|notimex|"
    r"news agenc(?:y|ies)|newswires?|wire(?: reports?| services?)?|with (?:inputs?|agency)(?: from)?(?: \w+){1,4})"
)
AGENCY = Rule(
    "agency sign-off",
    "The agency's mark or the desk's initials under a text.",
    whole=(
        rf"[-–—*(\[\s]+(?:with )?{AGENCIES}(?:[/,&+ -]+(?:and )?{AGENCIES})*",
        (
            r"(?:source|quelle|fuente|fonte|fonte?|via|from|by|inputs?|with inputs? from|"
            rf"text)\W*{AGENCIES}(?:[/,&+ -]+(?:and )?{AGENCIES})*"
        ),
        rf"(?-i:IANS|ANI|PTI|AFP|UPI|UNI|EFE|TASS|Xinhua|Reuters|AP|dpa|Agencies|Bernama)(?:[/,&+ -]+{AGENCIES})*",
        r"(?-i:BC-[A-Z].{3,60}|[A-Z]{2,4}-\d{2}-\d{2}-\d{2}.{0,40})",
    ),
    opening=(
        r"[\W_]*(?:additional |further |with |other )*(?:report(?:ing|ed)|editing|edited|writing|"
        r"written|compiled|translated|graphics?|research|production|produced|photography)"
        r"(?: (?:and|&) (?:writing|editing|reporting|translation|graphics?))?(?: assistance|"
        r" support)?(?: (?:in|for|at) .{2,40}?)?(?: was (?:contributed|provided))?:? (?:by|"
        r"from) (?-i:(?:the )?[A-Z])",
        (
            r"[(\[]?(?:this|the) (?:story|article|report|text|copy|piece)[^.]{0,60}(?:is|was|"
            r"has(?: not)? been) (?:not (?:been )?)?(?:edited|published|provided|auto-?generated|"
            r"created|supplied|reproduced|written|syndicated|sourced|generated|adapted|distributed|"
            r"originally|first|taken)\b"
        ),
        (
            r"(?-i:[(\[]*(?:The |Also )?(?:[A-Z][\w.'’&-]*|the|of|and)(?:[ ,]+(?:[A-Z][\w.'’&-]*|the|"
            r"of|in|at|and|from|for|with|staff|writers?|reporters?|editors?|correspondents?|"
            r"researchers?|producers?)){0,45} (?:contributed|reported) (?:to|from|reporting|"
            r"additional)(?: (?:to )?(?:this|the) (?:report|story|article|piece)| (?:from )?[A-Z]|"
            r"reporting| research)?)"
        ),
        (
            r"(?:contributing|contributors?|contributed by|mit material von|avec afp|"
            r"con información de|com informações|con agenzie|mit agenturen|à lire aussi|"
            r"agence)\W* ?(?-i:[:A-Z])"
        ),
        (
            r"[(\[]?(?:with|includes?|contains?)(?: (?:agency|additional|further|more|"
            r"some))? (?:inputs?|reporting|information|material|files|reports?|"
            r"additional reporting)\b.{0,20}\b(?:from|by|of)\b"
        ),
    ),
    within=(
        (
            r"\b(?:this|the) (?:story|report|article|text|copy|piece|item)\b.{0,60}\b(?:agency|agencies|syndicated|"
            r"wire|automat\w+|auto-?generated|partner)(?: \w+)? (?:feed|wire|service)\b"
        ),
        (
            r"\bour (?:newsroom|editors|editorial (?:team|staff|desk)|staff|journalists|reporters|desk) "
            r"(?:has|have|had|did|was|were|is|are)(?: not|n.t| neither| no)\b.{0,60}"
            r"\b(?:written|wrote|write|edit\w*|check\w*|review\w*|verif\w+|involved|part in|alter\w*|chang\w+)\b"
        ),
    ),
    cues=words_of("feed wire service newsroom editors editorial staff journalists reporters desk"),
    hints=words_of(
        "edited editing edit reporting reported report contributed contributing contribute contributors "
        "compiled translated inputs input material published provided generated created supplied adapted "
        "syndicated distributed written informationen información informações agenturen agenzie agences "
        "afp agence"
    ),
    longest=420,
)
# Initials and marks that mean something only under a text.
LAST_MARKS = Rule(
    AGENCY.reason,
    AGENCY.description,
    whole=(
        r"(?-i:[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4})",
        r"(?-i:[A-Z]{2,4}(?:[/-][A-Z]{2,4}){1,4})(?: (?-i:[A-Z]{2,4}))?",
        r"[(\[](?-i:[a-z]{2,5}(?:/[a-z]{2,5})*|[A-Z]{2,4}/[A-Z]{2,4})[)\]]",
        r"\W*(?:30|ends?|fin|ende)\W*",
        # A dash with a full stop is somebody speaking.
        r"(?!.*[^\W\d_]{2}\.)[-–—]{1,2} ?(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})",
        r"[\W_]+",
    ),
    longest=60,
)
BIOGRAPHY = Rule(
    "about the writer",
    "Who the writer is.",
    opening=(
        r"(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3})(?: \(@\w+\))?,? (?:is|was|has been|"
        r"works as|covers|writes|reports|joined)\b"
        r"(?: \w+){0,3}? (?:an? |the |as an? )?.{0,70}?\b(?:reporter|staff writer|writer|editor|"
        r"correspondent|columnist|journalist|contributor|blogger|producer|editor-in-chief|"
        r"author of|freelancer?|curator|fellow at|professor (?:of|at))\b"
        r".{0,60}(?:\bat\b|\bfor\b|\bof\b|\bbased\b|\bwith\b|\bliving\b|\bin\b|\bwho\b|\bcover|$)",
        (
            r"(?:the (?:writer|author|columnist|reviewer)|the writers|the authors) (?:is|are|was|has|"
            r"lives|teaches|works)\b"
        ),
        r"(?:i am|i.m) an? .{0,40}(?:writer|journalist|author|reporter|blogger|editor)\b",
    ),
    hints=words_of(
        "reporter reporters writer editor correspondent columnist journalist contributor blogger producer "
        "author freelance freelancer curator fellow professor writers authors reviewer"
    ),
    longest=700,
)
