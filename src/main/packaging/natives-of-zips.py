#!/usr/bin/env python3
"""What natives the portable zips hold, by `file`, which is not ours: each must be of the system and processor in the zip's name, and none of another.

natives-of-zips.py target/portable/*.zip        exit status 1 if one is not
"""

import io
import re
import subprocess
import sys
import zipfile

EXPECTED = {
    "linux-x86_64": "ELF 64-bit LSB shared object, x86-64",
    "linux-aarch64": "ELF 64-bit LSB shared object, ARM aarch64",
    "windows-x86_64": r"PE32\+ executable .*\(DLL\).*, x86-64",
    "macos-aarch64": "Mach-O 64-bit (arm64 )?dynamically linked shared library.*arm64|Mach-O 64-bit arm64 dynamically linked|Mach-O universal binary.*arm64",
}
NATIVE = re.compile(r"ELF|PE32|Mach-O|MS-DOS executable")


def kind(data):
    return subprocess.run(["file", "-b", "-"], input=data, stdout=subprocess.PIPE, check=True).stdout.decode().strip()


wrong = 0
for path in sys.argv[1:]:
    system = next(each for each in EXPECTED if path.endswith(each + ".zip"))
    natives = 0
    with zipfile.ZipFile(path) as outer:
        for jar in (each for each in outer.namelist() if each.endswith(".jar")):
            with zipfile.ZipFile(io.BytesIO(outer.read(jar))) as inner:
                for name in inner.namelist():
                    if name.endswith((".class", "/")):
                        continue
                    found = kind(inner.read(name))
                    if NATIVE.match(found):
                        natives += 1
                        if not re.match(EXPECTED[system], found):
                            wrong += 1
                            print(f"{path}: {jar}: {name}: {found}")
    print(f"{system}: {natives} natives")
sys.exit(wrong > 0)
