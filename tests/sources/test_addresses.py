"""An http(s) address becomes bytes within limits, or an error that says what to do; asked of a real web server."""

from __future__ import annotations

import gzip
import io
import shutil
import socket
import ssl
import subprocess
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dipmeet import __version__
from dipmeet.errors import SourceError
from dipmeet.sources import read_source
from dipmeet.sources.addresses import Fetched, Limits, fetch
from tests.sources.web import Answer, Handler, WebServer, serving

PAGE = "<!DOCTYPE html><title>Meeting</title><p>The ministers met on May 1 – in Québec.</p>".encode()
HTML = {"Content-Type": "text/html; charset=UTF-8"}
LIMITS = Limits(wait_seconds=5, total_seconds=5, redirects=3, most_bytes=100_000)
SAVE_IT = "open it in a browser, save the page, and name the file"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the server itself, whatever the system's settings are."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def web() -> Iterator[WebServer]:
    with serving() as server:
        yield server


def refusal(url: str, limits: Limits = LIMITS) -> SourceError:
    with pytest.raises(SourceError) as refused:
        fetch(url, limits)
    return refused.value


def test_a_page_comes_with_its_address_its_charset_and_its_kind(web: WebServer) -> None:
    web.answers["/p.html"] = Answer(PAGE, HTML)
    assert fetch(f"{web.url}/p.html", LIMITS) == Fetched(PAGE, f"{web.url}/p.html", "utf-8", True)


def test_the_request_says_who_asks_and_carries_nothing_else(web: WebServer) -> None:
    web.answers["/"] = Answer(PAGE, HTML)
    fetch(f"{web.url}/", LIMITS)
    ((_, headers),) = web.asked
    assert headers["User-Agent"] == f"dipmeet/{__version__}"
    assert not {"Cookie", "Authorization", "Referer", "Origin"} & set(headers)


@pytest.mark.parametrize(
    ("kind", "charset", "is_html"),
    [
        ("text/html", None, True),
        ("text/html; charset=Shift_JIS", "shift_jis", True),
        ('text/html; charset="euc-jp"', "euc-jp", True),
        ("application/xhtml+xml", None, True),
        ("text/plain; charset=windows-1252", "windows-1252", None),
        ("application/octet-stream", None, None),
        ("application/xml", None, None),
    ],
)
def test_what_the_server_says_of_the_page_is_kept(
    web: WebServer, kind: str, charset: str | None, is_html: bool | None
) -> None:
    web.answers["/"] = Answer(b"text", {"Content-Type": kind})
    fetched = fetch(f"{web.url}/", LIMITS)
    assert (fetched.charset, fetched.is_html) == (charset, is_html)


def test_the_charset_in_the_header_is_used_to_read_the_page(web: WebServer) -> None:
    text = "Министр принял посла."
    web.answers["/"] = Answer(f"<p>{text}</p>".encode("cp1251"), {"Content-Type": "text/html; charset=windows-1251"})
    assert read_source(f"{web.url}/", stdin=io.BytesIO()).text == text + "\n"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("GZIP", gzip.compress),
    ],
)
def test_packed_pages_are_unpacked(web: WebServer, coding: str, pack: object) -> None:
    assert callable(pack)
    web.answers["/"] = Answer(pack(PAGE), {**HTML, "Content-Encoding": coding})
    assert fetch(f"{web.url}/", LIMITS).data == PAGE


def test_a_packed_page_that_breaks_off_is_refused(web: WebServer) -> None:
    web.answers["/"] = Answer(gzip.compress(PAGE)[:-9], {**HTML, "Content-Encoding": "gzip"})
    assert refusal(f"{web.url}/").message == "the page comes packed and breaks off"


def test_a_page_packed_in_another_way_is_refused(web: WebServer) -> None:
    web.answers["/"] = Answer(b"\x0b\x02\x80", {**HTML, "Content-Encoding": "br"})
    assert "packed in a way that dipmeet does not read (br)" in refusal(f"{web.url}/").message


