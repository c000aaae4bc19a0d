"use client";

import { Printer } from "lucide-react";
import { Button } from "@/ui/button";

/** Prints the page as it stands; the chrome stays off the paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button tone="secondary" icon={Printer} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
