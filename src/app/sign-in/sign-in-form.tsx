"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { keysOf } from "@/domain/tables";
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
  const [missing, setMissing] = useState<readonly (keyof Input)[]>([]);
  const fields = {
    login: useRef<HTMLInputElement>(null),
    password: useRef<HTMLInputElement>(null),
  };

  async function enter({ login, password }: Input) {
    setFailure(null);
    setPending(login);
    const ended = await trySignIn(login, password);
    // A full load, so that nothing of the page before stays in memory.
    if (ended === "done") return window.location.assign("/");
    setPending(null);
    setFailure(ended);
    if (fields.password.current) fields.password.current.value = "";
    fields[ended === "wrong" ? "password" : "login"].current?.focus();
  }

  const typed = (field: keyof Input) => setMissing(missing.filter((each) => each !== field));

  function send(event: FormEvent) {
    event.preventDefault();
    const given = {
      login: fields.login.current?.value.trim() ?? "",
      password: fields.password.current?.value ?? "",
    };
    const lacking = keysOf(given).filter((field) => given[field] === "");
    setMissing(lacking);
    if (lacking[0]) fields[lacking[0]].current?.focus();
    else void enter(given);
  }

  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,26rem)_1fr] lg:gap-12 lg:pt-6">
      <section>
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="mb-6 text-soft">{t("sub")}</p>
        <form method="post" noValidate onSubmit={send} className="grid gap-5">
          {failure && (
            <Notice kind="error" live>
              {t(failure)}
            </Notice>
          )}
          <Field
            name="login"
            ref={fields.login}
            onChange={() => typed("login")}
            label={t("login")}
            error={missing.includes("login") && t("enterLogin")}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            name="password"
            ref={fields.password}
            onChange={() => typed("password")}
            label={t("password")}
            error={missing.includes("password") && t("enterPassword")}
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
