import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/ui/link";
import { PrintButton } from "./print-button";
import { WordLink } from "./word-link";

export type Back = { href: string; label: string };

type Props = {
  /** The page that the reader came from. */
  back?: Back;
  printLabel: string;
  /** Margins and type of ระเบียบงานสารบรรณ. */
  official?: boolean;
  /** Where the same paper is had as a Word file. */
  word?: string;
  children: ReactNode;
};

/** An official document: above it the way back and the print button, in print only the document. */
export function Sheet({ back, printLabel, official = false, word, children }: Props) {
  return (
    <article className="max-w-3xl print:max-w-none">
      <div
        data-screen-only
        className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2"
      >
        {back && (
          <Link href={back.href} className="inline-flex min-h-12 items-center gap-2">
            <ArrowLeft aria-hidden size={20} className="shrink-0" />
            {back.label}
          </Link>
        )}
        <span className="ml-auto flex flex-wrap gap-3">
          {word && <WordLink href={word} />}
          <PrintButton label={printLabel} />
        </span>
      </div>
      <div
        data-official={official || undefined}
        className="rounded-card border border-line bg-card px-4 py-6 sm:px-14 sm:py-12 print:border-0 print:p-0"
      >
        {children}
      </div>
    </article>
  );
}
