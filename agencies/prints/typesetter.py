"""Sets one of our templates. A program of its own: strangers decide how much there is to set.

Run with a template, a time and its bounds it reads what is said as JSON from its standard input,
and writes the PDF. It cannot take more memory or time than its bounds, and what it took
is free again when it ends.
"""

from __future__ import annotations

import resource
import sys
from datetime import datetime
from pathlib import Path


def main() -> None:
    named, at, memory, seconds = sys.argv[1:]
    template = Path(named)
    resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    import typst

    made = typst.compile(
        template,
        root=template.parent,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"said": sys.stdin.buffer.read().decode()},
        timestamp=datetime.fromisoformat(at),
    )
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
