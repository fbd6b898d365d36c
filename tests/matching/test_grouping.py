from matching.features import Pair
from matching.grouping import group, parts_among
from matching.records import Member

# Statements 0 and 1 of article a, 2 and 3 of b, 4 of c.
MEMBERS = [Member("a", "c1"), Member("a", "c2"), Member("b", "c1"), Member("b", "c2"), Member("c", "c1")]


def groups(scores: dict[tuple[int, int], float], members=MEMBERS):
    pairs = [Pair(*key) for key in scores]
    return group(pairs, lambda order: members[order], lambda pair: scores.get((pair.left, pair.right), 0.0), 0.5)


def test_what_is_alike_throughout_is_one_group():
    assert groups({(0, 2): 0.9, (0, 4): 0.8, (2, 4): 0.7}) == ((0, 2, 4),)


def test_a_chain_is_no_group():
    assert groups({(0, 2): 0.9, (2, 4): 0.8, (0, 4): 0.05}) == ((0, 2), (2, 4))


def test_a_weak_pair_joins_nobody_but_strong_ones_join_it():
    assert groups({(0, 2): 0.9, (2, 4): 0.8, (0, 4): 0.5}) == ((0, 2), (0, 2, 4), (2, 4))


def test_below_the_threshold_nothing_is_grouped():
    assert groups({(0, 2): 0.4}) == ()


def test_one_article_may_state_it_twice():
    assert groups({(0, 2): 0.9, (1, 2): 0.8}) == ((0, 1, 2),)


def test_two_occasions_of_one_claim_stay_apart():
    members = [Member("a", "c1"), Member("a", "c1"), Member("b", "c1"), Member("b", "c2"), Member("c", "c1")]
    assert groups({(0, 2): 0.9, (1, 2): 0.8}, members) == ((0, 2), (1, 2))


def test_the_order_of_the_pairs_does_not_matter():
    scores = {(0, 2): 0.6, (0, 3): 0.6, (1, 2): 0.6, (2, 4): 0.6, (0, 4): 0.6}
    assert groups(scores) == groups(dict(reversed(scores.items())))


def test_what_lies_in_another_group_is_a_part_of_it():
    assert parts_among([(0, 2), (0, 2, 4), (2, 4), (1, 3)], lambda _: True) == {(0, 2), (2, 4)}


def test_only_wanted_groups_are_parts():
    assert parts_among([(0, 2), (0, 2, 4), (2, 4)], lambda members: members == (0, 2)) == {(0, 2)}
