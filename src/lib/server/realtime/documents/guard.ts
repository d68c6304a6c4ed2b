import { fail, ok, type Result } from '#lib/domain/result.ts';
import { DOCUMENT_LIMITS } from '#lib/protocol/documents.ts';
import * as Y from 'yjs';
import type { Between } from './order.ts';

/** Why an update may not touch the document; the name goes to the security log, never its content. */
export type Refusal =
	| 'too-large'
	| 'undecodable'
	| 'not-text'
	| 'empty-struct'
	| 'nested'
	| 'forged-author'
	| 'gap'
	| 'unknown-origin'
	| 'mixed-roots'
	| 'unknown-root'
	| 'unknown-deletion';

export interface GuardedDocument {
	doc: Y.Doc;
	/** The one client id this sender was given. */
	clientId: number;
	allows(root: string): boolean;
}

export interface Passed {
	/** To be applied: without what the document already has, as after a lost acknowledgement. */
	bytes: Uint8Array;
	/** False when it only deletes. */
	writes: boolean;
	/** To be looked at once applied: see `inOrder`. */
	neighbours: Between[];
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Y.Item & { content: Y.ContentString | Y.ContentDeleted };

/**
 * Decides all or nothing about one update (V1) before it touches the document.
 *
 * Yjs accepts a forged client id (replicas then differ for ever), parks what has a gap without any
 * event, and is not atomic when it throws; so nothing reaches it that is not known to fit.
 */
export function guard(to: GuardedDocument, update: Uint8Array): Result<Passed, Refusal> {
	if (update.byteLength > DOCUMENT_LIMITS.update) return fail('too-large');
	let bytes = update;
	let decoded = decode(bytes);
	if (!decoded) return fail('undecodable');
	const shape = refuseShape(decoded, to.clientId);
	if (shape) return fail(shape);

	const known = Y.getState(to.doc.store, to.clientId);
	if (decoded.structs.some((struct) => struct.id.clock < known)) {
		bytes = Y.diffUpdate(bytes, Y.encodeStateVector(new Map([[to.clientId, known]])));
		decoded = decode(bytes);
		if (!decoded) return fail('undecodable');
	}
	const structs = decoded.structs as Struct[];
	const refusal = refuseStructs(to, structs, known) ?? refuseDeletions(to, decoded);
	if (refusal) return fail(refusal);
	return ok({ bytes, writes: structs.length > 0, neighbours: neighboursOf(structs) });
}

function decode(update: Uint8Array): Decoded | null {
	try {
		return Y.decodeUpdate(update);
	} catch {
		return null;
	}
}

/** What holds for each struct by itself. */
function refuseShape(decoded: Decoded, clientId: number): Refusal | null {
	for (const struct of decoded.structs) {
		if (!(struct instanceof Y.Item)) return 'not-text';
		const { content } = struct;
		if (!(content instanceof Y.ContentString || content instanceof Y.ContentDeleted))
			return 'not-text';
		if (struct.length < 1) return 'empty-struct';
		if (struct.parentSub !== null || struct.parent instanceof Y.ID) return 'nested';
		if (struct.id.client !== clientId) return 'forged-author';
	}
	return null;
}

/** What holds against the document: no gap, and each struct stands in one allowed root. */
function refuseStructs(to: GuardedDocument, structs: Struct[], known: number): Refusal | null {
	const accepted: { clock: number; root: string }[] = [];
	const rootAt = (id: Y.ID): string | null =>
		id.client === to.clientId && id.clock >= known
			? id.clock < next
				? rootOfNew(accepted, id.clock)
				: null
			: rootOfKnown(to.doc, id);
	let next = known;
	for (const struct of structs) {
		if (struct.id.clock !== next) return 'gap';
		const roots = new Set<string | null>();
		if (struct.origin) roots.add(rootAt(struct.origin));
		if (struct.rightOrigin) roots.add(rootAt(struct.rightOrigin));
		if (roots.has(null)) return 'unknown-origin';
		// decodeUpdate leaves a root's name as a string, whatever its type says.
		const named: unknown = struct.parent;
		if (typeof named === 'string') roots.add(named);
		const [root, other] = roots;
		if (typeof root !== 'string') return 'unknown-root';
		if (other !== undefined) return 'mixed-roots';
		if (!to.allows(root)) return 'unknown-root';
		accepted.push({ clock: next, root });
		next += struct.length;
	}
	return null;
}

function rootOfNew(accepted: { clock: number; root: string }[], clock: number): string | null {
	let low = 0;
	let high = accepted.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((accepted[middle]?.clock ?? Infinity) <= clock) low = middle;
		else high = middle - 1;
	}
	return accepted[low]?.root ?? null;
}

/** Deleted text keeps its place: it stays an Item with `ContentDeleted`, as its root is never deleted. */
function rootOfKnown(doc: Y.Doc, id: Y.ID): string | null {
	if (id.clock >= Y.getState(doc.store, id.client)) return null;
	const item: unknown = Y.getItem(doc.store, id);
	if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return null;
	return item.parent._item === null ? Y.findRootTypeKey(item.parent) : null;
}

function neighboursOf(structs: Struct[]): Between[] {
	return structs.flatMap(({ origin, rightOrigin }): Between[] =>
		origin && rightOrigin ? [[origin, rightOrigin]] : []
	);
}

/** Anyone may delete anyone's text, but only text that exists (or arrives in this very update). */
function refuseDeletions(to: GuardedDocument, { structs, ds }: Decoded): Refusal | null {
	const last = structs.at(-1);
	for (const [client, ranges] of ds.clients) {
		let end = Y.getState(to.doc.store, client);
		if (last && client === last.id.client) end = Math.max(end, last.id.clock + last.length);
		for (const range of ranges)
			if (range.len < 1 || range.clock + range.len > end) return 'unknown-deletion';
	}
	return null;
}
