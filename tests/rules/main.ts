/** `npm run test:mutants -- rules`: every constant of the first rule set changed in turn; prints what no statement notices. */
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { isNoticed, mutantsOf } from "./mutants";
import { isTrueOf } from "./statement";
import { statements } from "./statements";

const [rules] = ruleSetsOfCode;
const untrue = statements.filter((statement) => !isTrueOf(statement, rules));
if (untrue.length > 0) throw new Error(`Not so without any mutant: ${untrue[0]?.says}`);

const mutants = mutantsOf(rules);
const survivors = mutants.filter((mutant) => !isNoticed(mutant, statements));
for (const { name, sources } of survivors)
  console.log(`SURVIVED ${name}  (${sources.map((source) => JSON.stringify(source)).join(", ")})`);
const killed = mutants.length - survivors.length;
console.log(`${mutants.length} mutants, ${killed} killed, ${survivors.length} survived`);
if (survivors.length > 0) process.exitCode = 1;
