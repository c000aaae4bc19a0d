import { z } from "zod";
import { requiredText } from "@/domain/fields";
import { Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { findDelegation } from "@/server/delegations/queries";
import { areaOf, ownDistrict } from "@/server/own-district";
import { supervisedOfficer } from "@/server/supervision/queries";

/** A note of the chief, or of the secretary for the chief, to an account officer who works in the district. */
export const noteToOfficer = defineCommand({
  name: "noteToOfficer",
  action: "note.send",
  input: z.strictObject({ officerId: z.uuid(), words: requiredText(500) }),
  subject: ownDistrict,
  async run(scope) {
    const { tx, id, actor, input, subject, today } = scope;
    if (!(await supervisedOfficer(scope, input.officerId))) throw new Refusal("NOT_FOUND");
    const order = await findDelegation(scope, today);
    await tx.officerNote.createMany({
      data: [
        {
          id,
          ...areaOf(subject),
          officerId: input.officerId,
          words: input.words,
          delegationId: order?.id ?? null,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { noteId: id };
  },
});

/** The account officer has read a note. */
export const acknowledgeNote = defineCommand({
  name: "acknowledgeNote",
  action: "note.acknowledge",
  input: z.strictObject({ noteId: z.uuid() }),
  subject: async ({ tx }, { noteId }) => {
    const note = await tx.officerNote.findUnique({ where: { id: noteId } });
    return note && { type: "officer_note", id: note.id, ownerId: note.officerId };
  },
  async run({ tx, input, today }) {
    const { count } = await tx.officerNote.updateMany({
      where: { id: input.noteId, acknowledgedOn: null },
      data: { acknowledgedOn: toDateColumn(today) },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { noteId: input.noteId };
  },
});
