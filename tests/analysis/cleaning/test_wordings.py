"""Each kind of furniture is known by many wordings; running text that sounds alike stays."""

from __future__ import annotations

import re

import pytest

from analysis.cleaning import DESCRIPTIONS, RULES, clean
from analysis.cleaning.rules import END_RULES, LINE_RULES, rules_for_the_end, rules_without

WORDINGS = {
    "share buttons": (
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter LinkedIn Email",
        "FacebookTwitterPinterestEmail",
        "Tweet",
        "Print this page",
        "Click to share on WhatsApp (Opens in new window)",
        "Copy link",
        "1.2k shares",
        "214 Shares",
        "Sharing is caring!",
        "Show more sharing options",
        "Artikel teilen",
        "Partager sur Facebook",
        "Compartir en Twitter",
        "Condividi su Facebook",
        "Like this:",
    ),
    "follow us": (
        "Follow us on Twitter and Instagram.",
        "Follow Jo Marsh on Twitter @jomarsh",
        "Like us on Facebook for more stories",
        "Reach the reporter at jo.marsh@example.org",
        "Write to Jo Marsh at jo.marsh@example.org",
        "Find us on Instagram",
        "@jomarsh",
        "jo.marsh@example.org",
        "Got a confidential news tip? We want to hear from you.",
        "Folgen Sie uns auf Facebook",
        "Follow the paper's full coverage of the storms at https://example.org/storms",
        "Chat with us on Messenger to find out more.",
    ),
    "subscription offer": (
        "You have reached your limit of 5 free articles this month.",
        "You’ve read 3 of 4 free stories",
        "Subscribe now for unlimited access.",
        "Already a subscriber? Log in",
        "Already subscribed? Sign in",
        "Subscribe to read the full story →",
        "To continue reading, please log in or subscribe",
        "This article is for subscribers only",
        "$9.99/month",
        "€4,90 pro Monat",
        "₹300/Month",
        "Rs 599 per year",
        "£12 a month for the first 6 months",
        "Renews automatically, cancel anytime",
        "Cancel anytime.",
        "Start your free trial",
        "Choose your plan",
        "Get unlimited digital access to every story",
        "Support independent journalism",
        "Please consider becoming a member today",
        "Your support helps keep local reporting alive.",
        "Dieser Artikel ist nur für Abonnenten verfügbar",
        "Cet article est réservé aux abonnés",
        "Contenido exclusivo para suscriptores",
        "Conteúdo exclusivo para assinantes",
        "Create a free account to keep reading the Post.",
        "To go on reading, pick a pass.",
        "Student pass",
        "Have a pass? Enter your email to continue",
        "Lost your password?",
        "Keep me signed in",
        "Continue with Google",
        "What every plan includes",
        "Compare all passes →",
        "CHF 4.50 per week",
        "A$5/week",
    ),
    "newsletter sign-up": (
        "Sign up for our newsletter",
        "Sign up to receive the morning briefing by e-mail",
        "Subscribe to our daily newsletter",
        "Get the day's top stories delivered to your inbox",
        "Enter your email address",
        "Your email address",
        "By signing up you agree to our terms of service and privacy policy.",
        "Thank you for signing up to our newsletter",
        "Never miss a story",
        "Newsletter abonnieren",
        "Enable notifications",
        "Get the Lindmoor Letter, five stories before your coffee. Enter your email below.",
        "Please, fill the form to subscribe to our newsletter",
    ),
    "cookies and consent": (
        "We use cookies to improve your experience.",
        "This website uses cookies. By continuing you accept this.",
        "Accept all cookies",
        "By continuing to browse the site you agree to our use of cookies",
        "Please enable JavaScript to view this page",
        "Your browser is not supported",
        "Diese Website verwendet Cookies",
        "Este sitio utiliza cookies propias y de terceros",
        "Privacy settings",
        "Cookies on harbourpost.example: we and our 212 partners store and read information on your device. Accept all",
        "Accept all | Reject all | Manage choices",
        "The Harbour Post uses cookies to remember your settings. OK",
        "Your privacy: we and our trusted partners use data such as your location.",
    ),
    "related articles": (
        "Related news",
        "Related articles",
        "Related Stories",
        "Most read",
        "Most Popular",
        "Trending now",
        "You may also like",
        "You might be interested in",
        "Recommended for you",
        "More from the Harbour Post",
        "More stories on the storms",
        "Latest headlines",
        "Editor's picks",
        "Don't miss",
        "What to read next",
        "Read more",
        "See also",
        "Also read:",
        "In case you missed it",
        "Mehr zum Thema",
        "Das könnte Sie auch interessieren",
        "À lire aussi",
        "Te puede interesar",
        "Lo más leído",
        "Leia também",
        "Mais lidas",
        "Leggi anche",
        "I più letti",
    ),
    "read more link": (
        "READ MORE: Town council meets again over the harbour",
        "Read also: What the storms did to the coast",
        "Related: How sea walls are built",
        "Also read | Council to meet on Friday",
        "Click here for the full list of streets",
        "Watch the full interview below.",
        "Tags: harbour, storms, council",
        "Filed under: Storms, Lindmoor",
        "Lire aussi : La tempête en images",
        "Leia também: Tempestade atinge a costa",
        "Clique na imagem acima e veja a maré",
    ),
    "agency sign-off": (
        "--IANS",
        "-- ANI",
        "(Reuters)",
        "(AFP)",
        "- PTI",
        "— dpa",
        "Source: Reuters",
        "With inputs from PTI",
        "(Reporting by Jo Marsh in London; editing by Ann Lee)",
        "Additional reporting by Jo Marsh",
        "Jo Marsh contributed to this report.",
        "The Associated Press contributed to this report.",
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "Contributing: Jo Marsh",
        "ahm/dg",
        "ab-cd",
        "(jm/al)",
        "-30-",
        "Note: This text reached us through an automatic feed. Our newsroom has neither written nor checked it.",
        "(The headline is our own; the rest of this report comes from an agency feed.)",
        "(Except for the headline, this story was taken over from a syndicated feed.)",
    ),
    "editor's note": (
        "Editor's note: This story was first published in March.",
        "Editor’s Note: The writer is a member of the harbour club.",
        "Correction: An earlier version of this article misstated the year in which the wall was built.",
        "This article has been updated with comments from the council.",
        "An earlier version of this story incorrectly said the wall was built in 1912.",
        "This story was originally published by the Harbour Post.",
        "This is a developing story. Check back for updates.",
        "More to follow",
        "Anmerkung der Redaktion: Der Text wurde ergänzt.",
        "If you have been affected by the floods, the Post keeps a list of helplines.",
    ),
    "disclaimer": (
        "Disclaimer: No journalist of this paper was involved in creation of this content",
        "The views expressed in this article are the author's own.",
        "Opinions expressed here are those of the writer and not of the publisher.",
        "This article is for informational purposes only and is not investment advice.",
        "The information on this site is not intended as medical advice.",
        "Disclosure: The writer holds shares in the company.",
    ),
    "copyright": (
        "© 2019 The Harbour Post",
        "Copyright 2020 Harbour Media Ltd. All rights reserved.",
        "(c) 2018 Harbour Post",
        "All rights reserved",
        "Alle Rechte vorbehalten",
        "Tous droits réservés",
        "This material may not be published, broadcast, rewritten or redistributed without permission.",
        "Reproduction in whole or in part without written permission is prohibited.",
        "To order reprints of this article, click here",
    ),
    "photo credit": (
        "Photo: Jo Marsh/Harbour Post",
        "Photo by Jo Marsh",
        "Image credit: Jo Marsh",
        "(Image: Getty)",
        "Getty Images",
        "Image copyright Getty Images",
        "Image caption Waves break over the wall",
        "Credit: Jo Marsh",
        "AP Photo/Jo Marsh",
        "FILE PHOTO: Waves break over the harbour wall",
        "Foto: Jo Marsh",
        "Jo Marsh / Reuters",
        "Image 3 of 12",
        "View gallery",
        "Enlarge this image",
    ),
    "photo caption": (
        "Waves break over the harbour wall at Lindmoor (Photo: Jo Marsh)",
        "Waves break over the harbour wall at Lindmoor. (Jo Marsh/Getty Images)",
        "Ada Brenner, left, speaks to engineers at the harbour wall in Lindmoor, Tuesday, Nov. 19, 2019.",
        "In this March 3, 2018, file photo, waves break over the harbour wall.",
        "Workers carry sandbags to the wall. Photograph: Jo Marsh/The Harbour Post",
        "An artist's impression of the new wall",
        "This illustration shows the wall as it will stand in two years, with both gates.",
    ),
    "navigation": (
        "Home",
        "Home News Sport Weather",
        "Skip to content",
        "Back to top",
        "Log in",
        "Sign up",
        "Menu",
        "Privacy Policy",
        "Terms of Use",
        "Contact us",
        "Next article",
        "Previous Next",
        "Continue reading the main story",
        "Load more",
        "Page 1 of 3",
        "3 min read",
        "Home » Coast » Lindmoor",
        "Weekend > Food > Fish",
        "Startseite",
        "Impressum",
    ),
    "comment section": (
        "Comments",
        "12 Comments",
        "Leave a comment",
        "Post a comment",
        "View comments",
        "Join the conversation",
        "No comments yet",
        "Please log in to comment",
        "Comments are closed.",
        "Be the first to comment",
        "Kommentare",
        "Deja un comentario",
        "This conversation is closed.",
        "Sort by: newest | oldest | most liked",
        "Community guidelines apply to all that is written here.",
        "ATENÇÃO: Comentários com ofensas não serão aprovados pelo moderador.",
    ),
    "advertisement": (
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Advertisement - Continue Reading Below",
        "Sponsored content",
        "Paid post",
        "Promoted by Harbour Hotels",
        "Anzeige",
        "Publicité",
        "Publicidad",
        "Pubblicità",
        "We may earn a commission if you buy something through links on this page.",
        "As an Amazon Associate we earn from qualifying purchases.",
    ),
    "template never filled in": (
        "{{article.title}}",
        "Hello {{ user_name }}, welcome back",
        "[[sidebar]]",
        "%SITE_NAME%",
        "Only ${price} a month",
        "<% include footer %>",
        ".related-box {",
        "margin-top: 12px;",
        "<div class='box'>",
        "undefined",
    ),
    "about the writer": (
        "Jo Marsh is a staff writer at the Harbour Post.",
        "Ann Lee covers the coast for the Harbour Post and is a former editor at the Lindmoor Times.",
        "The writer is a member of the harbour club.",
    ),
    "date line": (
        "Updated April 22, 2026, 9:15 a.m. EDT",
        "10 April 2026, 5.30 p.m.",
        "Published 3 March 2019",
        "Updated: 10:48, Tue, Nov 19, 2019",
        "2 hours ago",
        "19.11.2019, 08:57",
    ),
    "byline": ("By Jo Marsh", "By Jo Marsh and Ann Lee, Staff Writers", "Jo Marsh, Associated Press"),
}
ROWS = [(line, reason) for reason, lines in WORDINGS.items() for line in lines]

