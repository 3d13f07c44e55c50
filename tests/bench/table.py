"""The bench's table: measured, budget, ratio."""

from dataclasses import dataclass, field


@dataclass
class Table:
    """The rows, printed as they come."""

    width: int = 62
    missed: list[str] = field(default_factory=list)

    def head(self) -> None:
        """Print the heading."""
        self._line("what", "measured", "budget", "ratio")
        self._line("-" * self.width, "-" * 12, "-" * 10, "-" * 6)

    def row(self, what: str, measured: float, budget: float | None, unit: str = "") -> None:
        """Print one figure; without a budget it is there to compare."""
        ratio = "" if not budget else f"{measured / budget:.2f}"
        wanted = "" if budget is None else f"{budget:g} {unit}"
        self._line(what, f"{measured:.4g} {unit}", wanted, ratio)
        if budget is not None and measured > budget:
            self.missed.append(what)

    def floor(self, what: str, measured: float, budget: float, unit: str = "") -> None:
        """Print a figure that must not be lower than its budget."""
        self._line(what, f"{measured:.4g} {unit}", f">= {budget:g}", f"{budget / measured:.2f}")
        if measured < budget:
            self.missed.append(what)

    def title(self, words: str) -> None:
        """Print a line between groups."""
        print(f"\n{words}", flush=True)

    def _line(self, *cells: str) -> None:
        what, measured, budget, ratio = cells
        print(f"{what:<{self.width}} {measured:>14} {budget:>12} {ratio:>6}", flush=True)
