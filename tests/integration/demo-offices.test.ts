import { demoOfficers } from "@tests/builders/demo-officers";
import { beforeAll, expect, it } from "vitest";
import { findContact, findOffice, listAgencyOffices } from "@/server/offices/queries";
import { draftPaper } from "@/server/papers/queries";
import { scoped } from "@/server/scope";
import { loadedDemo, signedIn } from "./demo-world";

/** The papers of the demo tell a person whom to ring and where to go: each of its offices has a street and a telephone. */
beforeAll(loadedDemo);

const street = /^ถนนสมมติ พร 54\d{3}$/;
const telephone = /^0-5400-0\d{3}$/;

it.each(demoOfficers.filter(({ role }) => role === "district_chief").map(({ login }) => login))(
  "the office of %s has street, postcode and telephone",
  async (login) => {
    const chief = await signedIn(login);
    const office = await scoped(chief, (scope) => findOffice(scope, chief.districtCode));
    expect(office.address).toMatch(street);
    expect(office.phone).toMatch(telephone);
  },
);

it("so have the province and each agency that has an office there, its head confirmed", async () => {
  const treasury = await signedIn("treasury");
  const province = await scoped(treasury, (scope) => findOffice(scope, null));
  expect(province).toMatchObject({ address: "ถนนไชยบูรณ์ พร 54000" });
  expect(province.phone).toMatch(telephone);
  const agencies = await scoped(treasury, listAgencyOffices);
  expect(agencies.filter(({ confirmed }) => !confirmed).map(({ agency }) => agency)).toEqual([
    "SLF",
    "NSF",
  ]);
  for (const { confirmed, phone } of agencies)
    expect(phone ?? "").toMatch(confirmed ? telephone : /^$/);
});

it("a holder's papers and a chief's letter carry them", async () => {
  const officer = await signedIn("baac.mueang");
  const contact = await scoped(officer, async (scope) => {
    const holder = await scope.tx.holder.findFirst({ where: { accountOfficerId: officer.id } });
    return findContact(scope, holder?.id ?? "");
  });
  expect(contact?.office.phone).toMatch(telephone);
  expect(contact?.officerPhone).toMatch(/^060000/);
  const letter = await scoped(await signedIn("chief.mueang"), (scope) =>
    draftPaper(scope, "officers_request", "BAAC", false),
  );
  expect(letter?.paper).toMatchObject({ address: "ถนนสมมติ พร 54000", phone: "0-5400-0101" });
});
