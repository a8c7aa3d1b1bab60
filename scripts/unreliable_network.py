"""What lies between Bedside and a store on a bad day: it cuts connections, repeats requests and gives the wrong moment to a kill."""

import http.client
import itertools
import json
import random
import socket
import struct
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# What happens to a POST.
CUT_REQUEST, CUT_BEFORE_ANSWER, CUT_ANSWER, PASSED = "request cut", "cut before the answer", "answer cut", "passed"
FAULTS = [CUT_REQUEST, CUT_BEFORE_ANSWER, CUT_ANSWER]

# How long a store may take for one request, in seconds.
PATIENCE = 60.0
# How long at most a store has been at work on a request when something happens in its midst, in seconds.
MIDST = 0.2


class Network(ThreadingHTTPServer):
    """The way to the store at `port`. `marks` are what is to be done in the midst of a request, by how many statements were
    sent before."""

    daemon_threads = True

    def __init__(self, port, seed):
        super().__init__(("127.0.0.1", 0), Connection)
        self.store, self.random = port, random.Random(seed)
        self.lock = threading.Lock()
        self.fates = itertools.cycle([fate for fault in FAULTS for fate in (fault, PASSED)] + [PASSED, PASSED])
        self.is_reliable, self.is_gone = True, False
        self.marks = []
        self.sent, self.met, self.answers = set(), Counter(), Counter()
        # How many of the pages to come are cut.
        self.pages_to_cut = 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.server_port}"

    def go_for(self, seconds):
        self.is_gone = True
        threading.Timer(seconds, self.come_back).start()

    def come_back(self):
        self.is_gone = False

    def fate(self, ids):
        """What happens to a POST of these statements: what it is called, and what is to be done in its midst."""
        with self.lock:
            self.sent.update(ids)
            if self.marks and len(self.sent) >= self.marks[0][0]:
                fate, action = "in its midst", self.marks.pop(0)[1]
            else:
                fate, action = PASSED if self.is_reliable else next(self.fates), None
            self.met[fate] += 1
            return fate, action

    def cuts_page(self):
        with self.lock:
            cuts = self.pages_to_cut > 0
            self.pages_to_cut -= cuts
            return cuts

    def handle_error(self, request, client_address):
        """A connection that was cut is what it is here for."""


class Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        answer = None if self.server.is_gone else self.forward(b"")
        if answer and self.server.cuts_page():
            return self.cut(self.as_bytes(answer), 0.5)
        self.give(answer)

    do_HEAD = do_GET

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        if self.server.is_gone:
            return self.cut()
        body = self.rfile.read(length)
        fate, action = self.server.fate([one["id"] for one in json.loads(body)])
        share = self.server.random.random()
        if action:
            with self.begin(body):
                time.sleep(share * MIDST)
                action()
            return self.cut()
        if fate == CUT_REQUEST:
            self.begin(body[: int(length * share)]).close()
            return self.cut()
        answers = [self.forward(body), self.forward(body)]
        for which, answer in zip(("first", "again"), answers):
            self.server.answers[f"{which} {answer[0] if answer else 'none'}"] += 1
        if fate == CUT_BEFORE_ANSWER or None in answers:
            return self.cut()
        # Bedside meets the answer to the first, or that to its repetition.
        answer = self.server.random.choice(answers)
        if fate == CUT_ANSWER:
            return self.cut(self.as_bytes(answer), share)
        self.give(answer)

    def passed_on(self):
        kept = {"host", "connection", "content-length", "transfer-encoding", "expect", "accept-encoding"}
        return {name: value for name, value in self.headers.items() if name.lower() not in kept}

    def begin(self, body):
        """A request with what there is of its body, though its head announces the whole."""
        to_store = socket.create_connection(("127.0.0.1", self.server.store), PATIENCE)
        head = {**self.passed_on(), "Host": "127.0.0.1", "Content-Length": self.headers["Content-Length"]}
        lines = [f"{self.command} {self.path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
        to_store.sendall("\r\n".join(lines).encode() + body)
        return to_store

    def forward(self, body):
        """The store's answer: status, headers and body. None where it is not there."""
        to_store = http.client.HTTPConnection("127.0.0.1", self.server.store, timeout=PATIENCE)
        try:
            to_store.request(self.command, self.path, body or None, self.passed_on())
            answer = to_store.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            to_store.close()

    def as_bytes(self, answer):
        status, headers, body = answer
        own = {"connection", "content-length", "transfer-encoding", "keep-alive"}
        lines = [f"HTTP/1.1 {status} {http.client.responses.get(status, 'Unknown')}"]
        lines += [f"{name}: {value}" for name, value in headers if name.lower() not in own]
        if status != 204:
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, "", ""]).encode() + body

    def give(self, answer):
        if answer is None:
            return self.cut()
        self.wfile.write(self.as_bytes(answer))

    def cut(self, answer=b"", share=0.0):
        """Ends the connection as a broken network does, after a share of the answer."""
        self.wfile.write(answer[: int(len(answer) * share)])
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()
