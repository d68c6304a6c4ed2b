import type { Administers } from './store/schema/index.ts';
import type { Repositories } from './store/repositories.ts';
import type { Result } from '#lib/domain/result.ts';

/** Who asks, as the server established it: from the session, or from an organisation's own key. */
export interface Actor {
	personId: string;
	organisationId: string;
	administers: Administers;
	/** A short, unusable mark of the session or key, for the access log. */
	client: string;
	address: string;
	/** Set when an organisation's system acts by its key: it may only send status of its own actions. */
	connectorId?: string;
	/** With `connectorId`: somebody there acts by the link in a mail; it opens one action. */
	mailLinkId?: string;
}

/** What changed, so that everyone who is looking at it and may see it gets the new view. */
export type Topic = `${'meeting' | 'item' | 'person' | 'table' | 'case'}:${string}`;

export interface AccessObject {
	objectKind:
		| 'case'
		| 'item'
		| 'meeting'
		| 'table'
		| 'action'
		| 'person'
		| 'organisation'
		| 'connector'
		| 'party'
		| 'move'
		| 'question';
	objectId: string;
	caseId?: string | null;
}

export interface AccessEntry extends AccessObject {
	event: string;
	/** Why this person may: "chair", "participant", "owner", "administrator" … */
	ground: string;
	outcome?: 'allowed' | 'refused';
	responsiblePersonId?: string;
}

/** One unit of work: everything a use-case reads and writes happens in one transaction. */
export interface Work {
	readonly actor: Actor;
	readonly store: Repositories;
	readonly now: Date;
	/** The calendar day in the Netherlands, `YYYY-MM-DD`. */
	readonly today: string;
	id(): string;
	number(below: number): number;
	secret(): string;
	/** SHA-256 in base64url, for what must be recognised and never read back. */
	hash(text: string): string;
	encrypt(plain: string, context: string): string;
	/** What is stored of an item's shared text, by root; null when it can't be read back. */
	texts(itemId: string): Promise<Readonly<Record<string, string>> | null>;
	touch(...topics: Topic[]): void;
	/** What this is about, so that a refusal names it on the access log; the innermost call counts. */
	about(object: AccessObject): void;
	/** Adds a row to the access log; without it no read and no change may be answered. */
	log(entry: AccessEntry): Promise<void>;
}

/** One verb: (unit of work with its actor, checked input) → outcome. A failed outcome writes nothing. */
export type UseCase<Input, Output = void> = (work: Work, input: Input) => Promise<Result<Output>>;
