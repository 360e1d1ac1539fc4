"""Draft: the lines of one item while rules decide about them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from analysis.cleaning.lines import count_words, ends_sentence, in_title_case

_PROSE_WORDS = 9
_LONG_PROSE_WORDS = 28
_WRAPPED_CHARACTERS = 45
_WORDS_RUN_ON = 4
_NOTHING_TAKEN: Mapping[int, str] = MappingProxyType({})


class Draft:
    """The lines of one item, and for each the reason it was removed for, None where it is kept.

    Lines that the reader of a file took are not visible to the rules: what they are is known.
    """

    def __init__(
        self,
        lines: list[str],
        off: frozenset[str] = frozenset(),
        invisible: Sequence[int] = (),
        taken: Mapping[int, str] = _NOTHING_TAKEN,
    ) -> None:
        self.lines = lines
        self.invisible = invisible
        self.taken = {number: taken[number] for number, line in enumerate(lines) if line and number in taken}
        self.reasons: list[str | None] = [self.taken.get(number) for number in range(len(lines))]
        self.visible = [number for number, line in enumerate(lines) if line and number not in self.taken]
        self.words = [count_words(line) for line in lines]
        self.prose = self._find_prose()
        self.off = off

    def remove(self, number: int, reason: str) -> bool:
        """Remove a visible line, unless it is removed or the rule is off; whether it was removed now."""
        if self.reasons[number] is not None or not self.lines[number] or reason in self.off:
            return False
        self.reasons[number] = reason
        return True

    def restore(self, numbers: Iterable[int]) -> None:
        """Keep lines again, taken ones too."""
        for number in numbers:
            self.reasons[number] = None
            if self.taken.pop(number, None):
                insort(self.visible, number)

    def removed(self) -> Iterator[int]:
        """Numbers of the visible lines that are removed so far, in order."""
        return (number for number in self.visible if self.reasons[number] is not None)

    def kept(self) -> Iterator[int]:
        """Numbers of the visible lines that are kept so far, in order."""
        return (number for number in self.visible if self.reasons[number] is None)

    def kept_words(self) -> int:
        """Number of words in the kept lines."""
        return sum(self.words[number] for number in self.kept())

    def _find_prose(self) -> list[bool]:
        """For each line whether it reads as running text: a sentence of some length, or a part of one."""
        prose = [self._is_sentence(number) for number in range(len(self.lines))]
        for number, following in zip(self.visible, self.visible[1:], strict=False):
            if self._runs_on(number, following):
                prose[number] = prose[following] = True
        return prose

    def _is_sentence(self, number: int) -> bool:
        words, line = self.words[number], self.lines[number]
        if words >= _LONG_PROSE_WORDS:
            return True
        return words >= _PROSE_WORDS and ends_sentence(line) and not in_title_case(line)

    def _runs_on(self, number: int, following: int) -> bool:
        """Whether a line wrapped at a fixed width goes on in the following one."""
        line = self.lines[number]
        if len(line) < _WRAPPED_CHARACTERS or following != number + 1 or ends_sentence(line):
            return False
        return self.lines[following][0].islower() and (
            self.words[following] >= _WORDS_RUN_ON or ends_sentence(self.lines[following])
        )
