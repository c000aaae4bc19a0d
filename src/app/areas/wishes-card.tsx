import { useTranslations } from "next-intl";
import { CutoffDay } from "@/app/parts/cutoff-line";
import { ministryStates, wishesHref } from "@/domain/ministry";
import type { CutoffView } from "@/server/ministry/cutoff";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";

type Props = {
  cutoff: CutoffView;
  /** The district that is looked at from the province. */
  district?: string | null;
};

/** Everybody with a counting yes, by what the Ministry knows of them; each number opens exactly those. */
export function WishesCard({ cutoff, district = null }: Props) {
  const t = useTranslations("ministry");
  const { wishes } = cutoff;
  const all = ministryStates.reduce((sum, state) => sum + wishes[state], 0);
  const shown = ["all", ...ministryStates] as const;
  return (
    <Card title={t("wishes")}>
      <CutoffDay cutoff={cutoff} />
      <ul className="mt-2 divide-y divide-line">
        {shown.map((state) => (
          <li key={state}>
            <Link
              href={wishesHref(state, district)}
              className="flex min-h-12 items-center justify-between gap-4"
            >
              {t(`wishes_${state}`)}
              <strong className="keep">
                {t("wishesPeople", { people: state === "all" ? all : wishes[state] })}
              </strong>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
