"""Reading C++ sources for the checks of this folder: what is code, and what is included."""

import re

TOKEN = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
  | (?P<raw> R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)" )
  | (?P<string> "(?:\\.|[^"\\\n])*" )
  | (?P<number> \b[0-9](?:'?[0-9A-Fa-fxXbB.])* )
  | (?P<character> '(?:\\.|[^'\\\n])+' )
    """,
    re.VERBOSE | re.DOTALL,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def blank(text, kinds):
    """The text with every token of the given kinds made blank; line numbers stay as they are."""

    def replace(match):
        if match.lastgroup not in kinds and not (match.group("raw") and "raw" in kinds):
            return match.group(0)
        return "".join("\n" if character == "\n" else " " for character in match.group(0))

    return TOKEN.sub(replace, text)


def code_of(text):
    """The text without comments and literals."""
    return blank(text, {"comment", "raw", "string", "character"})


def includes_of(text):
    """(line, quoted, path) of each include that is not commented out."""
    # The path of an include looks like a string, so only comments go.
    kept = blank(text, {"comment"})
    return [(line_of(kept, match.start()), match.group(1) == '"', match.group(2)) for match in INCLUDE.finditer(kept)]
