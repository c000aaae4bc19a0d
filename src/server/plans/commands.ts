import { z } from "zod";
import { optionalText, requiredDay } from "@/domain/fields";
import { planChanges } from "@/domain/plan";
import { invalid, Refusal } from "@/domain/result";
import { measureFrom } from "@/domain/rules/sets";
import { holderSubject } from "@/server/assessments/queries";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { listPlanVersions, planBasisOn } from "./queries";

const goal = optionalText(300);

/**
 * The next version of a plan that holder and account officer agreed on: the facts of that day decided again, what changed, and
 * their goals in each dimension. `version` is the one that was shown; CONFLICT if another is in force.
 */
export const agreePlan = defineCommand({
  name: "agreePlan",
  action: "plan.agree",
  input: z.strictObject({
    holderId: z.uuid(),
    version: z.int().min(1),
    agreedOn: requiredDay,
    goal1: goal,
    goal2: goal,
    goal3: goal,
    goal4: goal,
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  async run(scope) {
    const { tx, actor, input, subject, today, id, ruleSets } = scope;
    const { holderId, agreedOn } = input;
    const { provinceCode, districtCode } = subject;
    if (!provinceCode || !districtCode) throw new Refusal("NOT_FOUND");
    if (agreedOn > today) throw invalid({ agreedOn: "future" });
    if (agreedOn < measureFrom(ruleSets)) throw invalid({ agreedOn: "beforeMeasure" });
    const [inForce] = await listPlanVersions(scope, holderId);
    const now = await planBasisOn(scope, holderId, agreedOn);
    if (!inForce || !now || inForce.number !== input.version) throw new Refusal("CONFLICT");
    const changes = planChanges(inForce.basis, now);
    const goals = ([1, 2, 3, 4] as const).flatMap((dimension) => {
      const text = input[`goal${dimension}`];
      return text ? [{ dimension, goal: text }] : [];
    });
    const latest = await tx.planVersion.aggregate({ where: { holderId }, _max: { number: true } });
    const number = (latest._max.number ?? 0) + 1;
    await tx.planVersion.createMany({
      data: [
        {
          id,
          holderId,
          provinceCode,
          districtCode,
          number,
          assessmentId: inForce.assessmentId,
          source: "agreement",
          decision: now,
          changes,
          goals,
          agreedOn: toDateColumn(agreedOn),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { number, changes: changes.length };
  },
});
