import { NextIntlClientProvider } from "next-intl";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { kit } from "@/i18n/th/kit";
import { Button } from "./button";

const drawn = (type: "submit" | "button") =>
  renderToString(
    <NextIntlClientProvider locale="th" timeZone="Asia/Bangkok" messages={{ kit }}>
      <Button type={type}>บันทึก</Button>
    </NextIntlClientProvider>,
  );

test("a form cannot be sent before the page answers: the browser would put what was typed into the address", () => {
  expect(drawn("submit")).toMatch(/<button[^>]* disabled=""/);
  expect(drawn("button")).not.toMatch(/ disabled=""/);
});
