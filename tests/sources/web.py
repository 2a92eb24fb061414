"""A web server on 127.0.0.1 that a test tells what to answer."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """What stands at a path: `send` writes the body where bytes alone will not do."""

    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    length: int | None = None
    send: Callable[[Handler], None] | None = None


class Handler(BaseHTTPRequestHandler):
    """Answers a request as its server was told."""

    server: WebServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        answer = self.server.answers.get(self.path, Answer(status=404))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.send is None:
            self.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
        self.end_headers()
        try:
            self.wfile.write(answer.body)
            if answer.send is not None:
                answer.send(self)
        except OSError:
            pass  # whoever asked has gone

    def log_message(self, *args: object) -> None:
        """Stay silent."""


class WebServer(ThreadingHTTPServer):
    """Serves `answers`, path by path, and keeps what it was `asked`: (path, headers)."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()
        self.context = context

    def get_request(self) -> tuple[object, object]:
        connection, address = super().get_request()
        if self.context is not None:
            try:
                connection = self.context.wrap_socket(connection, server_side=True)
            except ssl.SSLError as error:
                connection.close()
                raise OSError(str(error)) from None
        return connection, address

    def handle_error(self, *args: object) -> None:
        """Stay silent: a client that breaks off is no error here."""

    @property
    def url(self) -> str:
        return f"http{'s' if self.context else ''}://127.0.0.1:{self.server_port}"


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[WebServer]:
    """Serve until the test is over."""
    server = WebServer(context)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
