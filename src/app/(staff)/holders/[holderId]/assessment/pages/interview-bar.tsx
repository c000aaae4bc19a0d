import type { ReactNode } from "react";

type Props = {
  /** The button to the menu, where the menu is not shown beside the question. */
  menu: ReactNode;
  back: ReactNode;
  review: ReactNode;
  /** The one main action. */
  main: ReactNode;
};

/** Back, review and next; on a phone the main action and the menu stay visible above the page's links. */
export function InterviewBar({ menu, back, review, main }: Props) {
  return (
    <>
      <div className="mt-4 flex justify-center md:hidden">{review}</div>
      <div
        data-screen-only
        className="mt-6 flex flex-wrap items-center gap-3 max-md:sticky max-md:bottom-14 max-md:z-10 max-md:-mx-4 max-md:mt-2 max-md:gap-y-1 max-md:border-t max-md:border-line max-md:bg-card max-md:px-4 max-md:pb-3 max-md:pt-1"
      >
        <div className="w-full md:order-last xl:hidden">{menu}</div>
        {back}
        <div className="ml-auto max-md:hidden">{review}</div>
        <div className="max-md:flex max-md:flex-1 max-md:*:flex-1">{main}</div>
      </div>
    </>
  );
}