def test_a_small_body_that_unpacks_to_gigabytes_is_given_up_at_the_limit(web: WebServer) -> None:
    bomb = gzip.compress(bytes(20_000_000))
    web.answers["/"] = Answer(bomb, {**HTML, "Content-Encoding": "gzip"})
    assert len(bomb) < LIMITS.most_bytes
    assert "has more than 0.1 MB, which is the most that is read" in refusal(f"{web.url}/").message


def test_a_body_at_the_limit_is_read_and_one_byte_more_is_not(web: WebServer) -> None:
    web.answers["/most"] = Answer(bytes(LIMITS.most_bytes), HTML)
    web.answers["/more"] = Answer(bytes(LIMITS.most_bytes + 1), HTML)
    assert len(fetch(f"{web.url}/most", LIMITS).data) == LIMITS.most_bytes
    assert "has more than 0.1 MB" in refusal(f"{web.url}/more").message


def test_an_endless_body_is_given_up_at_the_limit(web: WebServer) -> None:
    def endless(handler: Handler) -> None:
        while not handler.server.closing.is_set():
            handler.wfile.write(b"on and on " * 1000)

    web.answers["/"] = Answer(headers=HTML, send=endless)
    assert "has more than 0.1 MB" in refusal(f"{web.url}/").message


def test_a_body_shorter_than_its_server_said_is_an_error_and_no_page(web: WebServer) -> None:
    web.answers["/"] = Answer(PAGE, HTML, length=len(PAGE) + 500)
    error = refusal(f"{web.url}/")
    assert error.message == f"cannot read {web.url}/: it broke off after {len(PAGE)} of {len(PAGE) + 500} bytes"
    assert error.hint == SAVE_IT


def test_a_body_in_chunks_is_read_whole_and_refused_where_it_breaks_off(web: WebServer) -> None:
    chunked = {**HTML, "Transfer-Encoding": "chunked"}
    first, second = (f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (PAGE[:30], PAGE[30:]))
    web.answers["/whole"] = Answer(first + second + b"0\r\n\r\n", chunked, send=lambda _: None)
    web.answers["/broken"] = Answer(first + second[:9], chunked, send=lambda _: None)
    assert fetch(f"{web.url}/whole", LIMITS).data == PAGE
    assert refusal(f"{web.url}/broken").message == f"cannot read {web.url}/broken: it broke off"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_is_kept(web: WebServer, status: int) -> None:
    web.answers["/old"] = Answer(status=status, headers={"Location": f"{web.url}/new"})
    web.answers["/new"] = Answer(PAGE, HTML)
    assert fetch(f"{web.url}/old", LIMITS) == Fetched(PAGE, f"{web.url}/new", "utf-8", True)


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/new", "/new"),
        ("new", "/a/new"),
        ("../new", "/new"),
        ("?id=1", "/a/old?id=1"),
        (" /new ", "/new"),
        ("/n%C3%A9w", "/n%C3%A9w"),
    ],
)
def test_redirects_within_a_site_are_relative_to_the_page(web: WebServer, location: str, path: str) -> None:
    web.answers["/a/old"] = Answer(status=302, headers={"Location": location})
    web.answers[path] = Answer(PAGE, HTML)
    assert fetch(f"{web.url}/a/old", LIMITS).url == web.url + path


def test_redirects_that_lead_round_in_a_circle_are_given_up(web: WebServer) -> None:
    web.answers["/a"] = Answer(status=302, headers={"Location": "/b"})
    web.answers["/b"] = Answer(status=302, headers={"Location": "/a"})
    assert refusal(f"{web.url}/a").message == f"{web.url}/a redirects more than 3 times"
    assert len(web.asked) == 4


def test_as_many_redirects_as_are_allowed_are_followed(web: WebServer) -> None:
    for at in range(3):
        web.answers[f"/{at}"] = Answer(status=302, headers={"Location": f"/{at + 1}"})
    web.answers["/3"] = Answer(PAGE, HTML)
    assert fetch(f"{web.url}/0", LIMITS).url == f"{web.url}/3"


