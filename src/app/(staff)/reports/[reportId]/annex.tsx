import { useTranslations } from "next-intl";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import type { ReportView } from "@/server/reports/queries";

type ShownFigures = NonNullable<ReportView["figures"]>;

/** The frozen numbers, as a table that prints; in a letter with Thai digits. */
export function Annex({ figures, official }: { figures: ShownFigures; official: boolean }) {
  const t = useTranslations("reports");
  const digits = (text: string) => (official ? toThaiDigits(text) : text);
  return (
    <section className={official ? "mt-8 print:break-before-page" : ""}>
      <h2 className="mb-2 text-lg">{t("annex")}</h2>
      <p className="mb-3 text-soft">
        {digits(t("numbersAsOf", { date: formatThaiDate(figures.asOf), time: figures.time }))}
      </p>
      <table className="w-full border-collapse">
        <tbody>
          {useLines(figures).map(([item, value]) => (
            <tr key={item}>
              <th
                scope="row"
                className="w-2/5 border border-ink px-3 py-2 text-left align-top font-semibold"
              >
                {item}
              </th>
              <td className="border border-ink px-3 py-2">{digits(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const n = (number: number) => number.toLocaleString("en-US");

function useLines(figures: ShownFigures): [string, string][] {
  const t = useTranslations("reports");
  const { coverage, dose, rounds, income, ministry, below } = figures;
  const lines: [string, string][] = [
    [
      t("coverage"),
      t("coverageText", {
        total: n(coverage.total),
        met: n(coverage.met),
        toMeet: n(coverage.toMeet),
        released: n(coverage.released),
      }),
    ],
    [t("plans"), t("plansText", { people: n(figures.people) })],
    [
      t("dose"),
      t("doseText", {
        contacts: n(figures.contacts),
        none: n(dose[0]),
        one: n(dose[1]),
        two: n(dose[2]),
        three: n(dose[3]),
      }),
    ],
    ...rounds.map(({ name, done, asked, open }): [string, string] => [
      name,
      t("roundText", { done: n(done), asked: n(asked), open: n(open) }),
    ]),
    [
      t("takenUp"),
      t("takenUpText", {
        takers: n(figures.takers),
        taken: n(figures.takenUp),
        projects: n(figures.projects),
      }),
    ],
    [
      t("income"),
      t("incomeText", {
        before: n(income.before),
        now: n(income.now),
        people: n(income.people),
        up: n(income.up),
      }),
    ],
    [t("jobs"), t("plansText", { people: n(figures.jobs) })],
    [t("loans"), t("loansText", { loans: n(figures.loans), baht: n(figures.loanBaht) })],
    [
      t("trained"),
      t("trainedText", { trained: n(figures.trained), hours: n(figures.trainingHours) }),
    ],
    [
      t("ministry"),
      t("ministryText", {
        reported: n(ministry.reported),
        unreported: n(ministry.unreported),
        bounced: n(ministry.bounced),
      }),
    ],
  ];
  if (below.expected > 0)
    lines.push([
      t("below"),
      t("belowText", { received: n(below.received), expected: n(below.expected) }),
    ]);
  return lines;
}
