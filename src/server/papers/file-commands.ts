import { z } from "zod";
import { writtenKinds } from "@/domain/official-paper";
import { Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { ownOffice } from "@/server/offices/commands";
import { provinceCodeOf } from "@/server/own-district";
import { readFileFor } from "./files";
import { findSigned } from "./scans";

const row = ({ id, actor, today, subject }: CommandScope<unknown>) => ({
  id,
  provinceCode: provinceCodeOf(subject),
  districtCode: actor.districtCode,
  recordedById: actor.id,
  recordedOn: toDateColumn(today),
});

/** Keeps the scan of a paper that was signed, beside its text: nothing is replaced, the newest stands first. */
export const keepScan = defineCommand({
  name: "keepScan",
  action: "office.keep",
  input: z.strictObject({
    kind: z.enum(writtenKinds),
    about: z.string().max(60),
    uploadId: z.uuid(),
  }),
  subject: ownOffice,
  detail: ({ kind, about }) => ({ kind, about }),
  async run(scope) {
    const { kind, about, uploadId } = scope.input;
    if (!(await findSigned(scope, kind, about))) throw new Refusal("NOT_FOUND");
    const file = await readFileFor(scope.actor.id, uploadId, "signed_scan");
    await scope.tx.paperFile.createMany({
      data: [{ ...row(scope), purpose: "signed_scan", kind, about, ...file }],
    });
    return { fileId: scope.id };
  },
});

/** Keeps the garuda that the actor's office prints at the head of its papers from now on. */
export const keepGaruda = defineCommand({
  name: "keepGaruda",
  action: "office.keep",
  input: z.strictObject({ uploadId: z.uuid() }),
  subject: ownOffice,
  async run(scope) {
    const file = await readFileFor(scope.actor.id, scope.input.uploadId, "garuda");
    await scope.tx.paperFile.createMany({
      data: [{ ...row(scope), purpose: "garuda", kind: null, about: null, ...file }],
    });
    return { fileId: scope.id };
  },
});
