import { OfficialPaperSheet } from "@/app/printed/official-paper";
import type { WrittenPaper } from "@/domain/official-paper";

/** One letter for each person of the page: what the letter of the Ministry changes for them. Only on paper. */
export function LettersOfPeople({ letters }: { letters: readonly WrittenPaper[] }) {
  return (
    <div className="hidden print:block">
      {letters.map(({ paper, issue }) => (
        <div key={paper.to} data-one-page className="not-last:break-after-page">
          <OfficialPaperSheet paper={paper} issue={issue} heading="h2" />
        </div>
      ))}
    </div>
  );
}
