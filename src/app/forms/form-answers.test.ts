import { expect, test } from "vitest";
import { restoredOf, shownBeside, within } from "./form-answers";
import type { AnyField } from "./form-field";

const fields: readonly AnyField[] = [
  { name: "outcome", kind: "choice", label: "" },
  { name: "note", kind: "text", label: "", when: { field: "outcome", is: ["refused"] } },
];
const shown = (given: Record<string, unknown>, of = fields) =>
  shownBeside(given, of).map(({ name }) => name);

test("a question is shown beside the answers that it depends on, also in the second form of a page", () => {
  expect(shown({ outcome: "approved" })).toEqual(["outcome"]);
  expect(shown({ outcome: "refused" })).toEqual(["outcome", "note"]);
  expect(shown({ "b.outcome": "refused" }, within("b.", fields))).toEqual(["b.outcome", "b.note"]);
});

test("a question that depends on one that the form does not have is a mistake, not hidden for ever", () => {
  const misspelt = [{ ...fields[0], name: "outcom" } as AnyField, ...fields.slice(1)];
  expect(() => shown({ outcome: "refused" }, misspelt)).toThrow("No question named outcome");
});

test("of what was kept only what is still offered is put back", () => {
  const choices = [{ value: "debt", label: "" }];
  const asked: AnyField[] = [
    { name: "obstacles", kind: "choices", label: "", choices },
    { name: "why", kind: "choice", label: "", choices },
    { name: "note", kind: "text", label: "" },
  ];
  expect(restoredOf(asked, { obstacles: ["debt", "gone"], why: "gone", note: "gone" })).toEqual({
    obstacles: ["debt"],
    why: "",
    note: "gone",
  });
});
