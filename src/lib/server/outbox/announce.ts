import type { Action } from '../store/actions.ts';
import type { OutboxType } from '../store/schema/index.ts';
import type { Work } from '../work.ts';
import { isToldNoMore } from './told-no-more.ts';
import {
	type ActionListPayload,
	type ActionPayload,
	actionPayload,
	addressed,
	familyNames,
	holdsNames,
	told,
	withdrawalPayload
} from './payload.ts';

/**
 * Writes, in the transaction that decided it, that an action must be told to the organisation that
 * owns it, and to the one that owned it before that it is off. Older news of the action is outdated.
 */
export async function announceAction(
	work: Work,
	action: Action,
	type: 'action-assigned' | 'action-changed' | 'action-withdrawn',
	previousOwnerOrganisationId?: string
): Promise<void> {
	await work.store.delivery.outdate(action.id);
	const subject = { subjectId: action.id, itemId: action.itemId, revision: action.revision };
	const owner = action.ownerOrganisationId;
	if (previousOwnerOrganisationId && previousOwnerOrganisationId !== owner)
		await put(work, action.caseId, {
			...subject,
			type: 'action-withdrawn',
			organisationId: previousOwnerOrganisationId,
			payload: await withdrawalPayload(work.store, action, previousOwnerOrganisationId)
		});
	const payload = type === 'action-withdrawn' ? withdrawalPayload : actionPayload;
	await put(work, action.caseId, {
		...subject,
		type,
		organisationId: owner,
		payload: await payload(work.store, action, owner)
	});
	work.touch(`item:${action.itemId}`);
}

export interface RatifiedList {
	itemId: string;
	caseId: string;
	version: number;
	/** Of the ratified text. */
	hash: string;
	actions: readonly Action[];
	/** Every organisation at the item, owners or not. */
	organisationIds: readonly string[];
}

/** The same for the ratified action list, to every organisation at the item, each with its own reference. */
export async function announceActionList(work: Work, list: RatifiedList): Promise<void> {
	await work.store.delivery.outdate(list.itemId);
	const item = await work.store.agenda.find(list.itemId);
	const actions: ActionListPayload['actions'] = [];
	for (const action of list.actions)
		if (action.status !== 'withdrawn') actions.push(await told(work.store, action));
	for (const organisationId of new Set(list.organisationIds))
		await put(work, list.caseId, {
			type: 'action-list-ratified',
			organisationId,
			subjectId: list.itemId,
			itemId: list.itemId,
			revision: list.version,
			payload: {
				...(await addressed(work.store, list.caseId, organisationId)),
				id: list.itemId,
				revision: list.version,
				hash: list.hash,
				actions,
				path: `/overleg/${item?.meetingId ?? ''}`
			}
		});
	work.touch(`item:${list.itemId}`);
}

interface News {
	type: OutboxType;
	organisationId: string;
	subjectId: string;
	itemId: string;
	revision: number;
	payload: ActionPayload | ActionListPayload;
}

async function put(work: Work, caseId: string, news: News): Promise<void> {
	const { store, now } = work;
	const outboxSeq = await store.delivery.addOutbox({
		...news,
		id: work.id(),
		payload: { ...news.payload },
		createdAt: now
	});
	const withheld = holdsNames(news.payload, familyNames(await store.cases.family(caseId)));
	const connectors = await store.delivery.connectorsOf(news.organisationId);
	// That something is off may always be said: it holds nothing of the case, and clears their list.
	const ended =
		news.type !== 'action-withdrawn' &&
		(await isToldNoMore(store, news.organisationId, news.itemId));
	for (const connectorId of connectors.length > 0 ? connectors.map((each) => each.id) : [null])
		await store.delivery.addDelivery({
			id: work.id(),
			outboxSeq,
			connectorId,
			...(ended
				? { status: 'failed', error: 'organisation-left', parkedAt: now }
				: withheld && connectorId
					? { status: 'failed', error: 'names-in-title', parkedAt: now }
					: { status: 'queued' })
		});
}
