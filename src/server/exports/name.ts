import { monthOf } from "@/domain/calendar";
import type { WrittenOrder } from "@/domain/export-order";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDateShort, formatThaiMonthShort } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { getAreaNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
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
  const what = await nameOfFile(tx, order);
  return {
    fileName: `${what} ${place} ${date}.${order.format}`,
    title: say("exports.asOf", { date }),
    heading: `${what} ${place}`,
  };
}

/** What a file is called: one for the Ministry by its number or its month. */
async function nameOfFile(tx: Scoped["tx"], { list, file }: WrittenOrder): Promise<string> {
  if (file && list === "ministry") {
    const sent = await tx.ministryFile.findUnique({
      where: { id: file },
      select: { number: true },
    });
    if (sent) return say("exports.ministryFile", { number: String(sent.number) });
  }
  if (file && list === "month_run") {
    const sent = await tx.monthRunStep.findUnique({
      where: { id: file },
      select: { run: { select: { month: true } } },
    });
    if (sent)
      return say("exports.monthRunFile", {
        month: formatThaiMonthShort(monthOf(fromDateColumn(sent.run.month))),
      });
  }
  return say(`exports.list_${list}`);
}
