import { test as setup } from "@playwright/test";
import { monthDays } from "./months";
import { command, signInByOnePress } from "./support";

/** The administrator moves the demo's date forward for all scenes of the later months. */
setup("the demo's date moves on", async ({ page }, { project }) => {
  const to = monthDays[project.name.replace("-clock", "") as keyof typeof monthDays];
  await signInByOnePress(page, "admin");
  await command(page, "advanceClock", { to });
});
