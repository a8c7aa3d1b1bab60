"""Makes a data folder as somebody leaves it who has practised for long, for pictures of what was played before.

One conversation that was played in earnest is kept a thousand times under other ids; one of them was played again from a turn, and
of one the scenario's text is gone.
"""

import base64
import json
import sqlite3
import subprocess
import uuid
import zlib
from pathlib import Path

FILE = "records.sqlite"
OTHER_TEXT = "0" * 64
DAY = 24 * 60 * 60 * 1000
COPIES = 1000


def checksum(text):
    """FNV-1a with 64 bits, as a signed number."""
    key = 0xCBF29CE484222325
    for byte in text.encode():
        key = (key ^ byte) * 0x0100000001B3 % 2**64
    return key - 2**64 if key >= 2**63 else key


def unpacked(text):
    return zlib.decompress(base64.b64decode(text[5:])).decode() if text.startswith("zlib:") else text


def packed(text):
    return "zlib:" + base64.b64encode(zlib.compress(text.encode())).decode()


def play(binary, home, scenario, seed):
    """Plays a scenario in the terminal, always taking the first option."""
    command = [binary, "play", scenario, "--terminal", "--data", str(home), "--seed", str(seed)]
    subprocess.run(command, input="1\n" * 60, capture_output=True, text=True, check=True)


def rows(home):
    """Everything that is kept of attempts, to be compared."""
    with sqlite3.connect(f"file:{Path(home, FILE)}?mode=ro", uri=True) as database:
        return [database.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid").fetchall() for table in ("attempts", "outcomes")]


class Kept:
    """The folder, while no program has it open."""

    def __init__(self, home):
        self.database = sqlite3.connect(Path(home, FILE))
        self.database.row_factory = sqlite3.Row
        query = "SELECT * FROM attempts JOIN outcomes ON outcomes.attempt = attempts.id ORDER BY attempts.rowid LIMIT 1"
        self.first = dict(self.database.execute(query).fetchone())
        self.saved = json.loads(unpacked(self.first["saved"]))
        query = "SELECT outcome FROM outcomes ORDER BY rowid LIMIT 1"
        self.outcome = json.loads(self.database.execute(query).fetchone()["outcome"])

    def close(self):
        self.database.commit()
        self.database.close()

    def add(self, days, change=lambda saved: None):
        """Keeps it once more, so many days later."""
        identity, row = str(uuid.uuid4()), self.first
        saved, outcome = json.loads(json.dumps(self.saved)), json.loads(json.dumps(self.outcome))
        saved["identity"]["id"] = outcome["attempt"] = identity
        began = row["began"] + days * DAY
        saved["identity"]["began"] = outcome["began"] = stamp(began)
        change(saved)
        text, told = packed(json.dumps(saved)), json.dumps(outcome)
        self.database.execute(
            "INSERT INTO attempts (id, profile, scenario, scenario_hash, rubric_hash, app, began, changed, open, player, saved, checksum)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, ?, ?)",
            (identity, row["profile"], row["scenario"], row["scenario_hash"], row["rubric_hash"], row["app"], began, began, text, checksum(text)),
        )
        self.database.execute(
            "INSERT INTO outcomes (attempt, profile, scenario, ended, band, outcome, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (identity, row["profile"], row["scenario"], began, row["band"], told, checksum(told)),
        )
        return identity


def stamp(milliseconds):
    from datetime import datetime, timezone

    moment = datetime.fromtimestamp(milliseconds / 1000, timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def again(saved):
    """Played again from its second turn, to the same end and with another reflection."""
    attempt = saved["attempt"]
    before = {"own_words": attempt["own_words"], "reflection": {"feeling": "tense", "rating": None}}
    attempt["branches"] = [{"from": 1, "transcript": attempt["first"], "before": before}]
    attempt["reflection"] = {"feeling": "better", "rating": None}


def without_text(saved):
    saved["attempt"]["first"]["scenario_hash"] = OTHER_TEXT


def thousand(home):
    """Makes the folder."""
    kept = Kept(home)
    for day in range(COPIES):
        kept.add(-COPIES + day)
    kept.add(1, without_text)
    kept.add(2, again)
    kept.close()
