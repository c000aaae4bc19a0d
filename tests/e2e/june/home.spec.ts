import { expect } from "@playwright/test";
import { expectExactCards } from "../home-cards";
import { expectGoodPage, test, visit } from "../support";

for (const login of [
  "governor",
  "treasury",
  "chief.sungmen",
  "secretary.sungmen",
  "cdd.sungmen",
  "agency.baac",
])
  test(`in June each number of the home page of ${login} opens exactly what it counts`, async ({
    as,
  }) => {
    await expectExactCards(await as(login));
  });

test("after the weeks of the desks a receiving officer's home counts no day that is over", async ({
  as,
}) => {
  const page = await as("desk1.sungmen");
  await visit(page, "/");
  await expectGoodPage(page);
  await expect(page.getByText("ในจำนวนนี้ ท่านรับแจ้ง")).toHaveCount(0);
});
