import { buildAnswers } from "@tests/builders/answers";
import type { Random } from "@tests/builders/random";
import type { Answers } from "@/domain/assessment";

/** Interviews as they might go in Phrae: the work of a holder, why it is not enough, and what would help. */
const cases: readonly Partial<Answers>[] = [
  {},
  {
    causes: ["debt", "capital"],
    mainCause: "debt",
    debtKind: "informal",
    debtBurden: "heavy",
    projects: [{ project: "BAAC-04" }, { project: "BAAC-01" }],
    baacCustomer: "yes",
  },
  {
    occupation: "6130",
    causes: ["skill"],
    training: ["0803"],
    projects: [{ project: "MOAC-01" }, { project: "MOAC-02" }],
    farmerRegistry: "yes",
  },
  {
    occupation: "9622",
    occupationStatus: "employee",
    land: "none",
    causes: ["no_steady_work", "skill"],
    mainCause: "no_steady_work",
    training: ["0402"],
    projects: [{ project: "DOE-01" }, { project: "DSD-02" }],
    contactName: "ผู้ใหญ่บ้าน",
    contactPhone: "0600000000",
  },
  {
    occupation: "7318",
    occupationStatus: "own_account",
    land: "none",
    causes: ["no_trade_channel", "market"],
    mainCause: "no_trade_channel",
    training: ["0901", "0502"],
    projects: [{ project: "MKT-01" }, { project: "CDD-02" }],
  },
  {
    occupation: "5211",
    occupationStatus: "own_account",
    causes: ["capital"],
    training: ["0903"],
    projects: [{ project: "GSB-08" }, { project: "GSB-01" }],
  },
  {
    occupation: "9999",
    land: "none",
    causes: ["caring", "ill_or_disabled"],
    mainCause: "caring",
    wantedOccupation: "same",
    training: ["none"],
    availableDays: ["none"],
    projects: [{ project: "NSF-01" }],
    socialSecurity: "no",
  },
];

const noReasons = ["has_work", "no_time", "caring", "too_old_or_ill", "too_far"] as const;

/** When the follow-ups of June were arranged: the month's Tuesdays and Thursdays. */
const followUpDays = [5, 7, 12, 14, 19, 21, 26, 28].map(
  (day) => `2018-06-${String(day).padStart(2, "0")}`,
);

/** The answers of one interview of the demo; `on` is the day on the form. */
export function demoAnswers(
  random: Random,
  { wish, on }: { wish: "yes" | "no"; on: string },
): Answers {
  return buildAnswers({
    ...random.pick(cases),
    monthlyIncome: random.int(4, 45) * 100,
    dependants: [random.pick(["elder", "child", "none"] as const)],
    workLimit: random.chance(0.15) ? "yes" : "no",
    travel: random.pick(["village", "subdistrict", "district"] as const),
    wish,
    wishReason: wish === "no" ? random.pick(noReasons) : undefined,
    interviewedOn: on,
    ...nextContact(random.int(0, 9_999_999)),
  });
}

const nextContact = (number: number) => ({
  nextContactOn: followUpDays[number % followUpDays.length],
  phone: `060${String(number).padStart(7, "0")}`,
});