@pytest.mark.parametrize(
    ("location", "scheme"),
    [
        ("file:///etc/passwd", "file"),
        ("ftp://127.0.0.1/x", "ftp"),
        ("data:text/html,x", "data"),
        ("javascript:x", "javascript"),
    ],
)
def test_redirects_to_anything_but_http_are_refused(web: WebServer, location: str, scheme: str) -> None:
    web.answers["/"] = Answer(status=302, headers={"Location": location})
    assert refusal(f"{web.url}/").message == f"{web.url}/ redirects to {scheme}:, which is not http(s)"


def test_a_redirect_with_a_password_in_it_is_refused(web: WebServer) -> None:
    web.answers["/"] = Answer(status=302, headers={"Location": f"http://me:secret@127.0.0.1:{web.server_port}/x"})
    error = refusal(f"{web.url}/")
    assert error.message == "an address with a name and password is not fetched"
    assert len(web.asked) == 1


@pytest.mark.parametrize(
    ("status", "told", "hint"),
    [
        (401, "401 Unauthorized", SAVE_IT),
        (403, "403 Forbidden", SAVE_IT),
        (404, "404 Not Found", "see whether an archive of the web has it"),
        (410, "410 Gone", None),
        (429, "429 Too Many Requests", "try again later"),
        (500, "500 Internal Server Error", "the site is at fault; try again later"),
        (503, "503 Service Unavailable", "the site is at fault; try again later"),
        (599, "599", "the site is at fault; try again later"),
        (302, "302 Found", None),
        (304, "304 Not Modified", None),
    ],
)
def test_an_error_of_the_site_is_told_with_a_way_out(web: WebServer, status: int, told: str, hint: str | None) -> None:
    web.answers["/"] = Answer(b"<p>The ministers did not meet here.</p>", HTML, status=status)
    error = refusal(f"{web.url}/")
    assert (error.message, error.hint) == (f"{web.url}/ answers {told}", hint)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("application/pdf", "a PDF"),
        ("application/json", "data (JSON)"),
        ("application/zip", "a ZIP file"),
        ("image/png", "image/png"),
        ("video/mp4", "video/mp4"),
    ],
)
def test_what_is_no_page_of_text_is_refused_by_its_kind(web: WebServer, kind: str, told: str) -> None:
    web.answers["/x"] = Answer(b"%PDF-1.7", {"Content-Type": kind})
    error = refusal(f"{web.url}/x")
    assert (error.message, error.hint) == (f"{web.url}/x is {told}, not a page of text", "save its text first")


def test_a_pdf_that_calls_itself_a_page_is_refused_by_its_bytes(web: WebServer) -> None:
    web.answers["/x"] = Answer(b"%PDF-1.7\n...", HTML)
    with pytest.raises(SourceError, match="/x is a PDF, not text"):
        read_source(f"{web.url}/x", stdin=io.BytesIO())


def test_an_empty_body_is_refused(web: WebServer) -> None:
    web.answers["/"] = Answer(b"", HTML)
    with pytest.raises(SourceError, match="/ is empty"):
        read_source(f"{web.url}/", stdin=io.BytesIO())


def test_a_server_that_does_not_answer_is_given_up_after_the_wait(web: WebServer) -> None:
    web.answers["/"] = Answer(headers=HTML, send=lambda handler: handler.server.closing.wait(10) and None)
    error = refusal(f"{web.url}/", LIMITS.replaced(wait_seconds=0.1))
    assert (error.message, error.hint) == (f"cannot read {web.url}/: no answer within 0.1 s", SAVE_IT)


def test_a_server_that_takes_a_connection_and_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"http://127.0.0.1:{mute.getsockname()[1]}/"
        message = refusal(url, LIMITS.replaced(wait_seconds=0.1)).message
    assert message.endswith(f" {url}: no answer within 0.1 s")


