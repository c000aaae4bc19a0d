import { encode } from "uqr";

/** A QR code as one path of an SVG: the number of a receipt, the address of a link. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-28 shrink-0 bg-white print:size-[32mm]"
    >
      <path d={path.join("")} fill="#000000" />
    </svg>
  );
}
