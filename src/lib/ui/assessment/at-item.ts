import { getContext, setContext } from 'svelte';
import { getRoom } from '#lib/client/room.svelte.ts';
import type { Result } from '#lib/domain/result.ts';
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts';
import type { AnswerView, ItemView } from '#lib/protocol/views.ts';
import { dayOf } from '../dates.ts';

/** The case item on this screen, for every component of its assessment and judgement. */
export interface AtItem {
	readonly view: ItemView;
	readonly today: string;
	/** Nothing can change any more: the item is done, or the meeting or the case closed. */
	readonly closed: boolean;
	send<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<Result<unknown>>;
	/** '' for who is no longer at the item. */
	nameOf(personId: string): string;
	functionOf(personId: string): string;
	history(subjectId: string, questionId: string): Promise<Result<AnswerView[]>>;
}

const AT_ITEM = Symbol('at-item');

/** Call while the outermost component is made, with getters: the view is a new one after each change. */
export function provideItem(view: () => ItemView | undefined, today: () => string = dayOf): AtItem {
	const room = getRoom();
	let last: ItemView | undefined;
	const item: AtItem = {
		get view() {
			// A component may read once more while its item is being taken away.
			last = view() ?? last;
			if (!last) throw new Error('at-item: no item is open');
			return last;
		},
		get today() {
			return today();
		},
		get closed() {
			const { head, closing } = this.view;
			return head.status === 'done' || head.meetingStatus === 'closed' || closing.closedOn !== null;
		},
		send: (name, input) => room.send(name, input),
		nameOf: (personId) => personOf(item.view, personId)?.name ?? '',
		functionOf: (personId) => personOf(item.view, personId)?.function ?? '',
		history(subjectId, questionId) {
			const itemId = item.view.head.id;
			return room.ask<AnswerView[]>('answer:history', { itemId, subjectId, questionId });
		}
	};
	return setContext(AT_ITEM, item);
}

export function atItem(): AtItem {
	return getContext<AtItem>(AT_ITEM);
}

const personOf = (view: ItemView, id: string) => view.people.find((each) => each.id === id);
