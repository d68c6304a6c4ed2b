import { fail, type Result } from '#lib/domain/result.ts';
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts';
import type {
	ItemPerson,
	ItemView,
	LiveParts,
	MeetingView,
	PersonRef
} from '#lib/protocol/views.ts';
import { getContext, setContext } from 'svelte';
import { Connection } from './connection.svelte.ts';
import { OpenDocuments } from './documents/open-documents.svelte.ts';
import type { SharedDocument } from './documents/shared-document.svelte.ts';
import { initialsOf } from '#lib/domain/initials.ts';
import { LiveView } from './live-view.svelte.ts';
import { mayOnProjector } from './projector.ts';
import { personColourVar } from '#lib/domain/person-colour.ts';

export type SeenItem = ItemView & LiveParts;

/** One case item that is open on the screen: its view and its shared text. */
export class OpenItem {
	readonly id: string;
	readonly live: LiveView<SeenItem>;
	readonly document: SharedDocument;

	constructor(connection: Connection, documents: OpenDocuments, id: string) {
		this.id = id;
		this.live = new LiveView<SeenItem>(connection, `item:${id}`);
		this.document = documents.open(id);
	}

	get view(): SeenItem | undefined {
		return this.live.parts;
	}

	close(): void {
		this.live.close();
	}
}

export type SaveState =
	'saved' | 'saving' | 'waiting' | 'offline' | 'read-only' | 'signed-out' | 'outdated';

const LAST_MOMENTS = 5_000;
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, LAST_MOMENTS));

/** The meeting room on one screen: the agenda as this viewer may see it, and the item in front of it. */
export class Room {
	readonly connection = new Connection();
	readonly meeting: LiveView<MeetingView>;
	readonly documents = new OpenDocuments(this.connection);
	item = $state<OpenItem>();
	/** This screen hangs on the wall: names are masked, and nothing of a case is changed here. */
	projector = $state(false);

	constructor(meetingId: string) {
		this.meeting = new LiveView<MeetingView>(this.connection, `meeting:${meetingId}`);
	}

	/** What is not yet with the others: text typed and commands given. */
	get unsaved(): number {
		return this.documents.unsaved + this.connection.pending;
	}

	/** Never "saved" before the server has committed all of it. */
	get saveState(): SaveState {
		const { state } = this.connection;
		if (state === 'signed-out' || state === 'outdated') return state;
		if (!this.connection.connected) return this.unsaved > 0 ? 'waiting' : 'offline';
		const text = this.item?.document;
		if (text?.error === 'storage-read-only' || text?.status === 'failed') return 'read-only';
		return this.unsaved > 0 ? 'saving' : 'saved';
	}

	openItem(id: string): void {
		if (this.item?.id === id) return;
		this.closeItem();
		this.item = new OpenItem(this.connection, this.documents, id);
	}

	/** Leaves the item in front; text typed in it goes on being stored. */
	closeItem(): void {
		if (!this.item) return;
		this.item.close();
		void this.documents.leave(this.item.document);
		this.item = undefined;
	}

	async send<Name extends CommandName>(
		name: Name,
		input: CommandInput<Name>
	): Promise<Result<unknown>> {
		// What is on this screen is masked: sent back, a mask would take the place of what was written.
		if (this.projector && !mayOnProjector(name)) return fail('projector-on');
		return this.connection.send(name, input);
	}

	ask<T>(event: string, payload: unknown): Promise<Result<T>> {
		return this.connection.ask<T>(event, payload);
	}

	personOf(id: string): ItemPerson | PersonRef | undefined {
		return this.item?.view?.people.find((one) => one.id === id);
	}

	/** How someone's caret is shown in a shared text. */
	caretOf(id: string): { name: string; initials: string; color: string } {
		const name = this.personOf(id)?.name ?? '';
		return { name, initials: initialsOf(name), color: personColourVar(id) };
	}

	/** Leaves the room once what was typed is stored, or after a few seconds without a connection. */
	async close(): Promise<void> {
		this.item?.close();
		this.item = undefined;
		this.meeting.close();
		await Promise.race([this.documents.close(), patience()]);
		this.connection.close();
	}
}

const ROOM = Symbol('room');

export function setRoom(room: Room): Room {
	return setContext(ROOM, room);
}

/** The room this component is in. */
export function getRoom(): Room {
	return getContext<Room>(ROOM);
}
