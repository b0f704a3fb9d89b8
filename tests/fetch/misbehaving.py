"""A real server on loopback that misbehaves in every way a fetcher has to bear."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (
    b"<html><body><p>The ferry runs again from Monday, the harbour office said.</p></body></html>"
)
# Made beforehand: the client waits half a second. 40 KB that become 40 MB.
BOMB = gzip.compress(bytes(40_000_000), 9)
CYRILLIC = """<html><body><article><h1>Паром вернулся</h1>
<p>Паром между Акжаром и правым берегом снова ходит с понедельника, сообщили в управлении порта.</p>
<p>Ремонт занял семь месяцев, потому что сталь для новой пристани привезли только в сентябре.</p>
</article></body></html>"""


class Server(ThreadingHTTPServer):
    """The server, with what it was asked and what its robots.txt says."""

    daemon_threads = True
    robots: bytes | int = 404
    stopping: threading.Event

    def __init__(self, address: str = "127.0.0.1") -> None:
        super().__init__((address, 0), Handler)
        self.asked: Counter[str] = Counter()
        self.agents: list[str] = []
        self.stopping = threading.Event()

    def url(self, path: str) -> str:
        """The address of a path here."""
        host, port = self.socket.getsockname()
        return f"http://{host}:{port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own bad way."""

    server: Server

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Count the request and answer it."""
        path = self.path.partition("?")[0]
        self.server.asked[path] += 1
        self.server.agents.append(self.headers.get("User-Agent", ""))
        name = path.strip("/").replace("-", "_").replace(".", "_") or "page"
        with suppress(ConnectionError):
            getattr(self, f"_answer_{name}", self._answer_missing)()

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        """One answer with its length; header names with _ for -."""
        self.send_response(status)
        for name, value in {"Content_Type": "text/html", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _answer_robots_txt(self) -> None:
        robots = self.server.robots
        if isinstance(robots, int):
            self.send(robots, b"no")
        else:
            self.send(200, robots, Content_Type="text/plain")

    def _answer_missing(self) -> None:
        self.send(404, b"not here")

    def _answer_page(self) -> None:
        self.send(200, PAGE)

    def _answer_cyrillic(self) -> None:
        page = CYRILLIC.encode("cp1251")
        self.send(200, page, Content_Type="text/html; charset=windows-1251")

    def _answer_zipped(self) -> None:
        self.send(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def _answer_bomb(self) -> None:
        self.send(200, BOMB, Content_Encoding="gzip")

    def _answer_broken_zip(self) -> None:
        self.send(200, b"\x1f\x8b\x08 this is no gzip", Content_Encoding="gzip")

    def _answer_cut_zip(self) -> None:
        self.send(200, gzip.compress(PAGE)[:-12], Content_Encoding="gzip")

    def _answer_brotli(self) -> None:
        self.send(200, PAGE, Content_Encoding="br")

    def _answer_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.server.stopping.is_set():
            self.wfile.write(b"x" * 65_536)

    def _answer_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(PAGE)

    def _answer_silent(self) -> None:
        self.server.stopping.wait(20)

    def _answer_dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self._drip()

    def _answer_dripping_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self._drip()

    def _drip(self) -> None:
        while not self.server.stopping.is_set():
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def _answer_garbage(self) -> None:
        self.wfile.write(b"\x00\x01 this is no HTTP\r\n\r\n")

    def _answer_hangs_up(self) -> None:
        self.connection.close()

    def _answer_picture(self) -> None:
        self.send(200, b"\x89PNG", Content_Type="image/png")

    def _answer_empty(self) -> None:
        self.send(200, b"  \n")

    def _answer_gone(self) -> None:
        self.send(410, b"gone")

    def _answer_private_area(self) -> None:
        self.send(403, b"no")

    def _answer_moved(self) -> None:
        self.send(301, Location="/page")

    def _answer_loop(self) -> None:
        self.send(302, Location="/loop")

    def _answer_to_other(self) -> None:
        self.send(302, Location=self.path.partition("?to=")[2])

    def _answer_flaky(self) -> None:
        if self.server.asked["/flaky"] < 3:
            self.send(503, b"busy", Retry_After="2")
        else:
            self._answer_page()

    def _answer_always_busy(self) -> None:
        self.send(503, b"busy")

    def _answer_come_tomorrow(self) -> None:
        self.send(429, b"enough", Retry_After="86400")

    def _answer_conditional(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self.send(304, ETag='"v1"')
        else:
            self.send(200, PAGE, ETag='"v1"', Last_Modified="Mon, 02 Nov 2026 08:00:00 GMT")


@contextmanager
def running(address: str = "127.0.0.1") -> Iterator[Server]:
    """The server, until the block ends."""
    server = Server(address)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
