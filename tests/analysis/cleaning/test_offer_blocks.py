"""All that an outlet sells below an article goes; what only looks like an offer stays."""

from __future__ import annotations

import pytest

from analysis.cleaning import Cleaned, clean

PASSES = """--LNA
kp/rs
Note: This text came to us through an automatic feed. Our newsroom has neither written nor checked it.
You have read {{read_count}} of {{quota}} articles this month.
To go on reading, pick a pass.
Day pass
$1.50
24 hours, all sections
Month pass
$9
Student pass
Every pass is renewed on its last day unless you switch renewal off in your account.
What every pass gives you
Dispatches from 41 correspondents, unlocked on every device you own
Crosswords and chess
A new puzzle each morning and an archive of eleven thousand
Questions and answers
Can I stop whenever I like? Yes, in two clicks
May I read it to my class? With pleasure
Where do I find my receipt? Under your name, top right, then Payments
Compare all passes →"""
QUESTIONS = """Keep reading with a Harbour subscription
Already a subscriber? Log in
Start your free trial
Frequently asked questions
How do I cancel?
You can cancel at any time from the account page, and you will keep your access until the end of the month.
Which cards do you take?
We take all the usual cards, and in most countries you can also pay by direct debit from your bank.
Can my family read along?
Yes. Up to four people in one household may use one subscription at the same time, on any device.
Is there a price for schools?
There is, and it is half of what others pay. A teacher has to write to us from the address of the school.
Will you sell my address?
No."""
TABLE = """Choose your plan
Digital | Digital + Print | Family
CHF 4.50 per week | CHF 9 per week | CHF 12 per week
All stories on web and app
✓ | ✓ | ✓
The paper in your letterbox on Saturdays
– | ✓ | ✓
Two more readers
– | – | ✓
First four weeks for CHF 1, then CHF 4.50 a week until you cancel.
NOK 49 per week in Norway
A$5 per week in Australia
Subscribe now
Prices include tax where it is due"""
BENEFITS = """This article is for subscribers only
Subscribe from R59 a month
What you get
The morning letter
Our editors read the papers before you wake and send you the ten things that matter.
Archive
Every issue since 1974 was scanned, and all of it can be searched by name and place.
Audio
The long reads are spoken by those who wrote them, one for each morning of the week.
Events
Four evenings a year with people from the newsroom, and wine for those who come early.
Cancel anytime
Have an account? Sign in"""
LOG_IN = """To continue reading, log in or create an account
Email address
Password
Remember me
Forgot your password?
Log in
Or continue with Google
No account yet? Register
By registering you agree to our terms and to receive letters about our offers, which you can stop at any time."""
TEMPLATE_FIRST = """(Reuters)
{{user}}, you have 0 stories left
Harbour Basic
₹900
3 Months
₹300/Month
Harbour Plus
₹2,700
1 Year
₹225/Month
Renews automatically, cancel anytime
Curated letters
Insights on the coast, the markets and the weather, chosen for you
Across all devices
Read on mobile, tablet or PC, on the web or in the app"""

INTERVIEW = """Do you regret the cost of the wall?
No. It was £4 million, and we had £9 a month from each house for it, which is less than a subscription to the gym.
What do you say to those who cancelled their plans?
That I am sorry. My account of that winter is in the archive, and they may read it.
Will the price rise again?
Yes, by $2 a month, and after that no more."""
RESULTS = """Results
Lindmoor 3, Westhaven 1
Northgate 0, Saltby 0
Eastmouth 2, Harrow Cross 4
Subscribers' Cup: Lindmoor 1, Saltby 2
Ferryhill 1, Kirkdale 1
Attendance: 2,911"""
LOTS = """Lot 14, a lamp
£2,400
Lot 15, a chest of drawers
£1,200
Lot 16, two oars
$90"""
LIVE = """10.15
The gate is open and the first boats are out.
10.40
A pass for the bridge now costs $3, the council says.
11.05
Two men were taken to hospital. They are well.
11.30
The tide has turned, and the road is dry again.
12.10
The mayor has thanked all who came to help."""
PRICES = """A day pass for the ferry will cost $12, the council said, and a month pass $90.
Season tickets rise from £240 a year to £260 a year, and students pay half of that.
“For £5 a week you get a bridge that does not open,” said one reader who cancelled her account."""
TEXTS = {"interview": INTERVIEW, "results": RESULTS, "live": LIVE, "prices": PRICES}
BLOCKS = {
    "passes": PASSES,
    "questions": QUESTIONS,
    "table": TABLE,
    "benefits": BENEFITS,
    "log in": LOG_IN,
    "template first": TEMPLATE_FIRST,
}


def reasons(cleaned: Cleaned) -> list[str]:
    return [removed.reason for removed in cleaned.removed]


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_block_below_an_article_goes_whole(block, article):
    cleaned = clean(f"{article}\n{block}", headline="")

    assert cleaned.body == article
    assert len(cleaned.removed) == len(block.splitlines())


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_block_goes_where_blank_lines_are_between_its_lines(block, article):
    text = f"{article}\n{block}".replace("\n", "\n\n")

    assert clean(text, headline="").body == article.replace("\n", "\n\n")


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_an_article_of_short_lines_stays_above_a_block(block, text, article):
    cleaned = clean(f"{article}\n{text}\n{block}", headline="")

    assert cleaned.body == f"{article}\n{text}"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_about_prices_and_short_lines_stays(text, article):
    assert clean(f"{article}\n{text}", headline="").removed == ()
    assert clean(f"{article}\n{text}\n{article[::-1]}.", headline="").removed == ()


def test_prices_of_goods_stay_where_nothing_is_sold_to_readers(article):
    assert clean(f"{article}\n{LOTS}", headline="").removed == ()


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_text_after_a_block_stays(block, paragraphs):
    text = "\n".join([*paragraphs[:2], block, *paragraphs[2:]])

    assert clean(text, headline="").body.endswith("\n".join(paragraphs[2:]))


def test_paragraphs_between_an_offer_and_a_block_stay(paragraphs):
    text = "\n".join([*paragraphs[:3], "Subscribe now for unlimited access.", *paragraphs[3:], PASSES])

    assert clean(text, headline="").body.split("\n") == list(paragraphs)


def test_an_offer_long_before_a_block_begins_none(article):
    text = f"{article}\n(AFP)\n{RESULTS}\nA crowd of many\nLate kick-off\n{TABLE}"
    cleaned = clean(text, headline="")

    assert cleaned.body == f"{article}\n{RESULTS}\nA crowd of many\nLate kick-off"


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_block_much_longer_than_its_article_goes(block, paragraphs):
    cleaned = clean(f"{paragraphs[0]}\n{block}", headline="")

    assert cleaned.body == paragraphs[0]
    assert cleaned.notices == ()


def test_initials_below_an_agency_mark_go_whatever_follows(article):
    cleaned = clean(f"{article}\n--IANS\nahm/dg\nAlpha\nBeta\nGamma\nDelta\nEpsilon", headline="")

    assert reasons(cleaned) == ["agency sign-off", "agency sign-off"]


def test_a_block_that_is_off_stays(article):
    cleaned = clean(f"{article}\n{PASSES}", headline="", off={"subscription block"})

    assert "24 hours, all sections" in cleaned.body
