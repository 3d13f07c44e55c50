"""A control group of our own: what is started in it has only so much memory and processor."""

import os
import shutil
from pathlib import Path
from types import TracebackType
from typing import Self

GROUPS = Path("/sys/fs/cgroup")
PERIOD = 100_000  # microseconds


class Limits:
    """Holds programs to ``memory`` MB and ``processors``, where this machine lets us."""

    def __init__(self, memory: int, processors: float | None = None) -> None:
        self.memory, self.processors = memory, processors
        self._folders: list[Path] = []

    def __enter__(self) -> Self:
        """Make the group."""
        name = f"kuril-{os.getpid()}-{id(self)}"
        size, quota = str(self.memory * 1_000_000), self._quota()
        try:
            if (GROUPS / "cgroup.controllers").exists():
                self._make(GROUPS / name, {"memory.max": size, "cpu.max": f"{quota} {PERIOD}"})
            else:
                self._make(GROUPS / "memory" / name, {"memory.limit_in_bytes": size})
                quota = "-1" if quota == "max" else quota
                self._make(GROUPS / "cpu" / name, {"cpu.cfs_quota_us": quota})
        except OSError:
            self._remove()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the group, which is empty by now."""
        self._remove()

    def __str__(self) -> str:
        """Say what is held."""
        return f"held to {self.memory} MB" if self._folders else "not held: no control groups here"

    @property
    def prefix(self) -> list[str]:
        """The words before a command that put it into the group."""
        enter = "".join(f"echo $$ > {folder}/cgroup.procs && " for folder in self._folders)
        shell = shutil.which("sh") or "sh"
        return [shell, "-c", f'{enter}exec "$@"', "sh"] if self._folders else []

    @property
    def most(self) -> float:
        """The most it was charged at once, in MB, without files others had read; nan if unknown."""
        for name in ("memory.peak", "memory.max_usage_in_bytes"):
            for folder in self._folders:
                if (folder / name).exists():
                    return int((folder / name).read_text()) / 1e6
        return float("nan")

    def _quota(self) -> str:
        return "max" if self.processors is None else str(int(PERIOD * self.processors))

    def _make(self, folder: Path, settings: dict[str, str]) -> None:
        folder.mkdir()
        self._folders.append(folder)
        for name, value in settings.items():
            (folder / name).write_text(value)

    def _remove(self) -> None:
        for folder in self._folders:
            folder.rmdir()
        self._folders.clear()
