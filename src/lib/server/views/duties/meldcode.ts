import { hasBegun, nextStep } from '#lib/domain/meldcode-steps.ts';
import { inForce } from '#lib/domain/pressure.ts';
import { newestVersions } from '#lib/domain/talk.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { knownRows, walkOf } from '../../usecases/meldcode/walk.ts';
import type { DutyCase, DutyContext } from './context.ts';

/** Talks that someone holds, the own steps he or she began, and pressure that he or she carries out. */
export async function meldcodeStepsDuties(context: DutyContext): Promise<Duty[]> {
	const found: Duty[] = [];
	for (const one of context.cases) found.push(...(await ofCase(context, one)));
	return found;
}

async function ofCase(
	{ store, actor }: DutyContext,
	{ case: one, known }: DutyCase
): Promise<Duty[]> {
	const duty = (id: string, more: Pick<Duty, 'kind' | 'group' | 'due' | 'detail' | 'target'>) => ({
		id: `meldcode-${id}`,
		area: 'meldcode' as const,
		caseId: one.id,
		code: one.code,
		...more
	});
	const rows = await knownRows(store, one.id, known);
	const talks = newestVersions(rows.talks).filter(
		({ holderId, status }) => holderId === actor.personId && status === 'planned'
	);
	const walk = walkOf(rows, actor.personId, actor.organisationId);
	const next = hasBegun(walk) ? nextStep(walk) : null;
	const moments = (await store.meldcode.moments(one.id)).filter((each) => known.has(each.itemId));
	const standing = inForce(moments);
	return [
		...talks.map(({ talkId, on }) =>
			duty(talkId, {
				kind: 'talk',
				group: 'wait',
				due: on,
				detail: {},
				target: `gesprek-${talkId}`
			})
		),
		...(next
			? [
					duty(`step-${one.id}`, {
						kind: 'step',
						group: 'wait',
						due: null,
						detail: { step: next },
						target: 'meldcode-stappen'
					})
				]
			: []),
		...(standing?.carrierId === actor.personId
			? [
					duty(standing.id, {
						kind: standing.kind,
						group: 'hold',
						due: standing.lookBackOn,
						detail: { what: standing.what },
						target: 'drang-dwang'
					})
				]
			: [])
	];
}
