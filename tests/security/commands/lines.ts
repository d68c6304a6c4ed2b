import type { CommandName } from '#lib/protocol/commands.ts';
import type { Attacked, Who } from '../world.ts';

/** How each of these stands to Mila's item: see `attacked`. */
export const OUTSIDE_THE_ITEM: Who[] = ['wim', 'nadia', 'jeroen', 'petra', 'bas'];
export const OUTSIDE_THE_TABLE: Who[] = ['wim', 'jeroen', 'petra', 'bas'];
/** Bas administers another organisation than the one it is about. */
export const NO_ADMINISTRATOR: Who[] = ['hilde', 'yusuf', 'roos', 'wim', 'nadia', 'jeroen', 'bas'];

export interface Entry {
	/** Which id in the input names the object. */
	about: string;
	/** For whom it does not exist. */
	outside: Who[];
	input: (ids: Attacked['ids'], world: Attacked['world']) => Record<string, unknown>;
}
export type Input = Entry['input'];

export const atItem = (input: Input = () => ({})): Entry => ({
	about: 'itemId',
	outside: OUTSIDE_THE_ITEM,
	input: (ids, world) => ({ itemId: ids.itemId, ...input(ids, world) })
});
export const atAction = (more: object = {}): Entry => ({
	about: 'actionId',
	outside: OUTSIDE_THE_ITEM,
	input: ({ actionId }) => ({ actionId, ...more })
});
export const atCase = (more: object): Entry => ({
	about: 'caseId',
	outside: OUTSIDE_THE_ITEM,
	input: ({ caseId }) => ({ caseId, ...more })
});
export const atMeeting = (input: Input = () => ({})): Entry => ({
	about: 'meetingId',
	outside: OUTSIDE_THE_TABLE,
	input: (ids, world) => ({ meetingId: ids.meetingId, ...input(ids, world) })
});
export const atTable = (more: object): Entry => ({
	about: 'tableId',
	outside: OUTSIDE_THE_TABLE,
	input: ({ tableId }) => ({ tableId, ...more })
});
export const child = (more: object = {}) => atItem(({ childId }) => ({ childId, ...more }));
/** A line for each command of one area. */
export type Lines<Names extends CommandName> = Record<Names, Entry>;
