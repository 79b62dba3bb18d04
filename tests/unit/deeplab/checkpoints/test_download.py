"""Downloads against a server on this machine: progress, cancel, resume, checksum, no network."""

from __future__ import annotations

import hashlib
import re
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch
from torchvision.models.segmentation import deeplabv3_mobilenet_v3_large

from segstudio.core.errors import Cancelled, WorkError
from segstudio.core.progress import CancelToken
from segstudio.core.zoo import find_card
from segstudio.deeplab.checkpoints.download import fetch, hash_prefix
from segstudio.deeplab.weights import load_model

CONTENT = bytes(range(256)) * 2000
DIGEST = hashlib.sha256(CONTENT).hexdigest()
NAME = f"weights-{DIGEST[:8]}.pth"


class Server(ThreadingHTTPServer):
    """Serves `content` under every path; `ranges` lists the Range headers that it was sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = CONTENT
        self.honours_range = True
        self.stops_after = 1 << 60
        self.starts_wrong_by = 0
        self.gate: threading.Event | None = None
        self.ranges: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        self.server.ranges.append(wanted)
        start = int(re.sub(r"\D", "", wanted)) if wanted and self.server.honours_range else 0
        if start >= len(self.server.content):
            self.send_error(416)
            return
        status = 206 if start else 200
        if start:
            start += self.server.starts_wrong_by
        body = self.server.content[start:]
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status == 206:
            last = len(self.server.content) - 1
            self.send_header("Content-Range", f"bytes {start}-{last}/{last + 1}")
        self.end_headers()
        half = len(body) // 2
        self.wfile.write(body[: min(half, self.server.stops_after)])
        if self.server.gate is not None:
            self.server.gate.wait(10)
        self.wfile.write(body[half : self.server.stops_after])

    def log_message(self, format: str, *args: object) -> None:
        """Silent: a test's output is for failures."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_progress_reaches_the_whole_and_the_file_is_there(server: Server, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = fetch(
        f"{server.url}/{NAME}",
        tmp_path / "models" / NAME,
        lambda done, total, _: seen.append((done, total)),
    )
    assert path.read_bytes() == CONTENT
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert [p.name for p in path.parent.iterdir()] == [NAME]
    fetch(f"{server.url}/{NAME}", path)
    assert len(server.ranges) == 1  # what is there is not fetched again


def test_a_cancelled_download_keeps_its_part_and_goes_on_from_there(server: Server, tmp_path: Path) -> None:
    token = CancelToken()
    path = tmp_path / NAME
    with pytest.raises(Cancelled):
        fetch(f"{server.url}/{NAME}", path, lambda *_: token.cancel(), token)
    part = tmp_path / f"{NAME}.part"
    have = part.stat().st_size
    assert not path.exists()
    assert 0 < have < len(CONTENT)
    fetch(f"{server.url}/{NAME}", path)
    assert server.ranges == [None, f"bytes={have}-"]
    assert path.read_bytes() == CONTENT
    assert not part.exists()


