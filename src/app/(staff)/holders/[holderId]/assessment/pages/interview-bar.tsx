import type { ReactNode } from "react";

type Props = {
  /** The button to the menu, where the menu is not shown beside the question. */
  menu: ReactNode;
  back: ReactNode;
  review: ReactNode;
  /** The one main action. */
  main: ReactNode;
  /** The main action takes no press. */
  rests: boolean;
};

/** Back, review and next; on a phone only the way back and the main action stay in sight, in one row. */
export function InterviewBar({ menu, back, review, main, rests }: Props) {
  return (
    <>
      <div className="mt-4 flex flex-col items-center xl:hidden" data-screen-only>
        <div className="w-full">{menu}</div>
        <div className="md:hidden">{review}</div>
      </div>
      <div
        data-screen-only
        data-actions
        className="mt-6 flex items-center gap-3 max-md:sticky max-md:bottom-0 max-md:z-10 max-md:-mx-4 max-md:mt-auto max-md:border-t max-md:border-line max-md:bg-card max-md:px-4 max-md:py-2"
      >
        {/* Where "ต่อไป" stood the undo may stand now: a press that was late is none for it either. */}
        <div className={`contents ${rests ? "pointer-events-none" : ""}`}>{back}</div>
        <div className="ml-auto max-md:hidden">{review}</div>
        <div
          className={`max-md:flex max-md:min-w-0 max-md:flex-1 max-md:*:flex-1 ${rests ? "pointer-events-none" : ""}`}
        >
          {main}
        </div>
      </div>
    </>
  );
}
