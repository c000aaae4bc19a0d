import type {
  ImportBatch,
  listMended,
  namesOfSubdistricts,
  RejectionRow,
} from "@/server/imports/queries";

export type ImportViewProps = {
  batch: ImportBatch;
  rejected: RejectionRow[];
  mended: Awaited<ReturnType<typeof listMended>>;
  sample: string[][];
  areas: Awaited<ReturnType<typeof namesOfSubdistricts>>;
  subdistricts: readonly { value: string; label: string }[];
  mayRun: boolean;
};

/** Only what the card about the reading needs is sent to the browser. */
export function readable({ id, reading, choice, fileName, status }: ImportBatch) {
  return { id, reading, choice, fileName, status };
}
