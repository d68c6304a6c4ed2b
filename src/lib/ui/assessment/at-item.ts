import { getRoom, type SeenItem } from '#lib/client/room.svelte.ts';
import type { Result } from '#lib/domain/result.ts';
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts';
import type { AnswerView } from '#lib/protocol/views.ts';

/** The case item that is open in this room, as the assessment and the judgement use it. */
export interface AtItem {
	readonly view: SeenItem;
	/** Nothing can change any more: the item is done, or the meeting closed. */
	readonly closed: boolean;
	send<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<Result<unknown>>;
	/** '' for who is no longer at the item. */
	nameOf(personId: string): string;
	functionOf(personId: string): string;
	history(subjectId: string, questionId: string): Promise<Result<AnswerView[]>>;
}

/** Call while a component is made. */
export function atItem(): AtItem {
	const room = getRoom();
	let last: SeenItem | undefined;
	return {
		get view() {
			// A component may read once more while its item is being taken away.
			last = room.item?.view ?? last;
			if (!last) throw new Error('at-item: no item is open');
			return last;
		},
		get closed() {
			return this.view.head.status === 'done' || this.view.head.meetingStatus === 'closed';
		},
		send: (name, input) => room.send(name, input),
		nameOf: (personId) => room.personOf(personId)?.name ?? '',
		functionOf: (personId) => room.personOf(personId)?.function ?? '',
		history(subjectId, questionId) {
			const itemId = this.view.head.id;
			return room.ask<AnswerView[]>('answer:history', { itemId, subjectId, questionId });
		}
	};
}
