import { getAreaNames, listProvinceNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { auditRead, type Scoped } from "@/server/scope";
import { person, shown } from "./person";

/** The district's holders who are away, by the province where they are. */
export async function listAway(scope: Scoped) {
  const { tx, actor } = scope;
  const rows = await tx.absence.findMany({
    where: { returnedOn: null, districtCode: actor.districtCode ?? "" },
    select: {
      id: true,
      awayProvinceCode: true,
      awayDistrict: true,
      phone: true,
      returnOn: true,
      holder: person,
    },
    orderBy: [{ awayProvinceCode: "asc" }, { notedOn: "asc" }, { id: "asc" }],
  });
  auditRead(scope, "holder.list", { type: "away", id: null }, { count: rows.length });
  const provinces = await listProvinceNames(tx);
  const nameOf = new Map(provinces.map(({ code, name }) => [code, name]));
  const home = await getAreaNames(actor, tx);
  return {
    today: await programmeDate(tx),
    home: { district: home.district ?? "", province: home.province ?? "" },
    people: rows.map(({ holder, returnOn, ...row }) => ({
      ...row,
      name: shown(holder).name,
      phone: row.phone ?? shown(holder).phone,
      awayProvince: nameOf.get(row.awayProvinceCode) ?? row.awayProvinceCode,
      returnOn: returnOn && fromDateColumn(returnOn),
    })),
  };
}
export type Away = Awaited<ReturnType<typeof listAway>>;
