/** What stands above the text of a Markdown file: front matter in YAML, TOML or JSON. */
@NullMarked
package dev.colophon.extract.frontmatter;

import org.jspecify.annotations.NullMarked;
