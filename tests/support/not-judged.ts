/** Why an item goes without a joint judgement; in tests that are about something else. */
export const NOT_JUDGED = { notJudged: { why: 'no-time' } } as const;
