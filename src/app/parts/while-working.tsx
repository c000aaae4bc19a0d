"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const secondsBetween = 1.5;

/** Reads the page again while a job works on what it shows. */
export function WhileWorking() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), secondsBetween * 1000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
