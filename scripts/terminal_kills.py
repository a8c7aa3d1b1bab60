"""Kills the program in a pseudo-terminal at random moments of a conversation; `scripts/kills` says what has to hold."""

import base64
import codecs
import contextlib
import difflib
import fcntl
import json
import os
import pty
import random
import re
import select
import sqlite3
import struct
import subprocess
import tempfile
import termios
import time
import zlib
from pathlib import Path

DEADLINE = 60.0
# Conversations of several lengths, one with chance and one with the clock.
SCENARIOS = ("two-hours-in", "too-many-pills", "let-me-out")
# The longest time that passes before a kill, in seconds: after the start, after the first question, and after the last answer
# of those that it waits for, which are at most so many.
FIRST, LATER, AFTER_AN_ANSWER, ANSWERED = 0.3, 0.5, 0.04, 6
# The longest time that is thought about an answer, in seconds.
THOUGHT = 0.03
CHOICE = re.compile(r"Your choice \(1 to (\d+), or \? for help\): $")
ANSWERS = {
    re.compile(r"Go on there\? \(.*\): $", re.DOTALL): "yes",
    re.compile(r"In one word, how did it feel\? $"): "tense",
    re.compile(r"^Empathy: $", re.MULTILINE): "40",
    re.compile(r"^Clarity: $", re.MULTILINE): "55",
    re.compile(r"^De-escalation: $", re.MULTILINE): "70",
}
MADE = re.compile(r"^You: ", re.MULTILINE)


class Failed(Exception):
    """Something that had to be so was not."""


class Terminal:
    """The program in a pseudo-terminal of 80 columns."""

    def __init__(self, command):
        controller, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.controller, self.text = controller, ""
        # What is read may end within a letter.
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.process = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True)
        os.close(terminal)

    def read(self, seconds):
        """Reads what comes within so many seconds; returns whether more may come."""
        if not select.select([self.controller], [], [], max(seconds, 0))[0]:
            return True
        try:
            taken = os.read(self.controller, 65536)
        except OSError:
            return False
        self.text += self.decoder.decode(taken).replace("\r", "")
        return bool(taken)

    def type(self, line):
        # Whoever was just killed reads it no more.
        with contextlib.suppress(OSError):
            os.write(self.controller, f"{line}\n".encode())

    def kill(self):
        self.process.kill()
        self.process.wait(DEADLINE)
        while self.read(0.05):
            if not select.select([self.controller], [], [], 0)[0]:
                break
        os.close(self.controller)


class Sitting:
    """One start of the program: what it asks is answered until it is killed, or ends by itself."""

    def __init__(self, command, choose, turns):
        self.terminal, self.choose, self.turn = Terminal(command), choose, turns
        # From where on what is written is of this sitting, and not told again.
        self.began, self.answered, self.answers, self.ended = None, 0, 0, False

    def shown(self):
        """How many choices were shown as made."""
        return 0 if self.began is None else len(MADE.findall(self.terminal.text, self.began))

    def answer(self, moments):
        """Answers what is asked, if anything is."""
        asked = self.terminal.text[self.answered :]
        if found := CHOICE.search(asked):
            if self.began is None:
                self.began = len(self.terminal.text)
            line = str(self.choose(self.turn, int(found[1])))
            self.turn += 1
        elif not (line := next((line for question, line in ANSWERS.items() if question.search(asked)), None)):
            return
        time.sleep(moments.uniform(0, THOUGHT))
        self.answered, self.answers = len(self.terminal.text), self.answers + 1
        self.terminal.type(line)

    def play(self, moments, first=None, later=None, answers=1):
        """Plays to the end, or until it is killed so long after the start, or so long after so many answers."""
        deadline = time.monotonic() + DEADLINE
        kill = time.monotonic() + first if first is not None else None
        while time.monotonic() < deadline:
            if kill is None and later is not None and self.answers >= answers:
                kill = time.monotonic() + later
            left = (kill or deadline) - time.monotonic()
            if left <= 0:
                break
            if not self.terminal.read(min(left, 0.5)):
                self.ended = True
                break
            self.answer(moments)
        else:
            self.terminal.kill()
            raise Failed(f"it waits for something else:\n{self.terminal.text[-2000:]}")
        self.terminal.kill()
        if self.ended and self.terminal.process.returncode != 0:
            raise Failed(f"it ended with {self.terminal.process.returncode}:\n{self.terminal.text[-2000:]}")


