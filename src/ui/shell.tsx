import type { ReactNode } from "react";
import { Link } from "@/ui/link";
import { BigTextSwitch } from "./big-text-switch";
import { type NavLink, NavLinks } from "./nav-links";
import { ShellPanel } from "./shell-panel";
import { SkipLink } from "./skip-link";

type Props = {
  brand: { label: string; href: string };
  /** Where the reader works ("อำเภอลอง · จังหวัดแพร่"). */
  place?: ReactNode;
  /** The programme's day, already written out in B.E. */
  date?: ReactNode;
  who?: { name: string; role: string };
  /** A `SearchLink`. */
  search?: ReactNode;
  /** A `SavedState`, or what is waiting to be sent. */
  saved?: ReactNode;
  /** A form or button that signs out; give it `signOutClass`. */
  signOut?: ReactNode;
  /** Up to four; a row under the bar, on a phone a bar at the bottom. */
  links?: NavLink[];
  children: ReactNode;
};

/** The frame of every page: the slim bar, the links and the content of at most 1,240 px. */
export function Shell(props: Props) {
  const { brand, place, date, who, search, saved, signOut, links = [], children } = props;
  return (
    <>
      <SkipLink />
      <header data-chrome data-bar className="bg-indigo text-white">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-2 px-3 sm:gap-x-4 sm:px-4">
          <Link
            href={brand.href}
            className="flex min-h-14 items-center text-lg font-bold text-white"
          >
            {brand.label}
          </Link>
          {/* On a phone the saved state stays in sight; everything else folds into the panel. */}
          <div className="order-1 ml-auto lg:order-2 lg:ml-0">{saved}</div>
          <ShellPanel>
            <p className="flex flex-wrap gap-x-3 text-sm lg:mr-auto lg:shrink-1000">
              {place && <span>{place}</span>}
              {date && <span className="keep">{date}</span>}
            </p>
            {search}
            <BigTextSwitch />
            {who && (
              <p className="min-w-0 max-w-full py-1 text-sm leading-snug lg:max-w-72 xl:shrink-0">
                <span className="block font-semibold lg:truncate">{who.name}</span>
                <span className="block lg:truncate" title={who.role}>
                  {who.role}
                </span>
              </p>
            )}
            {signOut}
          </ShellPanel>
        </div>
      </header>
      {links.length > 0 && <NavLinks links={links} />}
      <main
        id="content"
        data-content
        tabIndex={-1}
        className={`mx-auto max-w-page px-4 pb-28 pt-5 outline-none md:pb-12 ${links.length > 0 ? "" : "[--phone-links:0px]"}`}
      >
        {children}
      </main>
    </>
  );
}

/** The look of the sign-out button in the top bar. */
export const signOutClass =
  "inline-flex min-h-12 items-center keep gap-2 rounded-tag text-sm text-white hover:bg-white/15 lg:px-3";
