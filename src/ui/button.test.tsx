import { NextIntlClientProvider } from "next-intl";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { chosen } from "@/i18n/chosen";
import { Button } from "./button";

const drawn = (type: "submit" | "button") =>
  renderToString(
    <NextIntlClientProvider {...chosen}>
      <Button type={type}>บันทึก</Button>
    </NextIntlClientProvider>,
  );

test("a form cannot be sent before the page answers: the browser would put what was typed into the address", () => {
  expect(drawn("submit")).toMatch(/<button[^>]* disabled=""/);
  expect(drawn("button")).not.toMatch(/ disabled=""/);
});
