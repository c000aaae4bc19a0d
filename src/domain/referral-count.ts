/**
 * A project of several agencies is one project and as many referrals: how many projects, and how many agencies are written
 * to, which is said only where they are more than the projects (0: not said).
 */
export function referralCount(referrals: readonly { project: string; agency: string }[]) {
  const projects = new Set(referrals.map(({ project }) => project)).size;
  const agencies = new Set(referrals.map(({ agency }) => agency)).size;
  return { projects, agencies: agencies > projects ? agencies : 0 };
}
