import type { WrittenOrder } from "@/domain/export-order";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { exports as texts } from "@/i18n/th/exports";
import { words } from "@/i18n/th/words";
import { getAreaNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** `รายชื่อผู้มีบัตร อำเภอลอง 26 ก.พ. 61.xlsx`, and the sheet's name `ข้อมูล ณ 26 ก.พ. 61`. */
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
    ? words.district.replace("{name}", names.district)
    : words.province.replace("{name}", names.province ?? "");
  const file = order.file
    ? await tx.ministryFile.findUnique({ where: { id: order.file }, select: { number: true } })
    : null;
  const what = file
    ? texts.ministryFile.replace("{number}", String(file.number))
    : texts[`list_${order.list}`];
  return {
    fileName: `${what} ${place} ${date}.${order.format}`,
    title: texts.asOf.replace("{date}", date),
  };
}
