import { expect, test } from "vitest";
import { memberLine, readMember, seatsOf, teamInput, teamOn } from "./team";

const team = {
  districtCode: "5403",
  chairName: "นายวิรัตน์ สิทธิวงศ์",
  chairPosition: "นายอำเภอลอง",
  secretaryName: "นางสาวศิริพร เทพอินทร์",
  secretaryPosition: "ปลัดอำเภอ",
  fromOn: "2018-02-26",
};

test("lines are pasted with commas, tabs or bars; empty ones are nothing", () => {
  const members = "นายชาญชัย กันทะใจ, พนักงาน, ธ.ก.ส.\n\nนางรัตนา ไชยวังสาร\tเจ้าหน้าที่สินเชื่อ\tออมสิน\n";
  const read = teamInput.parse({ ...team, members });
  expect(seatsOf(read).map(({ membership, name, agency }) => [membership, name, agency])).toEqual([
    ["chair", "นายวิรัตน์ สิทธิวงศ์", null],
    ["member", "นายชาญชัย กันทะใจ", "ธ.ก.ส."],
    ["member", "นางรัตนา ไชยวังสาร", "ออมสิน"],
    ["secretary", "นางสาวศิริพร เทพอินทร์", null],
  ]);
});

test.each(["ชาญชัย กันทะใจ, พนักงาน", "นายชาญชัย กันทะใจ", "นายชาญชัย กันทะใจ, "])(
  "%j is no member: a title and a position are asked for",
  (line) => {
    expect(readMember(line)).toBeNull();
    const faults = teamInput.safeParse({ ...team, members: line }).error?.issues;
    expect(faults).toMatchObject([{ path: ["members"], message: "memberLine" }]);
  },
);

test("a chair without นาย, นาง or นางสาว is sent back", () => {
  const faults = teamInput.safeParse({ ...team, chairName: "วิรัตน์ สิทธิวงศ์" }).error?.issues;
  expect(faults).toMatchObject([{ path: ["chairName"], message: "title" }]);
});

test("a member's line reads back as the same member", () => {
  const member = { name: "นางมาลี แก้วคำ", position: "พัฒนากร", agency: "กรมการพัฒนาชุมชน" };
  expect(readMember(memberLine(member))).toEqual(member);
  const bare = { ...member, agency: null };
  expect(readMember(memberLine(bare))).toEqual(bare);
});

const order = (fromOn: string, untilOn: string | null, orderedOn = fromOn) => ({
  fromOn,
  untilOn,
  orderedOn,
});

test.each([
  { today: "2018-01-14", from: null },
  { today: "2018-01-15", from: "2018-01-15" },
  { today: "2018-03-01", from: "2018-03-01" },
  { today: "2018-03-31", from: "2018-03-01" },
  // The later order replaced the earlier: when it ends, nobody's comes back.
  { today: "2018-04-01", from: null },
])("the team on $today is by the order of $from", ({ today, from }) => {
  const orders = [order("2018-01-15", null), order("2018-03-01", "2018-03-31")];
  expect(teamOn(orders, today)?.fromOn ?? null).toBe(from);
});
