import { expect, type Page } from "@playwright/test";
import { outlineFile, squaresOf } from "@tests/builders/outlines";
import { expectGoodPage, numberIn, phone, refusedRequest, test, visit } from "./support";

/** What a head sees in ten seconds, and the pictures behind it. */
test("the first screen of a chief says how far, where to help first and what waits, and the point of now opens its list", async ({
  as,
}) => {
  const page = await as("chief.mueang");
  await visit(page, "/");
  await expect(page.getByText("ควรช่วยก่อน")).toBeInViewport();
  await expect(page.getByText("ต้องได้วันละ")).toBeInViewport();
  await expect(page.getByText("วงเงินตามสิทธิที่คำนวณได้").first()).toBeInViewport();
  await expect(page.getByRole("heading", { name: "รอท่านดำเนินการ" })).toBeInViewport();
  const mark = page.getByRole("link", { name: /^ได้คำตอบแล้ว [\d,]+ คน ขณะนี้$/ });
  const people = numberIn(await mark.getAttribute("aria-label"));
  await expectGoodPage(page);
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `ผู้มีบัตร ${people.toLocaleString("en-US")} คน`,
  );
});

test("the governor goes from the whole to a district and its subdistricts, on a telephone as well", async ({
  as,
}) => {
  for (const look of [{}, phone]) {
    const page = await as("governor", look);
    await visit(page, "/figures/trend");
    await expect(page.getByRole("img", { name: /^เส้นผู้ที่ได้คำตอบแล้ว/ })).toHaveCount(8);
    await expect(page.getByRole("group", { name: /^เส้นผู้ที่ได้คำตอบแล้ว/ })).toBeVisible();
    await expectGoodPage(page);
    await page.getByRole("link", { name: "เปรียบเทียบ" }).click();
    await page.waitForURL("**/figures/compare");
    await expectGoodPage(page);
    await page.getByRole("row", { name: /^ลอง/ }).getByRole("link", { name: "ลอง" }).click();
    await page.waitForURL("**/figures/compare?district=5403");
    await expect(page.getByRole("row")).toHaveCount(11);
    await page.getByRole("link", { name: "แนวโน้ม" }).click();
    await page.waitForURL("**/figures/trend?district=5403");
    await expectGoodPage(page);
  }
});

test("how far a cohort comes: each bar opens its list, and each way of telling apart has its table", async ({
  as,
}) => {
  for (const look of [{}, phone]) {
    const page = await as("governor", look);
    await visit(page, "/figures/funnel");
    await expectGoodPage(page);
    await expect(
      page.getByRole("list", { name: "จำนวนที่ไปถึงแต่ละขั้น" }).getByRole("listitem"),
    ).toHaveCount(10);
    for (const [by, part] of [
      ["อายุ", "ไม่เกิน 60 ปี"],
      ["อำเภอ", "ลอง"],
      ["เพศ", "หญิง"],
    ] as const) {
      await page
        .getByRole("navigation", { name: "แยกตาม" })
        .getByRole("link", { name: by })
        .click();
      await expect(
        page.getByRole("columnheader", { name: part, exact: true }).first(),
      ).toBeVisible();
    }
    await expectGoodPage(page);
    const bar = page.getByRole("list", { name: "จำนวนที่ไปถึงแต่ละขั้น" }).getByRole("link").nth(2);
    const people = numberIn(await bar.textContent());
    await bar.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `ผู้มีบัตร ${people.toLocaleString("en-US")} คน`,
    );
  }
});

/** Presses Enter on an area of the map, and is on the list of those who are left there. */
async function openPlace(page: Page, name: string) {
  const place = page.getByRole("link", { name: new RegExp(`^${name} ได้คำตอบแล้ว`) });
  const said = (await place.getAttribute("aria-label")) ?? "";
  const left = numberIn(said.slice(said.indexOf("ยังไม่ได้คำตอบ")));
  await place.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `ผู้มีบัตร ${left.toLocaleString("en-US")} คน`,
  );
}

test.describe("a map", () => {
  // A file that is no map of the province is refused.
  test.use({ expectedComplaints: [refusedRequest] });

  test("the map is laid by hand until an administrator sends the outlines of the province; each place opens its list", async ({
    as,
  }) => {
    for (const look of [{}, phone]) {
      const governor = await as("governor", look);
      await visit(governor, "/figures/map");
      await expect(governor.getByRole("list", { name: "แผนที่" }).getByRole("listitem")).toHaveCount(
        8,
      );
      await expectGoodPage(governor);
      await visit(governor, "/figures/map?district=5401");
      await expect(governor.getByRole("list", { name: "แผนที่" }).getByRole("listitem")).toHaveCount(
        20,
      );
      await expectGoodPage(governor);
      await openPlace(governor, "ป่าแมต");
    }

    const admin = await as("admin");
    await visit(admin, "/area-maps");
    await expectGoodPage(admin);
    const send = async (features: readonly object[]) => {
      await admin.getByLabel("ไฟล์แนวเขต (GeoJSON)").setInputFiles({
        name: "แพร่.geojson",
        mimeType: "application/geo+json",
        buffer: Buffer.from(outlineFile(features)),
      });
      await admin.getByLabel("ที่มาของแนวเขต").fill("กรมการปกครอง พ.ศ. 2560");
      await admin.getByRole("button", { name: "นำเข้าแนวเขต" }).click();
    };
    await send(squaresOf("54").slice(1));
    await expect(admin.getByRole("alert").first()).toContainText("ขาดพื้นที่เหล่านี้: 5406");
    await expectGoodPage(admin);
    await send(squaresOf("54"));
    await expect(admin.getByText("นำเข้าแล้ว")).toBeVisible();
    await expect(admin.getByText("อำเภอทั้งจังหวัด")).toBeVisible();

    const governor = await as("governor", phone);
    await visit(governor, "/figures/map");
    await expect(governor.getByText("แนวเขต: กรมการปกครอง พ.ศ. 2560")).toBeVisible();
    await expectGoodPage(governor);
    await openPlace(governor, "สอง");
  });
});
