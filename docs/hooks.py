"""The site's front page is the README and its changelog the CHANGELOG, so neither can differ."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

# Page of the site, by the file of the checkout that it shows.
PAGES = {"README.md": "index.md", "CHANGELOG.md": "changelog.md"}

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\((?!\w+:)(?P<path>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are files of the checkout, their links changed to those of the site."""
    root = Path(config.config_file_path).parent
    for source, page in PAGES.items():
        text = _LINK.sub(_to_site, (root / source).read_text(encoding="utf-8"))
        files.append(File.generated(config, page, content=text))
    return files


def _to_site(link: re.Match[str]) -> str:
    """The link to what a file at the top of the checkout names; only its words where the site lacks it."""
    path = PAGES.get(link["path"], link["path"].removeprefix("docs/"))
    if path == link["path"]:
        return link["words"]
    return f"[{link['words']}]({path}{link['anchor'] or ''})"
