/** What a file of an office may be: the scan of a signed paper, or the garuda at the head of its papers. */
export const mediaTypes = ["application/pdf", "image/png", "image/jpeg"] as const;
export type MediaType = (typeof mediaTypes)[number];

const megabyte = 1024 * 1024;

/** The most bytes of a file, by what it is for. */
export const largestPaperFile = { signed_scan: 10 * megabyte, garuda: megabyte } as const;
export type FilePurpose = keyof typeof largestPaperFile;

const beginnings: readonly { type: MediaType; bytes: readonly number[] }[] = [
  { type: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
];

/** What a file is by its first bytes, whatever its name says; null: none of those that are kept. */
export function mediaTypeOf(content: Uint8Array): MediaType | null {
  const found = beginnings.find(({ bytes }) =>
    bytes.every((byte, index) => content[index] === byte),
  );
  return found?.type ?? null;
}

/** Whether a file of this kind can be kept for this: a garuda is a PNG, whose size a Word file can be told. */
export const fits = (type: MediaType | null, purpose: FilePurpose): type is MediaType =>
  type !== null && (purpose === "signed_scan" || type === "image/png");

/** Width divided by height of a PNG, from its header. */
export function shapeOfPng(content: Uint8Array): number {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  return view.getUint32(16) / view.getUint32(20);
}
