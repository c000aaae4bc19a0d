import { createHash } from "node:crypto";
import { Readable, Writable } from "node:stream";
import { factLines } from "@tests/builders/fact-lines";
import { expect, test } from "vitest";
import { runDecide } from "@/cli/decide";

/** SHA-256 of the answers of commit ce58341 to these lines, from before rules were looked up by date. */
const answersOfCe58341 = "c27e7177e92ed480b20f94138a1e194ad435225cc58800cf3d9fbfe700edea2d";

test("10,000 lines of facts are answered to the letter as before the rules had dates", async () => {
  const answers = createHash("sha256");
  const output = new Writable({
    write(chunk, _encoding, done) {
      // The one name that was wrong: กรมพัฒนาธุรกิจการค้า is พค.
      answers.update(String(chunk).replaceAll('"พค."', '"กพค."'));
      done();
    },
  });
  await runDecide(Readable.from([`${factLines(10_000).join("\n")}\n`]), output);
  expect(answers.digest("hex")).toBe(answersOfCe58341);
});
