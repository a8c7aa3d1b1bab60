"""Which file of a Rust crate uses a name of which other file: read from its text, without a compiler.

An import is a `use` or a path (`crate::source::Span`, `words::title`), and leads to the file that defines the name,
through whatever re-exports it. Left out are `mod name;`, tests (`#[cfg(test)]`), a module that hands on a name of its own
children without using it, and the import of a module as such: what is used of it leads further.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from posixpath import dirname, join

TOKEN = re.compile(
    r"""
    (?P<skip> \s+ | //[^\n]* )
  | (?P<comment> /\* )
  | (?P<raw> [bc]?r(?P<hashes>\#*)" )
  | (?P<text> [bc]?" )
  | (?P<char> b?'(?: \\(?:u\{[^}]*\}|x..|.) | [^\\'] )' )
  | (?P<lifetime> '\w+ )
  | (?P<number> \d\w* )
  | (?P<word> (?:r\#)?[A-Za-z_]\w* )
  | (?P<mark> :: | \S )
    """,
    re.VERBOSE | re.DOTALL,
)
STRING_END = re.compile(r'(?:[^"\\]|\\.)*"', re.DOTALL)
COMMENT_EDGE = re.compile(r"/\*|\*/")
OPEN, CLOSE = "([{", ")]}"
DEFINES = {"struct", "enum", "union", "trait", "type", "fn", "const", "static"}
LITERAL = '""'


@dataclass
class Token:
    text: str
    line: int


def tokens_of(text):
    """The words and marks of a file; a literal of any kind is one token, comments are none."""
    found, at, line = [], 0, 1
    while at < len(text):
        match = TOKEN.match(text, at)
        kind, end = match.lastgroup, match.end()
        if kind == "hashes" or match.group("raw"):
            end = text.index('"' + match.group("hashes"), end) + 1 + len(match.group("hashes"))
        elif kind == "text":
            end = STRING_END.match(text, end).end()
        elif kind == "comment":
            depth = 1
            while depth:
                edge = COMMENT_EDGE.search(text, end)
                depth, end = depth + (1 if edge.group() == "/*" else -1), edge.end()
        if kind in ("word", "mark"):
            found.append(Token(match.group(), line))
        elif kind not in ("skip", "comment"):
            found.append(Token(LITERAL, line))
        line += text.count("\n", at, end)
        at = end
    return found


@dataclass
class Module:
    """A module: its file, what it defines and what it lets in from elsewhere."""

    path: tuple
    file: str
    children: dict = field(default_factory=dict)
    defined: set = field(default_factory=set)
    # What stands inside macros at the level of items may be defined by them.
    by_macro: set = field(default_factory=set)
    imported: dict = field(default_factory=lambda: defaultdict(list))
    globs: list = field(default_factory=list)
    words: set = field(default_factory=set)
    uses: list = field(default_factory=list)
    paths: list = field(default_factory=list)


@dataclass
class Use:
    """One name of a `use`."""

    path: tuple
    alias: str
    line: int
    public: bool


class Crate:
    """The modules of a crate, found from its first file on. `files` maps a path to its text."""

    def __init__(self, files, root):
        self.files = files
        self.modules = {}
        self.tests = set()
        self._read(Module((), root), dirname(root))

    def _read(self, module, folder):
        self.modules[module.path] = module
        tokens = tokens_of(self.files[module.file])
        _Reader(self, module, tokens, folder).items(0, len(tokens))

    def child(self, module, name, folder):
        """Reads the file of `mod name;`."""
        for file in (join(folder, f"{name}.rs"), join(folder, name, "mod.rs")):
            if file in self.files:
                child = module.children[name] = Module((*module.path, name), file)
                self._read(child, join(folder, name))

    def unreached(self):
        """The files that no `mod` leads to, those of tests among the reached."""
        reached = {module.file for module in self.modules.values()}
        of_tests = {file for file in self.files for test in self.tests if file == f"{test}.rs" or file.startswith(f"{test}/")}
        return sorted(set(self.files) - reached - of_tests)

    def define(self, module, path, as_module=False, seen=frozenset()):
        """The module in which `path` is defined, as it is written in `module`, with the name there.

        With `as_module`, the module that it names. `None` where it is of another crate.
        """
        if not path or (module.path, path, as_module) in seen:
            return None
        seen |= {(module.path, path, as_module)}
        head, rest = path[0], path[1:]
        if head in ("crate", "$crate", "self", "super"):
            start = {"self": module.path, "super": module.path[:-1]}.get(head, ())
            start = self.modules.get(start)
            if not rest:
                return (start, None) if as_module else None
            return self.define(start, rest, as_module, seen) if start else None
        if rest:
            inner = self.define(module, (head,), True, seen)
            if inner:
                return self.define(inner[0], rest, as_module, seen)
            if as_module:
                return None
            # A variant, or a function of a type.
            return self.define(module, (head,), False, seen)
        return self._name(module, head, as_module, seen)

    def _name(self, module, name, as_module, seen):
        if as_module:
            if name in module.children:
                return module.children[name], None
        elif name in module.defined:
            return module, name
        for path in module.imported.get(name, ()):
            found = self.define(module, path, as_module, seen)
            if found:
                return found
        for path in module.globs:
            inner = self.define(module, path, True, seen)
            found = inner and self.define(inner[0], (name,), as_module, seen)
            if found:
                return found
        if not as_module and name in module.by_macro and name not in module.children:
            return module, name
        return None

    def stand_in(self, module, path):
        """Where a name of another crate is let in for this one: `pub use foldhash::FixedState`."""
        inner = self.define(module, path[:-1], True) if len(path) > 1 else None
        return (inner[0], path[-1]) if inner and path[-1] in inner[0].imported else None

    def imports(self):
        """Every import as (file, file that defines, name, line), in order, each pair of file and name once."""
        found = {}
        for module in self.modules.values():
            for origin, path, line in self._mentions(module):
                target = self.define(origin, path) or self.stand_in(origin, path)
                if target and target[0].file != module.file:
                    found.setdefault((module.file, target[0].file, target[1]), line)
        return sorted((*key, line) for key, line in found.items())

    def _mentions(self, module):
        for use in module.uses:
            target = self.define(module, use.path)
            handed_on = use.public and target and target[0].path[: len(module.path)] == module.path
            if not handed_on or use.alias in module.words:
                yield module, use.path, use.line
        for path, line in module.paths:
            yield module, path, line
        for path in module.globs:
            inner = self.define(module, path, True)
            if inner and inner[0].path[: len(module.path)] != module.path:
                yield from ((inner[0], (word,), 0) for word in sorted(module.words - module.defined))


class _Reader:
    """Reads the items of one file into a module."""

    def __init__(self, crate, module, tokens, folder):
        self.crate, self.module, self.tokens, self.folder = crate, module, tokens, folder

    def text(self, at):
        return self.tokens[at].text if at < len(self.tokens) else ""

    def close(self, at):
        """Behind the bracket that closes the one at `at`."""
        depth = 0
        while at < len(self.tokens):
            depth += (self.text(at) in OPEN) - (self.text(at) in CLOSE)
            at += 1
            if depth == 0:
                break
        return at

    def behind(self, at, end):
        """Behind the item, field or statement at `at`."""
        while self.text(at) == "#":
            at = self.close(at + 1)
        is_use = "use" in (self.text(at), self.text(at + 1)) or self.text(self.close(at + 1)) == "use"
        while at < end:
            text = self.text(at)
            if text in CLOSE:
                return at
            if text in OPEN:
                at = self.close(at)
                if text == "{" and not is_use:
                    return at
                continue
            at += 1
            if text in (";", ","):
                return at
        return end

    def items(self, at, end, nested=False):
        """Reads items from `at` to `end`; `nested` inside functions, types and macros, whose names are their own."""
        public = False
        while at < end:
            text, following = self.text(at), self.text(at + 1)
            if text == "#" and following in ("[", "!"):
                start = at + (2 if following == "!" else 1)
                behind = self.close(start)
                at = self.past_test(behind, end) if self.is_test(start, behind) else behind
            elif text == "pub":
                public = True
                at = self.close(at + 1) if following == "(" else at + 1
                continue
            elif text == "use" and following != "<":
                at = self.use(at + 1, public)
            elif text == "mod" and self.text(at + 2) in (";", "{"):
                at = self.inner(at, following)
            elif text == "macro_rules" and following == "!":
                self.module.defined.add(self.text(at + 2))
                behind = self.close(at + 3)
                self.module.by_macro |= {
                    self.text(within + 1) for within in range(at, behind) if self.text(within) in DEFINES
                }
                self.items(at + 4, behind - 1, nested=True)
                at = behind
            elif text in OPEN:
                behind = self.close(at)
                by_macro = not nested and self.text(at - 1) == "!" or not nested and self.text(at - 2) == "!"
                if by_macro:
                    self.module.by_macro |= {token.text for token in self.tokens[at:behind]}
                self.items(at + 1, behind - 1, nested=True)
                at = behind
            elif text in DEFINES and not nested:
                if following not in DEFINES and following != "unsafe":
                    name = at + 2 if following == "mut" else at + 1
                    self.module.defined.add(self.text(name))
                    at = name
                at += 1
            else:
                at = self.path(at)
            public = False

    def is_test(self, start, end):
        words = [self.text(at) for at in range(start, end)]
        return words[1:2] == ["cfg"] and "test" in words and "not" not in words

    def past_test(self, at, end):
        """Behind a test's item; where it is a file, the file is noted."""
        behind = self.behind(at, end)
        for word in range(at, behind):
            if self.text(word) == "mod" and self.text(word + 2) == ";":
                self.crate.tests.add(join(self.folder, self.text(word + 1)))
        return behind

    def inner(self, at, name):
        """`mod name;` or `mod name { … }`."""
        if self.text(at + 2) == ";":
            self.crate.child(self.module, name, self.folder)
            return at + 3
        child = Module((*self.module.path, name), self.module.file)
        self.module.children[name] = self.crate.modules[child.path] = child
        behind = self.close(at + 2)
        _Reader(self.crate, child, self.tokens, join(self.folder, name)).items(at + 3, behind - 1)
        return behind

    def path(self, at):
        """A path or a single word at `at`."""
        if not re.match(r"[A-Za-z_]", self.text(at)):
            return at + 1
        is_variable = self.text(at - 1) == "$" and self.text(at) != "crate"
        parts, line = [self.text(at)], self.tokens[at].line
        while self.text(at + 1) == "::" and re.match(r"[A-Za-z_]", self.text(at + 2)):
            at += 2
            parts.append(self.text(at))
        before = self.text(at - 2 * len(parts) + 1)
        if before not in (".", "::"):
            self.module.words.add(parts[0])
            if len(parts) > 1 and not is_variable:
                self.module.paths.append((tuple(parts), line))
        return at + 1

    def use(self, at, public):
        """The tree of a `use`, up to its semicolon."""
        at = self.branch(at, (), public)
        return at + 1

    def branch(self, at, prefix, public):
        while self.text(at) not in (";", ",", "}", ""):
            text, line = self.text(at), self.tokens[at].line
            if text == "{":
                at += 1
                while self.text(at) not in ("}", ""):
                    at = self.branch(at, prefix, public)
                    at += self.text(at) == ","
                return at + 1
            if text == "*":
                self.module.globs.append(prefix)
                return at + 1
            if text == "::" or text == "$":
                at += 1
                continue
            if text == "as":
                self.let_in(prefix, self.text(at + 1), line, public)
                return at + 2
            at += 1
            if text == "self" and prefix:
                if self.text(at) != "as":
                    self.let_in(prefix, prefix[-1], line, public)
                continue
            prefix = (*prefix, text)
            if self.text(at) not in ("::", "as"):
                self.let_in(prefix, text, line, public)
        return at

    def let_in(self, path, alias, line, public):
        self.module.imported[alias].append(path)
        self.module.uses.append(Use(path, alias, line, public))


def circles(edges):
    """The groups of files of which each leads to every other (Tarjan), largest first. `edges`: (from, to)."""
    leads_to = defaultdict(set)
    for start, end in edges:
        leads_to[start].add(end)
        leads_to[end]
    number, low, stack, found = {}, {}, [], []

    def visit(file):
        number[file] = low[file] = len(number)
        stack.append(file)
        for following in sorted(leads_to[file]):
            if following not in number:
                visit(following)
            if following in stack:
                low[file] = min(low[file], low[following])
        if low[file] == number[file]:
            at = stack.index(file)
            found.append(sorted(stack[at:]))
            del stack[at:]

    for file in sorted(leads_to):
        if file not in number:
            visit(file)
    return sorted((circle for circle in found if len(circle) > 1), key=lambda circle: (-len(circle), circle))
