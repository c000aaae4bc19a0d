import { expect } from "@playwright/test";
import { expectExactCards } from "../home-cards";
import { phone, test } from "../support";

for (const login of ["governor", "treasury", "chief.denchai", "secretary.denchai", "agency.dsd"])
  test(`in March each number of the home page of ${login} opens exactly what it counts`, async ({
    as,
  }) => {
    await expectExactCards(await as(login));
  });

test("in March the appointments that an account officer has missed are counted and opened", async ({
  as,
}) => {
  const page = await as("baac.denchai", phone);
  const opened = await expectExactCards(page);
  expect(opened).toContain("/holders?meetBefore=2018-03-14");
  expect(opened.filter((href) => href.startsWith("/referrals"))).not.toEqual([]);
});
