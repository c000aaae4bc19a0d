import { createHash } from "node:crypto";
import { addMonths, type IsoDate, type IsoMonth } from "@/domain/calendar";
import { type DueLine, type ProofFault, type ProvenPage, proofFaults } from "./prove";

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
  /** A sum over everybody's months and amounts, whatever the order: another register has another one. */
  digest: bigint;
  /** What the month runs have booked until which month; null: there was none yet. `waiting`: people whose change the next run books. */
  booked: { until: IsoMonth; satang: bigint; waiting: number } | null;
  /** What is due once to the persons of each list, beside the months. */
  once: ReadonlyMap<string, bigint>;
  /** People with whom something is wrong, by kind. */
  faults: Readonly<Record<ProofFault, number>>;
};

type Sums = {
  people: number;
  months: number;
  satang: bigint;
  digest: bigint;
  byBand: Map<string, bigint>;
  byDistrict: Map<string, bigint>;
  byMonth: Map<IsoMonth, bigint>;
  booked: Certificate["booked"];
  once: Map<string, bigint>;
  /** Who is wrong. */
  faults: Record<ProofFault, Set<string>>;
};

/** The certificates of all provinces in which somebody said yes, in their order. */
export function certificatesOf(
  pages: readonly ProvenPage[],
  { provenOn, rules }: Pick<Certificate, "provenOn" | "rules">,
): Certificate[] {
  const provinces = new Map<string, Sums>();
  const of = (province: string) => {
    const sums = provinces.get(province) ?? noSums();
    provinces.set(province, sums);
    return sums;
  };
  for (const { people, sums, once, faults } of pages) {
    for (const { province, list, satang } of once) add(of(province).once, list, satang);
    for (const line of sums) addLine(of(line.province), line);
    for (const { province, people: more, months, digest } of people) {
      const sums = of(province);
      sums.people += more;
      sums.months += months;
      sums.digest += BigInt(digest);
    }
    for (const { province, kind, holderId } of faults) of(province).faults[kind].add(holderId);
  }
  // A run of a province to whose people nothing is due has no certificate.
  for (const { booked } of pages)
    for (const { province, until, satang, waiting } of booked) {
      const sums = provinces.get(province);
      if (!sums) continue;
      sums.booked ??= { until, satang: 0n, waiting: 0 };
      sums.booked.satang += BigInt(satang);
      sums.booked.waiting += waiting;
    }
  return [...provinces]
    .sort(inOrder)
    .map(([province, { faults, byBand, byDistrict, byMonth, once, ...sums }]) => ({
      province,
      provenOn,
      rules,
      people: sums.people,
      months: sums.months,
      satang: sums.satang,
      byBand: sorted(byBand),
      byDistrict: sorted(byDistrict),
      byMonth: sorted(byMonth),
      digest: sums.digest,
      booked: sums.booked,
      once: sorted(once),
      faults: {
        due: faults.due.size,
        booked: faults.booked.size,
        undecided: faults.undecided.size,
        unreported: faults.unreported.size,
        once: faults.once.size,
      },
    }));
}

const noSums = (): Sums => ({
  ...{ people: 0, months: 0, satang: 0n, digest: 0n, booked: null },
  ...{ byBand: new Map(), byDistrict: new Map(), byMonth: new Map(), once: new Map() },
  faults: {
    ...{ due: new Set(), booked: new Set(), undecided: new Set(), unreported: new Set() },
    once: new Set(),
  },
});

function addLine(sums: Sums, { band, district, from, until, satang }: DueLine) {
  for (let month = from; month <= until; month = addMonths(month, 1)) {
    sums.satang += BigInt(satang);
    add(sums.byBand, band, satang);
    add(sums.byDistrict, district, satang);
    add(sums.byMonth, month, satang);
  }
}

const add = (sums: Map<string, bigint>, key: string, satang: string) =>
  sums.set(key, (sums.get(key) ?? 0n) + BigInt(satang));
const inOrder = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1;
const sorted = (sums: ReadonlyMap<string, bigint>) => new Map([...sums].sort(inOrder));

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
