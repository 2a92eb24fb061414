"""Carrying: what names fields of a record, often by position, through a merge that moved them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dipmeet.errors import UnknownName
from dipmeet.model.alignment import canonical
from dipmeet.model.conflicts import ABSENT
from dipmeet.model.fields import Path, read_path, render_path, value_at
from dipmeet.model.shapes import Json
from dipmeet.model.threeway import Moves, Three, in_order, merged_set, same

NAMING_FIELDS = ("by_hand", "doubts", "confirmed", "ignored")
"""Lists that are sets, and whose items name other fields."""


class Carrying:
    """The fields of three sides that name others, and where the items of lists went in the merged record."""

    def __init__(self, sides: Three, moves: Sequence[Moves]) -> None:
        self.sides, self.moves = sides, moves

    def fields(self, record: dict[str, Json]) -> Iterator[tuple[str, Json]]:
        """Yield by_hand, doubts, confirmed, ignored and evidence, with the positions that they name as they are now."""
        for name in NAMING_FIELDS:
            three = [[self._moved(n, item) for item in _list_of(side, name)] for n, side in enumerate(self.sides)]
            moved = [[item for item in items if item is not ABSENT] for items in three]
            yield name, merged_set((moved[0], moved[1], moved[2]))
        yield "evidence", self._evidence(record) or ABSENT

    def _moved(self, side: int, item: Json) -> Json:
        """Return what names a field of a side (a path, or an object with one) as it names it now, or ABSENT."""
        if isinstance(item, dict) and isinstance(item.get("field"), str):
            field = self._moved(side, item["field"])
            return ABSENT if field is ABSENT else item | {"field": field}
        if not isinstance(item, str):
            return item
        try:
            path = read_path(item)
        except UnknownName:
            return item
        steps = [path[:n] for n in range(len(path))]
        moves = self.moves[side]
        now = tuple(
            moves[above].get(step, ABSENT) if isinstance(step, int) and above in moves else step
            for above, step in zip(steps, path, strict=True)
        )
        return ABSENT if ABSENT in now else render_path(now)

    def _evidence(self, record: dict[str, Json]) -> dict[str, Json]:
        """Return where the text says each field: as the side tells whose field it is, of the text that is kept."""
        three: list[dict[str, Json]] = []
        for n, side in enumerate(self.sides):
            spans = side.get("evidence")
            items = spans.items() if isinstance(spans, dict) else ()
            three.append({field: s for path, s in items if (field := self._moved(n, path)) is not ABSENT})
        base, ours, theirs = three
        evidence = {}
        for field in in_order(ours, theirs):
            spans = [side.get(field, ABSENT) for side in (base, ours, theirs)]
            chosen = self._chosen_spans(record, field, spans)
            if chosen is not ABSENT:
                evidence[field] = chosen
        return evidence

    def _chosen_spans(self, record: dict[str, Json], field: str, spans: Sequence[Json]) -> Json:
        base, ours, theirs = spans
        fits = [self._fits(record, side, field) for side in self.sides[1:]]
        if fits == [True, True]:
            if same(ours, theirs) or same(base, theirs):
                return ours
            return theirs if same(base, ours) else max((ours, theirs), key=_span_order)
        return ours if fits[0] else theirs if fits[1] else ABSENT

    def _fits(self, record: dict[str, Json], side: dict[str, Json], field: str) -> bool:
        """Tell whether a side's evidence for a field is of the text and the value that the merged record has."""
        n = 1 if side is self.sides[1] else 2
        try:
            now = read_path(field)
        except UnknownName:
            return False
        back = self._path_in(n, now)
        is_text = same(value_at(side, ("source", "text")), value_at(record, ("source", "text")))
        return is_text and back is not None and same(value_at(side, back), value_at(record, now))

    def _path_in(self, side: int, now: Path) -> Path | None:
        """Return the path in a side of what stands at `now` in the merged record: the inverse of the moves."""
        path: Path = ()
        for step in now:
            moves = self.moves[side].get(path)
            if isinstance(step, int) and moves is not None:
                was = next((old for old, new in moves.items() if new == step), None)
                if was is None:
                    return None
                path = (*path, was)
            else:
                path = (*path, step)
        return path


def _list_of(side: dict[str, Json], name: str) -> list[Json]:
    items = side.get(name)
    return items if isinstance(items, list) else []


def _span_order(spans: Json) -> tuple[bool, str]:
    return spans is not ABSENT, "" if spans is ABSENT else canonical(spans)
