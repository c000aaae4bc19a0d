import { existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { env } from "@/server/env";
import { deleteOldUploads } from "@/server/uploads/uploads";

it("uploads of more than a week ago are deleted, though one of the others vanishes meanwhile", async () => {
  const folder = join(env().DATA_DIR, "uploads", "old-uploads");
  mkdirSync(folder, { recursive: true });
  const old = join(folder, "b-old");
  writeFileSync(old, "");
  utimesSync(old, new Date("2026-01-01"), new Date("2026-01-01"));
  writeFileSync(join(folder, "c-new"), "");
  // It is in the folder's list, and not there any more when it is looked at.
  symlinkSync(join(folder, "gone"), join(folder, "a-vanished"));
  await deleteOldUploads();
  expect(existsSync(old)).toBe(false);
  expect(existsSync(join(folder, "c-new"))).toBe(true);
});
