import { z } from "zod";
import { announcementInput } from "@/domain/announcement";
import { isSigned, paperDecisionFields } from "@/domain/decision";
import { optionalNumberOfPaper } from "@/domain/fields";
import type { FileSignature, PaperClasses } from "@/domain/official-paper";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { askGovernor, paperDecisionOn, signatureOf } from "@/server/delegations/decision";
import { notify } from "@/server/notifications/notify";
import { writeAnnouncement } from "@/server/papers/signed";
import type { Scoped } from "@/server/scope";
import { findAnnouncement } from "./queries";

/** Prepares an announcement to all districts or to chosen ones; it may be the next version of an earlier one. */
export const prepareAnnouncement = defineCommand({
  name: "prepareAnnouncement",
  action: "province.prepare",
  input: announcementInput,
  subject: async ({ actor }) => ({
    type: "province",
    id: actor.provinceCode,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ kind, to, districts }) => ({ kind, to, districts: districts.length }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    const provinceCode = actor.provinceCode ?? "";
    const { seriesId, version } = await versionAfter(scope, input.replacesId ?? null, id);
    const districts = await tx.district.findMany({
      where: { provinceCode, ...(input.to === "chosen" ? { code: { in: input.districts } } : {}) },
      select: { code: true },
    });
    if (input.to === "chosen" && districts.length !== new Set(input.districts).size)
      throw invalid({ districts: "choose" });
    const { kind, title, body } = input;
    await tx.announcement.createMany({
      data: [
        {
          id,
          seriesId,
          version,
          provinceCode,
          kind,
          title,
          body,
          preparedById: actor.id,
          preparedOn: toDateColumn(today),
        },
      ],
    });
    await tx.announcementDistrict.createMany({
      data: districts.map(({ code }) => ({
        announcementId: id,
        districtCode: code,
        provinceCode,
      })),
    });
    await askGovernor(scope);
    return { announcementId: id, version };
  },
});

/** The series and number of a new version; a new series where it replaces none. */
async function versionAfter({ tx, actor }: Scoped, replacesId: string | null, id: string) {
  if (!replacesId) return { seriesId: id, version: 1 };
  const earlier = await tx.announcement.findFirst({
    where: { id: replacesId, provinceCode: actor.provinceCode ?? "", decision: "approved" },
    select: { seriesId: true },
  });
  if (!earlier) throw new Refusal("NOT_FOUND");
  const { seriesId } = earlier;
  const waiting = await tx.announcement.count({ where: { seriesId, decision: "pending" } });
  if (waiting > 0) throw new Refusal("ALREADY_RECORDED");
  const last = await tx.announcement.aggregate({ where: { seriesId }, _max: { version: true } });
  return { seriesId, version: (last._max.version ?? 0) + 1 };
}

/** The governor, or staff under the governor's order, issues it; from then on its districts see it. */
export const decideAnnouncement = defineCommand({
  name: "decideAnnouncement",
  action: "province.decide",
  input: z.strictObject({
    announcementId: z.uuid(),
    ...paperDecisionFields,
    letterNumber: optionalNumberOfPaper(60),
  }),
  subject: async ({ tx }, { announcementId }) => {
    const row = await tx.announcement.findUnique({ where: { id: announcementId } });
    return row && { type: "announcement", id: row.id, provinceCode: row.provinceCode };
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, input, today } = scope;
    const row = await tx.announcement.findUniqueOrThrow({ where: { id: input.announcementId } });
    const signed = isSigned(input.outcome);
    const { decided, inFile } = await paperDecisionOn(
      scope,
      row,
      input,
      `/announcements/${row.id}`,
    );
    const { count } = await tx.announcement.updateMany({
      where: { id: row.id, decision: "pending" },
      data: {
        ...decided,
        ...(signed ? await letterSigned(scope, row.id, inFile) : {}),
      },
    });
    if (count === 0) throw new Refusal("CONFLICT");
    if (signed) {
      await tx.announcementDistrict.updateMany({
        where: { announcementId: row.id, issuedOn: null },
        data: { issuedOn: toDateColumn(today) },
      });
      await tellDistricts(scope, row.id);
    }
    return { announcementId: row.id };
  },
});

/** Notifies the chiefs of its districts and their secretaries. */
async function tellDistricts(scope: Scoped & { today: string }, announcementId: string) {
  const districts = await scope.tx.announcementDistrict.findMany({
    where: { announcementId },
    select: { districtCode: true },
  });
  const officers = await scope.tx.officer.findMany({
    where: {
      status: "active",
      role: { in: ["district_chief", "district_secretary"] },
      districtCode: { in: districts.map(({ districtCode }) => districtCode) },
    },
    select: { id: true },
  });
  await notify(scope, {
    to: officers.map(({ id }) => id),
    kind: "instruction_issued",
    href: `/announcements/${announcementId}`,
  });
}

/** รับทราบ: the district has read it. Once per district: the first click of its chief or secretary counts. */
export const acknowledgeAnnouncement = defineCommand({
  name: "acknowledgeAnnouncement",
  action: "announcement.acknowledge",
  input: z.strictObject({ announcementId: z.uuid() }),
  subject: async ({ tx, actor }, { announcementId }) => {
    const row = await tx.announcementDistrict.findFirst({
      where: { announcementId, districtCode: actor.districtCode ?? "", issuedOn: { not: null } },
    });
    return (
      row && {
        type: "announcement",
        id: announcementId,
        districtCode: row.districtCode,
        provinceCode: row.provinceCode,
      }
    );
  },
  async run({ tx, actor, input, today }) {
    const { count } = await tx.announcementDistrict.updateMany({
      where: {
        announcementId: input.announcementId,
        districtCode: actor.districtCode ?? "",
        acknowledgedOn: null,
      },
      data: { acknowledgedById: actor.id, acknowledgedOn: toDateColumn(today) },
    });
    if (count === 0) throw new Refusal("ALREADY_RECORDED");
    return { announcementId: input.announcementId };
  },
});

/** What an approval adds to the decision: the number of the letter, and the letter as it was signed. */
async function letterSigned(
  scope: CommandScope<PaperClasses & { letterNumber: string | null }>,
  id: string,
  inFile: FileSignature | null,
) {
  const { letterNumber } = scope.input;
  const found = await findAnnouncement(scope, id);
  if (!found) throw new Refusal("NOT_FOUND");
  const signature = await signatureOf(scope, { ...scope.input, number: letterNumber }, inFile);
  return { letterNumber, signedPaper: await writeAnnouncement(scope, found, signature) };
}
