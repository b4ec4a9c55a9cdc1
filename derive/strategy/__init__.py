"""How is a derivation found?  Strategies that lead from a statement to textbook lines; none of them is trusted.

`differentiate` pushes derivatives inwards, `normal` brings both sides of a statement to one form, `bridge` proves, `present`
looks for the smallest form, `textbook` lays out derivatives, VJPs and JVPs, `claims` the statements of a theory.
"""
