import type { recordCommands } from '#lib/protocol/commands/records.ts';
import { atItem, type Lines } from './lines.ts';

const basis = 'x'.repeat(43);

export const recordLines: Lines<keyof typeof recordCommands> = {
	'dossier.fix': atItem(() => ({ basis })),
	'family-copy.fix': atItem(({ childId }) => ({ subjectId: childId, lines: ['reason'], basis }))
};
