import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { districtOf } from "@/domain/areas";
import type { ListedHolder } from "@/domain/import/row";
import { nameSearchKey } from "@/domain/names";
import { encryptNationalId, nationalIdIndex } from "@/server/holders/national-id";
import type { JobClient } from "./job-connection";

const columns = `batch_id, row_number, accepted, id, national_id_index, national_id_enc, national_id_last4, title,
  first_name, last_name, birth_date, birth_date_precision, district_code, subdistrict_code, moo, house_no, ministry_phone,
  ministry_occupation, income_2559_satang, search_name`;

/** A row as a line of COPY's text format. */
export function stagedHolder(batchId: string, rowNumber: number, holder: ListedHolder): string {
  const id = randomUUID();
  return copyLine([
    batchId,
    rowNumber,
    "t",
    id,
    hex(nationalIdIndex(holder.nationalId)),
    hex(encryptNationalId(holder.nationalId, id)),
    holder.nationalId.slice(-4),
    holder.title,
    holder.firstName,
    holder.lastName,
    holder.birthDate,
    holder.birthPrecision,
    districtOf(holder.subdistrictCode),
    holder.subdistrictCode,
    holder.villageNo,
    holder.houseNo,
    holder.phone,
    holder.occupation,
    holder.incomeSatang,
    nameSearchKey(holder.firstName, holder.lastName),
  ]);
}

/** A rejected row with a readable ID: its holder counts as in the file, though no value is taken from the row. */
export function stagedRejection(batchId: string, rowNumber: number, nationalId: string): string {
  const known = [batchId, rowNumber, "f", randomUUID(), hex(nationalIdIndex(nationalId))];
  return copyLine([...known, ...Array<null>(15).fill(null)]);
}

/** Sends the lines of a chunk to the staging table. */
export async function copyToStaging(client: JobClient, lines: readonly string[]): Promise<void> {
  const target = client.query(copyFrom(`COPY staging.import_row (${columns}) FROM STDIN`));
  await pipeline(Readable.from([lines.join("")]), target);
}

/** Values as a line of COPY's text format. */
export function copyLine(values: readonly (string | number | null)[]): string {
  return `${values.map(copyText).join("\t")}\n`;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function copyText(value: string | number | null): string {
  if (value === null) return "\\N";
  return typeof value === "number"
    ? String(value)
    : value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign);
}

function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}
