"""Recomputes the certificate of a run that was trained without a user, with the standard library alone.

without.py RUN DATASET USER

Reads run.json, certificate.json and the columns of the data set, whose form is written down in Layout.java, and works out for itself which events
the batches may read: the split is lastOut, so a user's last event is tested, the one before validates, and histories end there.
"""
import array
import hashlib
import json
import pathlib
import sys


def column(folder, name, kind):
    values = array.array(kind)
    values.frombytes((folder / name).read_bytes())
    if sys.byteorder == "big":
        values.byteswap()
    return values


def vocabulary(folder, name):
    starts = column(folder, name + ".starts", "q")
    text = (folder / (name + ".text")).read_bytes()
    return [text[starts[i]:starts[i + 1]].decode() for i in range(len(starts) - 1)]


def main(run, data, user):
    described = json.loads((run / "run.json").read_text())
    certificate = json.loads((run / "certificate.json").read_text())
    users = vocabulary(data, "users.key")
    items = vocabulary(data, "items.key")
    offsets = column(data, "events.offsets", "q")
    item = column(data, "events.item", "i")
    time = column(data, "events.time", "q")
    left = hashlib.sha256()
    read = hashlib.sha256()
    out = reads = 0
    for number, key in enumerate(users):
        first, end = offsets[number], offsets[number + 1]
        for event in range(first, end):
            line = f"{key}\t{items[item[event] - 2]}\t{time[event]}\n".encode()
            if key == user:
                left.update(line)
                out += 1
            elif end - first >= 4 and event < end - 2:
                read.update(line)
                reads += 1
    without = described["without"]
    wrong = [name for name, mine, theirs in [
        ("events left out", out, without["events"]),
        ("their digest", left.hexdigest(), without["digest"]),
        ("the same in both files", without, certificate["without"]),
        ("events read", reads, certificate["readEvents"]),
        ("their digest", read.hexdigest(), certificate["readDigest"]),
        ("none of those left out", 0, certificate["leftOutRead"]),
        ("weights", hashlib.sha256((run / "checkpoints" / "best.safetensors").read_bytes()).hexdigest(),
         certificate["weights"]),
    ] if mine != theirs]
    print("agrees" if not wrong else "differs: " + ", ".join(wrong), out, reads)
    sys.exit(bool(wrong))


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3])
