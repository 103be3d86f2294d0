#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The shell as a person meets it: prompt, completion, history and interrupts, on a terminal of python's making."""
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import stat
import sys
import tempfile
import termios
import time

program = str(pathlib.Path(sys.argv[1]).resolve())
source = pathlib.Path(sys.argv[2]).resolve()
work = pathlib.Path(tempfile.mkdtemp())
PROMPT = "relata> "
DEADLINE = 60  # seconds until an answer counts as missing
failed = 0


def check(condition, message):
    global failed
    if not condition:
        print("FAIL:", message, file=sys.stderr)
        failed = 1


class Shell:
    def __init__(self, *arguments, **environment):
        os.environ.pop("NO_COLOR", None)
        variables = {**os.environ, "HOME": str(work), "XDG_STATE_HOME": str(work / "state"), "TERM": "xterm", **environment}
        try:
            self.child, self.terminal = pty.fork()
        except OSError as error:  # as in a tree without /dev/pts
            print("skipped:", error)
            sys.exit(77)
        if self.child == 0:
            os.chdir(work)
            os.execve(program, ["relata", "shell", *arguments], variables)
        self.held = b""
        self.answer = self.until(PROMPT)

    def until(self, end):
        """What the terminal gets up to and with the text `end`, or up to the end of all where that is None."""
        begin = time.monotonic()
        while end is None or end.encode() not in self.held:
            if time.monotonic() - begin > DEADLINE:
                os.kill(self.child, signal.SIGKILL)
                raise SystemExit(f"FAIL: no {end!r} in {self.held.decode(errors='replace')!r}")
            if select.select([self.terminal], [], [], 0.1)[0]:
                try:
                    more = os.read(self.terminal, 65536)
                except OSError:  # Linux: the other side is closed
                    more = b""
                if not more:
                    break
                self.held += more
        n = len(self.held) if end is None else self.held.index(end.encode()) + len(end.encode())
        got, self.held = self.held[:n], self.held[n:]
        if end is not None and end.endswith(PROMPT):
            self.wait_for_keys()
        return got.decode()

    def wait_for_keys(self):
        """libedit prompts a moment before it takes the terminal over; control keys typed in between are lost."""
        begin = time.monotonic()
        while termios.tcgetattr(self.terminal)[3] & termios.ICANON and time.monotonic() - begin < DEADLINE:
            time.sleep(0.001)

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def ask(self, line):
        """Types a line and returns the answer, up to the next prompt."""
        self.type(line + "\r")
        self.until("\n")
        return self.until(PROMPT)

    def completed(self, typed):
        """What a line becomes when Tab is pressed at its end: it is made a comment, which the history keeps."""
        self.type(typed + "\t")
        self.type("\x01#\r")
        self.until("\n" + PROMPT)
        return (work / "state/relata/history").read_text().splitlines()[-1][1:]

    def offers(self, typed):
        """The words shown when Tab is pressed at the end of a line, which is then given up."""
        self.type(typed + "\t")
        shown = self.until(PROMPT)
        self.type("\x03")
        self.until("\n" + PROMPT)
        lines = shown.split("\r\n")[1:-1]
        return [word for line in lines for word in re.split(r" {2,}", line) if word]

    def end(self, keys="\x04"):
        """Ends the shell and returns its exit code."""
        self.type(keys)
        self.until(None)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


