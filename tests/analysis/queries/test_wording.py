import pytest

from analysis.queries import in_words, parse, with_phrase


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("flood OR storm", "“flood” or “storm”"),
        ("(flood OR gale) warn* -insurance", "(“flood” or “gale”) and “warn…”, but not “insurance”"),
        ("-flood", "not “flood”"),
        ("-flood -storm", "neither “flood” nor “storm”"),
        ("headline:flood NEAR(a b, 5)", "“flood” in the headline and “a” and “b” within 5 words"),
        ("outlet:herald after:2016-03", "outlet “herald” and from 2016-03-01"),
        ("date:2016-03-04", "on 2016-03-04"),
    ],
)
def test_a_query_is_said_in_words(typed, said):
    assert in_words(parse(typed)) == said


@pytest.mark.parametrize(
    ("typed", "narrowed"),
    [
        ("", '"port"'),
        ("flood", 'flood "port"'),
        ("flood OR storm", '(flood OR storm) "port"'),
    ],
)
def test_a_phrase_is_added_to_the_whole_query(typed, narrowed):
    assert with_phrase(typed, parse(typed), "port") == narrowed
