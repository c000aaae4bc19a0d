import { readFieldOrder } from "@/domain/ministry";
import { say } from "@/i18n/words";
import { decryptNationalId } from "@/server/holders/national-id";
import type { Scoped } from "@/server/scope";
import { type Cell, emptySheet, rowsAtOnce, type SheetMaker } from "./columns";

/** A file for the Ministry from its stored lines; the full IDs are not in them and are read from each holder. */
export const ministrySheet: SheetMaker = async (scope, { file }) => {
  const found = file ? await scope.tx.ministryFile.findUnique({ where: { id: file } }) : null;
  if (!found) return emptySheet;
  const fields = readFieldOrder(found.fields);
  return {
    headers: fields.map((field) => say(`ministry.field_${field}`)),
    total: found.entries,
    pages: (async function* () {
      for await (const lines of linesOf(scope, found.id))
        yield lines.map(({ values, nationalId }) =>
          fields.map(
            (field): Cell => (field === "nationalId" ? nationalId : (values[field] ?? null)),
          ),
        );
    })(),
  };
};

async function* linesOf({ tx }: Scoped, fileId: string) {
  for (let done = 0; ; done += rowsAtOnce) {
    const lines = await tx.ministryFileLine.findMany({
      where: { fileId, position: { gt: done, lte: done + rowsAtOnce } },
      orderBy: { position: "asc" },
    });
    const people = await tx.holder.findMany({
      where: { id: { in: lines.map(({ holderId }) => holderId) } },
      select: { id: true, nationalIdEnc: true },
    });
    const idOf = new Map(
      people.map(({ id, nationalIdEnc }) => [id, decryptNationalId(nationalIdEnc, id)]),
    );
    yield lines.map(({ holderId, rowValues }) => ({
      values: rowValues,
      nationalId: idOf.get(holderId) ?? null,
    }));
    if (lines.length < rowsAtOnce) return;
  }
}
