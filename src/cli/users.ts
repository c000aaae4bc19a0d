import { randomInt, randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { passwordInput } from "@/domain/password";
import { type Actor, type Role, roles } from "@/domain/policy";
import { type ConsoleKey, say } from "@/i18n/words";
import { type AnyCommand, execute } from "@/server/command";
import {
  addOfficer,
  disableOfficer,
  issueCode,
  resetPassword,
  revokeSessions,
} from "@/server/officers/commands";
import { findOfficer, listOfficers } from "@/server/officers/queries";
import { disconnect, scoped } from "@/server/scope";
import { Fault } from "./fault";

export const usage = `Usage: sukjai users add LOGIN --name NAME --role ROLE --position POSITION
                    [--province 54] [--district 5401] [--agency BAAC] [--phone 0812345678] [--password-stdin]
       sukjai users list [--role ROLE] [--district 5401]
       sukjai users disable LOGIN
       sukjai users reset LOGIN [--password-stdin]
       sukjai users revoke LOGIN
       sukjai users issue-code LOGIN --district 5402

ROLE       ${roles.slice(0, 4).join(" | ")} |
           ${roles.slice(4).join(" | ")}
--name     with title: "นางสาวพัชรินทร์ ใจมูล"
--province two digits; everybody but an administrator and a national reader. --district four digits; chief, secretary, receiving
           officer and account officer.
--agency   BAAC GSB DOPA CDD DOAE MOL LAO OTHER of an account officer, who gets a code at once;
           MOAC BAAC GSB GHB DOE DLPW DSD CDD DIT DBD SLF NSF of an agency officer.

Without --password-stdin a password is made and printed once. One that is given has 15 characters or more.
disable ends an officer's access; reset gives a new password and opens a locked sign-in; revoke signs him
out everywhere; issue-code gives an account officer one more code, for another district.
Every change is recorded as done by "console".`;

const options = {
  name: { type: "string" },
  role: { type: "string" },
  position: { type: "string" },
  province: { type: "string" },
  district: { type: "string" },
  agency: { type: "string" },
  phone: { type: "string" },
  "password-stdin": { type: "boolean", default: false },
} as const;

type Given = ReturnType<typeof read>["values"];
type Run = (actor: Actor, login: string, given: Given) => Promise<string>;

const commands: Record<string, Run> = {
  add,
  disable: async (actor, login) => {
    await change(actor, disableOfficer, { officerId: await idOf(actor, login) });
    return `${say("console.disabled")}: ${login}`;
  },
  reset: async (actor, login, given) => {
    const officerId = await idOf(actor, login);
    const password = await passwordFor(given);
    await change(actor, resetPassword, { officerId, password: password.text });
    return `${say("console.reset")}: ${login}${password.line}`;
  },
  revoke: async (actor, login) => {
    await change(actor, revokeSessions, { officerId: await idOf(actor, login) });
    return `${say("console.revoked")}: ${login}`;
  },
  "issue-code": async (actor, login, given) => {
    const officerId = await idOf(actor, login);
    const { code } = await change<{ code: string }>(actor, issueCode, {
      officerId,
      districtCode: required(given, "district"),
    });
    return `${say("console.codeIssued")}: ${login} ${code}`;
  },
};

/** `sukjai users …`: the officers who may sign in. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = read(args);
  const [name = "", login, ...rest] = positionals;
  try {
    if (name === "list" && !login) {
      process.stdout.write(await list(await consoleOfficer(), values));
      return 0;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command || rest.length > 0)
      throw new Fault(
        "unknownCommand",
        `There is no such command; "sukjai users --help" tells more.`,
        `"${["users", ...positionals].join(" ")}"`,
      );
    if (!login) throw new Fault("loginMissing", "A login is needed.");
    const line = await command(await consoleOfficer(), login.toLowerCase(), values);
    process.stdout.write(`${line}\n`);
    return 0;
  } finally {
    await disconnect();
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Fault("optionUnknown", (error as Error).message);
  }
}

async function consoleOfficer(): Promise<Actor> {
  const actor = await findOfficer({ login: "console" });
  if (!actor) throw new Fault("consoleMissing", `The officer "console" is missing.`);
  return actor;
}

async function add(actor: Actor, login: string, given: Given): Promise<string> {
  const asked = required(given, "role");
  const role = roles.find((each) => each === asked);
  if (!role)
    throw new Fault(
      "roleWrong",
      `There is no role "${asked}"; there are ${roles.join(", ")}.`,
      asked,
    );
  const officer = {
    login,
    name: required(given, "name"),
    role,
    position: required(given, "position"),
    provinceCode: given.province ?? given.district?.slice(0, 2) ?? null,
    districtCode: given.district ?? null,
    agency: given.agency ?? null,
    phone: given.phone ?? null,
  };
  const password = await passwordFor(given);
  const { code } = await change<{ code: string | null }>(actor, addOfficer, {
    ...officer,
    password: password.text,
  });
  return `${say("console.added")}: ${login}${code ? ` ${code}` : ""}${password.line}`;
}

async function list(actor: Actor, given: Given): Promise<string> {
  const filter = { role: given.role as Role | undefined, districtCode: given.district };
  const officers = await scoped(actor, (scope) => listOfficers(scope, filter));
  const lines = officers
    .filter(({ login }) => login !== "console")
    .map((officer) =>
      [
        officer.login,
        officer.name,
        officer.role,
        officer.position,
        officer.districtCode ?? officer.provinceCode ?? "-",
        officer.agency ?? "-",
        officer.codes.map(({ code }) => code).join(",") || "-",
        officer.status,
      ].join("\t"),
    );
  return lines.map((line) => `${line}\n`).join("");
}

async function idOf(actor: Actor, login: string): Promise<string> {
  const officer = await scoped(actor, ({ tx }) =>
    tx.officer.findUnique({ where: { login }, select: { id: true } }),
  );
  if (!officer || officer.id === actor.id)
    throw new Fault("loginUnknown", `There is no officer with the login "${login}".`, login);
  return officer.id;
}

function required(given: Given, option: "name" | "role" | "position" | "district"): string {
  const value = given[option];
  if (!value) throw new Fault("optionMissing", `--${option} is needed.`, `--${option}`);
  return value;
}

/** The password to set; `line` shows it if it was made here. */
async function passwordFor(given: Given): Promise<{ text: string; line: string }> {
  if (given["password-stdin"]) {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks)
      .toString("utf8")
      .replace(/\r?\n$/, "");
    if (!text) throw new Fault("passwordMissing", "There is no password on stdin.");
    return { text, line: "" };
  }
  const text = newPassword();
  return { text, line: `\n${say("console.passwordOnce")}: ${text}` };
}

