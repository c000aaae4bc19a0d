import { expectExactCards } from "../home-cards";
import { test } from "../support";

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
