import { expect, test } from "vitest";
import { fits, mediaTypeOf } from "./paper-file";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

test("a file is what its first bytes say, not its name", () => {
  expect(mediaTypeOf(bytes("%PDF-1.7\n…"))).toBe("application/pdf");
  expect(mediaTypeOf(bytes("\x89PNG\r\n\x1a\n…"))).toBe("image/png");
  expect(mediaTypeOf(bytes("\xff\xd8\xff\xe0…"))).toBe("image/jpeg");
  for (const other of ["", "%PDF", "<svg onload=…>", "GIF89a", "PK\x03\x04"])
    expect(mediaTypeOf(bytes(other)), other).toBeNull();
});

test("a scan is a PDF or an image, a garuda a PNG", () => {
  expect(fits("application/pdf", "signed_scan")).toBe(true);
  expect(fits("application/pdf", "garuda")).toBe(false);
  expect(fits("image/png", "garuda")).toBe(true);
  expect(fits("image/jpeg", "garuda")).toBe(false);
  expect(fits(null, "signed_scan")).toBe(false);
});
