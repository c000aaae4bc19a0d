import { z } from "zod";
import { Refusal } from "@/domain/result";
import { isDemo } from "@/server/clock";
import { defineCommand } from "@/server/command";

/** Moves the demo's programme date forward, so that windows and deadlines can be seen. Never back, never elsewhere. */
export const advanceClock = defineCommand({
  name: "advanceClock",
  action: "clock.advance",
  input: z.strictObject({ to: z.iso.date() }),
  subject: async () => ({ type: "setting", id: "programme_on" }),
  detail: ({ to }) => ({ to }),
  async run({ tx, input, today }) {
    if (!(await isDemo(tx))) throw new Refusal("NOT_ALLOWED");
    if (input.to <= today) throw new Refusal("INVALID", undefined, { to: ["clock.onlyForward"] });
    if (input.to > "2019-12-31") throw new Refusal("INVALID", undefined, { to: ["clock.tooFar"] });
    await tx.setting.updateMany({
      where: { key: "programme_on" },
      data: { value: input.to, updatedAt: new Date() },
    });
    return { programmeOn: input.to };
  },
});
