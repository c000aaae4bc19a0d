import type { RuleState } from "@/server/rules/queries";
import type { Tone } from "@/ui/tag";

export const stateTones: Record<RuleState, Tone> = {
  in_force: "done",
  coming: "selected",
  waiting: "due",
  returned: "late",
  past: "quiet",
  replaced: "quiet",
};
