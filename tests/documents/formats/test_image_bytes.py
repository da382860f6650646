"""A small file becomes no flood of images."""

from pathlib import Path

from mentorship.documents.formats.manuscript import Limits, Manuscript
from mentorship.documents.formats.pdf.reading import read_pdf
from tests.make.pdfs import LETTER, noise_on


def read(content: bytes, folder: Path, limits: Limits | None = None) -> Manuscript:
    path = folder / "upload.pdf"
    path.write_bytes(content)
    return read_pdf(path, folder, limits=limits or Limits())


def weight(copy: Manuscript, scale: int) -> int:
    """The bytes of all its images of this scale."""
    images = [image for page in copy.pages for image in page.images]
    return sum(image.path.stat().st_size for image in images if image.scale == scale)


def test_a_small_file_becomes_no_flood_of_images(tmp_path: Path) -> None:
    raw = noise_on(1, LETTER)
    share = Limits().image_bytes // 20  # of one of twenty pages

    flood = read(raw, tmp_path, Limits(image_bytes=2**40))
    assert len(raw) < 17_000
    assert weight(flood, 1) + weight(flood, 2) > share

    copy = read(raw, tmp_path, Limits(image_bytes=share))
    assert weight(copy, 1) + weight(copy, 2) <= share
    assert sum(one.stat().st_size for one in tmp_path.glob("*.webp")) <= share


def test_a_page_that_is_too_heavy_is_drawn_coarser_and_then_without_its_large_picture(
    tmp_path: Path,
) -> None:
    whole = read(noise_on(2), tmp_path)
    most = weight(whole, 1) + weight(whole, 2)

    to_the_byte = read(noise_on(2), tmp_path, Limits(image_bytes=most))
    coarser = read(noise_on(2), tmp_path, Limits(image_bytes=most - 1))
    few = read(noise_on(2), tmp_path, Limits(image_bytes=most // 8))

    assert "less-sharp" not in to_the_byte.notes
    assert all("less-sharp" in copy.notes for copy in (coarser, few))
    assert widths(to_the_byte) == [[225, 417], [225, 417]]
    assert widths(coarser) == [[225, 417], [225, 312]]
    assert [len(page.images) for page in few.pages] == [1, 1]
    assert weight(few, 1) <= most // 8
    assert not (tmp_path / "page-2@2x.webp").exists()


def test_no_page_is_too_heavy_to_be_seen(tmp_path: Path) -> None:
    copy = read(noise_on(1, LETTER), tmp_path, Limits(image_bytes=1))

    assert [len(page.images) for page in copy.pages] == [1]
    assert weight(copy, 1) < 10_000


def widths(copy: Manuscript) -> list[list[int]]:
    """Of each page's images, in pixels."""
    return [[image.width for image in page.images] for page in copy.pages]
