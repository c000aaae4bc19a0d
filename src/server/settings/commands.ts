import { z } from "zod";
import { daysPassed } from "@/domain/daily";
import { decisionFields } from "@/domain/decision";
import type { Subject } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { rulesOn } from "@/domain/rules/sets";
import { fitsRules, isNational, settingProposal } from "@/domain/settings";
import { isDemo, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { snapshotDays } from "@/server/daily/take";
import { askGovernor, decisionOn } from "@/server/delegations/decision";
import type { Scoped } from "@/server/scope";

/** Moves the demo's programme date forward, to show windows and deadlines. Never back, and only in the demo. */
export const advanceClock = defineCommand({
  name: "advanceClock",
  action: "clock.advance",
  input: z.strictObject({ to: z.iso.date() }),
  subject: async () => ({ type: "setting", id: "programme_on" }),
  detail: ({ to }) => ({ to }),
  async run({ tx, input, today, ruleSets }) {
    if (!(await isDemo(tx))) throw new Refusal("NOT_ALLOWED");
    if (input.to <= today) throw invalid({ to: "clock.onlyForward" });
    if (input.to > "2019-12-31") throw invalid({ to: "clock.tooFar" });
    // The days that pass get the numbers of this moment; each is marked with the true time.
    const holidays = rulesOn(ruleSets, today).fieldworkHolidays.value;
    const passed = snapshotDays(ruleSets, daysPassed(today, input.to, holidays));
    await tx.$queryRaw`SELECT app.take_snapshots(${passed}::date[], 'clock')`;
    await tx.setting.updateMany({
      where: { key: "programme_on" },
      data: { value: input.to, updatedAt: new Date() },
    });
    return { programmeOn: input.to };
  },
});

const ownProvince = async ({ actor }: Scoped): Promise<Subject> => ({
  type: "province",
  id: actor.provinceCode,
  provinceCode: actor.provinceCode,
});

/** Proposes another value from a day on. Local: from today or later; national: as in the Ministry's letter. */
export const prepareSetting = defineCommand({
  name: "prepareSetting",
  action: "province.prepare",
  input: settingProposal,
  subject: ownProvince,
  detail: ({ key, value, fromOn }) => ({ key, value, fromOn }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    const national = isNational(input.key);
    if (!fitsRules(rulesOn(scope.ruleSets, input.fromOn), input.key, input.value))
      throw invalid({ value: "date" });
    if (!national && input.fromOn < today) throw invalid({ fromOn: "past" });
    if (input.letterOn && input.letterOn > today) throw invalid({ letterOn: "future" });
    const provinceCode = actor.provinceCode ?? "";
    if (input.districtCode?.startsWith(provinceCode) === false)
      throw invalid({ districtCode: "wrong" });
    await tx.settingEntry.createMany({
      data: [
        {
          id,
          provinceCode,
          districtCode: input.districtCode,
          scope: national ? "national" : "local",
          key: input.key,
          value: input.value,
          fromOn: toDateColumn(input.fromOn),
          reason: input.reason,
          letterNumber: national ? input.letterNumber : null,
          letterOn: national && input.letterOn ? toDateColumn(input.letterOn) : null,
          preparedById: actor.id,
          preparedOn: toDateColumn(today),
        },
      ],
    });
    await askGovernor(scope);
    return { settingEntryId: id };
  },
});

/** The decision of the governor, or of staff under the governor's order. A national setting needs two persons. */
export const decideSetting = defineCommand({
  name: "decideSetting",
  action: "province.decide",
  input: z.strictObject({ entryId: z.uuid(), ...decisionFields }),
  subject: async ({ tx }, { entryId }) => {
    const entry = await tx.settingEntry.findUnique({ where: { id: entryId } });
    return entry && { type: "setting_entry", id: entry.id, provinceCode: entry.provinceCode };
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input } = scope;
    const entry = await tx.settingEntry.findUniqueOrThrow({ where: { id: input.entryId } });
    if (
      entry.scope === "national" &&
      entry.preparedById === actor.id &&
      input.outcome === "approved"
    )
      throw new Refusal("NEEDS_OTHER_OFFICER");
    const data = await decisionOn(scope, entry, input);
    const { count } = await tx.settingEntry.updateMany({
      where: { id: entry.id, decision: "pending" },
      data,
    });
    if (count === 0) throw new Refusal("CONFLICT");
    return { settingEntryId: entry.id };
  },
});
