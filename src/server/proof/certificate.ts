import { createHash } from "node:crypto";
import type { IsoDate, IsoMonth } from "@/domain/calendar";
import { type ProofFault, type ProvenPage, proofFaults } from "./prove";

/** What the proof says of a province; money in satang. No name and no number of anybody. */
export type Certificate = {
  province: string;
  provenOn: IsoDate;
  /** Versions of the rule sets whose values were used. */
  rules: readonly string[];
  /** People to whom at least one month is due. */
  people: number;
  months: number;
  satang: bigint;
  byBand: ReadonlyMap<string, bigint>;
  byDistrict: ReadonlyMap<string, bigint>;
  byMonth: ReadonlyMap<IsoMonth, bigint>;
  /** A sum over every single month of every person, whatever the order: another register has another one. */
  digest: bigint;
  /** What the month runs have booked until which month; null: there was none yet. `waiting`: people whose change the next run books. */
  booked: { until: IsoMonth; satang: bigint; waiting: number } | null;
  /** People with whom something is wrong, by kind. */
  faults: Readonly<Record<ProofFault, number>>;
};

/** The certificates of all provinces in which somebody said yes, in their order. */
export function certificatesOf(
  pages: readonly ProvenPage[],
  { provenOn, rules }: Pick<Certificate, "provenOn" | "rules">,
): Certificate[] {
  const provinces = new Set(
    pages.flatMap(({ people, faults }) => [...people, ...faults].map(({ province }) => province)),
  );
  return [...provinces].sort().map((province) => {
    const own = <Row extends { province: string }>(rowsOf: (page: ProvenPage) => readonly Row[]) =>
      pages.flatMap((page) => rowsOf(page).filter((row) => row.province === province));
    const sums = own(({ sums }) => sums);
    const counted = own(({ people }) => people);
    const faults = own(({ faults }) => faults);
    const booked = own(({ booked }) => booked);
    const wrong = (kind: ProofFault) =>
      new Set(faults.filter((fault) => fault.kind === kind).map(({ holderId }) => holderId)).size;
    return {
      province,
      provenOn,
      rules,
      people: counted.reduce((sum, { people }) => sum + people, 0),
      months: counted.reduce((sum, { months }) => sum + months, 0),
      satang: sums.reduce((sum, { satang }) => sum + BigInt(satang), 0n),
      byBand: sumBy(sums, ({ band }) => band),
      byDistrict: sumBy(sums, ({ district }) => district),
      byMonth: sumBy(sums, ({ month }) => month),
      digest: counted.reduce((sum, { digest }) => sum + BigInt(digest), 0n),
      booked: booked[0]
        ? {
            until: booked[0].until,
            satang: booked.reduce((sum, { satang }) => sum + BigInt(satang), 0n),
            waiting: booked.reduce((sum, { waiting }) => sum + waiting, 0),
          }
        : null,
      faults: {
        due: wrong("due"),
        booked: wrong("booked"),
        undecided: wrong("undecided"),
        unreported: wrong("unreported"),
      },
    };
  });
}

function sumBy<Row extends { satang: string }>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const sums = new Map<string, bigint>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0n) + BigInt(row.satang));
  return new Map([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** How many people the proof found something wrong with. */
export const differing = ({ faults }: Pick<Certificate, "faults">) =>
  proofFaults.reduce((sum, kind) => sum + faults[kind], 0);

/** The certificate as it is kept: one text for one content, with its SHA-256. */
export function sealed(certificate: Certificate): { text: string; sha256: string } {
  const text = JSON.stringify(certificate, (_, value) =>
    typeof value === "bigint"
      ? String(value)
      : value instanceof Map
        ? Object.fromEntries(value)
        : value,
  );
  return { text, sha256: createHash("sha256").update(text).digest("hex") };
}
