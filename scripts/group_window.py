"""The room of a group session as its facilitator steers it in the real window, met as a screen reader meets it.

What scripts/group-in-browsers and scripts/group-screens share; each brings a display, a session bus and an accessibility bus.
"""

import re
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
# What leads on, by what it is called in each step.
ONWARDS = (
    "Begin with the prebrief", "Begin the conversation", "Go on", "Ask for own thoughts", "Open the vote", "Close the vote and discuss",
    "Open the second vote", "Reveal the votes", "Close the vote and reveal", "Take [A-Z], which most are for", "Leave this branch",
    "Ask how it felt", "Show the debrief", "Ask for commitments", "End the session",
)
# The names of the steps as the facilitator reads them.
STEPS = {
    "lobby": "People come in", "prebrief": "Prebrief", "show": "A decision", "own-thoughts": "Own thoughts", "vote": "The vote is open",
    "discuss": "Discussion", "vote-again": "The second vote is open", "reveal": "The votes are shown",
    "compare": "Two branches beside each other", "closing": "The end of the conversation", "reactions": "Reactions",
    "debrief": "Debrief", "commitments": "Commitments", "ended": "Over",
}


def load(name):
    """A script of this folder as a module."""
    sys.dont_write_bytecode = True
    loader = SourceFileLoader(name.replace("-", "_"), str(TOP / "scripts" / name))
    module = module_from_spec(spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


by_accessibility = load("play-by-accessibility")
Failed = by_accessibility.Failed


class RoomWindow(by_accessibility.Window):
    """The app, from the library to the room that is closed."""

    def open(self):
        super().open()
        self.id = self.until("a window", self.find_window)

    def open_room(self, title, port=None, again=False):
        """Opens a room for a scenario, for phones of this computer; or takes up the one that was cut off."""
        self.act(f"^{re.escape(title)}")
        self.act("^Play it with a group$")
        self.wait_for("^Open the room$")
        if port is not None:
            self.type_into("^Port$", str(port), erasing=5)
        self.act("^Take up again: " if again else "^Open the room$")
        self.act("^Facilitator.s page$")
        self.wait_for("^Close the room$")

    def close_room(self):
        self.act("^Close the room$")
        self.act("^Close it$")

    def link(self):
        """The page's address with the code in it."""
        page = self.wait_for(r"^Page\s+http")[0]
        code = self.wait_for(r"^Code\s+\w+")[0]
        return f"{page.split()[-1]}?code={code.split()[-1]}"

    def press_on(self, how=None):
        """Presses the one large button, or what is called so, and waits until another step is told."""
        before = self.step()
        self.act("^(" + "|".join(ONWARDS) + ")$" if how is None else how)
        self.until("another step", lambda: self.step() not in ("", before))

    def step(self):
        """What the step is called; empty while it cannot be read."""
        return next(iter(self.sees("^(" + "|".join(STEPS.values()) + ")$", "heading")), "")

    def is_at(self, step):
        self.until(f"the room to be at {step}", lambda: self.sees(f"^{STEPS[step]}$", "heading"))

    def steer(self, step, how=None):
        """Goes on, or presses what is called so, and waits for the step that it leads to."""
        if how is None:
            self.act("^(" + "|".join(ONWARDS) + ")$")
        else:
            self.act(how)
        self.is_at(step)

    def show_private(self):
        if not self.is_on("^Show what is private"):
            self.act("^Show what is private", ("check box", "toggle button", "switch"))

    def focus(self, pattern, roles):
        """Gives the keyboard to a control, as a screen reader does."""

        def focused():
            node = self.node(pattern, roles)
            if node is None:
                return False
            if node.getState().contains(self.pyatspi.STATE_FOCUSED):
                return True
            subprocess.run(["xdotool", "windowfocus", "--sync", self.find_window()], check=True)
            node.queryComponent().grabFocus()
            return False

        self.until(f"\u201c{pattern}\u201d to have the keyboard", focused)

    def spread(self):
        """How many are for each option, of the vote closed last; empty while not all of it is told."""
        names = [name for _, name, _ in self.nodes()]
        told = [name for name in names if re.match(r"^Votes(:| before)", name)]
        options = [name for name in names if re.match(r"^[A-Z]\. ", name)]
        return [int(re.findall(r"\d+", votes)[-1]) for votes in told] if len(told) == len(options) else []

    def count_hands(self, counts):
        """Types how many hands went up for each option."""
        for place, count in enumerate(counts):
            letter = chr(ord("A") + place)

            self.type_into(f"^Hands for {letter}$", str(count), erasing=2)

    def type_into(self, pattern, words, erasing):
        """Types into a box in place of what is there."""
        self.focus(pattern, ("entry", "text"))
        self.press("End", *["BackSpace"] * erasing, *words)

    def projector(self):
        """The projector's window, by its number; None while there is none."""
        asked = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "projector"], capture_output=True, text=True, check=False)
        return asked.stdout.split()[0] if asked.stdout.split() else None
