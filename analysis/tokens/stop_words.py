"""Words that say little about what an article is about: small words of its language, and those of newspapers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.tokens.folding import fold

# Pronouns and determiners, auxiliaries and light verbs, prepositions and conjunctions, adverbs, numbers, letters
# that lost their apostrophe. The English lists of the packages hold 1,300 words, among them "world", "fire",
# "bill", "states" and "research", which news is about; this one holds the part of them that is grammar.
_ENGLISH = """
a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself yourselves
he him his himself she her hers herself it its itself they them their theirs themselves who whom whose which
what whatever whoever whichever one ones none nobody nothing no-one somebody someone something anybody anyone
anything everybody everyone everything each every either neither both all any some many much more most several
few fewer less least enough such same other others another own

am is are was were be been being have has had having do does did doing done can cannot could may might must
shall should will would ought need let get gets got getting gotten give gives given gave go goes going gone
went come comes came make makes made making take takes taken took put puts keep keeps kept seem seems seemed
become becomes became use used using

about above across after against along alongside amid among amongst around as at before behind below beneath
beside besides between beyond by despite down during except for from in inside into like near of off on onto
out outside over past per regarding since than through throughout till to toward towards under underneath
until unto up upon versus via vs with within without and but or nor so yet if unless because although though
while whilst whereas whether when whenever where wherever why how however therefore thus hence otherwise else

again ago ahead almost already also always apart away back else ever even far further here just last later
maybe meanwhile merely moreover namely nearly never nevertheless next not now nowhere often once only perhaps
quite rather really somehow sometimes somewhat somewhere soon still then there thereby thereafter together too
twice very well yes no instead indeed especially particularly actually certainly probably likely simply etc eg
ie et al

two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
first second third

s t d m ll re ve don won isn aren wasn weren hasn haven didn doesn couldn wouldn shouldn ain't aren't can't
couldn't daren't didn't doesn't don't hadn't hasn't haven't isn't mayn't mightn't mustn't needn't oughtn't
shan't shouldn't wasn't weren't won't wouldn't i'm i've i'd i'll you're you've you'd you'll he'd he'll she'd
she'll it'd it'll we're we've we'd we'll they're they've they'd they'll that'd that'll that've there'd
there'll there're there've these're those're who'd who'll who're who've what'd what'll what're what've where'd
where're how'd how'll how're why'd when'd could've would've should've might've must've y'all 'tis 'twas
"""

_NEWS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec a.m. p.m. am pm gmt est edt et
today yesterday tomorrow tonight
year years month months week weeks day days hour hours minute minutes morning afternoon evening night nights time times
said say says saying told tell tells telling added adds according asked asks wrote writes
news newspaper newspapers report reports reported reportedly reporter reporters reporting correspondent editor
journalist journalists spokesman spokeswoman spokesperson statement interview story article headline
mr mrs ms dr reuters ap afp upi photo photos photograph image images caption getty copyright video
"""

# Verbs of thinking, seeming and talking, and words for any thing, any size and any order. They tell nothing alone, but
# much as a part of a phrase ("New York", "big bang", "call centre"), which newspaper words and stop words cannot be.
_VAGUE = """
able appear appeared appearing appears available bad began begin beginning begins begun believe believed
believes best better big biggest bit bring bringing brings brought called calling certain clear clearly close
common complete completely consider considered considering considers continue continued continues continuing
couple current currently different difficult directly due earlier early easy entire exactly expect expected
expecting expects fact facts feel feeling feels felt finally find finding finds following former found full
fully general generally good great greater greatest happen happened happening happens hard helped helping high
higher highest huge immediately important include included includes including involve involved involves
involving kind kinds knew know knowing known knows large largely larger largest latest leading leaving led
little long longer look looked looking looks lot lots low lower main mainly major mean means meant new newly
noted noting obviously offered offering place places possible possibly previous previously provide provided
provides providing quick quickly ran ready real receive received receives receiving recent recently refer
referred referring refers remain remained remaining remains respond responded responding responds running saw
see seeing seen sees set sets setting short showed showing shown similar simple single small smaller sort sorts
speak speaking speaks special specific spoke spoken standing start started starting starts stood strong stuff
suggest suggested suggesting suggests sure talked talking tend tended tends thing things think thinking thinks
thought top tried tries true try trying turn turned turning turns usual usually various want wanted wanting
wants way ways whole wide wrong
"""


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """Stop words of a language by its ISO 639-1 code, folded; the English ones if it is None.

    English has a list of its own here, the others that of Stopwords ISO. Empty for a language without a list.
    """
    if language is None or language == "en":
        return frozenset(map(fold, _ENGLISH.split()))
    import stopwordsiso  # reading all its lists takes longer than most programs that only need English

    return frozenset(fold(word) for word in stopwordsiso.stopwords(language) if word.split() == [word])


@cache
def news_words() -> frozenset[str]:
    """English words that are common in newspapers whatever they write about: days, months, "said"; folded."""
    return frozenset(map(fold, _NEWS.split()))


@cache
def vague_words() -> frozenset[str]:
    """English words that tell nothing alone, though as a part of a phrase they may; folded."""
    return frozenset(map(fold, _VAGUE.split()))


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists above with a reader's own: folded words that are `stopped` as well, and ones that are `kept`."""

    stopped: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()

    def is_stop(self, word: str, language: str | None) -> bool:
        """Whether a folded word is a stop word of `language`."""
        return word not in self.kept and (word in self.stopped or word in stop_words(language))

    def tells(self, word: str) -> bool:
        """Whether a folded word is neither a newspaper word nor a bare number."""
        return word in self.kept or (word not in news_words() and any(map(str.isalpha, word)))

    def is_vague(self, word: str) -> bool:
        """Whether a folded word tells nothing alone, though as a part of a phrase it may."""
        return word not in self.kept and word in vague_words()
