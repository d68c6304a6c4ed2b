import type { Duty } from '#lib/protocol/views/duty.ts';
import type { Repositories } from '../../store/repositories.ts';
import type { AccessEntry, Actor } from '../../work.ts';
import { actionDuties } from './actions.ts';
import type { DutyContext } from './context.ts';
import { connectionsDuties } from './connections.ts';
import { coordinationDuties } from './coordination.ts';
import { signalsDuties } from './signals.ts';
import { familyDuties } from './family.ts';
import { groundsDuties } from './grounds.ts';
import { meldcodeStepsDuties } from './meldcode.ts';
import { referralsDuties } from './referrals.ts';
import { closingDuties } from './closing.ts';
import { movingDuties } from './moving.ts';
import { myCases } from './my-cases.ts';

const PARTS = [
	coordinationDuties,
	signalsDuties,
	familyDuties,
	groundsDuties,
	meldcodeStepsDuties,
	referralsDuties,
	closingDuties,
	movingDuties,
	actionDuties,
	connectionsDuties
];

/** What waits for someone at his or her cases, and what he or she carries; the most pressing first. */
export async function duties(
	store: Repositories,
	actor: Actor,
	today: string
): Promise<{ value: Duty[]; reads: AccessEntry[] }> {
	const { cases, closed } = await myCases(store, actor);
	const context: DutyContext = { store, actor, cases, closed, today };
	const found: Duty[] = [];
	for (const part of PARTS) found.push(...(await part(context)));
	return {
		value: found.toSorted((a, b) => (a.due ?? LAST).localeCompare(b.due ?? LAST)),
		reads: [...new Set(found.map((duty) => duty.caseId))].map((caseId) => ({
			event: 'read-list',
			objectKind: 'case',
			objectId: caseId,
			caseId,
			ground: [...cases, ...closed].find((one) => one.case.id === caseId)?.runs
				? 'chair'
				: 'participant'
		}))
	};
}

/** After every day with a number of four digits. */
const LAST = '9999-99-99';
