"""Pictures: who took them, and what they show."""

from __future__ import annotations

from analysis.cleaning.rules.rule import Rule, words_of

_PHOTO = (
    r"(?:photo(?:s|graphs?|graph(?:er|ed|y))?|images?|pictures?|pic|picture credits?|"
    r"illustrations?|graphics?|video|screen ?(?:shot|grab)|"
    r"fotos?|foto[:/ ]dpa|bild(?:er|quelle|nachweis)?|crédit(?: photo)?|fotografía|imagens?|"
    r"imagen|immagine|zdjęcie|фото)"
)
_PICTURE_DESK = (
    r"(?:getty(?: images)?|ap photo|associated press|reuters|afp|epa|shutterstock|"
    r"istock(?:photo)?|alamy|corbis|flickr|unsplash|pixabay|pexels|"
    r"wikimedia(?: commons)?|file photo|handout|picture alliance|imago|rex features|wireimage|"
    r"zuma(?: press)?|bloomberg|pti|ani|ians|dpa|nasa|courtesy of|adobe stock|depositphotos|"
    r"tribune news service|usa today sports|sipa|newscom|canadian press|pa wire|pa images|twitter|"
    r"instagram|facebook|screengrab|provided)"
)

PHOTO = Rule(
    "photo credit",
    "Who took a picture.",
    whole=(
        (
            rf"[(\[|]*{_PHOTO}(?: ?(?:credit|courtesy|source|copyright|caption|by|from|via|"
            rf"©)s?)*(?: of)?\s?[:©/|\-–—].{{0,120}}"
        ),
        rf"[(\[|]*{_PHOTO} (?:credits?|courtesy(?: of)?|source|copyright|by|from|via|copyright)\b.{{0,100}}",
        (
            r"[(\[|]*(?:credits?|courtesy(?: of)?|crédits?|créditos|quelle|source|caption|"
            r"image caption|media caption|copyright|illustration|grafik|photograph)\s?[:©\-–—|"
            r"/].{0,100}"
        ),
        r"(?:(?:image|photo|slide|picture|foto|bild) )?\d{1,3} ?(?:of|/|von|de) ?\d{1,3}",
        r"(?:ap photo|reuters|afp|epa|getty images|shutterstock) ?[/|].{2,60}",
        r"(?:image|media|photo|video) (?:copyright|caption|source|credit|playback)\b.{0,200}",
        (
            rf"[(\[©]*(?:[^()]{{2,60}}[/|\-–—] ?|via |credit |[^()]{{2,40}} (?:via|for|/|"
            rf"through) )?{_PICTURE_DESK}(?:[ /,|-]+(?:via )?(?:{_PICTURE_DESK}|contributor|staff|"
            r"stringer|file|pool|handout|archive|photo))*[)\]]?"
        ),
        (
            r"(?:courtesy|handout|file photo|stock photo|stock image|archive photo|"
            r"representational image|representative image|symbolbild|themenbild|archivbild|"
            r"photo illustration|undated file photo|screenshot|getty|istock|shutterstock)(?: (?:of |"
            r"from |by |via )?.{0,50})?"
        ),
        (
            r"(?:enlarge|expand|hide|toggle|view|show|click to|tap to)(?: (?:this |the )?(?:image|"
            r"caption|photo|picture|gallery|slideshow|enlarge|expand|zoom).{0,40})+"
        ),
        (
            r"(?:back to|view|launch|open|see|photo|image|picture|full|more in this)(?: the|"
            r" full)? ?(?:gallery|slideshow|slide show|photos)(?: \(?\d+.{0,12})?"
        ),
        (
            r"\.{3} ?(?:more|mehr|less)|(?:show|hide) caption|play video|watch video|"
            r"video duration.{0,20}|video\W*\d.{0,14}|\d+ (?:of|/) \d+(?: photos)?"
        ),
    ),
    opening=(r"(?:file|stock|archive|undated|handout|representational) (?:photo|image|picture|pic|handout)\b",),
    hints=words_of(
        "photo photos photograph photographs image images picture pictures foto fotos bild bilder video "
        "caption credit copyright imagem illustration graphic media"
    ),
    longest=240,
)
_WEEKDAY = r"(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|"
    r"\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_CREDIT_AT_END = (
    rf"[(\[](?:{_PHOTO}(?: ?(?:credit|courtesy|source|by|from|via|of))*\s?[:©/|\-–—]|"
    rf"{_PHOTO} (?:by|courtesy|from|via|credits?|provided)|(?:credits?|source|courtesy(?: of)?|via|"
    rf"pic|copyright)\s?[:©]|courtesy|©|getty|ap photo|[^()\[\]]{{2,50}}[/|] ?(?:{_PICTURE_DESK}|"
    rf"contributor)|(?<=\(){_PICTURE_DESK}\))"
    r"[^()\[\]]{0,80}[)\]]?\.?$"
)
CAPTION = Rule(
    "photo caption",
    "What a picture shows.",
    within=(
        _CREDIT_AT_END,
        (
            r"(?<=.{10})\b(?:photo(?:graph)?s?|image|picture|illustration|video|"
            r"photo illustration)(?: credit)? ?(?:by|:|courtesy(?: of)?|via|\|)\s?.{2,70}$"
        ),
        (
            r"(?<=.{10})(?<=[.!?\w ”\"])(?:Credit|CREDIT|Photo|PHOTO|Image|Picture|Foto|Fotos|"
            r"Photograph)(?:: ?|\.{3}|\|| by )\S.{1,70}$"
        ),
        (
            r"(?<=[a-z.\"”’ ])(?-i:AP Photo|Getty Images|Reuters/|REUTERS/|AFP/|EPA/|Shutterstock|"
            r"iStock|via AP|via Reuters|/Getty|/AP|/AFP|/Reuters|/REUTERS|— AP|"
            r"\| AP Photo)[^.]{0,60}$"
        ),
        r"^[^.]{3,60} \| (?:getty images|ap photo|reuters|afp)\b",
        r"(?<=.{15})\((?-i:AP|AFP|AAP|EPA)\)$",
    ),
    opening=(
        (
            r"(?:in this|this) .{2,60}(?:file photo|file image|file picture|photo(?:graph)?|image|"
            r"picture|photo illustration|frame grab|screen ?(?:grab|shot)|still|artist.s (?:rendering|"
            r"concept|impression)|illustration|video image|combination)\b.{0,60}(?:provided|"
            r"made available|released|shows?|taken|from|by|of|,)"
        ),
        (
            r"(?:file|pictured|above|below|left|right|top|bottom|caption|illustration)(?: (?:left|"
            r"right|above|photo))?\s?(?:[:—–-]|, (?:left|right))\s?(?-i:[A-Z])"
        ),
        (
            r"this (?:illustration|photo(?:graph)?|image|picture|graphic|satellite image) (?:shows|provided|taken|"
            r"released|made available)\b"
        ),
        r"(?:an? )?artist.s (?:rendering|concept|impression|illustration)\b",
        r"(?:a )?(?:file|stock|representational|general) (?:photo|image|view|picture) (?:of|shows)\b",
        r"(?:\d{1,2} ?(?:of|/) ?\d{1,3}) ?(?-i:[A-Z]).{20,}",
    ),
    hints=words_of(
        "photo photos photograph picture pictures image images illustration rendering impression concept "
        "combination file frame grab screenshot still caption above below left right top bottom pictured "
        "video"
    ),
    cues=words_of(
        "photo photos photograph photographs getty credit credits courtesy picture image images "
        "illustration foto fotos pic video source shutterstock istock ap afp aap epa reuters photographer "
        " imagens imagen crédit screengrab"
    ),
    longest=460,
)
# Agencies date a picture with weekday, day and year, and a report with the weekday alone.
DATED_CAPTION = Rule(
    CAPTION.reason,
    CAPTION.description,
    within=(rf"(?<=.{{20}})(?<!for )(?<!of ){_WEEKDAY}, {_MONTH} \d{{1,2}}, \d{{4}}[,.]",),
    cues=frozenset(map(str, range(1990, 2050))),
    longest=CAPTION.longest,
)
