import { useTranslations } from "next-intl";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
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
        {digits(
          t("numbersAsOf", {
            date: formatThaiDate(figures.asOf),
            time: formatThaiTime(figures.time),
          }),
        )}
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

type Texts = ReturnType<typeof useTranslations<"reports">>;

function coverageWords(coverage: ShownFigures["coverage"], t: Texts): string {
  if ("met" in coverage)
    return t("coverageOfThree", {
      total: n(coverage.total),
      met: n(coverage.met),
      toMeet: n(coverage.toMeet),
      released: n(coverage.released),
    });
  return t("coverageText", {
    total: n(coverage.total),
    answered: n(coverage.answered),
    interviewed: n(coverage.interviewed),
    metWaiting: n(coverage.metWaiting),
    toMeet: n(coverage.toMeet),
    away: n(coverage.away),
    released: n(coverage.released),
  });
}

/** Where nobody told both incomes there is no mean; reports of before kept 0 for it. */
function incomeWords({ people, before, now, up }: ShownFigures["income"], t: Texts): string {
  if (people === 0 || before === null || now === null) return t("incomeUnknown");
  return t("incomeText", { before: n(before), now: n(now), people: n(people), up: n(up) });
}

function useLines(figures: ShownFigures): [string, string][] {
  const t = useTranslations("reports");
  const { coverage, dose, rounds, income, ministry, below } = figures;
  const lines: [string, string][] = [
    [t("coverage"), coverageWords(coverage, t)],
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
    [t("income"), incomeWords(income, t)],
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