def test_a_server_without_ranges_starts_over(server: Server, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(CONTENT[:1000])
    server.honours_range = False
    assert fetch(f"{server.url}/{NAME}", tmp_path / NAME).read_bytes() == CONTENT


def test_a_part_that_is_the_whole_file_is_taken(server: Server, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(CONTENT)
    assert fetch(f"{server.url}/{NAME}", tmp_path / NAME).read_bytes() == CONTENT


def test_a_server_that_sends_another_range_starts_over(server: Server, tmp_path: Path) -> None:
    """Its bytes would be appended in the wrong place."""
    name = "mine.pth"  # no checksum in it
    (tmp_path / f"{name}.part").write_bytes(CONTENT[:1000])
    server.starts_wrong_by = 256
    assert fetch(f"{server.url}/{name}", tmp_path / name).read_bytes() == CONTENT
    assert server.ranges == ["bytes=1000-", None]


class Fetching(threading.Thread):
    """A download in a thread; `waits` once it waits for another, `error` where it failed."""

    def __init__(self, server: Server, path: Path, cancel: CancelToken | None = None) -> None:
        super().__init__()
        self.waits, self.begun = threading.Event(), threading.Event()
        self.error: BaseException | None = None
        self._job = f"{server.url}/{path.name}", path, self.heard, cancel
        self.start()

    def heard(self, done: int, total: int, what: str) -> None:
        (self.waits if what.startswith("Waiting") else self.begun).set()

    def run(self) -> None:
        try:
            fetch(*self._job)
        except (WorkError, Cancelled) as error:
            self.error = error


def test_two_that_want_one_file_download_it_once(server: Server, tmp_path: Path) -> None:
    server.gate = threading.Event()
    first = Fetching(server, tmp_path / NAME)
    assert first.begun.wait(10)
    second = Fetching(server, tmp_path / NAME)
    assert second.waits.wait(10)
    server.gate.set()
    first.join()
    second.join()
    assert (first.error, second.error) == (None, None)
    assert server.ranges == [None]
    assert (tmp_path / NAME).read_bytes() == CONTENT
    assert [p.name for p in tmp_path.iterdir()] == [NAME]


def test_who_waits_takes_over_when_the_other_gives_up_and_can_be_cancelled(
    server: Server, tmp_path: Path
) -> None:
    server.gate = threading.Event()
    token, never = CancelToken(), CancelToken()
    first = Fetching(server, tmp_path / NAME, token)
    assert first.begun.wait(10)
    second, third = Fetching(server, tmp_path / NAME), Fetching(server, tmp_path / NAME, never)
    assert second.waits.wait(10)
    assert third.waits.wait(10)
    never.cancel()
    third.join()
    assert isinstance(third.error, Cancelled)
    token.cancel()
    server.gate.set()
    first.join()
    second.join()
    assert isinstance(first.error, Cancelled)
    assert second.error is None
    assert (tmp_path / NAME).read_bytes() == CONTENT


def test_processes_keep_out_of_each_others_way(server: Server, tmp_path: Path) -> None:
    server.gate = threading.Event()
    program = f"""
from pathlib import Path
from segstudio.deeplab.checkpoints.download import fetch
fetch("{server.url}/{NAME}", Path(r"{tmp_path}") / "{NAME}", lambda *said: print(*said, flush=True))
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert b"Downloading" in other.stdout.readline()
        here = Fetching(server, tmp_path / NAME)
        assert here.waits.wait(10)
        server.gate.set()
        here.join()
    assert (other.returncode, here.error, server.ranges) == (0, None, [None])
    assert (tmp_path / NAME).read_bytes() == CONTENT


def test_what_lies_on_the_disk_is_checked_not_what_arrived(server: Server, tmp_path: Path) -> None:
    part = tmp_path / f"{NAME}.part"

    def spoil(done: int, total: int, _: str) -> None:
        if done == total:
            with part.open("r+b") as stream:
                stream.write(b"junk")

    with pytest.raises(WorkError, match="damaged"):
        fetch(f"{server.url}/{NAME}", tmp_path / NAME, spoil)
    assert not (tmp_path / NAME).exists()


def test_a_broken_connection_is_a_sentence_and_resumes(server: Server, tmp_path: Path) -> None:
    server.stops_after = 100_000
    with pytest.raises(WorkError, match="could not be downloaded"):
        fetch(f"{server.url}/{NAME}", tmp_path / NAME)
    assert not (tmp_path / NAME).exists()
    server.stops_after = 1 << 60
    assert fetch(f"{server.url}/{NAME}", tmp_path / NAME).read_bytes() == CONTENT
    assert server.ranges[1] == "bytes=100000-"


@pytest.mark.parametrize(
    "error", [ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), OSError(113, "No route to host")]
)
def test_a_connection_that_breaks_in_another_way_is_none_all_the_same(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """Nothing is wrong with the disk then."""
    read = HTTPResponse.read

    def broken(response: HTTPResponse, _: int) -> bytes:
        read(response)  # so that the server ends in peace
        raise error

    monkeypatch.setattr(HTTPResponse, "read", broken)
    with pytest.raises(WorkError, match="no connection"):
        fetch(f"{server.url}/{NAME}", tmp_path / NAME)


def test_a_damaged_file_is_never_used(server: Server, tmp_path: Path) -> None:
    server.content = CONTENT[:-1] + b"!"
    with pytest.raises(WorkError, match="damaged"):
        fetch(f"{server.url}/{NAME}", tmp_path / NAME)
    assert {p.name for p in tmp_path.iterdir()} <= {f"{NAME}.lock"}


def test_without_a_network_it_says_so(tmp_path: Path) -> None:
    closed = Server()
    url = closed.url
    closed.server_close()
    with pytest.raises(WorkError, match="no connection"):
        fetch(f"{url}/{NAME}", tmp_path / NAME)


def test_hash_prefixes_come_from_torchvisions_names() -> None:
    assert hash_prefix("deeplabv3_resnet50_coco-cd0a2569.pth") == "cd0a2569"
    assert hash_prefix("mine.pth") == ""


def test_a_zoo_model_is_downloaded_once_and_has_the_classes_of_its_card(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "source.pth"
    model = deeplabv3_mobilenet_v3_large(weights=None, weights_backbone=None, num_classes=21, aux_loss=True)
    torch.save(model.state_dict(), file)
    server.content = file.read_bytes()
    monkeypatch.setattr(
        "segstudio.deeplab.checkpoints.download.hash_prefix",
        lambda _: hashlib.sha256(server.content).hexdigest(),
    )
    card = find_card("deeplabv3_mobilenet_v3_large")
    assert card is not None
    assert not card.downloaded()
    for _ in range(2):
        loaded = load_model(card.name, "cpu", base_url=server.url)
    assert len(server.ranges) == 1
    assert card.downloaded()
    assert loaded.description.classes == card.classes
    assert loaded.description.name == card.name
