/**
 * A project of several agencies is one project and as many referrals: how many projects, and how many agencies are written
 * to, which is said only where it is another number (0: not said).
 */
export function referralCount(referrals: readonly { project: string; agency: string }[]) {
  const projects = new Set(referrals.map(({ project }) => project)).size;
  const agencies = new Set(referrals.map(({ project, agency }) => `${project} ${agency}`)).size;
  return { projects, agencies: agencies === projects ? 0 : agencies };
}
