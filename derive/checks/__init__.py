"""Who else agrees?  Independent referees, and the search for counterexamples.

They share terms, theories, SymPy and mpmath with the engine, and nothing else: never kernel, rules, conversions or strategies.

- `numbers`: the value of a term at a point, to any number of digits
- `sampling`: points at which hypotheses hold
- `counterexample`: numbers that refute a statement
- `examples`: what an example of a theory comes to
- `instances`: equations between rational functions for K = 1, 2, 3, 4
- `referees`: every claim and every step, put to every referee
"""

from derive.checks.counterexample import Counterexample, claim_hypotheses, find_counterexample, has_point, holds, refute
from derive.checks.examples import computed
from derive.checks.numbers import Point, Undefined, evaluate
from derive.checks.question import Question
from derive.checks.referees import REFEREES, Referee, Report, Row, ask, verify

__all__ = [
    "REFEREES", "Counterexample", "Point", "Question", "Referee", "Report", "Row", "Undefined", "ask", "claim_hypotheses",
    "computed", "evaluate", "find_counterexample", "has_point", "holds", "refute", "verify",
]  # fmt: skip
