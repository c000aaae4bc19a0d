import { expect, type Page } from "@playwright/test";
import { ask, signIn } from "@tests/support/http";
import { onDemoDatabase } from "../demo-database";
import { expectAccessible, test, visit } from "../support";

/** The database answers nobody for a while: nobody gets a bare 500, and what was typed stays. */

test.use({
  // React says of an error of the server that it has one.
  expectedComplaints: [[/status of 503|React error #441/], { scope: "test" }],
});

/** Holds a table as a long piece of work in the database does, while `work` is done. */
async function holding<Value>(
  table: string,
  work: (release: () => Promise<void>) => Promise<Value>,
) {
  return onDemoDatabase(async (client) => {
    await client.query("BEGIN");
    await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    let held = true;
    const release = async () => {
      if (held) await client.query("ROLLBACK");
      held = false;
    };
    try {
      return await work(release);
    } finally {
      await release();
    }
  });
}

const busy = (page: Page) => page.getByRole("heading", { name: "ขณะนี้มีผู้ใช้งานระบบมาก", exact: true });

test("more pages are asked for than there are connections: each answer is a page or 503 with Retry-After", async ({
  baseURL,
}) => {
  const base = baseURL as string;
  const governor = await signIn(base, "governor");
  await holding("auth.session", async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => ask(base, governor, "/holders")),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(new Set(answers.map(({ headers }) => headers.get("Retry-After")))).toEqual(
      new Set(["5"]),
    );
  });
  const after = await ask(base, governor, "/holders");
  expect(after.status).toBe(200);
});

test("a page that failed because the database was busy opens by itself afterwards", async ({
  as,
}) => {
  const chief = await as("chief.mueang");
  await holding("holder", async (release) => {
    const answer = await chief.goto("/holders");
    expect(answer?.status()).toBe(503);
    await expect(busy(chief)).toBeVisible();
    await expectAccessible(chief);
    await release();
    await expect(chief.getByRole("table").first()).toBeVisible();
    await expect(busy(chief)).toHaveCount(0);
  });
});

test("what was typed into a form stays while the database is busy, and is sent once afterwards", async ({
  as,
}) => {
  const chief = await as("chief.long");
  await visit(chief, "/district/supervision");
  await chief.locator("main a[href^='/district/officers/']").first().click();
  const words = chief.getByLabel("ข้อความ", { exact: true });
  const text = `ลองใหม่เมื่อระบบว่าง ${Date.now()}`;
  await words.fill(text);
  const send = chief.getByRole("button", { name: "ส่งข้อความ" });
  await holding("command_receipt", async () => {
    await send.click();
    await expect(chief.getByText("ระบบกำลังมีผู้ใช้งานมาก")).toBeVisible();
    await expect(words).toHaveValue(text);
  });
  await send.click();
  await expect(words).toHaveValue("");
  await expect(chief.locator("li").filter({ hasText: text })).toHaveCount(1);
});
