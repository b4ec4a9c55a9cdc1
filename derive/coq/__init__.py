"""Does Coq agree?  The kernel's proofs said again as text that Coq checks, over a prelude that is proved once.

Comes in: derivations.  Goes out: what a proof file says (`export`, made of `terms`, `replay`, `sweeps` and `shared`), and what
Coq says to it (`run`, `referee`).
The prelude, Coq's side of it all, is in the folder of that name.
"""
