"""Makes every Python that has this folder on PYTHONPATH see folders in another order than the machine gives them.

Python reads this file before any other module, so also a process that the build starts sees that order. `os.walk`,
`glob` and `pathlib` all ask the two functions that are replaced here.
"""

import hashlib
import os

_listdir, _scandir = os.listdir, os.scandir


def _shuffled(names, name_of):
    return sorted(names, key=lambda one: hashlib.sha256(os.fsencode(name_of(one))).digest())


def listdir(path="."):
    return _shuffled(_listdir(path), lambda name: name)


class scandir:  # a class, as an iterator that is also a context
    def __init__(self, path="."):
        with _scandir(path) as entries:
            self._entries = iter(_shuffled(entries, lambda entry: entry.name))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._entries = iter(())


os.listdir, os.scandir = listdir, scandir
