import { issueInput } from "@/domain/official-paper";
import { invalid, Refusal } from "@/domain/result";
import { say } from "@/i18n/words";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { findDelegation } from "@/server/delegations/queries";
import { districtRow, ownDistrict } from "@/server/own-district";
import { composePaper } from "./compose";

/**
 * A paper was signed in the file: staff record its number and its day, and its text of this moment is kept with them, so
 * that it is printed tomorrow as it was signed.
 */
export const issuePaper = defineCommand({
  name: "issuePaper",
  action: "paper.issue",
  input: issueInput,
  subject: ownDistrict,
  detail: ({ kind, issuedOn }) => ({ kind, issuedOn }),
  async run(scope) {
    const { tx, id, input, today } = scope;
    const { kind, about, number, issuedOn, speed, secrecy, signedBy, capacity, position } = input;
    if (issuedOn > today) throw invalid({ issuedOn: "future" });
    const paper = await composePaper(scope, kind, about);
    if (!paper) throw new Refusal("NOT_FOUND");
    const signer =
      capacity === "own"
        ? paper.signer
        : [
            say("papers.signerFor", {
              position: position ?? "",
              capacity: say(`papers.capacity_${capacity}`),
            }),
            ...paper.signer,
          ];
    const order = await findDelegation(scope, today);
    await tx.issuedPaper.createMany({
      data: [
        {
          id,
          ...districtRow(scope),
          kind,
          about,
          number,
          issuedOn: toDateColumn(issuedOn),
          speed,
          secrecy,
          subject: paper.subject,
          addressee: paper.to,
          signedBy,
          content: { ...paper, signer },
          delegationId: order?.id ?? null,
        },
      ],
    });
    return { paperId: id };
  },
});
