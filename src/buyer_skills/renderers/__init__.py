"""Report views into bytes: text, Markdown, HTML. A renderer sees views only."""
