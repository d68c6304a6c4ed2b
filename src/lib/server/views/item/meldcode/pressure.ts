import { asksForPressure, inForce } from '#lib/domain/pressure.ts';
import type { MeldcodeStepsPart, PressureView } from '#lib/protocol/views/meldcode.ts';
import type { StoredMoment } from '../../../store/meldcode.ts';
import type { ItemContext } from '../context.ts';
import type { Worries } from './worries.ts';

/** The moment of pressure or compulsion (R32): what is in force, and whether the table is asked. */
export async function pressurePart(
	{ store, caseId, item, family, known, today }: ItemContext,
	{ refused, sectionA }: Worries
): Promise<MeldcodeStepsPart['pressure']> {
	const moments = (await store.meldcode.moments(caseId)).filter((one) => known.has(one.itemId));
	const joint = await store.judgements.joint(item.id);
	const standing = inForce(moments);
	const carrier = standing?.carrierId ? await store.people.find(standing.carrierId) : null;
	const here = moments.filter((one) => one.itemId === item.id);
	return {
		asks: asksForPressure({
			itemId: item.id,
			refused,
			sectionA,
			joint: family.children.map(
				({ id }) => joint.find((each) => each.childId === id)?.safety ?? null
			),
			moments
		}),
		inForce: standing && pressureView(standing, carrier?.person.name ?? '', today),
		notNow: here.findLast(({ kind }) => kind === 'not-now')?.why ?? null
	};
}

function pressureView(moment: StoredMoment, carrier: string, today: string): PressureView {
	const { kind, what, why, told, lookBackOn, recordedOn } = moment;
	return {
		kind,
		what,
		why,
		carrier,
		told,
		lookBackOn,
		on: recordedOn,
		overdue: lookBackOn !== null && lookBackOn < today
	};
}
