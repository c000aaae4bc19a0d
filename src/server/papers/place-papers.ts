import { localGovernmentOf } from "@/domain/local-government";
import type { OfficialPaper } from "@/domain/official-paper";
import { formatPhone } from "@/domain/phone";
import { rulesOn } from "@/domain/rules/sets";
import { formatThaiDate, formatThaiPeriod } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { listPlaces } from "@/server/places/queries";
import { listHostLetters } from "@/server/preparation/queries";
import { listReceivingDuties } from "@/server/receiving/queries";
import type { Scoped } from "@/server/scope";
import { districtFrame, numbered, ofOffice, text } from "./parts";

/** To the local government of one subdistrict: tell the people, help with the place. */
export async function hostLetter(
  scope: Scoped,
  subdistrictCode: string,
): Promise<OfficialPaper | null> {
  const letter = (await listHostLetters(scope)).find(({ code }) => code === subdistrictCode);
  if (!letter) return null;
  const places = await listPlaces(scope);
  const { office, district, reference } = await districtFrame(scope);
  return {
    ...(await ofOffice(scope, office)),
    subject: say("papers.hostSubject"),
    to: letter.addressee ?? localGovernmentOf(letter.code, letter.name).addressee,
    reference,
    enclosed: [say("papers.hostEnclosed", { district, subject: say("papers.noticeSubject") })],
    body: [
      text(say("papers.hostWhy")),
      text(say("papers.hostBody", { district, count: String(places.length) })),
      {
        kind: "items",
        items: places.map(({ name, opensOn, closesOn }) =>
          say("papers.hostPlace", { place: name, period: formatThaiPeriod(opensOn, closesOn) }),
        ),
      },
      text(say("papers.hostWish", { subdistrict: letter.name })),
    ],
  };
}

/** The district's notice: every place with its days; null while there is none. */
export async function placeNotice(scope: Scoped): Promise<OfficialPaper | null> {
  const places = await listPlaces(scope);
  if (places.length === 0) return null;
  const { office, district, today } = await districtFrame(scope);
  const { from, until } = rulesOn(scope.ruleSets, today).walkIn.value;
  const phone = office.phone ? say("papers.call", { phone: formatPhone(office.phone) }) : "";
  return {
    ...(await ofOffice(scope, office, "notice")),
    subject: say("papers.noticeSubject"),
    body: [
      text(say("papers.noticeWhy", { from: formatThaiDate(from), until: formatThaiDate(until) })),
      text(say("papers.noticeWhat", { district })),
      {
        kind: "table",
        caption: say("papers.noticeSubject"),
        head: [say("papers.order"), say("papers.place"), say("papers.days")],
        rows: numbered(
          places.map(({ name, opensOn, closesOn }) => [name, formatThaiPeriod(opensOn, closesOn)]),
        ),
      },
      text(say("papers.noticeBring")),
      text(say("papers.noticeProxy", { district, phone }).trim()),
      text(say("papers.noticeClose")),
    ],
  };
}

/** The district's order that appoints who receives where; null while nobody is named. */
export async function receivingOrder(scope: Scoped): Promise<OfficialPaper | null> {
  const duties = await listReceivingDuties(scope);
  const first = duties.map(({ fromOn }) => fromOn).sort()[0];
  if (!first) return null;
  const { office, district } = await districtFrame(scope);
  return {
    ...(await ofOffice(scope, office, "order")),
    subject: say("papers.receivingSubject"),
    body: [
      text(say("papers.receivingWhy", { district })),
      {
        kind: "table",
        caption: say("papers.receivingSubject"),
        head: [
          say("papers.order"),
          say("papers.name"),
          say("papers.position"),
          say("papers.place"),
          say("papers.days"),
        ],
        rows: numbered(
          duties.map(({ officer, place, fromOn, untilOn }) => [
            officer.name,
            officer.position,
            place.name,
            formatThaiPeriod(fromOn, untilOn),
          ]),
        ),
      },
      text(say("papers.receivingDuties")),
      {
        kind: "items",
        items: [
          say("papers.receivingDuty1"),
          say("papers.receivingDuty2"),
          say("papers.receivingDuty3"),
        ],
      },
      text(say("papers.receivingFrom", { date: formatThaiDate(first) })),
    ],
  };
}
