import { useTranslations } from "next-intl";
import {
  type Coverage,
  type CoverageBlock,
  type CoverageState,
  coverageBlocks,
  statesOf,
} from "@/domain/caseload";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { StackedBar } from "@/ui/stacked-bar";

const tones = {
  answered: "done",
  met_waiting: "half",
  to_meet: "open",
  released: "out",
} as const;

/** The states shown always; the others appear once somebody is in them. */
const always: readonly CoverageState[] = [
  "interviewed",
  "declined",
  "met_in_february",
  "assigned",
  "unassigned",
];
/** In the order of the work, not the order in which the rules decide. */
const order: Record<CoverageBlock, readonly CoverageState[]> = {
  answered: ["interviewed", "declined", "refused_twice"],
  met_waiting: statesOf("met_waiting"),
  to_meet: ["scheduled", "assigned", "unassigned", "attempted", "refused_interview", "away"],
  released: statesOf("released"),
};

type Props = {
  coverage: Coverage;
  /** Refusals at the door that nobody has confirmed. */
  refused: number;
  within: HolderFilter;
  /** The set of the day says who is counted. */
  rules: RuleSet;
};

/** "ทุกคน" in its blocks, each the sum of its parts; every number opens the list that it counts. */
export function CoverageCard({ coverage, refused, within, rules }: Props) {
  const t = useTranslations("district");
  const words = useTranslations("words");
  const cohort = { ...within, cohort: "must_reach" } as const;
  const blocks = coverageBlocks.map((block) => ({
    key: block,
    label: words(`block_${block}`),
    count: coverage.blocks[block],
    tone: tones[block],
    href: holdersHref({ ...cohort, block }),
    rows: order[block]
      .filter((state) => always.includes(state) || coverage.states[state] > 0)
      .map((state) => ({
        key: state,
        label: words(`state_${state}`),
        count: coverage.states[state],
        href: holdersHref({ ...cohort, state }),
      })),
  }));
  return (
    <Card
      title={t("everyone", { people: coverage.total })}
      sub={t("everyoneSub", { mustReach: rules.words.mustReach })}
    >
      <StackedBar
        label={t("everyoneBar")}
        blocks={blocks.filter(({ count, rows }) => count > 0 || rows.length > 0)}
      />
      {refused > 0 && (
        <p className="mt-3">
          <Link
            href={holdersHref({ ...cohort, refusal: "pending" })}
            className="inline-flex min-h-12 items-center print:min-h-0"
          >
            {t("refused", { people: refused })}
          </Link>
        </p>
      )}
    </Card>
  );
}
