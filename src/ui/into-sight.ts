/** How much of what opens must be seen, in pixels: a label and the first answer. */
const enough = 160;

/** Scrolls as little as needed for the beginning of an element to be seen above the bar at the bottom. */
export function bringIntoSight(element: Element | null) {
  if (!element) return;
  const bar = document.querySelector("[data-actions]")?.getBoundingClientRect();
  const end = bar && bar.top < window.innerHeight ? bar.top : window.innerHeight;
  const { top, height } = element.getBoundingClientRect();
  const hidden = top + Math.min(height, enough) - end;
  if (hidden > 0) window.scrollBy({ top: hidden + 16 });
}
