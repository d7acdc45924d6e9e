"""Whatever a server does, a request ends in time, with an answer or with `NotAnswered`."""

import gzip
import socket
import struct
import threading
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.utils import format_datetime

import pytest

from evidence.errors import NotAnswered
from evidence.registries import Http, Limits, Settings, Source
from evidence.registries.pace import Pace, asked_to_wait

SHORT = Limits(seconds=0.3, tries=2)
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"
Conduct = Callable[[socket.socket], None]


class RudeServer:
    """Treats each connection as the next of its `conducts` says, the last one for all that follow."""

    def __init__(self) -> None:
        self.conducts: list[Conduct] = []
        self.requests: list[bytes] = []
        self.over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            conduct = self.conducts.pop(0) if len(self.conducts) > 1 else self.conducts[0]
            threading.Thread(target=self._treat, args=(connection, conduct), daemon=True).start()

    def _treat(self, connection: socket.socket, conduct: Conduct) -> None:
        with connection:
            try:
                self.requests.append(connection.recv(65536))
                conduct(connection)
            except OSError:
                pass  # the client has gone, as it should

    def close(self) -> None:
        self.over.set()
        self._listener.close()


@pytest.fixture
def rude():
    server = RudeServer()
    yield server
    server.close()


USUAL = Limits()


def client(rude, waited, limits=USUAL, **settings):
    services = dict.fromkeys(Source, f"http://127.0.0.1:{rude.port}/api")
    return Http(Settings(services, **settings), limits=limits, wait=waited.append)


def sends(data: bytes) -> Conduct:
    return lambda connection: connection.sendall(data)


def answer(status: str, *headers: str, body: bytes = b"") -> Conduct:
    head = "\r\n".join([f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close", "", ""])
    return sends(head.encode() + body)


def ask(http, path="works/x", **params):
    return http.ask(Source.CROSSREF, path, bytes.decode, **params).value


# What is waited for between tries, apart from the gap between any two requests.
def pauses(waited):
    return [round(pause) for pause in waited if pause >= 0.9]


@pytest.mark.parametrize(
    ("header", "pause"),
    [("2", 2), (" 7 ", 7), ("0", None), ("", 2), ("soon", 2), ("-5", 2), ("1.5", 2), ("٣", 2), ("1e9", 2), ("60", 60)],
)
def test_too_many_requests_are_followed_by_the_pause_asked_for(rude, waited, header, pause):
    rude.conducts = [answer("429 Too Many", f"Retry-After: {header}".encode().decode("latin-1")), sends(OK)]

    assert ask(client(rude, waited)) == "hi"
    assert pauses(waited) == ([pause] if pause else [])


@pytest.mark.parametrize("header", ["3600", "61", "999999999", "Fri, 31 Dec 2088 23:59:59 GMT"])
def test_a_longer_pause_than_a_minute_is_not_waited_for(rude, waited, header):
    rude.conducts = [answer("429 Too Many", f"Retry-After: {header}")]

    with pytest.raises(NotAnswered, match="asks to be left alone"):
        ask(client(rude, waited))
    assert pauses(waited) == []
    assert len(rude.requests) == 1


def test_a_day_and_time_to_come_back_is_counted_from_now():
    now = datetime(2026, 11, 21, 12, 0, 0, tzinfo=UTC)
    soon = format_datetime(datetime(2026, 11, 21, 12, 0, 30, tzinfo=UTC), usegmt=True)
    past = format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True)

    assert asked_to_wait(soon, now) == 30
    assert asked_to_wait(past, now) == 0


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_failure_that_may_pass_is_tried_three_times_and_never_fine(rude, waited, status):
    rude.conducts = [answer(f"{status} No")]

    with pytest.raises(NotAnswered, match=f"status {status}"):
        ask(client(rude, waited))
    assert len(rude.requests) == 3
    assert pauses(waited) == [2, 4]


@pytest.mark.parametrize("status", [400, 401, 403, 410, 204, 206, 304, 418, 501])
def test_any_other_status_is_no_answer_and_not_tried_again(rude, waited, status):
    rude.conducts = [answer(f"{status} No")]

    with pytest.raises(NotAnswered, match=f"status {status}"):
        ask(client(rude, waited))
    assert len(rude.requests) == 1


def test_a_service_that_fails_again_and_again_is_left_alone(rude, waited):
    rude.conducts = [answer("503 No")]
    http = client(rude, waited)
    for number in range(5):
        with pytest.raises(NotAnswered):
            ask(http, f"works/{number}")

    assert len(rude.requests) == 9


def test_a_success_between_failures_keeps_a_service_asked(rude, waited):
    no = answer("503 No")
    rude.conducts = [no, no, no, no, no, no, sends(OK), no, no, no, sends(OK)]
    http = client(rude, waited)
    for number in range(4):
        if number == 2:
            assert ask(http, "works/2") == "hi"
        else:
            with pytest.raises(NotAnswered):
                ask(http, f"works/{number}")

    assert ask(http, "works/4") == "hi"


def test_the_body_of_a_redirect_is_not_read(rude, waited):
    rude.conducts = [endless(rude, b"HTTP/1.1 302 Found\r\nLocation: https://evil.example/\r\n")]

    with pytest.raises(NotAnswered, match="redirected to"):
        ask(client(rude, waited, SHORT))


def test_what_a_service_does_not_know_is_told_apart_from_failure(rude, waited):
    rude.conducts = [answer("404 Not Found", body=b"Resource not found.")]

    assert ask(client(rude, waited)) is None


def drip(rude, before: bytes = b"", piece: bytes = b"x") -> Conduct:
    def conduct(connection: socket.socket) -> None:
        connection.sendall(before)
        while not rude.over.wait(0.02):
            connection.sendall(piece)

    return conduct


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)


HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
GZIP = HEAD + b"Content-Encoding: gzip\r\n"


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def endless(rude, head: bytes = HEAD) -> Conduct:
    def conduct(connection: socket.socket) -> None:
        connection.sendall(head + b"Content-Length: 1000000000\r\n\r\n")
        while not rude.over.is_set():
            connection.sendall(b"x" * 65536)

    return conduct


MODES: dict[str, Callable[[RudeServer], Conduct]] = {
    "drip of the body": lambda rude: drip(rude, HEAD + b"Content-Length: 100000\r\n\r\n"),
    "drip of chunks": lambda rude: drip(rude, CHUNKED, b"1\r\nx\r\n"),
    "drip of headers": lambda rude: drip(rude, HEAD + b"X: ", b"y"),
    "endless headers": lambda rude: drip(rude, HEAD, b"X: y\r\n" * 1000),
    "drip of empty lines": lambda rude: drip(rude, b"", b"\r\n"),
    "drip of gzip that decodes to nothing": lambda rude: drip(rude, GZIP + b"\r\n" + gzip.compress(b"")[:10], b""),
    "stall before the status": lambda rude: lambda connection: rude.over.wait(),
    "stall in the body": lambda rude: lambda connection: connection.sendall(OK[:-1]) or rude.over.wait(),
    "reset": lambda rude: reset,
    "closed without a word": lambda rude: sends(b""),
    "no HTTP": lambda rude: sends(b"220 smtp.example ready\r\n"),
    "short body": lambda rude: sends(HEAD + b'Content-Length: 500\r\n\r\n{"message": {}}'),
    "short chunked body": lambda rude: sends(
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(b"abc") + b"9\r\nab"
    ),
    "chunks without an end": lambda rude: sends(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(b"abc")),
    "broken chunks": lambda rude: sends(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"),
    "broken gzip": lambda rude: sends(GZIP + b"Content-Length: 8\r\n\r\nnot gzip"),
    "1 GB": endless,
}


@pytest.mark.parametrize("mode", MODES)
def test_a_hostile_answer_ends_in_time_and_is_no_answer(rude, waited, mode):
    rude.conducts = [MODES[mode](rude)]

    with pytest.raises(NotAnswered):
        ask(client(rude, waited, SHORT))
    assert len(rude.requests) <= 2


@pytest.mark.parametrize("layers", [1, 2])
def test_a_gzip_bomb_is_left_before_it_fills_the_memory(rude, waited, layers):
    bomb = gzip.compress(b"0" * 300_000_000, compresslevel=6)
    for _ in range(layers - 1):
        bomb = gzip.compress(bomb)
    encoding = ", ".join(["gzip"] * layers)
    rude.conducts = [answer("200 OK", f"Content-Encoding: {encoding}", body=bomb)]
    tracemalloc.start()

    with pytest.raises(NotAnswered, match="more than 10 MB"):
        ask(client(rude, waited, Limits()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 40_000_000


def test_a_closed_port_is_no_answer(rude, waited):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        rude.port = gone.getsockname()[1]

    with pytest.raises(NotAnswered, match="broke off"):
        ask(client(rude, waited))


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:1/x",
        "http://localhost/x",
        "http://[::1]/x",
        "http://0x7f000001/x",
        "http://api.crossref.org/works/x",
        "https://evil.example/works/x",
        "https://127.0.0.1@evil.example/x",
        "//evil.example/x",
        "file:///etc/passwd",
        "https://[broken/x",
        "https://api.crossref.org:99999/x",
    ],
)
def test_a_redirect_leads_only_to_a_service(rude, waited, target):
    rude.conducts = [answer("302 Found", f"Location: {target}"), sends(OK)]

    with pytest.raises(NotAnswered, match="redirected"):
        ask(client(rude, waited))
    assert len(rude.requests) == 1


def test_a_redirect_with_a_user_is_not_followed(rude, waited):
    rude.conducts = [answer("302 Found", f"Location: http://user:word@127.0.0.1:{rude.port}/api/y"), sends(OK)]

    with pytest.raises(NotAnswered, match="redirected"):
        ask(client(rude, waited))


def test_a_redirect_loop_ends_after_three(rude, waited):
    rude.conducts = [answer("301 Moved", "Location: /api/again")]

    with pytest.raises(NotAnswered, match="more than 3 times"):
        ask(client(rude, waited))
    assert len(rude.requests) == 4


def test_a_redirect_within_the_service_is_followed_without_name_or_key(rude, waited):
    rude.conducts = [answer("308 Moved", "Location: /api/works/y"), sends(OK)]

    assert ask(client(rude, waited, contact="ada@example.org")) == "hi"
    assert b"mailto=ada%40example.org" in rude.requests[0]
    assert b"mailto=" not in rude.requests[1]


def test_the_agent_says_who_asks(rude, waited):
    rude.conducts = [sends(OK)]

    ask(client(rude, waited, contact="ada@example.org"))

    assert b"User-Agent: evidence/" in rude.requests[0]
    assert b"(mailto:ada@example.org)" in rude.requests[0]


def test_an_answer_is_kept_for_its_day(rude, waited, tmp_path):
    rude.conducts = [sends(OK)]
    days = [date(2026, 11, 21)]
    services = dict.fromkeys(Source, f"http://127.0.0.1:{rude.port}/api")
    http = Http(Settings(services, cache=tmp_path), wait=waited.append, today=lambda: days[0])

    ask(http, q="1")
    ask(http, q="1")
    assert len(rude.requests) == 1

    ask(http, q="2")
    assert len(rude.requests) == 2

    days[0] = date(2026, 11, 22)
    ask(http, q="1")
    assert len(rude.requests) == 3


def refuse(body: bytes) -> str:
    raise NotAnswered("Crossref", "is not understood")


def test_an_answer_that_was_not_understood_is_not_kept(rude, waited, tmp_path):
    rude.conducts = [sends(OK)]
    http = client(rude, waited, cache=tmp_path)

    with pytest.raises(NotAnswered):
        http.ask(Source.CROSSREF, "works/x", refuse)

    assert ask(http) == "hi"
    assert len(rude.requests) == 2


@pytest.mark.parametrize("damage", [b"", b"{}\nhi", b"not json\nhi", b"\xff\xfe"])
def test_a_damaged_file_of_the_cache_is_a_missing_one(rude, waited, tmp_path, damage):
    rude.conducts = [sends(OK)]
    http = client(rude, waited, cache=tmp_path)
    ask(http)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)

    assert ask(http) == "hi"
    assert len(rude.requests) == 2


