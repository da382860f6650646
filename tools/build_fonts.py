"""Make the fonts that texts are typeset in, and the list of characters they can show.

    python tools/build_fonts.py SOURCE TARGET

SOURCE holds, anywhere below it, the font files named in `UNMODIFIED` and `FONTS`, and the web font parts of Noto
Emoji (all under the SIL Open Font License). Needs fonttools and brotli, which the service itself
does not. Run again only to change the fonts.
"""

import shutil
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont

COVERAGE = "coverage.txt"
CJK = "NotoSansCJK-Regular.ttc"
CJK_FACE = 2  # Simplified Chinese
# What everyday Chinese, Japanese and Korean texts are written with.
CJK_ENCODINGS = {
    "gb2312": (0xA1, 0xF7),
    "big5": (0xA1, 0xC6),
    "euc_jp": (0xA1, 0xFE),
    "euc_kr": (0xA1, 0xC8),
}
EMOJI_PART = "noto-emoji-*-400-normal.woff2"
EMOJI = "NotoEmoji-Regular.ttf"
# Its name is reserved for the unmodified font.
UNMODIFIED = (
    "Carlito-Regular.ttf",
    "Carlito-Bold.ttf",
    "Carlito-Italic.ttf",
    "Carlito-BoldItalic.ttf",
)
FONTS = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansMath-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
)


def main(source: Path, target: Path) -> None:
    """Write every font and the coverage list into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for name in UNMODIFIED:
        shutil.copyfile(_only(source, name), target / name)
    for name in FONTS:
        font = TTFont(_only(source, name))
        _write(font, sorted(font.getBestCmap()), target / name)
    cjk = TTFont(_only(source, CJK), fontNumber=CJK_FACE)
    _write(cjk, sorted(_everyday_cjk() & set(cjk.getBestCmap())), target / "NotoSansCJK-Subset.otf")
    emoji = merge.Merger().merge([str(path) for path in sorted(source.rglob(EMOJI_PART))])
    _write(emoji, sorted(emoji.getBestCmap()), target / EMOJI)
    shown = set(chain.from_iterable(TTFont(path).getBestCmap() for path in _fonts(target)))
    (target / COVERAGE).write_text("".join(_ranges(sorted(shown))), encoding="ascii")


def _only(folder: Path, name: str) -> Path:
    return next(folder.rglob(name))


def _fonts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in {".ttf", ".otf"})


def _write(font: TTFont, characters: list[int], path: Path) -> None:
    options = subset.Options(hinting=False, layout_features=["*"], notdef_outline=True)
    options.name_IDs = ["*"]
    options.drop_tables += ["DSIG", "MATH"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = None
    font.save(path)


def _everyday_cjk() -> set[int]:
    found = set(range(0x3000, 0x3100)) | set(range(0xFF00, 0xFFF0))
    for encoding, (first, last) in CJK_ENCODINGS.items():
        for lead in range(first, last + 1):
            for trail in range(0x40, 0xFF):
                char = bytes((lead, trail)).decode(encoding, "ignore")
                found |= {ord(char)} if len(char) == 1 else set()
    return {code for code in found if code >= 0x2000}


def _ranges(codes: list[int]) -> Iterator[str]:
    """Lines of `first-last` in hexadecimal."""
    first = last = codes[0]
    for code in [*codes[1:], sys.maxunicode + 1]:
        if code != last + 1:
            yield f"{first:x}-{last:x}\n"
            first = code
        last = code


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
