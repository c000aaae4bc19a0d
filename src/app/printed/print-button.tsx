"use client";

import { Printer } from "lucide-react";
import { Button } from "@/ui/button";

/** Prints the page. On a phone it stands after the work: nobody prints there. */
export function PrintButton({ label }: { label: string }) {
  return (
    <span data-screen-only className="max-sm:order-last">
      <Button tone="secondary" icon={Printer} onClick={() => window.print()}>
        {label}
      </Button>
    </span>
  );
}