def test_a_body_that_trickles_is_given_up_in_all(web: WebServer) -> None:
    def trickle(handler: Handler) -> None:
        for _ in range(40):
            handler.wfile.write(b".")
            if handler.server.closing.wait(0.02):
                return

    web.answers["/"] = Answer(headers=HTML, send=trickle)
    error = refusal(f"{web.url}/", LIMITS.replaced(total_seconds=0.3))
    assert (error.message, error.hint) == (f"{web.url}/ took longer than 0.3 s", SAVE_IT)


def test_a_refused_connection_is_told_as_such() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    assert refusal(url).message == f"cannot reach {url}: connection refused"


def test_a_server_that_speaks_no_http_is_told_as_such() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def hello() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"SSH-2.0-OpenSSH_9.6\r\n")

        thread = threading.Thread(target=hello)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        error = refusal(url)
        thread.join()
    assert error.message == f"cannot read {url}: it does not answer as a web server does"
    assert error.hint == SAVE_IT


def test_a_name_that_nobody_has_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_name(*args: object, **named: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    error = refusal("https://外務省.invalid/会談")
    assert error.message.startswith("cannot reach https://xn--")
    assert error.message.endswith(".invalid/%E4%BC%9A%E8%AB%87: no such name, or no network")


@pytest.mark.parametrize("url", ["http://me:secret@127.0.0.1/", "https://me@127.0.0.1/"])
def test_credentials_in_an_address_are_refused_before_anything_is_asked(url: str) -> None:
    assert refusal(url).message == "an address with a name and password is not fetched"


def test_a_fragment_is_neither_sent_nor_kept(web: WebServer) -> None:
    web.answers["/p?q=1"] = Answer(PAGE, HTML)
    assert fetch(f"{web.url}/p?q=1#points-会談", LIMITS).url == f"{web.url}/p?q=1"
    assert [path for path, _ in web.asked] == ["/p?q=1"]


def test_a_japanese_path_is_sent_escaped(web: WebServer) -> None:
    web.answers["/%E4%BC%9A%E8%AB%87"] = Answer(PAGE, HTML)
    assert fetch(f"{web.url}/会談", LIMITS).url == f"{web.url}/%E4%BC%9A%E8%AB%87"


def test_an_address_read_becomes_a_text(web: WebServer) -> None:
    web.answers["/p.html"] = Answer(gzip.compress(PAGE), {**HTML, "Content-Encoding": "gzip"})
    source = read_source(f"{web.url}/p.html#top", stdin=io.BytesIO())
    assert source.text == "Meeting\n\nThe ministers met on May 1 – in Québec.\n"
    assert source.url == f"{web.url}/p.html"


@pytest.fixture(scope="module")
def untrusted(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate that it signed itself."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl on this system to make a certificate with")
    folder: Path = tmp_path_factory.mktemp("tls")
    made = subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip(f"openssl makes no certificate: {made.stderr[-200:]}")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def test_a_certificate_that_nobody_vouches_for_is_refused(untrusted: ssl.SSLContext) -> None:
    with serving(untrusted) as web:
        web.answers["/"] = Answer(PAGE, HTML)
        error = refusal(f"{web.url}/")
        assert web.asked == []
    assert error.message.startswith(f"cannot reach {web.url}/: its certificate is not trusted (")
    assert error.hint == SAVE_IT


def test_plain_http_where_tls_was_expected_is_told_as_such(web: WebServer) -> None:
    url = f"https://127.0.0.1:{web.server_port}/"
    assert refusal(url).message == f"cannot reach {url}: no secure connection comes about"


def test_a_redirect_to_an_untrusted_site_is_refused(web: WebServer, untrusted: ssl.SSLContext) -> None:
    with serving(untrusted) as other:
        web.answers["/"] = Answer(status=301, headers={"Location": f"{other.url}/"})
        assert "its certificate is not trusted" in refusal(f"{web.url}/").message
