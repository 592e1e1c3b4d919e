//! Writes documents, comparisons and requests down as JSON, text, Markdown or HTML.