RUNNING_TEXT = (
    "Share prices fell after the bank said it would subscribe to the new issue.",
    "Follow-up studies showed that the newsletter had reached few of its readers.",
    "Reuters reported on Monday that the company would cut 300 jobs.",
    "By the time the storm had passed, the harbour was empty.",
    "By Monday, most of the boats had come back.",
    "Copyright law was written for another age, the minister told parliament.",
    "The photo shows a man in a red coat at the gate.",
    "Comments by the minister drew an angry answer from the unions.",
    "“Cookies are what my grandmother baked every Sunday,” he said.",
    "Related parties sold shares worth two million before the announcement.",
    "Under Missouri law, a candidate may ask for a recount.",
    "The advertisement ran for two weeks before the council banned it.",
    "Sign language was taught in only four of the town's schools.",
    "He paid $9.99 a month for the service until it closed.",
    "Correction of the river's course took eleven years.",
    "She is a reporter who was jailed for nine days after asking a question.",
    "Next year the two sides will meet again in Lindmoor.",
    "Most people read the notice only after the water had come.",
    "More than 40 boats were lost, and the harbour master was blamed.",
    "In this picture of the town there is no place for the fishermen.",
    "Subscribers to the lottery had waited for the drawing since May.",
    "Updated figures are expected from the ministry on Friday.",
    "The editor's note in the margin was in green ink, as always.",
    "“Contact us when you know more,” the officer had told the family.",
    "Tuesday was the third day without power in the valley.",
    "Our editors have a feed of their own, and no agency could tell them what the council would do.",
    "The company uses cookies to follow people from shop to shop, the regulator wrote.",
    "“This conversation is closed,” the mayor said, and left the room with her coat over her arm.",
    "If you have been to Lindmoor, you know the wall and the bench that stands under it.",
    "He had lost his password, and with it nine years of letters from the island.",
    "A month pass for the ferry costs $90, and a pass for the bridge nothing at all.",
    "Creating an account took the fishermen three days and two letters from the ministry.",
    "The agency feed went dead at noon, and nobody in the newsroom noticed until two.",
    "In 2019, the town had 4,300 voters, of whom 2,911 came to the polls.",
)


