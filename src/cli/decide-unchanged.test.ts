import { createHash } from "node:crypto";
import { Readable, Writable } from "node:stream";
import { factLines } from "@tests/builders/fact-lines";
import { expect, test } from "vitest";
import { runDecide } from "@/cli/decide";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";

/** A B.E. year sent as C.E. decided then, and is refused since. */
const lines = factLines(10_000).filter((line) => !line.includes('"2561-'));
/** SHA-256 of the answers of commit ce58341 to these lines, from before rules were looked up by date. */
const answersOfCe58341 = "166b22fa62efba21424966cfbfe94a62fe53b5969e66eb7f25e6eb61d90a1678";

test("nearly 10,000 lines of facts are answered to the letter as before the rules had dates", async () => {
  const answers = createHash("sha256");
  const output = new Writable({
    write(chunk, _encoding, done) {
      // The one name that was wrong: กรมพัฒนาธุรกิจการค้า is พค.
      answers.update(String(chunk).replaceAll('"พค."', '"กพค."'));
      done();
    },
  });
  expect(lines.length).toBeGreaterThan(9_900);
  // By the set of then alone: a later one decides later days anew.
  const sets = [ruleSetsOfCode[0]] as const;
  await runDecide(Readable.from([`${lines.join("\n")}\n`]), output, { sets });
  expect(answers.digest("hex")).toBe(answersOfCe58341);
});
