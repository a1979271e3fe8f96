"""Other generators, to measure ours against: how each is had, fed and called.

In: pages as plain Markdown, a title and a description above the text. They are the texts only: no peer makes the
furniture of our pages, the downloads or our search index; each brings its own theme and search as it comes. Versions
are pinned here. What is missing is installed below `.cache/peers`; what cannot be had is said.
"""

import json
import os
import shutil
import subprocess
import sys
import venv

import _environment as environment

HOME = environment.ROOT / ".cache" / "peers"
PYTHON = HOME / "python" / "bin" / "python"
PACKAGES = {"zensical": "0.0.73", "sphinx": "9.0.4", "myst-parser": "5.2.0", "mkdocs": "1.6.1", "hugo": "0.168.0"}
NODE = {"astro": "5.16.0", "@astrojs/starlight": "0.36.3"}


def stage(project, folder):
    """Write each page below `folder`, the Arabic ones below `ar/`."""
    sys.path.insert(0, str(project / "hooks"))
    from resolutions import site

    made = site.read(project / "docs")
    for language in made.pages:
        for draft in made.drafts(language):
            path = folder / ("" if language == "en" else language) / draft.src_uri
            path.parent.mkdir(parents=True, exist_ok=True)
            head = ("{}: {}".format(name, json.dumps(getattr(draft, name))) for name in ("title", "description"))
            path.write_text("\n".join(["---", *head, "---", "", draft.body]), encoding="utf-8")


class Peer:
    """`name`, `version`; `folder`: where it works, below the project's; `site`: where it writes, below `folder`."""

    site, package = "site", ""

    @property
    def folder(self):
        return "peer-" + self.name.lower().replace(" ", "-")

    @property
    def version(self):
        return PACKAGES[self.package]

    def prepare(self):
        """Install it; why it cannot be had, or nothing."""
        return _install_python(self.package)

    def variables(self):
        """The environment to run it in."""
        return dict(environment.variables(), PATH=str(PYTHON.parent) + os.pathsep + os.environ.get("PATH", ""))


class Hugo(Peer):
    name, package, site = "Hugo", "hugo", "public"

    def lay_out(self, pages, folder):
        shutil.copytree(str(pages), str(folder / "content"))
        for index in list((folder / "content").rglob("index.md")):
            index.rename(index.with_name("_index.md"))  # else all beside it are its attachments, not pages
        layouts = folder / "layouts" / "_default"
        layouts.mkdir(parents=True)
        page = (
            '<!doctype html><html><head><title>{{ .Title }}</title><meta name="description" '
            'content="{{ .Description }}"></head><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>'
        )
        for name in ("single", "list"):
            (layouts / (name + ".html")).write_text(page, encoding="utf-8")
        settings = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
        (folder / "hugo.toml").write_text(settings, encoding="utf-8")

    def command(self, folder):
        return [str(PYTHON.parent / "hugo"), "--quiet"]


class Zensical(Peer):
    name, package = "Zensical", "zensical"

    def lay_out(self, pages, folder):
        shutil.copytree(str(pages), str(folder / "docs"))
        (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
        # Each page in the menu of every other would measure the menu; so the menu has one.
        settings = '[project]\nsite_name = "Bench"\nsite_url = "https://example.org/"\nnav = ["index.md"]\n'
        (folder / "zensical.toml").write_text(settings, encoding="utf-8")

    def command(self, folder):
        return [str(PYTHON), "-m", "zensical", "build"]


class PlainMkDocs(Peer):
    name, package = "MkDocs", "mkdocs"

    def lay_out(self, pages, folder):
        shutil.copytree(str(pages), str(folder / "docs"))
        (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
        settings = "site_name: Bench\nnav: [index.md]\nnot_in_nav: '*'\n"  # with all of them its cost is quadratic
        (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")

    def command(self, folder):
        return [str(PYTHON), "-m", "mkdocs", "build", "--quiet"]


class Sphinx(Peer):
    name, package = "Sphinx (MyST)", "sphinx"

    def prepare(self):
        return super().prepare() or _install_python("myst-parser")

    def lay_out(self, pages, folder):
        shutil.copytree(str(pages), str(folder / "docs"))
        (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
        settings = (
            'extensions = ["myst_parser"]\nmyst_enable_extensions = ["attrs_inline"]\nsuppress_warnings = ["*"]\n'
        )
        (folder / "docs" / "conf.py").write_text(settings, encoding="utf-8")

    def command(self, folder):
        return [str(PYTHON), "-m", "sphinx", "-q", "-j", str(os.cpu_count()), "docs", "site"]


class Starlight(Peer):
    name, site = "Starlight", "dist"

    @property
    def version(self):
        return NODE["@astrojs/starlight"]

    def prepare(self):
        if not shutil.which("npm"):
            return "needs Node.js, which is not here"
        home = HOME / "node"
        if (home / "installed").exists():
            return ""
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
        wanted = ["{}@{}".format(*one) for one in NODE.items()]
        options = ["--no-audit", "--no-fund", "--ignore-scripts", "--save-exact"]
        done = subprocess.run(["npm", "install", *options, *wanted], cwd=str(home), capture_output=True)
        if done.returncode:
            return "could not be installed"
        (home / "installed").touch()
        return ""

    def lay_out(self, pages, folder):
        content = folder / "src" / "content" / "docs"
        shutil.copytree(str(pages), str(content))
        (content / "index.md").write_text("---\ntitle: Home\n---\n", encoding="utf-8")
        (folder / "src" / "content.config.ts").write_text(
            'import { defineCollection } from "astro:content";\n'
            'import { docsLoader } from "@astrojs/starlight/loaders";\n'
            'import { docsSchema } from "@astrojs/starlight/schema";\n'
            "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
            encoding="utf-8",
        )
        (folder / "astro.config.mjs").write_text(
            'import { defineConfig } from "astro/config";\nimport starlight from "@astrojs/starlight";\n'
            'export default defineConfig({ site: "https://example.org", integrations: [starlight({ title: "Bench", '
            'sidebar: [{ label: "Home", link: "/" }] })] });\n',
            encoding="utf-8",
        )
        (folder / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
        (folder / "node_modules").symlink_to(HOME / "node" / "node_modules")

    def command(self, folder):
        return ["node", "node_modules/astro/bin/astro.mjs", "build"]

    def variables(self):
        return dict(super().variables(), ASTRO_TELEMETRY_DISABLED="1", CI="1")


PEERS = (Hugo(), Zensical(), Starlight(), Sphinx(), PlainMkDocs())


def _install_python(package):
    if not PYTHON.exists():
        venv.EnvBuilder(with_pip=True).create(str(HOME / "python"))
    wanted = "{}=={}".format(package, PACKAGES[package])
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--only-binary=:all:", wanted]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    return "" if done.returncode == 0 else wanted + " cannot be had here"
