"use client";

import "./globals.css";
import { withoutProvider } from "@/i18n/without-provider";

/** Stands in for the root layout itself, so neither its messages nor its provider are there. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang={withoutProvider.locale}>
      <body>
        <main className="mx-auto flex max-w-form flex-col items-start gap-4 px-4 py-12">
          <h1 className="text-2xl">{withoutProvider.errorTitle}</h1>
          <button
            type="button"
            onClick={reset}
            className="min-h-12 rounded-button bg-indigo px-5 font-semibold text-white"
          >
            {withoutProvider.tryAgain}
          </button>
        </main>
      </body>
    </html>
  );
}
