"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { toArabicDigits } from "@/domain/thai";
import { Button } from "@/ui/button";
import { ChoiceList } from "@/ui/choice-list";
import { Field } from "@/ui/field";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

type Props = { placeName: string; officers: readonly { id: string; name: string }[] };

/** A name (keys 1 to 9 choose one), six digits, Enter. */
export function SwitchForm({ placeName, officers }: Props) {
  const t = useTranslations("station");
  const pinField = useRef<HTMLInputElement>(null);
  const [officerId, setOfficerId] = useState(officers.length === 1 ? (officers[0]?.id ?? "") : "");
  const [pin, setPin] = useState("");
  const [fault, setFault] = useState<"choose" | "enterPin" | null>(null);
  const [failure, setFailure] = useState<"wrong" | "unreachable" | null>(null);
  const [pending, setPending] = useState(false);

  useStationKeys(officers, pinField, setOfficerId);

  async function enter(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setFailure(null);
    const missing = officerId ? (/^\d{6}$/.test(pin) ? null : "enterPin") : "choose";
    setFault(missing);
    // At the names the keys 1 to 9 choose one.
    if (missing === "choose") return document.getElementById("officer")?.focus();
    if (missing) return pinField.current?.focus();
    setPending(true);
    const ended = await tryPin(officerId, pin);
    // A full load, so that nothing of the officer before stays in memory.
    if (ended === "done") return window.location.assign("/desk");
    setPending(false);
    setFailure(ended);
    setPin("");
    pinField.current?.focus();
  }

  return (
    <form noValidate className="max-w-form" onSubmit={(event) => void enter(event)}>
      <h1 className="text-2xl">{t("switchTitle")}</h1>
      <p className="mb-6 text-soft">{t("switchSub", { place: placeName })}</p>
      <div className="grid gap-5">
        {failure && (
          <Notice kind="error" live>
            {t(failure)}
          </Notice>
        )}
        {officers.length === 0 ? (
          <Notice kind="warn">{t("noNames")}</Notice>
        ) : (
          <>
            <ChoiceList
              name="officer"
              legend={t("name")}
              columns={2}
              value={officerId}
              onChange={({ target }) => {
                setOfficerId(target.value);
                setFault(null);
              }}
              error={fault === "choose" && t("choose")}
              choices={officers.map(({ id, name }, index) => ({
                value: id,
                label: `${index + 1}  ${name}`,
              }))}
            />
            <Field
              ref={pinField}
              name="pin"
              label={t("pin")}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              value={pin}
              onChange={({ target }) => setPin(toArabicDigits(target.value).replace(/\D/g, ""))}
              error={fault === "enterPin" && t("enterPin")}
            />
            <Button type="submit" wide pending={pending}>
              {t("enter")}
            </Button>
          </>
        )}
        <Link href="/sign-in?with=password" className="inline-flex min-h-12 items-center">
          {t("signInInstead")}
        </Link>
      </div>
    </form>
  );
}

/** The focus on the names, or on the PIN of the only one; the keys 1 to 9 choose a name from anywhere. */
function useStationKeys(
  officers: Props["officers"],
  pinField: RefObject<HTMLInputElement | null>,
  choose: (officerId: string) => void,
) {
  useEffect(() => {
    (officers.length === 1 ? pinField.current : document.getElementById("officer"))?.focus();
  }, [officers.length, pinField]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement && event.target.type !== "radio") return;
      const officer = /^[1-9]$/.test(event.key) ? officers[Number(event.key) - 1] : undefined;
      if (!officer) return;
      event.preventDefault();
      choose(officer.id);
      pinField.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [officers, pinField, choose]);
}

async function tryPin(officerId: string, pin: string): Promise<"done" | "wrong" | "unreachable"> {
  try {
    const answer = await signIn("pin", { officerId, pin, redirect: false });
    return answer?.ok && !answer.error ? "done" : "wrong";
  } catch {
    return "unreachable";
  }
}
