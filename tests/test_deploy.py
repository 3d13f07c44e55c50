"""What stands in .github/deploy does what it says, and its files agree with each other."""

import re
import subprocess
from pathlib import Path

from tests.conftest import ROOT, project_file

DEPLOY = ROOT / ".github" / "deploy"


def _found(name: str, pattern: str) -> str:
    """Return what stands for the pattern's group in one of the files, where it does once."""
    (found,) = re.findall(pattern, (DEPLOY / name).read_text(encoding="utf-8"), re.MULTILINE)
    return str(found)


def test_the_image_that_is_built_is_the_one_that_is_run() -> None:
    version = project_file()["project"]["version"]
    built = _found("Dockerfile", r"^# docker build .* -t (\S+) \.$")
    assert built == _found("kubernetes.yaml", r"image: (\S+)") == f"kuril-atlas:{version}"


def test_the_host_has_a_name_which_the_site_that_debian_sets_up_has_not() -> None:
    host = _found("nginx.conf", r"server_name (.+?);")
    assert host == _found("kubernetes.yaml", r"- host: (\S+)")
    assert f"`{host}`" in (DEPLOY / "README.md").read_text(encoding="utf-8")
    # Debian's own site takes every other request, over IPv6 too
    listens = re.findall(r"listen (.+?);", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"))
    assert listens == ["80", "[::]:80"]


def test_a_link_without_the_last_stroke_keeps_its_question() -> None:
    folder = _found("nginx.conf", r"location (\S+/) \{")
    led = _found("nginx.conf", rf"location = {folder.rstrip('/')} {{ return 301 (\S+); }}")
    assert led == f"{folder}$is_args$args"


def test_the_secret_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    file = "/etc/kuril-atlas.env"
    line = _found("README.md", rf"^    (.*COOKIE_SECRET.*{file}.*)$")
    written = tmp_path / "kuril-atlas.env"
    line = line.replace(file, str(written))
    subprocess.run(["/bin/sh", "-c", f"umask 022\n{line}"], check=True)  # noqa: S603  # our own line
    assert written.read_text(encoding="utf-8").startswith("STREAMLIT_SERVER_COOKIE_SECRET=")
    assert oct(written.stat().st_mode & 0o777) == "0o600"
