// Invented papers for preview.mjs, as base64: two pages that try to run a script, and papers that are hard to show.

import { deflateSync, crc32 } from "node:zlib";

const HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
/** Letters that the paper does not bring, under a map of signs that pdf.js must look up. */
const JAPANESE = "<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/90ms-RKSJ-H/DescendantFonts[<</Type/Font"
  + "/Subtype/CIDFontType0/FontDescriptor<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 6>>/BaseFont/Ryumin-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>]>>";

export const papers = {
  pdf: pdf(["Attestation d'hebergement", "Page suivante"].map((words) => `BT /F1 28 Tf 60 760 Td (${words}) Tj ET`), HELVETICA),
  japanese: pdf(["BT /F1 28 Tf 60 760 Td <93fa967b8cea> Tj ET"], JAPANESE),
  endless: endless(),
  huge: png(10_000, 10_000),
  svg: base64('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "SVG"</script><rect width="9" height="9"/></svg>'),
  heic: base64("\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
};

/** One page for each text; opening it asks for a script. */
function pdf(contents, font) {
  const kids = contents.map((_, index) => `${index + 4} 0 R`).join(" ");
  const first = 4 + contents.length;
  return written([
    "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
    `<</Type/Pages/Kids[${kids}]/Count ${contents.length}>>`,
    font,
    ...contents.map((_, index) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + index} 0 R>>`),
    ...contents.map((text) => stream(text)),
  ]);
}

/** Each of forty drawings draws the next one ten times: nobody gets to its end. */
function endless() {
  const LEVELS = 40;
  const again = "/X Do ".repeat(10);
  const levels = Array.from({ length: LEVELS }, (_, level) => {
    const next = level + 1 < LEVELS ? `/Resources<</XObject<</X ${level + 5} 0 R>>>>` : "";
    return stream(next ? again : "0 0 1 1 re f", `/Type/XObject/Subtype/Form/BBox[0 0 9 9]${next}`);
  });
  return written([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 4 0 R>>>>/Contents ${LEVELS + 4} 0 R>>`,
    ...levels,
    stream(again),
  ]);
}

function stream(text, more = "") {
  return `<<${more}/Length ${text.length}>>stream\n${text}\nendstream`;
}

function written(objects) {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  return base64(`${file}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`);
}

/** One bit a pixel: a few kilobytes that become four hundred megabytes. */
function png(width, height) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = Buffer.alloc(height * (1 + width / 8), 0x55);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width / 8)] = 0;
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]).toString("base64");
}

function base64(text) {
  return Buffer.from(text, "latin1").toString("base64");
}