@pytest.mark.parametrize(("line", "reason"), ROWS)
def test_furniture_under_an_article_is_removed(line, reason, article):
    cleaned = clean(f"{article}\n{line}", headline="")

    assert [(removed.text, removed.reason) for removed in cleaned.removed] == [(line, reason)]
    assert cleaned.body == article


@pytest.mark.parametrize("line", RUNNING_TEXT)
@pytest.mark.parametrize("place", [0, 2, 5])
def test_running_text_stays(line, place, paragraphs):
    lines = [*paragraphs[:place], line, *paragraphs[place:]]

    assert clean("\n".join(lines), headline="").removed == ()


@pytest.mark.parametrize(("line", "reason"), ROWS)
def test_a_rule_that_is_off_removes_nothing(line, reason, article):
    cleaned = clean(f"{article}\n{line}", headline="", off={reason})

    assert reason not in {removed.reason for removed in cleaned.removed}


def test_every_rule_on_wording_is_tried():
    assert {rule.reason for rule in (*LINE_RULES, *END_RULES)} <= set(WORDINGS)


def test_every_rule_has_a_name_and_a_description():
    assert len(set(RULES)) == len(RULES)
    assert set(RULES) == set(DESCRIPTIONS)
    for description in DESCRIPTIONS.values():
        assert re.fullmatch(r"[A-Z].+\.", description)


def test_no_wording_takes_long_on_hostile_lines():
    """Patterns must not backtrack without end; a hang here is the failure."""
    units = ("A", "a ", "Aa ", "share ", "{ ", ".a ", "by A ", "1 ", "Photo ", "( ", "—", "news home ", "the A, and ")
    for rules in (rules_without(frozenset()), rules_for_the_end(frozenset())):
        for unit in units:
            for length in (60, 110, 300, 1200):
                assert rules.reason_for((unit * length)[:length] + "\u00a7") is None or True
