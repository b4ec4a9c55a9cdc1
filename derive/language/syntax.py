"""What is said of what?  Tokens come in, the tree of each statement goes out; nothing is known yet of what names mean.

The grammar is Python's for expressions, `target = value`, `name: Type` and bare expressions.  It is read here rather
than by CPython because sums of thousands of terms are allowed (`ast` fails on them, at another length in every
version) and because every refusal has its own place and hint.  What is accepted here is Python, of the same shape: a
test compares both.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NoReturn

from derive.language.tokens import Token, tokenize
from derive.language.tree import (
    Array,
    Call,
    Chain,
    Choice,
    Clause,
    Comparison,
    Comprehension,
    Conjunction,
    Element,
    Expression,
    Name,
    Negation,
    Number,
    Power,
    Signed,
    Statement,
    Text,
    refuse,
)

__all__ = ["parse_expression", "parse_statements"]

MAX_DEPTH = 600
"""How many operands may wait for their right neighbour: brackets nested 200 deep with two operators in each."""


# ------------------------------------------------------------------------------------------- strength of operators

_CHOICE, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _SIGN = range(1, 8)


def _conjunction(first: Expression, rest: list[tuple[str, Expression]]) -> Expression:
    return Conjunction(first.place, (first, *(part for _, part in rest)))


def _comparison(first: Expression, rest: list[tuple[str, Expression]]) -> Expression:
    return Comparison(first.place, first, tuple(rest))


def _chain(first: Expression, rest: list[tuple[str, Expression]]) -> Expression:
    return Chain(first.place, first, tuple(rest))


_CHAINS: dict[str, tuple[int, Callable[[Expression, list[tuple[str, Expression]]], Expression]]] = {
    "and": (_AND, _conjunction), "+": (_SUM, _chain), "-": (_SUM, _chain), "*": (_PRODUCT, _chain), "/": (_PRODUCT, _chain),
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">="), (_COMPARE, _comparison)),
}  # fmt: skip

_ONLY_AND = "conditions are joined with `and`; write two statements for `or`"
_REFUSED = {
    "or": ("`or` is not in the language", _ONLY_AND),
    "is": ("`is` is not in the language", "write == for equal"),
    "in": ("`in` stands only in `for k in K`", "write sum(a[k] for k in K)"),
    "not": ("`not` is not in the language", "write != for not equal"),
    "lambda": ("`lambda` is not in the language", "a name for a quantity may be lambda_"),
    "^": ("^ is not in the language", "write ** for a power"),
    "%": ("% is not in the language", "write x - y*floor(x/y) for a remainder"),
    "//": ("// is not in the language", "write floor(x/y)"),
    "@": ("@ is not in the language", "write a product of matrices as sum(W[i, j]*x[j] for j in J)"),
    ".": ("attributes are not in the language", "names have no dots; a number has digits around its dot"),
    ":=": (":= is not in the language", "write a definition on a line of its own: name = value"),
    "{": ("{ } is not in the language", "brackets are ( ) in formulas and [ ] around indices"),
    "|": ("| is not in the language", _ONLY_AND),
    "&": ("& is not in the language", _ONLY_AND),
    "~": ("~ is not in the language", "write -x for the negative, != for not equal"),
    "if": ("a value with `if` needs an `else`", "write: x if cond else y"),
    "for": ("`for` stands only inside sum(…), prod(…), max(…) or min(…)", "write sum(a[k] for k in K)"),
    ":": ("unexpected :", "a declaration is written a: Real[K]; indices are names, not slices"),
    "=": ("unexpected =", "a definition is `name = value` or `name[i] = value`; equality in a claim is =="),
    ",": ("unexpected ,", "a comma stands between arguments or indices"),
    "True": ("`True` is not in the language", "a condition compares two things"),
    "False": ("`False` is not in the language", "a condition compares two things"),
    "None": ("`None` is not in the language", "numbers and names are the values"),
}


class _Parser:
    """Reads tokens from left to right; each method reads one kind of phrase and leaves the next token at hand."""

    def __init__(self, text: object, extended: bool) -> None:
        self.tokens = tokenize(text)
        self.at = 0
        self.depth = 0
        self.extended = extended

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def sees(self, *words: str) -> bool:
        token = self.tokens[self.at]
        return token.text in words and token.kind in ("op", "keyword")

    def advance(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def expect(self, word: str, hint: str) -> Token:
        if not self.sees(word):
            self.unexpected(f"expected {word}", hint)
        return self.advance()

    def unexpected(self, message: str = "", hint: str = "") -> NoReturn:
        token = self.token
        if token.kind in ("op", "keyword") and token.text in _REFUSED and not message:
            refuse(_REFUSED[token.text][0], token.place, _REFUSED[token.text][1])
        if token.kind == "keyword" and not message:
            refuse(f"`{token.text}` is Python, not the language", token.place, f"a name may be {token.text}_")
        shown = token.text if len(token.text) <= 40 else token.text[:40] + "…"
        ends = {"newline": token.text, "end": "end of text"}
        found = ends.get(token.kind, shown)
        refuse(
            f"{message}, found {found}" if message else f"unexpected {found}",
            token.place,
            hint or "a value is expected here",
        )

    def too_deep(self) -> NoReturn:
        refuse("this is nested too deeply", self.token.place, "name the inner parts and use the names")

    # ---------------------------------------------------------------------------------------------- statements

    def statements(self) -> list[Statement]:
        found = []
        while self.token.kind != "end":
            found.append(self.statement())
            if self.token.kind != "newline":
                self.after_value()
            self.advance()
        return found

    def statement(self) -> Statement:
        left = self.expression()
        if not self.sees("=", ":"):
            return Statement(left)
        op = self.advance().text
        right = self.expression()
        if op == ":" and self.sees("="):
            self.unexpected("a declared name has no value", "declare an input, `a: Real[K]`, or define, `a = value`")
        if self.sees("="):
            self.unexpected("one name for one definition", "write two definitions; equality in a claim is ==")
        return Statement(left, op, right)

    def after_value(self) -> NoReturn:
        token = self.token
        if token.kind == "op" and token.text.endswith("=") and token.text not in ("=", ":="):
            refuse(f"{token.text} is not in the language", token.place, "a name is defined once: name = value")
        if token.kind in ("name", "number", "text") or self.sees("["):
            hint = "write * for a product; statements stand on lines of their own or after ;"
            refuse(f"unexpected {token.text[:40]} after a value", token.place, hint)
        self.unexpected()

    # --------------------------------------------------------------------------------------------- expressions

    def expression(self, floor: int = 0) -> Expression:
        """What binds more strongly than `floor`.  One frame for each level: brackets may be nested 200 deep."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.too_deep()
        left: Expression
        token = self.tokens[self.at]
        if token.text == "(" and token.kind == "op":
            self.at += 1
            left = self.group(token, self.expression()) if not self.sees(")") else self.empty(token)
        elif self.sees("-", "+", "not"):
            strength = self.sign(token, floor)
            arg = self.expression(strength)
            left = Negation(token.place, arg) if token.text == "not" else Signed(token.place, token.text, arg)
        else:
            left = self.array() if self.sees("[") else self.atom()
        while (token := self.tokens[self.at]).kind in ("op", "keyword"):
            word = token.text
            if word in _CHAINS:
                strength, kind = _CHAINS[word]
                if strength <= floor:
                    break
                rest = []
                while (token := self.tokens[self.at]).kind in ("op", "keyword") and _CHAINS.get(token.text, (0,))[
                    0
                ] == strength:
                    self.at += 1
                    rest.append((token.text, self.expression(strength)))
                left = kind(left, rest)
            elif word == "(":
                left = self.call(left)
            elif word == "[":
                left = self.element(left)
            elif word == "**":
                self.at += 1
                left = Power(left.place, left, self.expression(_SIGN))
            elif word == "if" and floor < _CHOICE:
                self.at += 1
                cond = self.expression(_CHOICE)
                if not self.sees("else"):
                    self.missing("else", "write: x if cond else y")
                self.at += 1
                left = Choice(left.place, left, cond, self.expression())
            elif word == ".":
                self.unexpected()
            else:
                break
        self.depth -= 1
        return left

    def sign(self, token: Token, floor: int) -> int:
        """Pass over a sign (or `not`) and tell how strongly what follows must bind."""
        if token.text == "not" and (floor >= _NOT or not self.extended):
            self.unexpected()
        self.at += 1
        return _NOT - 1 if token.text == "not" else _SIGN

    def atom(self) -> Expression:
        token = self.token
        if token.kind == "number":
            assert isinstance(token.value, Fraction)
            return Number(self.advance().place, token.value)
        if token.kind == "name" or (self.extended and self.sees("True", "False")):
            return Name(self.advance().place, token.text)
        if token.kind != "text":
            self.unexpected()
        parts = []
        while self.token.kind == "text":
            parts.append(str(self.advance().value))
        return Text(token.place, "".join(parts))

    def empty(self, opening: Token) -> NoReturn:
        refuse("there is nothing in these brackets", opening.place, "write a value between them")

    def group(self, opening: Token, inner: Expression) -> Expression:
        """What stands in brackets that `inner` begins."""
        if self.sees("for"):
            inner = self.comprehension(inner)
        if self.sees(","):
            self.unexpected("( ) holds one value", "indices are written a[i, j]; values of an example [1, 2]")
        if not self.sees(")"):
            self.missing(")")
        self.advance()
        return inner

    def array(self) -> Array:
        opening = self.advance().place
        items: list[Expression] = []
        while not self.sees("]"):
            items.append(self.expression())
            if self.sees("for"):
                self.unexpected()
            if not self.sees("]"):
                self.separator("]")
        self.advance()
        return Array(opening, tuple(items))

    def element(self, base: Expression) -> Element:
        self.advance()
        if self.sees("]"):
            self.unexpected("expected an index", "write a[i]; a quantity without axes has no brackets")
        indices: list[Expression] = []
        while not self.sees("]"):
            if self.sees(":"):
                self.unexpected()
            indices.append(self.expression())
            if not self.sees("]"):
                self.separator("]")
        self.advance()
        return Element(base.place, base, tuple(indices))

    def call(self, function: Expression) -> Call:
        opening = self.advance()
        if not isinstance(function, Name):
            refuse("only a function's name can be called", opening.place, "write * for a product: 2*(x + 1)")
        args: list[Expression] = []
        keywords: dict[str, tuple[Name, Expression]] = {}
        while not self.sees(")"):
            if self.sees("*", "**"):
                self.unexpected("expected a value", "arguments are written out")
            value = self.expression()
            if self.sees("="):
                self.keyword(value, keywords)
            elif self.sees("for"):
                value = self.comprehension(value)
                if args or not self.sees(")"):
                    refuse(
                        "`… for … in …` is a function's only argument",
                        value.place,
                        f"write {function.name}(x for k in K)",
                    )
                args.append(value)
            elif keywords:
                refuse("this argument stands after a named one", value.place, "named arguments come last")
            else:
                args.append(value)
            if not self.sees(")"):
                self.separator(")")
        self.advance()
        return Call(function.place, function.name, tuple(args), tuple(keywords.values()))

    def keyword(self, name: Expression, keywords: dict[str, tuple[Name, Expression]]) -> None:
        if not isinstance(name, Name):
            self.unexpected()
        if name.name in keywords:
            refuse(f"{name.name} is given twice", name.place, "give each argument once")
        self.advance()
        keywords[name.name] = (name, self.expression())

    def comprehension(self, body: Expression) -> Comprehension:
        clauses = []
        while self.sees("for"):
            self.advance()
            index = self.name("an index name after `for`")
            self.expect("in", "write: for k in K")
            dim: Expression = self.name("the name of a dimension after `in`")
            if self.sees("(", "[", "."):
                refuse("an index runs over a whole dimension", dim.place, "write `for k in K` with K a name")
            if self.sees("+", "-", "*"):
                self.at -= 1
                dim = self.expression(_COMPARE)
            conds = []
            while self.sees("if"):
                self.advance()
                conds.append(self.expression(_CHOICE))
            clauses.append(Clause(index, dim, tuple(conds)))
        return Comprehension(body.place, body, tuple(clauses))

    def name(self, what: str) -> Name:
        if self.token.kind != "name":
            self.unexpected(f"expected {what}", "write: for k in K")
        token = self.advance()
        return Name(token.place, token.text)

    def separator(self, closing: str) -> None:
        if not self.sees(","):
            self.missing(closing)
        self.advance()

    def missing(self, word: str, hint: str = "write * for a product, a comma between arguments") -> NoReturn:
        if self.token.kind in ("op", "keyword") and self.token.text in _REFUSED:
            self.unexpected()
        self.unexpected(f"expected {word}", hint)


def parse_statements(text: object) -> list[Statement]:
    """The statements of `text`.  Raises `LanguageError`."""
    parser = _Parser(text, extended=False)
    try:
        return parser.statements()
    except RecursionError:
        parser.too_deep()


def parse_expression(text: object, *, extended: bool = True) -> Expression:
    """The one expression that `text` is; `extended` allows what only formulas about rules and proofs have."""
    parser = _Parser(text, extended)
    if parser.token.kind == "end":
        parser.unexpected("expected a formula", "write one formula")
    try:
        value = parser.expression()
    except RecursionError:
        parser.too_deep()
    if parser.token.kind != "newline" or parser.tokens[parser.at + 1].kind != "end":
        if parser.token.kind != "newline":
            parser.after_value()
        parser.at += 1
        parser.unexpected("expected one formula", "write a single formula here")
    return value
