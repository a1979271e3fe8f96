"""Describes the search to browsers, which may offer it among their search engines: OpenSearch, a file a language.

In: MkDocs' files and the wording. Out: the same files with `opensearch.xml` and `ar/opensearch.xml`. The index itself
is a download like others, made by `resolutions.finding`; only the addresses in these two files need `site_url`.
https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from mkdocs.structure.files import File

from . import languages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from resolutions.wording import Wording

DESCRIPTION = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{name}</ShortName>
<Description>{about}</Description>
<Language>{language}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Image width="16" height="16" type="image/svg+xml">{icon}</Image>
<Url type="text/html" template="{page}?q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def describe(files: Files, config: MkDocsConfig, wording: Wording) -> Files:
    """Add the description of the search in the language now being built."""
    language = languages.current(config)
    prefix, base = languages.prefix(config, language), config.site_url or "/"
    content = DESCRIPTION.format(
        name=escape(wording.say(language, "ui-site")),
        about=escape(wording.say(language, "ui-find-describe")),
        language=language,
        icon=escape(urljoin(base, "assets/icons/favicon.svg")),
        page=escape(urljoin(base, f"{prefix}search/")),
    )
    files.append(File.generated(config, f"{prefix}opensearch.xml", content=content))
    return files