/** 24 letters and digits that are not mistaken for each other, in groups of four: about 119 bits. */
function newPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  for (;;) {
    const groups = Array.from({ length: 6 }, () =>
      Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(""),
    );
    const password = groups.join("-");
    if (passwordInput.safeParse(password).success) return password;
  }
}

/** The sentence for a wrong field of a command. */
const faults: Record<string, [key: ConsoleKey, english: string]> = {
  login: ["loginWrong", "A login begins with a–z and has 3 to 60 of a–z 0–9 . _ -"],
  name: ["nameWrong", "The name is missing or too short."],
  position: ["positionWrong", "The position is missing or too short."],
  provinceCode: ["provinceWrong", "The province is missing or does not exist."],
  "officer.noProvince": [
    "provinceGiven",
    "This role belongs to no province: no province and no district are given.",
  ],
  districtCode: [
    "districtWrong",
    "The district is missing, does not exist or lies in another province.",
  ],
  agency: ["agencyWrong", "The agency is missing or unknown."],
  officerId: ["notAccountOfficer", "Only an account officer has a code."],
  "password.short": ["passwordShort", "The password needs 15 characters or more."],
  "password.long": ["passwordLong", "The password may have 200 characters at most."],
  "password.guessable": ["passwordGuessable", "The password is easily guessed."],
};

/** Runs a command as the console; a refusal becomes a sentence. */
async function change<Outcome>(
  actor: Actor,
  command: AnyCommand,
  input: unknown,
): Promise<Outcome> {
  const result = await execute(command, actor, { id: randomUUID(), input });
  if (result.ok) return result.value as Outcome;
  if (result.code === "ALREADY_RECORDED")
    throw command === issueCode
      ? new Fault("codeTaken", "The officer already has a code in that district.")
      : new Fault("loginTaken", "There is already an officer with that login.");
  const [field, messages] = Object.entries(result.fields ?? {})[0] ?? ["", []];
  const [key, english] = faults[messages?.[0] ?? ""] ?? faults[field] ?? ["refused", "Refused"];
  throw new Fault(key, english, key === "refused" ? `(${result.code} ${field})` : "");
}
