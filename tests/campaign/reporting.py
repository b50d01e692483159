"""What a campaign of deposits found: runs by fault and class of bytes, attempts that each needed, and what would have been seen."""

import sys
from collections import Counter
from collections.abc import Iterable

from tests.campaign.depositing import ALL_TOGETHER, SOUND
from tests.campaign.deposits import Verdict, felt
from tests.campaign.messages import Fault, Place

_SHORT = {
    Place.REQUEST_LINE: "req.line",
    Place.REQUEST_HEADERS: "req.head",
    Place.BODY_START: "body<",
    Place.BODY_MIDDLE: "body=",
    Place.BODY_END: "body>",
    Place.BETWEEN: "between",
    Place.REPLY_STATUS: "rep.stat",
    Place.REPLY_HEADERS: "rep.head",
    Place.REPLY_BODY: "rep.body",
}


def report_deposits(seed: int, found: Iterable[tuple[str, Verdict]]) -> int:
    """Say what the runs found; how many things are wrong."""
    verdicts: list[tuple[int, Verdict]] = []
    red: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for program, verdict in found:
        if program == SOUND:
            verdicts.append((len(verdicts), verdict))
            if len(verdicts) % 100 == 0:
                sys.stderr.write(f"{len(verdicts)} deposits\n")
            if verdict.wrong:
                sys.stdout.write(f"  seed {seed}, run {len(verdicts) - 1}: {verdict}\n")
                sys.stdout.flush()
        else:
            tried[program] += 1
            red[program] += bool(verdict.wrong)
    _write_table([verdict for _, verdict in verdicts])
    wrong = sum(bool(verdict.wrong) for _, verdict in verdicts)
    sys.stdout.write(f"deposits: {len(verdicts) - 1} runs, {wrong} wrong\n")
    for program, count in tried.items():
        sys.stdout.write(f"{program}: {red[program]} of {count} runs are seen to be wrong\n")
    unfelt = _say_felt([verdict for _, verdict in verdicts if verdict.cell != ALL_TOGETHER])
    return wrong + unfelt + sum(not red[program] for program in tried)


def _say_felt(verdicts: list[Verdict]) -> int:
    """Say how often each kind of fault was felt; how many were drawn and never were."""
    counts = felt(verdicts)
    sys.stdout.write(f"felt: {', '.join(f'{kind} {count}' for kind, count in sorted(counts.items()))}\n")
    never = [kind for kind, count in counts.items() if not count]
    if never:
        sys.stdout.write(f"never felt: {', '.join(never)}\n")
    return len(never)


def _write_table(verdicts: list[Verdict]) -> None:
    """Runs whose fault fell and, between parentheses, the most attempts that one of them needed."""
    cells: dict[tuple[str, str], list[int]] = {}
    others: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        parts = verdict.cell.split(" / ")
        if len(parts) == 1:
            others.setdefault(verdict.cell, []).append(verdict)
        elif verdict.happened:
            cells.setdefault((parts[0], parts[2]), []).append(verdict.attempts)
    sys.stdout.write("runs (most attempts)" + "".join(f"{short:>10}" for short in _SHORT.values()) + "\n")
    for fault in Fault:
        row = [cells.get((fault, place), []) for place in Place]
        sys.stdout.write(
            f"{fault:<20}" + "".join(f"{f'{len(one)} ({max(one)})' if one else '':>10}" for one in row) + "\n"
        )
    for name, found in others.items():
        fell = [one for one in found if one.happened]
        most = max((one.attempts for one in fell), default=0)
        sys.stdout.write(f"{name}: {len(fell)} runs, {most} attempts at most\n")
    attempts = Counter(verdict.attempts for verdict in verdicts)
    tries = Counter(verdict.tries for verdict in verdicts)
    sys.stdout.write(f"attempts needed: {dict(sorted(attempts.items()))}; times asked: {dict(sorted(tries.items()))}\n")
