import { projectAgencies } from "@/domain/agencies";
import { readRequest } from "@/domain/officers-request";
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
 * @param about the agency and how many it is asked for (`readRequest`)
 */
export async function officersRequest(scope: Scoped, about: string): Promise<OfficialPaper | null> {
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
  const request = readRequest(about, missing);
  if (!request) return null;
  const { agency, officers } = request;
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
      say("preparation.requestAsk", { district, agency: projectAgencies[agency].full, officers }),
      say("preparation.requestWish"),
    ].map(text),
  };
}
