"""How is a derivation found?  Strategies that lead from a statement to textbook lines; none of them is trusted.

`differentiate` pushes derivatives inwards, `normal` brings both sides of a statement to one form, `bridge` proves, `present` and
`writing` look for the smallest form, `lines` lays out the steps, `explain` gives their reasons, `engine` derives what is asked
for, `reverse` does so for long chains.  `grain` makes steps coarser or finer, `unfold` carries a result on to raw inputs.
"""
