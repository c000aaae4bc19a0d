import { assignHolder, assignSubdistrict } from "./caseload/commands";
import type { AnyCommand } from "./command";
import {
  addOfficer,
  disableOfficer,
  issueCode,
  resetPassword,
  revokeSessions,
} from "./officers/commands";
import { advanceClock } from "./settings/commands";

/** Every command that the browser may post, by name. A command that is not listed here cannot be called. */
const commands: AnyCommand[] = [
  addOfficer,
  issueCode,
  disableOfficer,
  resetPassword,
  revokeSessions,
  advanceClock,
  assignSubdistrict,
  assignHolder,
];

const byName = new Map(commands.map((command) => [command.name, command]));

/** The command of that name, if there is one. */
export function commandNamed(name: string): AnyCommand | undefined {
  return byName.get(name);
}
