import { test, visit, phone } from "./support";
const wide = { viewport: { width: 1280, height: 900 } };
for (const [name, look] of [["wide", wide], ["phone", phone]] as const)
  test(`shots ${name}`, async ({ as }) => {
    const shot = async (login: string, path: string, file: string) => {
      const page = await as(login, look);
      await visit(page, path);
      await page.screenshot({ path: `/tmp/w/shots/${name}-${file}.png`, fullPage: true });
    };
    await shot("baac.rongkwang", "/", "home-ao");
    await shot("secretary.rongkwang", "/", "home-secretary");
    await shot("treasury", "/", "home-treasury");
    await shot("treasury", "/corrections", "corrections");
    await shot("secretary.rongkwang", "/inquiries", "inquiries");
    await shot("desk1.rongkwang", "/inquiries/new", "inquiry-new");
    await shot("treasury", "/notifications", "notifications");
    await shot("treasury", "/province/unlisted", "unlisted");
    const page = await as("treasury", look);
    const link = page.getByRole("main").locator('a[href^="/province/unlisted/"]').first();
    await shot("treasury", (await link.getAttribute("href")) ?? "", "unlisted-case");
    await visit(page, "/corrections");
    const file = await page.getByRole("link", { name: "เปิดแฟ้ม" }).first().getAttribute("href");
    await shot("treasury", file ?? "", "case-file");
  });
