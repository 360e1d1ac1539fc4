import pytest

from analysis.selection import articles_of
from analysis.suggestions import FoundAlone, Suggestions
from tests.analysis.making import build_rows

ROWS = [
    {"id": "a", "title": "Flood warning", "text": "The flood came. The government waited for the flood.",
     "source": "The Herald", "author": "Ann O’Neill"},
    {"id": "b", "title": "Floor", "text": "The floor of the government was wet.", "source": "The Herald"},
    {"id": "c", "title": "Floods", "text": "Many floods and one strike at the port.", "source": "Post"},
    {"id": "d", "title": "Port", "text": "The flood reached the port of Zürich.", "source": "Post"},
]  # fmt: skip


@pytest.fixture(scope="module")
def suggestions(tmp_path_factory):
    bundle = build_rows(ROWS, tmp_path_factory.mktemp("rows"))
    return Suggestions(bundle, articles_of(bundle))


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("goverment", [("government", 2)]),
        ("GOVERMENT", [("government", 2)]),
        ("govenrment", [("government", 2)]),
        ("flod", [("flood", 2)]),
        ("floodd", [("flood", 2), ("floods", 1)]),
        ('"flood warnin" -strike', [('"flood warning" -strike', 1)]),
        ("headline:waning OR zzz", [("headline:warning OR zzz", 1)]),
        ("headline:floodd", [("headline:flood", 1), ("headline:floods", 1)]),
        ("NEAR(floodd prot, 9)", [("NEAR(flood port, 9)", 1), ("NEAR(floods port, 9)", 1)]),
        ("zurich", [("zürich", 1)]),
        ("govenmrent*", [("government*", 2)]),
        ("outlet:heralld", [("outlet:herald", 2)]),
        ("byline:o'neil", [("byline:o'neill", 1)]),
        # Known, or not to be found; or what is like it stands in no article that has the rest.
        ("flood", []),
        ("flood strike", []),
        ("port -flodd", []),
        ("warnin strike", []),
        ("xylophone", []),
        ("gx", []),
        ("?!", []),
        ("", []),
        (" ".join(f"flodd{n}" for n in range(9)), []),
    ],
)
def test_what_is_misspelled_is_suggested_as_it_is_in_the_collection(suggestions, typed, spelled):
    assert [tuple(one) for one in suggestions.spelled(typed)] == spelled


@pytest.mark.parametrize(
    ("typed", "alone"),
    [
        ("flood strike", [("“flood”", 2), ("“strike”", 1)]),
        ("port -strike", [("“port”", 2), ("not “strike”", 3)]),
        ("flood", []),
        ("flood OR strike", []),
        (" ".join(f"w{n}" for n in range(40)), []),
    ],
)
def test_each_part_is_found_alone(suggestions, typed, alone):
    assert suggestions.alone(typed) == [FoundAlone(*one) for one in alone]
