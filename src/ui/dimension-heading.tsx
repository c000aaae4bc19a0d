import { BriefcaseBusiness, GraduationCap, House, Landmark } from "lucide-react";
import type { ReactNode } from "react";

export type DimensionNumber = 1 | 2 | 3 | 4;

const looks = {
  1: { icon: BriefcaseBusiness, text: "text-indigo", edge: "border-indigo" },
  2: { icon: GraduationCap, text: "text-teal", edge: "border-teal" },
  3: { icon: Landmark, text: "text-amber", edge: "border-amber" },
  4: { icon: House, text: "text-plum", edge: "border-plum" },
} as const;

type HeadingProps = { number: DimensionNumber; level?: 2 | 3 | 4; children: ReactNode };

/** Icon, number (in its words) and colour of one of the four dimensions. */
export function DimensionHeading({ number, level = 3, children }: HeadingProps) {
  const Heading = `h${level}` as const;
  const { icon: Icon, text } = looks[number];
  return (
    <Heading className={`flex items-start gap-2 font-bold leading-snug print:text-ink ${text}`}>
      <Icon aria-hidden size={20} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </Heading>
  );
}

/** A group under its dimension's colour. */
export function DimensionGroup({
  number,
  children,
}: {
  number: DimensionNumber;
  children: ReactNode;
}) {
  return (
    <div className={`flex flex-col gap-2 border-l-4 pl-3 ${looks[number].edge}`}>{children}</div>
  );
}
