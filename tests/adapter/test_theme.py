"""The theme's environment lists all that can be published, and does not look through icons."""

from pathlib import Path

from mkdocs.config import load_config

from adapter import theme

ROOT = Path(__file__).parents[2]


def test_all_but_hidden_folders_is_listed():
    config = load_config(str(ROOT / "mkdocs.yml"))
    every = config.theme.get_env().list_templates()
    theme.without_icons(config)
    theme.without_icons(config)  # each language asks for it
    listed = config.theme.get_env().list_templates()
    hidden = [name for name in every if any(part.startswith(".") for part in name.split("/")[:-1])]
    assert len(hidden) > 10_000
    assert listed == [name for name in every if name not in set(hidden)]
    assert "assets/stylesheets/muqabala.css" not in listed
    assert "main.html" in listed
