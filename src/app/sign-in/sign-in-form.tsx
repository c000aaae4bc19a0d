"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { DemoPeople, type DemoPerson } from "./demo-people";

type Input = { login: string; password: string };
type Failure = "wrong" | "locked" | "unreachable";

/** Name and password; in the demo also its people: one click signs in. */
export function SignInForm({ demo }: { demo: DemoPerson[] }) {
  const t = useTranslations("signIn");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState<string | null>(null);
  const form = useForm<Input>({ defaultValues: { login: "", password: "" } });
  const { errors } = form.formState;

  async function enter({ login, password }: Input) {
    setFailure(null);
    setPending(login);
    const ended = await trySignIn(login.trim(), password);
    // A full load, so that nothing of the page before stays in memory.
    if (ended === "done") return window.location.assign("/");
    setPending(null);
    setFailure(ended);
    form.setValue("password", "");
    form.setFocus(ended === "wrong" ? "password" : "login");
  }

  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,26rem)_1fr] lg:gap-12 lg:pt-6">
      <section>
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="mb-6 text-soft">{t("sub")}</p>
        <form noValidate onSubmit={form.handleSubmit(enter)} className="grid gap-5">
          {failure && (
            <Notice kind="error" live>
              {t(failure)}
            </Notice>
          )}
          <Field
            {...form.register("login", { validate: (login) => login.trim() !== "" })}
            label={t("login")}
            error={errors.login && t("enterLogin")}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            {...form.register("password", { required: true })}
            label={t("password")}
            error={errors.password && t("enterPassword")}
            type="password"
            autoComplete="current-password"
          />
          <Button type="submit" wide pending={pending !== null}>
            {t("submit")}
          </Button>
          <Link href="/sign-in/first" className="inline-flex min-h-12 items-center">
            {t("first")}
          </Link>
        </form>
      </section>
      {demo.length > 0 && <DemoPeople people={demo} pending={pending} onChoose={enter} />}
    </div>
  );
}

async function trySignIn(login: string, password: string): Promise<"done" | Failure> {
  try {
    const { signIn } = await import("next-auth/react");
    const answer = await signIn("credentials", { login, password, redirect: false });
    if (answer?.ok && !answer.error) return "done";
    return answer?.error === "LOCKED" ? "locked" : "wrong";
  } catch {
    return "unreachable";
  }
}
