"use client";

import { Printer } from "lucide-react";
import { Button } from "@/ui/button";

/** Prints the page. */
export function PrintButton({ label }: { label: string }) {
  return (
    <span data-screen-only>
      <Button tone="secondary" icon={Printer} onClick={() => window.print()}>
        {label}
      </Button>
    </span>
  );
}
