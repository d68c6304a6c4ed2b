import {
	answersWithdrawal,
	custodyOf,
	isConsented,
	standingConsent,
	withdrawnConsents
} from '#lib/domain/consent.ts';
import { defaultGround, isExpired } from '#lib/domain/grounds.ts';
import type { ChildConsent, GroundLine, GroundsPart } from '#lib/protocol/views/grounds.ts';
import { dayInTheNetherlands } from '../../days.ts';
import type { SharingReason } from '../../store/grounds.ts';
import type { Organisation } from '../../store/people.ts';
import {
	type ConsentAround,
	consentAround,
	newestGrounds,
	organisationsRunning
} from '../../usecases/grounds/around.ts';
import { anonymousQuestionLines } from './anonymous-questions.ts';
import type { ItemContext } from './context.ts';

/** On what ground, with whose consent and why is shared; the same for everyone at the item but what one may do. */
export async function groundsPart(context: ItemContext): Promise<GroundsPart> {
	const { store, caseId, family, known, today, item } = context;
	const consent = await consentAround(store, family, known, today);
	const grounds = await groundLines(context, consent);
	const there = grounds.filter(({ ended }) => !ended);
	const reasons = (await store.grounds.reasons(caseId)).filter(({ itemId }) => known.has(itemId));
	const reason = reasons.find(({ itemId }) => itemId === item.id) ?? null;
	const withdrawals = withdrawnConsents(consent.family, consent.facts);
	const justifiedAt = reason?.recordedAt ?? null;
	const said = withdrawals.map(({ recordedAt }) => recordedAt);
	return {
		grounds,
		consent: await childConsents(context, consent),
		custody: family.caregivers.flatMap(({ id: caregiverId }) =>
			family.children.map(({ id: childId }) => ({
				caregiverId,
				childId,
				custody: custodyOf(consent.custody, childId, caregiverId)
			}))
		),
		revisions: consent.revisions,
		withoutConsent:
			there.length > 1 &&
			there.some((one) => !isConsented(one.organisationId, consent.family, consent.facts)),
		withdrawn:
			withdrawals.length > 0 &&
			(there.some((one) => one.withoutConsent) || !answersWithdrawal(justifiedAt, said)),
		reason: reason && {
			...reasonView(reason),
			by: await nameOf(context, reason.recordedBy),
			on: dayInTheNetherlands(reason.recordedAt),
			revision: reason.revision
		},
		reasonBefore: reason ? null : (reasons.map(reasonView).at(-1) ?? null),
		questions: await anonymousQuestionLines(context)
	};
}

async function groundLines(context: ItemContext, consent: ConsentAround): Promise<GroundLine[]> {
	const { store, item, table, viewer, meeting, runs, today, people, participants } = context;
	const newest = newestGrounds(await store.grounds.ofItem(item.id));
	const running = await organisationsRunning(store, table.id);
	const here = new Set([...running, ...participants.map((part) => part.organisationId)]);
	const organises = runs || item.presenterId === viewer.person.id;
	const known = new Map<string, Organisation>(
		[...people.values()].map(({ organisation }) => [organisation.id, organisation])
	);
	const lines: GroundLine[] = [];
	for (const organisationId of new Set([...here, ...newest.keys()])) {
		const row = newest.get(organisationId);
		// One that came of itself, and whose people were taken out one by one, says nothing any more.
		if (!here.has(organisationId) && row?.revision === 0) continue;
		const organisation =
			known.get(organisationId) ?? (await store.people.organisation(organisationId));
		if (!organisation) continue;
		const ground = row ? row.ground : defaultGround(organisation.kind);
		const ended = row?.endedAt
			? {
					on: dayInTheNetherlands(row.endedAt),
					by: row.endedBy && (await nameOf(context, row.endedBy)),
					because: row.endedBecause
				}
			: null;
		const runsTable = running.has(organisationId);
		lines.push({
			organisationId,
			organisation: organisation.name,
			ground,
			explanation: row?.explanation ?? '',
			informed: row?.informed ?? null,
			notInformedBecause: row?.notInformedBecause ?? '',
			endsOn: row?.endsOn ?? null,
			expired: row !== undefined && !ended && isExpired(row, today),
			ended,
			withoutConsent:
				ground === 'consent' &&
				!ended &&
				!isConsented(organisationId, consent.family, consent.facts),
			runsTable,
			mayRecord:
				!context.family.case.closedAt && (organises || organisationId === viewer.organisation.id),
			mayWithdraw: !runsTable && !ended && organises && (runs || meeting.status !== 'closed'),
			revision: row?.revision ?? 0
		});
	}
	return lines.toSorted(
		(a, b) =>
			Number(a.ended !== null) - Number(b.ended !== null) ||
			Number(b.runsTable) - Number(a.runsTable) ||
			a.organisation.localeCompare(b.organisation)
	);
}

async function childConsents(
	context: ItemContext,
	{ family, facts }: ConsentAround
): Promise<ChildConsent[]> {
	const ids = new Set(facts.flatMap(({ organisationIds }) => organisationIds ?? []));
	const organisations = new Map<string, string>();
	for (const id of ids)
		organisations.set(id, (await context.store.people.organisation(id))?.name ?? '');
	const result: ChildConsent[] = [];
	for (const { childId, asked, custodianUnknown } of family) {
		const lines = [];
		for (const one of asked) {
			const fact = standingConsent(facts, one);
			lines.push({
				subjectId: one.subjectId,
				state: fact?.state ?? 'not-asked',
				on: fact?.on ?? null,
				recordedBy: fact && (await nameOf(context, fact.recordedBy)),
				organisations: fact?.organisationIds?.map((id) => organisations.get(id) ?? '') ?? null
			});
		}
		result.push({ childId, lines, custodianUnknown });
	}
	return result;
}

async function nameOf({ people, store }: ItemContext, personId: string): Promise<string> {
	const colleague = people.get(personId) ?? (await store.people.find(personId));
	return colleague?.person.name ?? '';
}

function reasonView({ why, lessWouldDo, otherWay, informed, notInformedBecause }: SharingReason) {
	return { why, lessWouldDo, otherWay, informed, notInformedBecause };
}
