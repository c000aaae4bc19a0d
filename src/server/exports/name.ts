import type { WrittenOrder } from "@/domain/export-order";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { getAreaNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** `รายชื่อผู้มีบัตร อำเภอลอง 26 ก.พ. 61.xlsx`, the sheet's name `ข้อมูล ณ 26 ก.พ. 61`, and the title of a table. */
export async function nameOfExport({ tx, actor }: Scoped, order: WrittenOrder) {
  const date = formatThaiDateShort(await programmeDate(tx));
  const names = await getAreaNames(
    {
      provinceCode: actor.provinceCode,
      districtCode: actor.districtCode ?? order.filter.district ?? null,
    },
    tx,
  );
  const place = names.district
    ? say("words.district", { name: names.district })
    : provinceNamed(names.province ?? "");
  const file = order.file
    ? await tx.ministryFile.findUnique({ where: { id: order.file }, select: { number: true } })
    : null;
  const what = file
    ? say("exports.ministryFile", { number: String(file.number) })
    : say(`exports.list_${order.list}`);
  return {
    fileName: `${what} ${place} ${date}.${order.format}`,
    title: say("exports.asOf", { date }),
    heading: `${what} ${place}`,
  };
}
