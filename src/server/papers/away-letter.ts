import type { OfficialPaper } from "@/domain/official-paper";
import { formatPhone } from "@/domain/phone";
import { governorOf, inProvince, provinceNamed } from "@/domain/province-name";
import { formatThaiDate } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import type { Scoped } from "@/server/scope";
import { listAway } from "@/server/visits/away";
import { districtFrame, numbered, ofOffice, text } from "./parts";

/**
 * A chief asks the own governor to write to the province in which people are; their list is the enclosure.
 * @param provinceCode of that province
 */
export async function awayLetter(
  scope: Scoped,
  provinceCode: string,
): Promise<OfficialPaper | null> {
  const away = await listAway(scope);
  const people = away.people.filter((one) => one.awayProvinceCode === provinceCode);
  const [first] = people;
  if (!first) return null;
  const { office, district, reference } = await districtFrame(scope);
  const there = inProvince(first.awayProvince);
  const name = provinceNamed(first.awayProvince);
  const title = say("papers.awayList", { district });
  const unknown = say("papers.notKnown");
  return {
    ...(await ofOffice(scope, office)),
    subject: say("papers.awaySubject", { there }),
    to: governorOf(office.provinceName),
    reference,
    enclosed: [say("papers.awayEnclosed", { there })],
    body: [
      text(say("papers.awayWhy")),
      text(say("papers.awayBody", { district, there, count: String(people.length) })),
      text(say("papers.awayWish", { name })),
    ],
    annex: {
      title,
      blocks: [
        {
          kind: "table",
          caption: title,
          head: [
            say("papers.order"),
            say("papers.name"),
            say("papers.there"),
            say("papers.telephone"),
            say("papers.back"),
          ],
          rows: numbered(
            people.map((person) => [
              person.name,
              [person.awayDistrict, name].filter(Boolean).join(" "),
              person.phone ? formatPhone(person.phone) : unknown,
              person.returnOn ? formatThaiDate(person.returnOn) : unknown,
            ]),
          ),
        },
      ],
    },
  };
}
