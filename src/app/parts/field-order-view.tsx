import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { FieldOrderRow } from "@/server/ministry/queries";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

type Props = {
  command: "setFieldOrder" | "setRunFields";
  words: { title: string; sub: string; hint: string };
  back: { href: string; label: string };
  /** Names of the columns in force, and of all that a file may have. */
  now: readonly string[];
  all: readonly string[];
  /** The newest first. */
  orders: readonly FieldOrderRow[];
  today: string;
};

/** The columns of a file for the Ministry: those in force, and others from a chosen day. */
export function FieldOrderView({ command, words, back, now, all, orders, today }: Props) {
  const t = useTranslations("fieldOrders");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href={back.href} className="underline">
            {back.label}
          </Link>
        }
        title={words.title}
        sub={words.sub}
      />
      <div className="grid gap-5">
        <CommandForm
          command={command}
          fields={[
            {
              name: "fields",
              kind: "long",
              label: t("lines"),
              hint: words.hint,
              initial: now.join("\n"),
            },
            { name: "fromOn", kind: "date", label: t("from"), initial: today },
            { name: "reason", kind: "text", label: t("reason") },
          ]}
          submit={t("save")}
          then={back.href}
        />
        <Disclosure summary={t("all")}>
          <ul className="list-disc pl-6">
            {all.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Disclosure>
        <Card title={t("now")}>
          {orders.length === 0 && <p>{t("first")}</p>}
          <ul className="divide-y divide-line">
            {orders.map(({ id, fromOn, by, reason }) => (
              <li key={id} className="py-2">
                {t("by", { date: formatThaiDateShort(fromOn), name: by, reason })}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
