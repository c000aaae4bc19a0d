/** A short passage of the papers, exactly as scanned. */
export type Citation = {
  /** Where it is, in the words an officer would use. */
  clause: string;
  /** First character of the passage in the file, in UTF-16 code units (as String.slice counts). */
  offset: number;
  /** Length in UTF-16 code units. */
  length: number;
  quote: string;
  /** The corrected reading, where the scan is damaged (docs/programme.md 2.6). */
  reading?: string;
  /** SHA-256 of the quotation in UTF-8: holds it to the text where the papers are not at hand. */
  sha256: string;
};

/** The scanned papers that every citation points into. */
export const citedPapers = {
  file: "000_19565b0375dc88e8.txt",
  sha256: "3e63fb0a0793b45d4723c9dfa5ee2705e6d0b1c6a3c6c6322e23dd2c96a37d40",
} as const;
