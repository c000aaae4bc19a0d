import { expect, type Page } from "@playwright/test";

const formats = { csv: "CSV (UTF-8 เปิดด้วย Excel ได้)", xlsx: "Excel (.xlsx)" };

/** Orders the file on the exports page, waits for it and downloads it: where it lies on the disk. */
export async function exportAs(page: Page, format: keyof typeof formats): Promise<string> {
  await page.getByRole("radio", { name: formats[format] }).check();
  const files = page.getByRole("link", { name: "ดาวน์โหลด" });
  const newest = await files
    .first()
    .getAttribute("href", { timeout: 500 })
    .catch(() => null);
  await page.getByRole("button", { name: "ส่งออก", exact: true }).click();
  await expect(files.first()).not.toHaveAttribute("href", newest ?? "");
  const downloading = page.waitForEvent("download");
  await files.first().click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
  return file.path();
}
