import { randomUUID } from "node:crypto";
import type { Actor } from "@/domain/policy";
import type { HolderRow, Row, World } from "./world";
import {
  capacityRow,
  consentRow,
  guideRow,
  linkRow,
  planRow,
  referralRow,
} from "./world-referrals";

type Pick = (actor: Actor) => HolderRow;

/** Good rows of the tables around referrals, in the name of the actor who tries. */
export function referralInserts(world: () => World, caseOf: Pick) {
  const assessmentOf = (holder: HolderRow) =>
    world().rows.assessment?.find((row) => row.holder_id === holder.id)?.id ??
    world().rows.assessment?.[0]?.id;
  /** One that was sent: the account officer's own, else one of the district. */
  const sentOf = (actor: Actor): Row => {
    const sent = (world().rows.referral ?? []).filter((row) => row.sent_on);
    return (
      sent.find((row) => row.recorded_by_id === actor.id) ??
      sent.find((row) => row.district_code === actor.districtCode) ??
      (sent[0] as Row)
    );
  };
  return [
    {
      table: "referral",
      by: ["account_officer" as const],
      row: (actor: Actor) =>
        referralRow(caseOf(actor), assessmentOf(caseOf(actor)), actor.id, {
          project: "MKT-01",
          agency: "CDD",
        }),
    },
    {
      table: "take_up_tally",
      by: [],
      row: () => ({
        province_code: "54",
        district_code: "5401",
        project: "BAAC-01",
        dimension: 2,
        category: "",
        agency: "BAAC",
        state: "withdrawn",
        waits_since: "1970-01-01",
        answer_days: 99,
        matters: 1,
      }),
    },
    {
      table: "referral_event",
      by: [],
      row: (actor: Actor) => {
        const { id, holder_id, province_code, district_code } = sentOf(actor);
        return {
          id: randomUUID(),
          referral_id: id,
          holder_id,
          province_code,
          district_code,
          step: "accept",
          state: "accepted",
          happened_on: "2018-02-22",
          by_id: actor.id,
        };
      },
    },
    {
      table: "referral_link",
      by: ["account_officer" as const, "district_secretary" as const],
      row: (actor: Actor) => linkRow(sentOf(actor), actor.id),
    },
    {
      table: "consent_event",
      by: ["account_officer" as const, "district_secretary" as const],
      row: (actor: Actor) => consentRow(caseOf(actor), actor.id),
    },
    {
      table: "plan_version",
      by: ["account_officer" as const],
      row: (actor: Actor) => planRow(caseOf(actor), assessmentOf(caseOf(actor)), actor.id, 9),
    },
    {
      table: "project_capacity",
      by: ["provincial_officer" as const, "agency_officer" as const],
      row: (actor: Actor) => capacityRow("54", actor.id, { from_on: "2018-03-01" }),
    },
    {
      table: "project_guide",
      by: ["provincial_officer" as const],
      row: (actor: Actor) => guideRow("54", actor.id),
    },
  ];
}
