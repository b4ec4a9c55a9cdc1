"""Which words does a text consist of?  Text comes in, tokens with their places go out.

The words are Python's.  Everything that only a machine or an accident writes is refused here, before anything
recursive sees it: lines over 100,000 characters, brackets nested over 200, brackets that do not match, numbers
beyond float range, characters that are not text.  Names become ASCII: `σ_x` is `sigma_x`, `é` is `e_acute`.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from derive.errors import LanguageError
from derive.theory import Place

__all__ = ["MAX_NESTING", "Token", "tokenize"]

MAX_LINE = 100_000
MAX_NESTING = 200
MAX_EXPONENT = 400


class Token(NamedTuple):
    """A word: its kind ("name", "keyword", "number", "text", "op", "newline" or "end"), its text as normalised, its place.

    `value` is the exact number of a number and the characters of a text.
    """

    kind: str
    text: str
    place: Place
    value: Fraction | str | None = None


_GREEK = dict(
    zip(
        (chr(c) for base in (0x391, 0x3B1) for c in range(base, base + 25) if c not in (0x3A2, 0x3C2)),
        (
            case(name)
            for case in (str.capitalize, str.lower)
            for name in (
                "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi "
                "chi psi omega"
            ).split()
        ),
        strict=True,
    )
)

_WORD = re.compile(
    r"""(?P<space>[ \t\f]+|\\(?:\r\n|\r|\n))
      | (?P<comment>\#[^\r\n]*)
      | (?P<newline>\r\n|\r|\n)
      | (?P<text>[A-Za-z]{0,2}(?:\"\"\"|'''|"|'))
      | (?P<name>[^\W\d]\w*)
      | (?P<number>0[xXoObB]\w*|\.?[0-9](?:[eE][+-]|[\w.])*)
      | (?P<op>\*\*=|//=|>>=|<<=|\.\.\.|:=|->|[=!<>+\-*/%@&|^]=|\*\*|//|<<|>>|[-+*/%@&|^~<>=()\[\]{},:;.])""",
    re.VERBOSE,
)
_DIGITS = r"[0-9](?:_?[0-9])*"
_INTEGER = re.compile(r"0(?:_?0)*|[1-9](?:_?[0-9])*")
_BASED = re.compile(r"0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+")
_DECIMAL = re.compile(rf"((?:{_DIGITS})?)\.?((?:(?<=\.){_DIGITS})?)(?:[eE]([+-]?{_DIGITS}))?")
_ACCENTED = re.compile(r"(?:LATIN|GREEK) (SMALL|CAPITAL) LETTER ([A-Z]|[A-Z]{3,}) WITH ([A-Z ]+)")
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
_LONG_LINE = re.compile(rf"[^\r\n]{{{MAX_LINE + 1}}}")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ESCAPES = {"\\": "\\", "'": "'", '"': '"', "\n": ""}
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_CHARACTERS = {
    "−": "write - for minus", "–": "write - for minus", "·": "write * for a product", "×": "write * for a product",
    "⋅": "write * for a product", "÷": "write / for a quotient", "≤": "write <=", "≥": "write >=", "≠": "write !=",
    "∂": "write diff(y, x) for a derivative", "∑": "write sum(a[k] for k in K)", "∏": "write prod(a[k] for k in K)",
    "√": "write sqrt(x)", "²": "write x**2", "³": "write x**3", "∞": "there is no infinite number here",
    "\\": "a backslash continues a line at its very end",
    "!": "write != for not equal", "?": "a choice is written: x if c else y", "$": "formulas stand without $ outside of prose",
}  # fmt: skip


def tokenize(text: object) -> list[Token]:
    """The words of `text`, a "newline" after each statement, one "end" at the end.

    Raises `LanguageError` for whatever cannot be words of the language, and for anything that is not a `str`.
    """
    if not isinstance(text, str):
        raise LanguageError(
            f"a theory is a text (str), not {type(text).__name__}",
            line=1,
            column=1,
            hint="decode bytes first: data.decode()",
        )
    text = text.removeprefix("\ufeff")
    _check_characters(text)
    return list(_words(text))


def _check_characters(text: str) -> None:
    for pattern, message, hint in (
        (
            _LONG_LINE,
            f"this line is longer than {MAX_LINE:,} characters",
            "name parts of the formula and use the names",
        ),
        (_NOT_TEXT, "this is not a character of a text", "theories are plain UTF-8 text"),
    ):
        if found := pattern.search(text):
            at = found.end() - 1
            ends = list(_LINE_END.finditer(text, 0, at))
            start = ends[-1].end() if ends else 0
            raise LanguageError(message, line=len(ends) + 1, column=at - start + 1, hint=hint)


def _words(text: str) -> Iterator[Token]:
    at, line, start = 0, 1, 0  # position; its line and where that begins
    opened: list[tuple[str, Place]] = []
    fresh, indented = True, True  # nothing stands in this statement yet; nor on its line
    while at < len(text):
        place = Place(line, at - start + 1)
        found = _WORD.match(text, at)
        if found is None:
            raise _error(*_strange(text[at]), place)
        kind, word = found.lastgroup or "", found.group()
        at = found.end()
        if kind == "space":
            if word[0] == "\\":
                line, start = line + 1, at
                if at == len(text):
                    raise _error("the text ends in a backslash", "take the backslash away", place)
            continue
        if kind == "comment":
            continue
        if kind == "newline":
            line, start = line + 1, at
            if not opened and not fresh:
                yield Token("newline", "end of line", place)
            fresh, indented = fresh or not opened, True
            continue
        if fresh and indented and place.column > 1:
            raise _error("this line is indented", "begin every statement in the first column", place)
        fresh = indented = False
        if kind == "text":
            value, at = _string(text, word, at, place)
            line, start = _advance(text, found.start(), at, line, start)
            yield Token("text", "a text", place, value)
        elif kind == "number":
            yield Token("number", word, place, _number(word, place))
        elif kind == "name":
            name = _ascii(word, place)
            yield Token("keyword" if keyword.iskeyword(name) else "name", name, place)
        else:
            _match_bracket(word, place, opened)
            fresh = word == ";"
            yield Token("newline" if fresh else "op", word, place)
    if opened:
        raise _error(f"this {opened[-1][0]} is never closed", f"close it with {_CLOSING[opened[-1][0]]}", opened[-1][1])
    place = Place(line, at - start + 1)
    if not fresh:
        yield Token("newline", "end of text", place)
    yield Token("end", "end of text", place)


def _match_bracket(word: str, place: Place, opened: list[tuple[str, Place]]) -> None:
    if word in _CLOSING:
        opened.append((word, place))
        if len(opened) > MAX_NESTING:
            raise _error(
                f"brackets are nested more than {MAX_NESTING} deep", "name the inner parts and use the names", place
            )
    elif word in _CLOSING.values():
        if not opened or _CLOSING[opened[-1][0]] != word:
            was = f"closes the {opened[-1][0]} of line {opened[-1][1].line}" if opened else "closes nothing"
            raise _error(f"this {word} {was}", "every bracket is closed by its own kind", place)
        opened.pop()
    elif word == ";" and opened:
        raise _error("; inside brackets", f"close the {opened[-1][0]} of line {opened[-1][1].line} first", place)


def _advance(text: str, begin: int, end: int, line: int, start: int) -> tuple[int, int]:
    """The line, and where it begins, after the characters from `begin` to `end`."""
    for found in _LINE_END.finditer(text, begin, end):
        line, start = line + 1, found.end()
    return line, start


def _string(text: str, opening: str, at: int, place: Place) -> tuple[str, int]:
    """The text after its opening quotes, and the position behind its closing ones."""
    quote = opening.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    prefix = opening[: -len(quote)].lower()
    if prefix not in ("", "r", "u"):
        raise _error(f"a text with the prefix {prefix}", 'texts are written "…" or, with backslashes, r"…"', place)
    begin = at
    while True:
        end = text.find(quote, at)
        if end < 0:
            raise _error("this text never ends", f"close it with {quote}", place)
        escape = text.find("\\", at, end)
        if escape < 0:
            break
        at = escape + (3 if text.startswith("\r\n", escape + 1) else 2)
    if len(quote) == 1 and _LINE_END.search(re.sub(r"\\(\r\n|\r|\n)", "", text[begin:end])):
        raise _error("this text does not end on its line", 'a text over several lines is written """…"""', place)
    value = _LINE_END.sub("\n", text[begin:end])
    if prefix != "r":
        value = re.sub(r"\\(.)", lambda m: _escape(m[1], place), value, flags=re.DOTALL)
    return value, end + len(quote)


def _escape(character: str, place: Place) -> str:
    if character not in _ESCAPES:
        raise _error(f"\\{character} in a text", 'a text with backslashes is written r"…" or r"""…"""', place)
    return _ESCAPES[character]


def _number(word: str, place: Place) -> Fraction:
    """The exact value of a number as Python writes it."""
    digits = word.replace("_", "")
    if _INTEGER.fullmatch(word) or _BASED.fullmatch(word):
        if len(digits) > 4 * MAX_EXPONENT:
            raise _beyond(word, place)
        return _in_range(Fraction(int(digits, 0) if digits.strip("0") else 0), word, place)
    found = _DECIMAL.fullmatch(word)
    if not found or not (found[1] or found[2]) or not set(word) & set(".eE"):
        product = re.fullmatch(r"([0-9.]+)([^\W\d]\w*)", word)
        hint = (
            f"write {product[1]}*{product[2][:20]} for a product" if product else "numbers are written 12, 0.5 or 1e-3"
        )
        raise _error(f"{word[:40]} is not a number", hint, place)
    whole, part, exponent = (g.replace("_", "") for g in (found[1], found[2], found[3] or "0"))
    significant = (whole + part).lstrip("0")
    if not significant:
        return Fraction(0)
    if len(exponent.lstrip("+-0")) > 6 or len(significant) > 10 * MAX_EXPONENT:
        raise _beyond(word, place)
    shift = int(exponent) - len(part)
    if abs(len(significant) + shift) > MAX_EXPONENT:
        raise _beyond(word, place)
    return _in_range(int(significant) * Fraction(10) ** shift, word, place)


def _in_range(value: Fraction, word: str, place: Place) -> Fraction:
    try:
        if not value or float(value):
            return value
    except OverflowError:
        pass
    raise _beyond(word, place)


def _beyond(word: str, place: Place) -> LanguageError:
    shown = word if len(word) <= 20 else word[:20] + "…"
    return _error(f"{shown} is beyond the range of floating point", "numbers lie between 5e-324 and 1.7e308", place)


def in_ascii(name: str) -> str:
    """A name as theories hold it: `σ` is `sigma`.  Raises `LanguageError` for a letter that no name has."""
    try:
        return _ascii(name, Place(1, 1))
    except LanguageError as error:  # it stands in no text
        raise LanguageError(error.message, hint=error.hint) from None


def _ascii(word: str, place: Place) -> str:
    """The name in ASCII: normalised as Python does, then every other letter spelled out, `_` between two spelled letters."""
    if word.isascii():
        return word
    for n, character in enumerate(word):
        if not f"a{character}".isidentifier():
            raise _error(*_strange(character), Place(place.line, place.column + n))
    spelled = ""
    for piece in re.findall(r"[A-Za-z]+|[0-9_]+|.", unicodedata.normalize("NFKC", word), re.DOTALL):
        letters = piece if piece.isascii() else _spelled(piece)
        spelled += "_" * (spelled[-1:].isalpha() and letters[0].isalpha()) + letters
    return spelled + "_" if keyword.iskeyword(spelled) else spelled


def _spelled(letter: str) -> str:
    """σ is sigma, é is e_acute, any other letter is its number: u540d."""
    if letter in _GREEK:
        return _GREEK[letter]
    found = _ACCENTED.fullmatch(unicodedata.name(letter, ""))
    if not found:
        return f"u{ord(letter):04x}"
    base = unicodedata.normalize("NFD", letter)[0]
    base = _GREEK.get(base, base if base.isascii() else found[2])
    return f"{base if found[1] == 'CAPITAL' else base.lower()}_{found[3].lower().replace(' ', '_')}"


def _strange(character: str) -> tuple[str, str]:
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    hint = _CHARACTERS.get(character, "names are written in ASCII or Greek letters, digits and _")
    return f"the character {shown} is not in the language", hint


def _error(message: str, hint: str, place: Place) -> LanguageError:
    return LanguageError(message, line=place.line, column=place.column, hint=hint)
