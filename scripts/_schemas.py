"""What `scripts/schemas` runs, in the project's environment."""

import argparse
import datetime
import json
import sys
from pathlib import Path

from resolutions import schemas

DOCS = Path("docs")


def main(arguments, docs=DOCS, today=None):
    """0 if the published schemas are those of the code, or were written; 1 if they differ."""
    parser = argparse.ArgumentParser(prog="scripts/schemas", description="Keep the published schemas up to date.")
    parser.add_argument("--en", help="what changed, in English; writes the files")
    parser.add_argument("--ar", help="the same in Arabic")
    options = parser.parse_args(arguments)
    if bool(options.en) != bool(options.ar):
        parser.error("say in both languages what changed: --en and --ar")
    fields, problems = schemas.load(docs)
    if problems:
        print("\n".join(map(str, problems)), file=sys.stderr)
        return 1
    made = schemas.files(fields)
    folder = docs / "schemas" / "v{}".format(schemas.VERSION)
    there = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    differing = sorted(name for name in {*made, *there} if made.get(name) != there.get(name))
    if not differing:
        print("The schemas in {} are up to date.".format(folder.as_posix()))
        return 0
    if not options.en:
        print("\n".join("{}: differs from the code".format((folder / name).as_posix()) for name in differing))
        print("Run scripts/schemas --en … --ar … to write them and to note what changed.")
        print("If a right record becomes wrong, first raise VERSION in hooks/resolutions/schemas.py.")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    for name in differing:
        if name in made:
            (folder / name).write_bytes(made[name])
        else:
            (folder / name).unlink()
    _note(docs, schemas.digest(made.items()), options, today or datetime.date.today())
    print("Wrote {} and noted the change.".format(", ".join(differing)))
    return 0


def _note(docs, digest, options, today):
    """Append an entry; JSON texts are YAML texts."""
    entry = "\n- version: {}\n  date: {}\n  digest: {}\n  change:\n    en: {}\n    ar: {}\n".format(
        schemas.VERSION,
        today.isoformat(),
        digest,
        json.dumps(options.en, ensure_ascii=False),
        json.dumps(options.ar, ensure_ascii=False),
    )
    with (docs / "records" / schemas.CHANGES).open("a", encoding="utf-8", newline="\n") as file:
        file.write(entry)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
