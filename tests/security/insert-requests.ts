import { hasProvince, type Role, roles } from "@/domain/policy";
import type { Insert } from "./insert-rows";
import { type Row, type World, who } from "./world";
import {
  correctionRow,
  inquiryPassRow,
  inquiryRow,
  notificationRow,
  registrationDecisionRow,
  resolutionRow,
} from "./world-requests";

const staff: Role[] = roles.filter(hasProvince);

const home = "5401";
const officers: Role[] = [
  "district_chief",
  "district_secretary",
  "receiving_officer",
  "account_officer",
];

/** Good rows of what is asked of the office, and who may write them. */
export function requestInserts(world: () => World): Insert[] {
  const ofDistrict = (table: string) =>
    (world().rows[table] ?? []).filter((row) => row.district_code === home);
  const holderFor = (id: string) =>
    (world().holders.find((holder) => holder.accountOfficerId === id) ??
      world().holders.find(
        (holder) => holder.districtCode === home && holder.accountOfficerId === null,
      )) as World["holders"][number];
  return [
    {
      table: "correction",
      by: ["account_officer", "district_secretary"],
      row: (actor) => correctionRow(holderFor(actor.id), actor.id, { field: "name" }),
    },
    {
      // What a card shows at a desk: the birth date alone, where the list has none.
      table: "correction",
      by: ["account_officer", "district_secretary", "receiving_officer"],
      row: (actor) => correctionRow(holderFor(actor.id), actor.id, { field: "birth_date" }),
    },
    {
      table: "inquiry",
      by: [...officers, "provincial_officer"],
      row: (actor) => inquiryRow(home, actor.id),
    },
    {
      table: "resolution",
      by: ["district_chief", "district_secretary"],
      row: (actor) => resolutionRow(home, actor.id),
    },
    {
      // Of a meeting of the province, given to a chief.
      table: "resolution",
      by: ["provincial_officer"],
      row: (actor) =>
        resolutionRow(null, actor.id, {
          province_code: "54",
          owner_id: who(world(), "district_chief", home).id,
        }),
    },
    {
      table: "inquiry_pass",
      by: ["district_chief", "district_secretary", "account_officer", "provincial_officer"],
      row: (actor) => {
        const owned = ofDistrict("inquiry").find((row) => row.owner_id === actor.id);
        const inquiry = owned ?? (ofDistrict("inquiry")[0] as Row);
        return inquiryPassRow(inquiry, who(world(), "governor", "54").id, actor.id);
      },
    },
    {
      table: "registration_decision",
      by: ["provincial_officer"],
      row: (actor) => registrationDecisionRow(ofDistrict("registration")[0] as Row, actor.id),
    },
    {
      table: "notification",
      by: staff,
      row: (actor) => notificationRow(who(world(), "provincial_officer", "54").id, "54", actor.id),
    },
  ];
}
