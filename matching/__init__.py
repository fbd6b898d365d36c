"""Claims of several articles in; alignments, agreements, divergences and origins out. Pure: no HTTP, no database.

compare.py          the one way through, start here
records.py          what comes out; errors.py what may be raised
identities.py       one name for every speaker of a story, by what names tell (name_forms.py) or somebody decided;
                    described.py for persons an article only describes; renaming.py puts it in place
identity_keys.py    who is one across stories; speakers.py whether two holders are one
statements.py       claims made ready: words.py, names.py, countries.py, occasions.py, facets.py
values.py           facets in words, with plurals.py
candidates.py       which pairs are worth scoring
features.py         how alike a pair is; scoring.py how likely it is aligned, grounds.py why; grouping.py groups without
                    chaining
reading/            two sentences read against each other by a trained network, where features leave doubt
origins.py          who copied, and how many sources speak for themselves
gates.py            the four questions before anything is called a divergence
divergences/        the rules, one module a kind
relation/           which differences that rules have read count as divergences, and how sure a relation is
alignments.py       groups and divergences put together as alignments
agreements.py       how claims agree; quotations.py lays quotations side by side; shared.py what all members give alike
undetermined.py     why it cannot be told how they agree
omissions.py        what a later report leaves out
disputes.py         who contradicts whom within one article
weights/            the trained files, each with its model card
"""
