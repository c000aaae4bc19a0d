import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isMoment, isoDays } from "./iso-days";

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

test("days become text however deep they lie, moments stay", () => {
  const recordedAt = new Date("2018-02-26T17:30:00Z");
  const row = {
    meetOn: midnight("2018-02-27"),
    birthDate: null,
    count: 3,
    forms: [
      { interviewedOn: midnight("2018-03-01"), recordedAt, decision: { months: ["2018-04"] } },
    ],
  };
  expect(isoDays(row)).toEqual({
    meetOn: "2018-02-27",
    birthDate: null,
    count: 3,
    forms: [{ interviewedOn: "2018-03-01", recordedAt, decision: { months: ["2018-04"] } }],
  });
});

test("a value that is no row of ours is left as it is", () => {
  const bytes = new Uint8Array([1, 2]);
  expect(isoDays({ bytes, answeredOn: undefined })).toEqual({ bytes, answeredOn: undefined });
});

test("every column of the schema is named for what it holds, a day or a moment", () => {
  const schema = readdirSync("prisma/schema")
    .filter((file) => file.endsWith(".prisma"))
    .flatMap((file) => readFileSync(`prisma/schema/${file}`, "utf8").split("\n"))
    .map((line) => /^ {2}(\w+) +DateTime\b.*@db\.(\w+)/.exec(line))
    .filter((match) => match !== null);
  expect(schema.length).toBeGreaterThan(100);
  for (const [, name, type] of schema)
    expect([name, isMoment(name ?? "")]).toEqual([name, type !== "Date"]);
});
