import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { send } from "@tests/integration/desk-world";
import { expect } from "vitest";
import type { Actor } from "@/domain/policy";
import type { Letter } from "@/domain/rules/from-letter";
import type { RuleCase } from "@/domain/rules/rule-case";
import type { RuleSet } from "@/domain/rules/rule-set";
import { checkRules, keepRuleLetter, putRuleFile, recordRuleLetter } from "@/server/rules/commands";
import { receiveUpload } from "@/server/uploads/receive";

/** A file that was sent; its number. */
export async function uploaded(by: Actor, bytes: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const said = { bytes: bytes.length, sha256 };
  const sent = await receiveUpload(by.id, Readable.from([bytes]), said, 20 * 1024 * 1024);
  if (!sent.ok) throw new Error(sent.code);
  return sent.value.uploadId;
}

export async function given(sent: ReturnType<typeof send>) {
  const answer = await sent;
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: { ruleVersionId: string; fileId: string } }).value;
}

const aCase: RuleCase = {
  says: "ผู้ที่ยังไม่แสดงความประสงค์ไม่มีวงเงิน",
  facts: { income2559: 25_000 },
  expected: { none: "NO_YES" },
};

/** A set recorded from its letter as a reviewed file by one officer; its draft, not checked yet. */
export async function recordSet(by: Actor, rules: RuleSet, letter: Letter, cases = [aCase]) {
  const uploadId = await uploaded(by, Buffer.from(`%PDF-1.7 ${letter.number}`));
  const { fileId } = await given(send(keepRuleLetter, by, { uploadId }));
  const { ruleVersionId } = await given(
    send(recordRuleLetter, by, {
      ...{ scanId: fileId, letterNumber: letter.number, letterOn: letter.on },
      ...{ inForceFrom: rules.inForceFrom, about: "ตามหนังสือ" },
    }),
  );
  const file = await uploaded(by, Buffer.from(JSON.stringify({ rules, cases })));
  const put = send(putRuleFile, by, { draftId: ruleVersionId, uploadId: file });
  return (await given(put)).ruleVersionId;
}

/** The same, and checked with the letter by another officer. */
export async function putInForce(
  [record, check]: readonly [Actor, Actor],
  rules: RuleSet,
  letter: Letter,
  cases?: RuleCase[],
) {
  const draftId = await recordSet(record, rules, letter, cases);
  expect(await send(checkRules, check, { draftId })).toMatchObject({ ok: true });
  return draftId;
}
