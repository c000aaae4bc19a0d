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
  mayRun: boolean;
};
