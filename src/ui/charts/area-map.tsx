import { Link } from "@/ui/link";

export type AreaMark = {
  code: string;
  name: string;
  /** The number that stands below the name. */
  figure: string;
  /** Everything that the mark says, for who does not see it. */
  label: string;
  /** 0 to 4, from light to dark; null: nothing is known. */
  step: number | null;
  /** The list that the mark counts; none opens no list. */
  href?: string;
};

/** Light to dark, so that the steps differ in grey as well; each mark bears its number. */
const steps = [
  { tile: "bg-card", shape: "fill-card" },
  { tile: "bg-step-1", shape: "fill-step-1" },
  { tile: "bg-step-2", shape: "fill-step-2" },
  { tile: "bg-step-3", shape: "fill-step-3" },
  { tile: "bg-indigo text-white", shape: "fill-indigo" },
] as const;
const darkest = steps.length - 1;
const unknown = { tile: "bg-quiet-tint", shape: "fill-quiet-tint" };
const lookOf = (step: number | null) => (step === null ? unknown : (steps[step] ?? unknown));

type TileProps = {
  label: string;
  marks: readonly AreaMark[];
  tiles: readonly { code: string; column: number; row: number }[];
};

/** Areas as tiles that lie to one another as the areas do. */
export function TileMap({ label, marks, tiles }: TileProps) {
  const columns = Math.max(...tiles.map(({ column }) => column));
  return (
    <ol
      aria-label={label}
      className="figures grid max-w-[36rem] gap-1 [print-color-adjust:exact]"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {tiles.map(({ code, column, row }) => {
        const mark = marks.find((each) => each.code === code);
        return (
          mark && (
            <li key={code} className="flex" style={{ gridColumn: column, gridRow: row }}>
              <Tile mark={mark} />
            </li>
          )
        );
      })}
    </ol>
  );
}

function Tile({ mark: { name, figure, label, step, href } }: { mark: AreaMark }) {
  const look = `flex min-h-20 w-full flex-col items-center justify-center rounded-control border border-edge px-1 py-2 text-center leading-snug text-ink no-underline ${lookOf(step).tile}`;
  const words = (
    <>
      <span className="text-sm font-semibold [overflow-wrap:anywhere]">{name}</span>
      <span>{figure}</span>
    </>
  );
  if (!href)
    return (
      <div className={look} role="img" aria-label={label}>
        {words}
      </div>
    );
  return (
    <Link href={href} aria-label={label} className={look}>
      {words}
    </Link>
  );
}

type ShapeProps = {
  label: string;
  marks: readonly AreaMark[];
  drawing: {
    width: number;
    height: number;
    shapes: readonly { code: string; path: string; x: number; y: number }[];
  };
};

/** Areas in their outlines. */
export function ShapeMap({ label, marks, drawing: { width, height, shapes } }: ShapeProps) {
  return (
    <svg
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      className="figures h-auto max-h-[44rem] w-full max-w-[36rem] [print-color-adjust:exact]"
    >
      <title>{label}</title>
      {shapes.map((shape) => {
        const mark = marks.find(({ code }) => code === shape.code);
        return mark && <Shape key={shape.code} mark={mark} shape={shape} />;
      })}
    </svg>
  );
}

type OneShape = { mark: AreaMark; shape: ShapeProps["drawing"]["shapes"][number] };

function Shape({ mark: { name, figure, label, step, href }, shape: { path, x, y } }: OneShape) {
  const drawn = (
    <>
      <path
        d={path}
        className={`stroke-edge ${lookOf(step).shape}`}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <text
        x={x}
        y={y}
        textAnchor="middle"
        className={`pointer-events-none text-[15px] ${step === darkest ? "fill-white" : "fill-ink"}`}
      >
        <tspan className="font-semibold">{name}</tspan>
        <tspan x={x} dy="18">
          {figure}
        </tspan>
      </text>
    </>
  );
  if (!href) return <g>{drawn}</g>;
  return (
    <Link href={href} aria-label={label}>
      {drawn}
    </Link>
  );
}

/** What the steps mean, from light to dark. */
export function MapLegend({ label, words }: { label: string; words: readonly string[] }) {
  return (
    <ul
      aria-label={label}
      className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm [print-color-adjust:exact]"
    >
      {words.map((each, step) => (
        <li key={each} className="flex items-center gap-2">
          <span
            aria-hidden
            className={`inline-block size-4 border border-edge ${lookOf(step).tile}`}
          />
          {each}
        </li>
      ))}
    </ul>
  );
}
