"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { passwordInput } from "@/domain/password";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";

const input = z
  .object({
    login: z.string().trim().min(1, "enterLogin"),
    code: z.string().trim().min(1, "enterCode"),
    password: passwordInput,
    again: z.string(),
  })
  .refine(({ password, again }) => password === again, { path: ["again"], error: "different" });
type Input = z.infer<typeof input>;
const fields = ["login", "code", "password", "again"] as const satisfies readonly (keyof Input)[];
type Failure = "firstWrong" | "firstLocked" | "unreachable";

/** Login and one-time code from the slip, and a new password. */
export function FirstForm() {
  const t = useTranslations("station");
  const words = useTranslations("signIn");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const form = useForm<Input>({
    resolver: zodResolver(input),
    shouldFocusError: false,
    defaultValues: { login: "", code: "", password: "", again: "" },
  });
  const errorOf = (name: keyof Input) => {
    const message = form.formState.errors[name]?.message;
    return message && t(message.replace("password.", "password_") as "enterLogin");
  };

  async function enter({ login, code, password }: Input) {
    setFailure(null);
    setPending(true);
    const ended = await tryFirst({ login, code, password });
    // A full load, as after any sign-in.
    if (ended === "done") return window.location.assign("/");
    setPending(false);
    setFailure(ended);
    form.setFocus("code");
  }

  return (
    <section className="max-w-form">
      <h1 className="text-2xl">{t("firstTitle")}</h1>
      <p className="mb-6 text-soft">{t("firstSub")}</p>
      <form noValidate onSubmit={form.handleSubmit(enter)} className="grid gap-5">
        <ErrorSummary
          attempt={form.formState.submitCount}
          errors={fields.flatMap((field) => {
            const message = errorOf(field);
            return message ? [{ field, message }] : [];
          })}
        />
        {failure && (
          <Notice kind="error" live>
            {t(failure)}
          </Notice>
        )}
        <Field
          {...form.register("login")}
          label={words("login")}
          error={errorOf("login")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          {...form.register("code")}
          label={t("firstCode")}
          hint={t("firstCodeHint")}
          error={errorOf("code")}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Field
          {...form.register("password")}
          label={t("firstPassword")}
          hint={t("firstPasswordHint")}
          error={errorOf("password")}
          type="password"
          autoComplete="new-password"
        />
        <Field
          {...form.register("again")}
          label={t("firstAgain")}
          error={errorOf("again")}
          type="password"
          autoComplete="new-password"
        />
        <Button type="submit" wide pending={pending}>
          {t("firstSubmit")}
        </Button>
      </form>
    </section>
  );
}

async function tryFirst(given: Omit<Input, "again">): Promise<"done" | Failure> {
  try {
    const answer = await signIn("first", { ...given, redirect: false });
    if (answer?.ok && !answer.error) return "done";
    return answer?.error === "LOCKED" ? "firstLocked" : "firstWrong";
  } catch {
    return "unreachable";
  }
}