try:
    shutil.copytree(source / "data/kabul-2021", work / "kabul")
    (work / "a folder").mkdir()
    (work / "odd").mkdir()
    (work / "odd/corpus.json").write_text(
        '{"actors":[{"id":"one","name":"Same Name"},{"id":"two","name":"Same Name"},{"id":"x","name":"Esc\\u001b[31mape"},'
        '{"id":"q","name":"Jama\'at \\"al\\" $x"},{"id":"u","name":"Āghā Šāh"}]}')

    shell = Shell("-c", "kabul")
    check("97 actors" in shell.answer, "no greeting")

    # Commands, options, values: what is left of the word is typed, and a space.
    for typed, wanted in {
        "ra": "rank ",
        "relata ra": "relata rank ",
        "rank --to": "rank --top ",
        "rank --by betw": "rank --by betweenness ",
        "rank -b betw": "rank -b betweenness ",
        "rank --by=betw": "rank --by=betweenness ",
        "rank --by degree,betw": "rank --by degree,betweenness ",
        "rank --top 3 --js": "rank --top 3 --json ",
        "help pat": "help path ",
        "qu": "quit ",
        "export --to gr": "export --to graphml ",
        "draw --parallel bun": "draw --parallel bundle ",
        "path ISIS-K US --sign ho": "path ISIS-K US --sign hostile ",
        "check k": "check kabul/",
        "check a": 'check "a folder/',
        # Names: however they are written, quoted where they need it, and by a later word too.
        "show talib": "show Taliban ",
        "show wall": 'show "Wall Street Journal" ',
        "show 'wall": "show 'Wall Street Journal' ",
        "show abu\\ o": 'show "Abu Omar Khorasani" ',
        'path ISIS-K "anto': 'path ISIS-K "Antony Blinken" ',
        "path ISIS-K China --via=wall": 'path ISIS-K China "--via=Wall Street Journal" ',
        "path ISIS-K China --via US,wall": 'path ISIS-K China --via "US,Wall Street Journal" ',
        "path -- ISIS-K wall": 'path -- ISIS-K "Wall Street Journal" ',
        "show abu": 'show "Abu ',
        # Nothing fits, or nothing more may stand there.
        "show zzz": "show zzz",
        "path ISIS-K China tal": "path ISIS-K China tal",
        "nothing tal": "nothing tal",
        "# ra": "# ra",
    }.items():
        got = shell.completed(typed)
        check(got == wanted.rstrip(), f"{typed!r} becomes {got!r}, not {wanted!r}")

    check(shell.offers('show "abu') == ["Abu Bakr al-Baghdadi", "Abu Omar Khorasani"], "actors are not offered")
    offered = shell.offers("")
    check({"path", "rank", "quit"} <= set(offered), f"commands are not offered: {offered}")
    check({"--by", "--top", "--relation"} <= set(shell.offers("rank --")), "options are not offered")

    # A completed line is answered, with colours; so is one of a copied page.
    shell.type("show anto\t")
    shell.type("\r")
    shell.until("\n")
    check("Antony Blinken" in shell.until(PROMPT), "a completed line is not answered")
    check("\033[" in shell.ask("rank --top 1"), "no colours on a terminal")
    check("line" not in shell.ask("pth"), "a complaint names a line of a terminal")

    # Ctrl-C gives up the line, and the command that takes too long; never the shell.
    shell.type("pth\x03")
    shell.until("\n" + PROMPT)
    shell.type("path ISIS-K China -k 10000\r")
    shell.until("\n")
    time.sleep(0.1)
    shell.type("\x03")
    shell.until(PROMPT)
    check("1 of 97 actors" in shell.ask("rank --top 1"), "no answer after Ctrl-C")

    # The arrow key brings back the line before, in this session and in the next.
    shell.type("\x1b[A")
    shell.type("\r")
    shell.until("\n")
    check("1 of 97 actors" in shell.until(PROMPT), "the arrow key does not bring back a line")
    check(shell.ask('path "Colin Clarke" China --sign hostile').startswith("No path"), "no answer")
    check(shell.end() == 1, "Ctrl-D does not end with the last command's exit code")
    history = work / "state/relata/history"
    check(stat.S_IMODE(history.stat().st_mode) == 0o600, "the history can be read by others")
    check(history.read_text().endswith("hostile\n"), "the history is not kept")
    check("pth\n" in history.read_text(), "a mistake cannot be corrected from the history")
    shell = Shell("-c", "kabul")
    shell.type("\x1b[A")
    shell.type("\r")
    shell.until("\n")
    check(shell.until(PROMPT).startswith("No path"), "the history of the last session is not there")
    check(shell.end("quit\r") == 1, "quit does not end with the last command's exit code")

    # A long history is cut to its newest lines; lines that a terminal would obey are left out.
    history.write_text("".join(f"show {i}\n" for i in range(1500)) + "show \033[31m\nrank --top 2\n")
    shell = Shell("-c", "kabul")
    shell.type("\x1b[A")
    shell.type("\r")
    shell.until("\n")
    check("2 of 97" in shell.until(PROMPT), "a hostile line of the history is brought back")
    check(shell.end() == 0, "the exit code is not 0")
    kept = history.read_text().splitlines()
    check(1000 <= len(kept) <= 1001 and kept[-1] == "rank --top 2" and "show 0" not in kept, "the history is not cut")

    # No place for a history, no UTF-8 in the environment, a terminal that can do nothing: it works all the same.
    (work / "file").write_text("")
    shell = Shell("-c", "odd", XDG_STATE_HOME=str(work / "file"), LC_ALL="C", TERM="dumb")
    shell.type("show agh\t")
    shell.until("Šāh")
    shell.type("\r")
    shell.until("\n")
    check("id: u" in shell.until(PROMPT), "a name beyond ASCII is not completed under LC_ALL=C")
    check(shell.end() == 0, "the exit code is not 0")

    # Names that are not unique give way to ids; what quotes mean is quoted; nothing steers the terminal.
    shell = Shell("-c", "odd", NO_COLOR="1")
    check(shell.offers("show same") == ["one", "two"], "actors of one name are not told apart")
    check(shell.completed("show jam") == 'show "Jama\'at \\"al\\" \\$x"', "quotes in a name are not quoted")
    check("id: q" in shell.ask('show "Jama\'at \\"al\\" \\$x"'), "a quoted name is not understood")
    check(shell.completed("show esc") == "show x", "a name that steers the terminal is typed")
    check(shell.end("exit\r") == 0, "exit does not end it")

    # A terminal that is closed takes the shell with it.
    shell = Shell("-c", "odd")
    os.close(shell.terminal)
    begin = time.monotonic()
    while os.waitpid(shell.child, os.WNOHANG)[0] == 0:
        if time.monotonic() - begin > DEADLINE:
            os.kill(shell.child, signal.SIGKILL)
            check(False, "a shell outlives its terminal")
            os.waitpid(shell.child, 0)
            break
        time.sleep(0.02)
finally:
    shutil.rmtree(work)

print("ok" if not failed else "failed")
sys.exit(failed)
