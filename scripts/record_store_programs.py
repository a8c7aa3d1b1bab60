"""Two learning record stores that are not ours, as programs: how each is installed, started, killed and asked.

What scripts/record-stores sends to. Nothing of them is a part of Bedside; each runs on the loopback alone, in a folder of its own.
"""

import base64
import contextlib
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlencode, urlsplit

RALPH = "ralph-malph[cli,lrs]==5.1.0"
# 0.3.0 to 0.3.2 need wasmtime 48 to 50, which needs rustc 1.97; this is the last that has none.
LARS = "xapi-rs", "0.2.0"

# How long a store may take to answer after it was started, in seconds.
DEADLINE = 90.0
# So many statements are sent or asked for at a time.
PAGE = 100

USER = "ward@training.example.org"


class Failed(Exception):
    """What went wrong, for whoever runs the script."""


def until(what, found, seconds=DEADLINE):
    """The first truth that `found` comes to."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := found():
            return answer
        time.sleep(0.05)
    raise Failed(f"{what}: not within {seconds:.0f} s")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def accepts(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def run(*command, **options):
    subprocess.run([str(part) for part in command], check=True, **options)


class Store:
    """A store in a fresh folder. `origin` is where it thinks that others reach it."""

    def __init__(self, tools, folder):
        self.tools, self.folder = tools / self.name, folder
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.secret = secrets.token_hex(12)
        self.log = open(folder / "log", "ab")
        self.processes = []
        # How often its data had to be mended by hand after it was killed.
        self.mended = 0

    def spawn(self, command, **options):
        process = subprocess.Popen([str(part) for part in command], stdout=self.log, stderr=self.log, **options)
        self.processes.append(process)
        return process

    def answers(self):
        """Whether it answers; a store that has ended is told of at once."""
        if self.processes[-1].poll() is not None:
            raise Failed(f"{self.name} has ended: see {self.folder / 'log'}")
        return accepts(self.port)

    def end(self, how):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(how)
            process.wait(DEADLINE)
        self.processes.clear()

    def kill(self):
        self.end(signal.SIGKILL)

    def close(self):
        self.kill()
        self.log.close()

    def request(self, path, body=None):
        """Asks the store itself, past whatever lies between it and Bedside."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", body)
        user = base64.b64encode(f"{USER}:{self.secret}".encode()).decode()
        request.add_header("Authorization", f"Basic {user}")
        request.add_header("X-Experience-API-Version", self.header)
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=DEADLINE) as answer:
            return json.load(answer)

    def take(self, statements):
        """Sends it statements, past Bedside."""
        for start in range(0, len(statements), PAGE):
            self.request(f"{self.path}/statements", json.dumps(statements[start : start + PAGE]).encode())

    def statements(self):
        """What it gives to whoever asks, page by page."""
        path = f"{self.path}/statements?{urlencode({'limit': PAGE})}"
        found = []
        while path:
            page = self.request(path)
            found.extend(page["statements"])
            more = urlsplit(page.get("more") or "")
            path = more._replace(scheme="", netloc="").geturl()
        return found


class Ralph(Store):
    """Ralph, of France Université Numérique, with its statements in a file: xAPI 1.0.3 (PyPI)."""

    name, xapi, header, path = "ralph", "1.0.3", "1.0.3", "/xAPI"

    # Its file backend (5.1.0) refuses a second write unless told to append, and finds no statement by its verb, since it compares
    # a text with an IRI that equals none. The hash is a quick one: the secret lives as long as the run.
    LAUNCHER = """
import json, os, sys
import bcrypt, uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
from ralph.models.xapi.base.common import IRI

user, secret, port = sys.argv[1], os.environ.pop("SECRET"), int(sys.argv[2])
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
IRI.__eq__ = lambda self, other: str(self) == str(other)
with open(os.environ["RALPH_AUTH_FILE"], "w") as file:
    known = {"username": user, "hash": bcrypt.hashpw(secret.encode(), bcrypt.gensalt(4)).decode(), "scopes": ["all"]}
    json.dump([{**known, "agent": {"objectType": "Agent", "mbox": f"mailto:{user}"}}], file)
uvicorn.run("ralph.api:app", host="127.0.0.1", port=port, log_level="warning")
"""

    @classmethod
    def install(cls, tools):
        folder = tools / cls.name
        run(sys.executable, "-m", "venv", folder)
        run(folder / "bin/pip", "install", "--quiet", RALPH, "requests")

    @classmethod
    def is_installed(cls, tools):
        return (tools / cls.name / "bin/ralph").exists()

    @property
    def file(self):
        return self.folder / "statements/fs_lrs.jsonl"

    def start(self):
        self.file.parent.mkdir(exist_ok=True)
        self.mend()
        settings = {
            "SECRET": self.secret,
            "RALPH_APP_DIR": self.folder,
            "RALPH_AUTH_FILE": self.folder / "auth.json",
            "RALPH_HISTORY_FILE": self.folder / "history.json",
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": self.file.parent,
        }
        environment = {**os.environ, **{name: str(value) for name, value in settings.items()}}
        self.spawn([self.tools / "bin/python", "-c", self.LAUNCHER, USER, self.port], env=environment, cwd=self.folder)
        until("Ralph answers", self.answers)

    def mend(self):
        """Cuts off a line that a kill has left half-written, which Ralph would fail over in every question from then on."""
        data = self.file.read_bytes() if self.file.exists() else b""
        whole = data[: data.rfind(b"\n") + 1]
        if whole != data:
            self.file.write_bytes(whole)
            self.mended += 1

    def ids_kept(self):
        """The ids as they lie in its own storage, each as often as it lies there."""
        return [json.loads(line)["id"] for line in self.file.read_text(encoding="utf-8").splitlines()]


