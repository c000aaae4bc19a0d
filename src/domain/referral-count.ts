/**
 * A project of several agencies is one project and as many matters, and one that was sent again is another: how many projects,
 * and how many matters, which are said only where they are more than the projects (0: not said).
 */
export function referralCount(referrals: readonly { project: string }[]) {
  const projects = new Set(referrals.map(({ project }) => project)).size;
  return { projects, matters: referrals.length > projects ? referrals.length : 0 };
}
