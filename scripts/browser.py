"""A real browser, driven by chromedriver: what the scripts that open pages share. scripts/install-test-packages installs it."""

import contextlib
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

DEADLINE = 60.0
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")


class Failed(Exception):
    """Something that had to be so was not."""


def until(what, look, deadline=DEADLINE):
    """Polls until `look` finds something; returns it and how long it took."""
    begun = time.monotonic()
    while time.monotonic() - begun < deadline:
        found = look()
        if found:
            return found, time.monotonic() - begun
        time.sleep(0.02)
    raise Failed(f"waited {deadline:.0f} s for {what}")


class Driver:
    """chromedriver, over the WebDriver protocol."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(["chromedriver", f"--port={self.port}", "--log-level=OFF"], stdout=subprocess.DEVNULL)
        until("chromedriver", self.is_ready)

    def is_ready(self):
        try:
            return self.call("GET", "/status")["ready"]
        except OSError:
            return False

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=DEADLINE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Failed(f"{method} {path}: {json.load(error)['value']['message'].splitlines()[0]}") from None

    def close(self):
        self.process.terminate()
        self.process.wait(DEADLINE)


class Browser:
    """A Chromium of its own, with one page. `further` are further options of Chromium's driver."""

    def __init__(self, driver, size=(390, 780), capabilities=None, **further):
        self.driver = driver
        options = {"args": [*FLAGS, f"--window-size={size[0]},{size[1]}"], **further}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, **(capabilities or {})}
        created = driver.call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.session, self.process = created["sessionId"], created["capabilities"]["goog:processID"]

    def call(self, method, path, body=None):
        return self.driver.call(method, f"/session/{self.session}{path}", body)

    def open(self, link):
        self.call("POST", "/url", {"url": link})

    def run(self, script, *given):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(given)})

    def violations(self, axe, options=None):
        """What axe-core, whose script is given, finds on the page: a line for each thing, with the elements it is found at."""
        self.run(axe)
        script = """
            const done = arguments[1];
            const at = one => one.nodes.slice(0, 3).map(node => `${node.target} (${node.failureSummary || ''})`).join('; ');
            axe.run(arguments[0]).then(found => done(found.violations.map(one => `${one.id}: ${one.help}: ${at(one)}`)));
        """
        return self.call("POST", "/execute/async", {"script": script, "args": [options or {}]})

    def close(self):
        with contextlib.suppress(Failed, OSError):
            self.driver.call("DELETE", f"/session/{self.session}")
