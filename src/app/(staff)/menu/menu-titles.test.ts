import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keysOf } from "@/domain/tables";
import { chosen } from "@/i18n/chosen";
import { menuPages } from "./menu-pages";

const messages = chosen.messages as Record<string, Record<string, string>>;
/** How a page says its title: every page writes it so. */
const titleOf = /generateMetadata[\s\S]*?getTranslations\("(\w+)"\)\)\("([\w-]+)"/;

test.each(keysOf(menuPages))("the menu calls %s what the page calls itself", (href) => {
  const source = readFileSync(`src/app/(staff)${href}/page.tsx`, "utf8");
  const [, noun = "", key = ""] = titleOf.exec(source) ?? [];
  expect(messages.menu?.[href]).toBe(messages[noun]?.[key]);
});
