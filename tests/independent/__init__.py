"""A second reader of the formats, written from docs/protocol.md alone. Section numbers in here are that page's."""
