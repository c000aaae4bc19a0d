import { z } from "zod";
import { beyond } from "@/domain/fault";
import { requiredText } from "@/domain/fields";
import { normalizeThai } from "@/domain/thai";

/** นโยบาย, แนวทางปฏิบัติ, ข้อสั่งการ. */
export const announcementKinds = ["policy", "guideline", "instruction"] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

/** Longer text that keeps its lines. */
export const longText = (max: number) =>
  z
    .string({ error: "missing" })
    .transform((text) => normalizeThai(text).trim())
    .pipe(z.string().min(2, "missing").max(max, beyond("tooLong", max)));

/** An announcement as it is prepared; `replacesId` is the version that it is to replace. */
export const announcementInput = z
  .strictObject({
    kind: z.enum(announcementKinds, { error: "choose" }),
    title: requiredText(200),
    body: longText(4000),
    to: z.enum(["all", "chosen"], { error: "choose" }),
    districts: z.array(z.string().regex(/^\d{4}$/)).default([]),
    replacesId: z.uuid().nullish(),
  })
  .refine(({ to, districts }) => to === "all" || districts.length > 0, {
    path: ["districts"],
    message: "choose",
  });

type Version = { seriesId: string; version: number };

/** The newest version of each series, in the order given; earlier ones are replaced. */
export function newestVersions<Row extends Version>(rows: readonly Row[]): Row[] {
  const newest = new Map<string, number>();
  for (const { seriesId, version } of rows)
    newest.set(seriesId, Math.max(version, newest.get(seriesId) ?? 0));
  return rows.filter(({ seriesId, version }) => newest.get(seriesId) === version);
}
