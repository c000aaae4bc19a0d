import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { formatThaiDate } from "@/domain/thai-dates";
import type { InquiryView } from "@/server/inquiries/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";

/** One inquiry: what was asked, what was done, and the answer. */
export function InquiryPageView({ view, mayAnswer }: { view: InquiryView; mayAnswer: boolean }) {
  const t = useTranslations("inquiries");
  const words = useTranslations("words");
  const { inquiry } = view;
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href="/inquiries" className="underline">
            {t("title")}
          </Link>
        }
        title={
          inquiry.due
            ? t("titleOpen", {
                kind: t(`kind_${inquiry.kind}`),
                date: formatThaiDate(inquiry.dueOn),
              })
            : t("titleAnswered", { kind: t(`kind_${inquiry.kind}`) })
        }
        sub={inquiry.due && <Tag tone={inquiry.due.tone}>{words("due", inquiry.due)}</Tag>}
      />
      <div className="grid gap-5">
        <Card>
          <Facts view={view} />
        </Card>
        {inquiry.answer && inquiry.answeredOn ? (
          <Card
            title={t("answer")}
            sub={t("answered", {
              date: formatThaiDate(inquiry.answeredOn),
              name: inquiry.answeredBy ?? "",
            })}
          >
            <p className="whitespace-pre-line">{inquiry.answer}</p>
          </Card>
        ) : mayAnswer ? (
          <Answer view={view} />
        ) : (
          <p className="text-soft">{t("notYours", { name: inquiry.owner })}</p>
        )}
        <History view={view} />
      </div>
    </div>
  );
}

function Facts({ view: { inquiry } }: { view: InquiryView }) {
  const t = useTranslations("inquiries");
  return (
    <DescriptionList
      items={[
        {
          term: t("words"),
          detail: <p className="whitespace-pre-line font-semibold">{inquiry.words}</p>,
        },
        {
          term: t("person"),
          detail: inquiry.person ? (
            <Link
              href={`/holders/${inquiry.person.id}?history=requests`}
              className="inline-flex min-h-12 items-center"
            >
              {inquiry.person.name}
            </Link>
          ) : (
            t("nobody")
          ),
        },
        {
          term: t("from"),
          detail: [inquiry.fromName, inquiry.fromPhone].filter(Boolean).join(" · "),
        },
        { term: t("channel"), detail: t(`channel_${inquiry.channel}`) },
        { term: t("receivedOn"), detail: formatThaiDate(inquiry.receivedOn) },
        { term: t("due"), detail: formatThaiDate(inquiry.dueOn) },
        { term: t("owner"), detail: inquiry.owner },
      ]}
    />
  );
}

function Answer({ view: { inquiry, officers } }: { view: InquiryView }) {
  const t = useTranslations("inquiries");
  const fixed = { inquiryId: inquiry.id };
  return (
    <div data-screen-only className="grid gap-5">
      <CommandForm
        name="answer-"
        command="answerInquiry"
        fixed={fixed}
        fields={[{ name: "answer", kind: "long", label: t("answer"), hint: t("answerHint") }]}
        submit={t("answerSave")}
        then="/inquiries"
      />
      <Disclosure summary={t("passTitle")}>
        <CommandForm
          name="pass-"
          command="passInquiry"
          fixed={fixed}
          fields={[
            {
              name: "toId",
              kind: "select",
              label: t("passTo"),
              choices: officers
                .filter(({ id }) => id !== inquiry.ownerId)
                .map(({ id, name, position }) => ({ value: id, label: `${name} (${position})` })),
            },
            { name: "note", kind: "text", label: t("passNote") },
          ]}
          submit={t("passSave")}
          then="/inquiries"
          tone="secondary"
        />
      </Disclosure>
    </div>
  );
}

function History({ view: { inquiry, passes } }: { view: InquiryView }) {
  const t = useTranslations("inquiries");
  return (
    <section aria-labelledby="inquiry-history">
      <h2 id="inquiry-history" className="mb-2 text-lg">
        {t("history")}
      </h2>
      <ol className="grid gap-2">
        <li>
          <span className="block text-sm text-soft">{formatThaiDate(inquiry.receivedOn)}</span>
          {t("received", { name: inquiry.recordedBy })}
        </li>
        {passes.map(({ id, on, by, to, note }) => (
          <li key={id}>
            <span className="block text-sm text-soft">{formatThaiDate(on)}</span>
            {t("passed", { by, to, note })}
          </li>
        ))}
      </ol>
    </section>
  );
}
