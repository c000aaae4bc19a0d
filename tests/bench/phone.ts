import { chromium, type Page } from "@playwright/test";
import sparticuz from "@sparticuz/chromium";
import { demoPassword } from "@/domain/demo";
import { timed } from "./timing";

/**
 * What a telephone on a slow network waits for: 200 kbit/s and 300 ms, with an empty cache and again. The figures as one line
 * of JSON; scripts/bench.mjs has started the server.
 */
const [base = ""] = process.argv.slice(2);
const bytesASecond = 25_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const context = await browser.newContext({ viewport: { width: 360, height: 780 }, baseURL: base });
const page = await context.newPage();
const network = await context.newCDPSession(page);
await network.send("Network.enable");
const slow = (is: boolean) =>
  network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: is ? 300 : 0,
    downloadThroughput: is ? bytesASecond : -1,
    uploadThroughput: is ? bytesASecond : -1,
  });

/** Seconds until a page can be read and used, with an empty cache and then with what it left. */
async function measure(name: string, path: string) {
  await slow(true);
  await network.send("Network.clearBrowserCache");
  const first = await open(page, path);
  const again = await open(page, path);
  await slow(false);
  return { name, first, again };
}

const open = async (on: Page, path: string) =>
  (await timed(() => on.goto(path, { waitUntil: "load" }))) / 1000;

const figures = [await measure("sign-in", "/sign-in")];
await page.goto("/sign-in");
await page.request.get("/api/auth/csrf");
const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
await page.request.post("/api/auth/callback/credentials", {
  form: { login: "baac.mueang", password: demoPassword, csrfToken, json: "true" },
  headers: { origin: base },
});
figures.push(await measure("home", "/"));
figures.push(await measure("holders", "/holders"));
await page.goto("/holders");
const file = await page.locator("main a[href^='/holders/']").first().getAttribute("href");
figures.push(await measure("case file", String(file)));
figures.push(await measure("interview", `${file}/assessment`));
await browser.close();
process.stdout.write(`${JSON.stringify({ phone: figures })}\n`);
