import { expect, type Page } from "@playwright/test";

const formats = { csv: "CSV (UTF-8 เปิดด้วย Excel ได้)", xlsx: "Excel (.xlsx)" };

/** Orders the file on the exports page, waits for it and downloads it: where it lies on the disk. */
export async function exportAs(page: Page, format: keyof typeof formats): Promise<string> {
  await page.getByRole("radio", { name: formats[format] }).check();
  // By its own number: the same officer may be ordering another file in another window.
  const ordered = page.waitForResponse("**/api/commands");
  await page.getByRole("button", { name: "ส่งออก", exact: true }).click();
  const { value } = (await (await ordered).json()) as { value: { jobId: string } };
  const downloading = page.waitForEvent("download");
  await page.locator(`a[href="/api/exports/${value.jobId}"]`).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
  return file.path();
}
