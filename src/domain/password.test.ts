import { describe, expect, test } from "vitest";
import { isGuessable, passwordInput } from "./password";

const fault = (password: string) => passwordInput.safeParse(password).error?.issues[0]?.message;

describe("a password", () => {
  test.each([
    ["correct horse battery staple", undefined],
    ["ฝนตกที่บ้านนาเมื่อวานนี้", undefined],
    ["xK9$mQ2vL8nR4tW6z", undefined],
    ["เช้าวันอาทิตย์ไปตลาดนัดบ้านทุ่ง", undefined],
    ["x".repeat(14), "password.short"],
    ["ab".repeat(101), "password.long"],
  ])("%j: %s", (password, message) => expect(fault(password)).toBe(message));

  test("of exactly 15 characters will do, of 200 too", () => {
    expect(fault("ฝนตกที่บ้านนาเก")).toBeUndefined();
    expect(fault("แม่น้ำยมไหลผ่าน ".repeat(12).slice(0, 200))).toBeUndefined();
  });
});

describe("a guessable password is refused", () => {
  test.each([
    "password12345678",
    "Password1234567!",
    "passwordpassword",
    "qwertyuiopasdfghjkl",
    "poiuytrewq0987654321",
    "1234567890123456",
    "sukjai1234567890",
    "Sukjai-Phrae-2561",
    "สุขใจแพร่ประชารัฐ",
    "ฟหกดเาสวผปแอิืทม",
    "aaaaaaaaaaaaaaaaaaaa",
    "abababababababababab",
    "3540100123456 0812345678",
    "............................",
  ])("%s", (password) => {
    expect(isGuessable(password)).toBe(true);
    expect(fault(password)).toBe("password.guessable");
  });
});
