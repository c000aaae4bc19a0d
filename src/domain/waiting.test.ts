import { expect, test } from "vitest";
import { waitingSince } from "./waiting";

const facts = { listedOn: "2018-01-25", mustReach: true, firstYesOn: null, assignedOn: null };

test.each([
  ["whoever must be reached, from the list on", {}, "2018-01-25"],
  ["the same after a yes at the desk", { firstYesOn: "2018-02-20" }, "2018-01-25"],
  ["a volunteer, from the yes", { mustReach: false, firstYesOn: "2018-02-20" }, "2018-02-20"],
  [
    "a volunteer who came on the list after it",
    { mustReach: false, firstYesOn: "2018-01-20" },
    "2018-01-25",
  ],
  [
    "anybody, from the day on which the officer was taken away",
    { assignedOn: "2018-02-12" },
    "2018-02-12",
  ],
  [
    "a volunteer whose officer was taken away before the yes",
    { mustReach: false, firstYesOn: "2018-02-20", assignedOn: "2018-02-12" },
    "2018-02-20",
  ],
])("waits: %s", (_, over, since) => {
  expect(waitingSince({ ...facts, ...over })).toBe(since);
});
