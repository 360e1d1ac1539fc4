"""Abbreviations, and what each says about a sentence that might end at its stop.

Only what the general rules do not see: initials and letters with stops between them (U.S., J.K.) need no list.
"""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """When a sentence ends at the stop of an abbreviation; before a lower-case word it never does."""

    NEVER = "a name or a phrase always follows: Mr., Lt., e.g., vs."
    UNLESS_NUMBER = "always, but not before a number: No. 5, p. 3, 6 ft. 2"
    STARTER = "before a word that opens sentences: Inc. He, Jan. The"
    INITIAL = "likewise, but not before an article that may begin a name: U.S. The, J. De Niro"
    TIME = "always, but not before a day, a zone or a number: 5 p.m. Monday"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TITLES = """
    mr mrs ms mx messrs mme mmes mlle dr drs prof profs revd pres gov govs lt atty supt insp supv maj brig
    capt cmdr cdr cpt comdr cpl sgt sgts pvt pfc spc msgr mt ft pte lieut vadm radm wg flt sqn abp mons asst
    assoc srta dra dña dott sig avv onn fru frl dhr mevr ks św lic skt inż mgr sto sta г-н г-жа проф акад им ул
"""
_CAPITALISED_TITLES = """
    Hon Rt Fr Sec Dir Ens Det Col Gen Adm Rep Reps Sen Sens Rev Amb Ret Card Del Dep Ste Sra Ing Ir MM
"""
_BEFORE_MORE = """
    vs v e.g eg i.e ie cf viz approx ca c resp incl excl esp nb n.b z.b d.h u.a o.ä bzw zzgl inkl ggf evtl vgl
    p.ex p.ej bijv d.w.z o.a m.n np tzn tj m.in t.ex bl.a dvs f.eks т.е напр см ср
"""
_BEFORE_NUMBERS = """
    no nos nr nrs n° nº № núm num p pp pg pgs par para vol vols fig figs figura abb tab art arts ch chap chs
    eq eqs ref refs cl sect sects ver ed eds app lit bd str pos rn pág págs стр рис табл гл ст ft in lb lbs oz
    yd tel apt est
    янв фев апр июн июл авг сент окт нояб дек
"""
_OFTEN_LAST = """
    inc corp co ltd plc llc llp bros mfg intl int'l assn dept depts univ inst natl nat'l govt gov't mgmt jr sr hr
    esq phd etc al bldg ave blvd rd hwy pkwy sq st min max avg usw ecc spa gmbh ud uds mio mrd jan feb apr
    aug sept oct nov млн млрд тыс руб др пр гг
"""
_CALENDAR = """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun
"""
_PLACES = """
    Ala Ariz Ark Calif Cal Colo Conn Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev
    Okla Ore Oreg Pa Penn Penna Tenn Tex Vt Va Wash Wis Wisc Wyo Ont Que Alta Sask Cos Hts Mtn
"""


def _any_case(words: str) -> set[str]:
    """Each word as it is, capitalised, in capitals; a single letter only as it is, for C. is an initial."""
    listed = set(words.split())
    long = {word for word in listed if len(word) > 1}
    return listed | {word.capitalize() for word in long} | {word.upper() for word in long}


def _capitalised(words: str) -> set[str]:
    """Each word as it is and in capitals: in lower case it is an ordinary word."""
    return set(words.split()) | set(words.upper().split())


# Without the last stop. Where a word is in two groups, the later line holds.
ABBREVIATIONS: dict[str, Kind] = {
    **dict.fromkeys(_any_case(_OFTEN_LAST) | _capitalised(_CALENDAR) | _capitalised(_PLACES), Kind.STARTER),
    **dict.fromkeys(_any_case(_BEFORE_NUMBERS), Kind.UNLESS_NUMBER),
    **dict.fromkeys(_any_case(_TITLES) | _capitalised(_CAPITALISED_TITLES), Kind.NEVER),
    **dict.fromkeys(_any_case(_BEFORE_MORE), Kind.NEVER),
    **dict.fromkeys(("a.m", "p.m", "A.M", "P.M", "pm", "PM"), Kind.TIME),
}

# Names that end in a mark: the mark ends a sentence only before a word that opens sentences.
NAMES_WITH_MARKS = _words("Yahoo Jeopardy Jeb Kahoot Oklahoma Wham Moesha Yum Joomla E Eek Airplane")

AFTER_A_TIME = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Eastern Central Mountain Pacific
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST AEST JST
    """
)

# Words that are or begin family names too: after initials they do (J. De Niro, B. Han).
PARTICLES = _words("De Den La Le El Los Las Lo Les Un Im Han Vi")

# Words that open sentences far more often than they open a name after an abbreviation.
STARTERS = _words(
    """
    The This That These Those There Then Thus Their They A I He She It We You His Her Its Our Your My But And
    Or Nor Yet If As At In On For From By With Without To Of After Before Since Until While When Where What
    Who Whom Whose Why How Which Because Although Though However Meanwhile Moreover Also Now Here Once Some
    Many Most Much More Few Several All Both Each Every Another Other Others One Two Three Not Never Only Even
    Just Still Perhaps Maybe According About During Despite Did Does Is Are Was Were Has Have Had Can Could
    Should Would Last Earlier Later Instead Indeed Together Nevertheless Today Yesterday Let Please Under Over
    Among Like I'm I've I'd I'll It's He's She's We're We've They're They've That's There's What's Don't
    Didn't Isn't

    Der Die Das Ein Eine Er Sie Es Wir Ich Und Aber Was Wie Wer Wo Warum Het Een Det Hun Jeg Hvad
    Une Il Elle Ils Mais Dans Que Qui Una Pero Gli Os Um Uma
    Он Она Они Это Этот Но На По При Как Что Когда Мы Вы Я
    """
)
