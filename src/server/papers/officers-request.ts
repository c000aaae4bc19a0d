import { projectAgencies, projectAgencyCodes } from "@/domain/agencies";
import type { OfficialPaper } from "@/domain/official-paper";
import { usualAssumptions } from "@/domain/outreach-plan";
import { formatThaiDate } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { headOfAgency } from "@/server/offices/queries";
import { listOutreachPlans, reckonOutreachPlan } from "@/server/preparation/queries";
import type { Scoped } from "@/server/scope";
import { districtFrame, ofOffice, text } from "./parts";

/**
 * The chief asks an agency for more account officers, with the figures of today's plan; null where the plan needs none.
 * @param asked the agency's code
 */
export async function officersRequest(scope: Scoped, asked: string): Promise<OfficialPaper | null> {
  const agency = projectAgencyCodes.find((code) => code === asked);
  if (!agency) return null;
  const { office, district, today, reference } = await districtFrame(scope);
  const [newest] = await listOutreachPlans(scope);
  const { facts, result } = await reckonOutreachPlan(
    scope,
    newest?.assumptions ?? usualAssumptions,
    today,
  );
  // Nothing is asked for that the plan does not need.
  if (!result.officersMissing) return null;
  const missing = result.officersMissing;
  return {
    ...(await ofOffice(scope, office)),
    subject: say("preparation.requestSubject", { district }),
    to: await headOfAgency(scope, agency),
    reference,
    body: [
      say("preparation.requestReason", {
        district,
        date: formatThaiDate(today),
        left: facts.left.all,
        days: result.fieldDays,
        until: formatThaiDate(facts.homeVisits.until),
        needed: result.officersNeeded ?? 0,
        officers: result.officers,
        shared: facts.shared.length,
        missing,
      }),
      say("preparation.requestAsk", { district, agency: projectAgencies[agency].full, missing }),
      say("preparation.requestWish"),
    ].map(text),
  };
}
