// The ways a reader in a process of its own ends: a refusal by its code in src/domain/import/reasons.ts, with its place.
export class Refused extends Error {
  constructor(code, detail = {}) {
    super(code);
    this.detail = detail;
  }
}

/** Characters that a cell of a workbook can hold; no cell of a list is longer, of whatever kind the file is. */
export const longestCell = 32_767;