class Lars(Store):
    """LaRS, the store of xapi-rs, on a PostgreSQL cluster of its own: xAPI 2.0 (crates.io; GPL, a program of its own)."""

    name, xapi, header, path = "xapi-rs", "2.0", "2.0.0", ""
    DATABASE = "xapi"

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.postgres_port = free_port()
        # PostgreSQL does not run as root.
        self.owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        if self.owner:
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)

    @classmethod
    def binary(cls, tools):
        return tools / cls.name / "target/release/xapi-rs"

    @classmethod
    def is_installed(cls, tools):
        return cls.binary(tools).exists()

    @classmethod
    def install(cls, tools):
        """Built from sources in the folder of the tools, because it writes its log beside the sources that it was built from."""
        folder, (crate, version) = tools / cls.name, LARS
        if not postgresql():
            raise Failed("PostgreSQL is not there: apt-get install postgresql")
        run("cargo", "info", "--quiet", f"{crate}@{version}", stdout=subprocess.DEVNULL)
        home = Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo")
        sources = next(home.glob(f"registry/src/*/{crate}-{version}"), None)
        if sources is None:
            raise Failed(f"the sources of {crate} {version} are not in {home}/registry/src")
        shutil.copytree(sources, folder / "source", dirs_exist_ok=True)
        profile = {"OPT_LEVEL": "0", "DEBUG": "none", "LTO": "off", "STRIP": "symbols"}
        environment = {**os.environ, **{f"CARGO_PROFILE_RELEASE_{name}": value for name, value in profile.items()}}
        run("cargo", "build", "--release", "--locked", "--quiet", "-j1", "--target-dir", folder / "target",
            cwd=folder / "source", env=environment)

    def start(self):
        data = self.folder / "postgresql"
        if not data.exists():
            run(postgresql() / "initdb", "-D", data, "-U", "bedside", "--auth=trust", "-E", "UTF8", "--no-locale",
                stdout=self.log, stderr=self.log, cwd=self.folder, **self.owner)
            (self.folder / "logs").mkdir()
        until("PostgreSQL answers", lambda: self.starts_postgres(data))
        if self.sql("SELECT count(*) FROM pg_database WHERE datname = 'xapi'", "postgres") == ["0"]:
            self.sql(f"CREATE DATABASE {self.DATABASE}", "postgres")
        settings = {
            "DB_SERVER_URL": f"postgresql://bedside@127.0.0.1:{self.postgres_port}",
            "DB_NAME": self.DATABASE,
            "LRS_MODE": "auth",
            "LRS_EXTERNAL_URL": self.origin,
            "LRS_ROOT_EMAIL": USER,
            "LRS_ROOT_PASSWORD": self.secret,
            "EXT_DEFAULT_LANGUAGE": "en",
            "RUST_LOG": "error",
            "CARGO_MANIFEST_DIR": self.folder,
            "ROCKET_ADDRESS": "127.0.0.1",
            "ROCKET_PORT": self.port,
            "ROCKET_LOG_LEVEL": "off",
            "ROCKET_SECRET_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
        }
        environment = {**os.environ, **{name: str(value) for name, value in settings.items()}}
        self.spawn([self.binary(self.tools.parent)], env=environment, cwd=self.folder)
        until("xapi-rs answers", self.answers)

    def starts_postgres(self, data):
        """Starts it anew for as long as what a kill has left is in its way."""
        if not self.processes or self.processes[-1].poll() is not None:
            self.processes.clear()
            options = ["-p", self.postgres_port, "-k", self.folder, "-c", "listen_addresses=127.0.0.1"]
            self.spawn([postgresql() / "postgres", "-D", data, *options], cwd=self.folder, **self.owner)
        ready = [postgresql() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.postgres_port), "-U", "bedside", "-d", "postgres"]
        return subprocess.run(ready, cwd=self.folder).returncode == 0

    def sql(self, query, database=DATABASE):
        command = [postgresql() / "psql", "-h", "127.0.0.1", "-p", str(self.postgres_port), "-U", "bedside", "-AtX", "-c", query]
        told = subprocess.run([*command, database], check=True, capture_output=True, text=True, cwd=self.folder)
        return told.stdout.split()

    def ids_kept(self):
        return self.sql("SELECT uuid FROM statement WHERE exact IS NOT NULL")


def postgresql():
    """The folder of PostgreSQL's programs, the newest where there are several."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    return folders[-1] if folders else None


STORES = {store.name: store for store in (Ralph, Lars)}
