/**
 * What a project gives, where and whom to ring, in the words of a province. The papers name projects and say hardly
 * anything about them, so the product shows nothing until somebody of the province has written it.
 */
export type ProjectGuide = {
  /** Two or three plain lines. */
  gives: string;
  office: string | null;
  phone: string | null;
  writtenBy: string;
  /** ISO day. */
  writtenOn: string;
};

/** Project code → what the province has written about it; a project that is missing has nothing. */
export type ProjectGuides = Readonly<Record<string, ProjectGuide>>;
