"""The kept pictures against the site as it is: a change that nobody meant is seen. `scripts/screenshots --reference` renews them."""

import base64

import pytest

import _kinds
import _pictures

ALLOWED = 0.02  # of the picture; the edges of letters differ from machine to machine, a moved line is more
# Both pictures are shrunk to a quarter, where letters are grey bands: what counts is where something stands, not its edges.
COMPARE = """async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (picture) => {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const [width, height] = [image.width >> 2, image.height >> 2];
    const canvas = new OffscreenCanvas(width, height), pen = canvas.getContext("2d");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(image, 0, 0, width, height);
    return { size: `${width} ${height}`, points: pen.getImageData(0, 0, width, height).data };
  }));
  if (one.size !== other.size) return 1;
  let differ = 0;
  for (let i = 0; i < one.points.length; i += 4) {
    const by = [0, 1, 2].map((j) => Math.abs(one.points[i + j] - other.points[i + j]));
    if (Math.max(...by) > 24) differ += 1;
  }
  return differ / (one.points.length / 4);
}"""


@pytest.fixture(scope="module")
def shown(built, chromium):
    taken_by = (_pictures.REFERENCE / "chromium.txt").read_text(encoding="ascii").strip()
    here = chromium.version.partition(".")[0]
    if taken_by != here:
        pytest.skip(
            f"the kept pictures are Chromium {taken_by}'s, this is {here}: scripts/screenshots --reference renews them"
        )
    with _kinds.served(built.folder) as base:
        yield base


@pytest.fixture(scope="module")
def compare(chromium):
    page = chromium.new_page()
    yield lambda *pictures: page.evaluate(COMPARE, [base64.b64encode(one).decode() for one in pictures])
    page.close()


@pytest.mark.parametrize("one", _pictures.KEPT, ids=lambda one: ".".join(map(str, one)))
def test_a_page_looks_as_it_looked(shown, compare, chromium, one):
    wanted = (_pictures.REFERENCE / (".".join(map(str, one)) + ".png")).read_bytes()
    assert compare(wanted, _pictures.kept(chromium, shown, one)) <= ALLOWED


def test_a_change_would_be_seen(shown, compare):
    """The same page in another dress is another picture."""
    english, arabic = (
        (_pictures.REFERENCE / f"clause-notes.{dress}.png").read_bytes() for dress in ("en.1280.light", "ar.1280.dark")
    )
    assert compare(english, arabic) > 10 * ALLOWED