def test_keys_and_contacts_are_not_written_to_the_cache(rude, waited, tmp_path):
    rude.conducts = [sends(OK)]
    http = client(rude, waited, cache=tmp_path, contact="ada@example.org", openalex_key="s3cret")

    http.ask(Source.OPENALEX, "works/x", bytes.decode)

    assert b"api_key=s3cret" in rude.requests[0]
    assert not any(b"s3cret" in file.read_bytes() or b"ada" in file.read_bytes() for file in tmp_path.iterdir())


def test_a_failure_tells_no_key(rude, waited):
    rude.conducts = [answer("403 No")]

    with pytest.raises(NotAnswered) as told:
        client(rude, waited, openalex_key="s3cret").ask(Source.OPENALEX, "works/x", bytes.decode)

    assert "s3cret" not in str(told.value)


@pytest.mark.parametrize(
    ("headers", "gap"),
    [
        ({}, 0.1),
        ({"x-rate-limit-limit": "5", "x-rate-limit-interval": "1s"}, 0.2),
        ({"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"}, 0.1),
        ({"x-rate-limit-limit": "30", "x-rate-limit-interval": "1m"}, 2.0),
        ({"x-ratelimit-limit": "3"}, 1 / 3),
        ({"x-rate-limit-limit": "no", "x-rate-limit-interval": "-"}, 0.1),
        ({"x-ratelimit-limit": "100000", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9"}, 9.0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "86400"}, 60.0),
    ],
)
def test_a_service_is_asked_no_faster_than_its_headers_say(headers, gap):
    now, waited = [100.0], []
    pace = Pace(Source.CROSSREF, waited.append, lambda: now[0])
    pace.learn(headers)
    pace.step()
    pace.step()

    assert max(waited) == pytest.approx(gap)
