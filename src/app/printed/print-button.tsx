"use client";

import { Printer } from "lucide-react";
import { Button } from "@/ui/button";

/**
 * Prints the page. On a phone it stands after the work: nobody prints there.
 * @param first the first thing to do here: it has the focus, so that Enter prints
 */
export function PrintButton({ label, first = false }: { label: string; first?: boolean }) {
  return (
    <span data-screen-only className={first ? undefined : "max-sm:order-last"}>
      <Button
        tone={first ? "primary" : "secondary"}
        icon={Printer}
        autoFocus={first}
        onClick={() => window.print()}
      >
        {label}
      </Button>
    </span>
  );
}