def moment_of_kill(moments, debriefed):
    """When it is killed, as `Sitting.play` takes it. A debrief takes longer than all the rest: every other is let be."""
    if debriefed and moments.random() < 0.5:
        return {}
    if (kind := moments.random()) < 0.15:
        return {"first": moments.uniform(0, FIRST)}
    if kind < 0.3:
        return {"later": moments.uniform(0, LATER)}
    return {"later": moments.uniform(0, AFTER_AN_ANSWER), "answers": moments.randint(1, ANSWERED)}


def unpacked(saved):
    """An attempt as it was before it was over, and packed."""
    packed = saved.removeprefix("zlib:")
    return json.loads(saved if packed == saved else zlib.decompress(base64.b64decode(packed)))


def kept(home):
    """The attempt in the database and whether it is open; none where there is none."""
    if not Path(home, "records.sqlite").exists():
        return None, False
    with contextlib.closing(sqlite3.connect(Path(home, "records.sqlite"))) as database:
        # Killed while the tables were made.
        if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'attempts'").fetchall():
            return None, False
        found = database.execute("SELECT saved, open FROM attempts").fetchall()
    if len(found) > 1:
        raise Failed(f"{len(found)} attempts are kept, and one was played")
    return (unpacked(found[0][0]), bool(found[0][1])) if found else (None, False)


def outcome(home):
    """What the attempt came to, without what differs from one attempt to the next: ids and times."""
    with contextlib.closing(sqlite3.connect(Path(home, "records.sqlite"))) as database:
        found = database.execute("SELECT outcome FROM outcomes").fetchall()
    if len(found) != 1:
        raise Failed(f"{len(found)} outcomes are kept of one attempt")
    told = json.loads(found[0][0])
    for field in ("attempt", "person", "began", "ended"):
        del told[field]
    for decision in told["decisions"]:
        del decision["at"]
    return told


def without_times(turns):
    return [{field: value for field, value in turn.items() if field != "at"} for turn in turns]


def debrief(text):
    """The debrief as it was written."""
    found = re.search(r"^Debrief: ", text, re.MULTILINE)
    if not found:
        raise Failed(f"there is no debrief:\n{text[-2000:]}")
    return text[found.start() :]


def one_conversation(options, moments, seed, left):
    """Plays one conversation, killed again and again, and the same in one go; returns how often it was killed."""
    scenario = SCENARIOS[seed % len(SCENARIOS)]

    def choose(turn, most):
        return random.Random(f"{seed} {turn}").randint(1, most)

    def command(home):
        return [options.binary, "play", scenario, "--terminal", "--seed", str(seed), "--data", home]

    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as other:
        kills, known, debriefed, sitting = 0, [], False, None
        while sitting is None or not sitting.ended:
            sitting = Sitting(command(home), choose, len(known))
            sitting.play(moments, **(moment_of_kill(moments, debriefed) if kills < left else {}))
            kills += not sitting.ended
            attempt, is_open = kept(home)
            turns = attempt["attempt"]["first"]["turns"] if attempt else []
            if len(turns) < len(known) + sitting.shown():
                raise Failed(f"{len(known)} + {sitting.shown()} choices were shown as made, and {len(turns)} are kept")
            if turns[: len(known)] != known:
                raise Failed("an earlier turn is not what it was")
            known, debriefed = turns, bool(attempt) and attempt["phase"] == "Debriefing"
            if not is_open and attempt and not sitting.ended:
                # Killed after the end, when the debrief was there already.
                break
        whole = Sitting(command(other), choose, 0)
        whole.play(moments)
        expected, is_open = kept(other)
        if without_times(known) != without_times(expected["attempt"]["first"]["turns"]) or is_open:
            raise Failed("the turns are not those of one go")
        if debrief(sitting.terminal.text) != debrief(whole.terminal.text):
            texts = [debrief(played.terminal.text).splitlines() for played in (whole, sitting)]
            difference = difflib.unified_diff(*texts, "in one go", "killed", lineterm="", n=0)
            raise Failed("\n".join(["the debrief is not that of one go:", *difference]))
        if outcome(home) != outcome(other):
            raise Failed("what it came to is not what one go comes to")
        print(f"{scenario}, seed {seed}: {len(known)} turns, killed {kills} times, nothing lost", flush=True)
        return kills
