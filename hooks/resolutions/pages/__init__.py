"""Page values: every generated page and download, as plain values, before any of them is a file."""
