import { expect } from "@playwright/test";
import { test } from "./support";

test("a link opens its page within the frame, by key as well, and elsewhere with Ctrl", async ({
  as,
}) => {
  const page = await as("baac.mueang");
  await page.goto("/");
  await page.evaluate(() => document.body.setAttribute("data-seen", "kept"));
  const frame = page.locator("body[data-seen=kept]");
  const people = page.getByRole("navigation", { name: "เมนูหลัก" }).getByText("ผู้มีบัตร");

  await people.click();
  await expect(page).toHaveURL(/\/holders$/);
  await expect(frame).toBeAttached();

  const first = page.getByRole("rowheader").first().getByRole("link");
  await first.press("Enter");
  await expect(page).toHaveURL(/\/holders\/[0-9a-f-]{36}$/);
  await expect(frame).toBeAttached();
  await page.goBack();
  await expect(page).toHaveURL(/\/holders$/);

  const elsewhere = page.context().waitForEvent("page");
  await first.click({ modifiers: ["ControlOrMeta"] });
  await expect(await elsewhere).toHaveURL(/\/holders\/[0-9a-f-]{36}$/);
  await expect(page).toHaveURL(/\/holders$/);
});
