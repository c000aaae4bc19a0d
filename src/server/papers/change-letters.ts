import type { WrittenPaper } from "@/domain/official-paper";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { programmeDate } from "@/server/clock";
import { findOffice } from "@/server/offices/queries";
import type { ChangedPeople, ChangedSum } from "@/server/rules/changed-people";
import type { RuleVersionView } from "@/server/rules/queries";
import type { Scoped } from "@/server/scope";
import { ofOffice, text } from "./parts";
import { issueOrDraft } from "./signed";

/** To each of these people what a version changes for them: a draft of the province's letter, to be numbered and signed. */
export async function changeLetters(
  scope: Scoped,
  version: RuleVersionView,
  people: ChangedPeople["people"],
): Promise<WrittenPaper[]> {
  if (people.length === 0) return [];
  const office = await findOffice(scope, null);
  const frame = await ofOffice(scope, office);
  const issue = await issueOrDraft(scope, null, await programmeDate(scope.tx), "governor");
  const { letterNumber: number, letterOn, about } = version;
  const reference = say("rules.letterReference", { number, date: formatThaiDate(letterOn) });
  return people.map(({ name, before, after, ...place }) => ({
    paper: {
      ...frame,
      subject: say("rules.letterSubject"),
      to: `${name} ${placeOf(place)}`,
      reference,
      body: [
        text(say("rules.letterCause", { about })),
        text(
          say("rules.letterChange", {
            province: office.province,
            before: sumOf(before),
            after: sumOf(after),
          }),
        ),
        text(say("rules.letterEnd", { district: place.subdistrict.district.name })),
      ],
    },
    issue,
  }));
}

type Place = Pick<ChangedPeople["people"][number], "houseNo" | "moo" | "subdistrict">;

const placeOf = ({ houseNo, moo, subdistrict }: Place) =>
  say("rules.letterPlace", {
    house: houseNo ?? "-",
    moo: String(moo ?? "-"),
    subdistrict: subdistrict.name,
    district: subdistrict.district.name,
  });

const sumOf = ({ satang, lastMonth }: ChangedSum) =>
  lastMonth
    ? say("rules.sumUntil", { baht: Number(satang) / 100, month: formatThaiMonth(lastMonth) })
    : say("rules.sumNone");
