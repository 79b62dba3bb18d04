"""Downloads against a server on this machine: progress, cancel, resume, checksum, no network."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch
from torchvision.models.segmentation import deeplabv3_mobilenet_v3_large

from segstudio.core.errors import Cancelled, WorkError
from segstudio.core.progress import CancelToken
from segstudio.core.zoo import find_card
from segstudio.deeplab.download import fetch, hash_prefix
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
        body = self.server.content[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: self.server.stops_after])

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


def test_a_broken_connection_is_a_sentence_and_resumes(server: Server, tmp_path: Path) -> None:
    server.stops_after = 100_000
    with pytest.raises(WorkError, match="could not be downloaded"):
        fetch(f"{server.url}/{NAME}", tmp_path / NAME)
    assert not (tmp_path / NAME).exists()
    server.stops_after = 1 << 60
    assert fetch(f"{server.url}/{NAME}", tmp_path / NAME).read_bytes() == CONTENT
    assert server.ranges[1] == "bytes=100000-"


def test_a_damaged_file_is_never_used(server: Server, tmp_path: Path) -> None:
    server.content = CONTENT[:-1] + b"!"
    with pytest.raises(WorkError, match="damaged"):
        fetch(f"{server.url}/{NAME}", tmp_path / NAME)
    assert list(tmp_path.iterdir()) == []


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
        "segstudio.deeplab.download.hash_prefix", lambda _: hashlib.sha256(server.content).hexdigest()
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
