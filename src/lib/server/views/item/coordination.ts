import { daysWithoutHelp } from '#lib/domain/coordination.ts';
import { firstSignalOn } from '#lib/domain/signals.ts';
import { isPingPong, referralsWithoutHelp } from '#lib/domain/referral.ts';
import type { CoordinationPart } from '#lib/protocol/views.ts';
import { dayInTheNetherlands } from '../../days.ts';
import { reportsAt } from '../../usecases/coordination/reports.ts';
import type { ItemContext } from './context.ts';
import { escalationsOf } from './escalations.ts';
import { familyActionsOf } from './family-actions.ts';
import { type Roles, rolesOf } from './roles.ts';

/**
 * Who coordinates and who watches safety, the same for everyone at the item; and since when there is help,
 * counted from the first signal that this viewer knows.
 */
export async function coordinationPart(context: ItemContext): Promise<CoordinationPart> {
	const { store, caseId, family, known, today } = context;
	const facts = await store.coordination.ofCase(caseId);
	const found = await rolesOf(context);
	const openedOn = dayInTheNetherlands(family.case.openedAt);
	const signals = (await store.signals.ofCase(caseId)).filter(({ itemId }) => known.has(itemId));
	const since = { openedOn, firstSignalOn: firstSignalOn(signals) };
	const helpStartedOn = facts?.helpStartedOn ?? null;
	const referrals = (await store.referrals.ofCase(caseId)).filter((one) => known.has(one.itemId));
	const withoutHelp = referralsWithoutHelp(referrals, helpStartedOn);
	return {
		roles: found.roles,
		family:
			facts && facts.familyCan !== null
				? { can: facts.familyCan, who: facts.familyWho, wishes: facts.familyWishes }
				: null,
		familyActions: await familyActionsOf(context),
		openedOn,
		help: helpStartedOn ? { on: helpStartedOn, what: facts?.helpWhat ?? '' } : null,
		daysWithoutHelp: daysWithoutHelp(since, helpStartedOn, today),
		referrals: { withoutHelp, pingPong: isPingPong(withoutHelp) },
		escalations: await escalationsOf(context),
		mayEscalate: found.roles.some(({ mine }) => mine),
		afterReport: await afterReport(context, found),
		revision: facts?.revision ?? 0
	};
}

/** Where the watch goes after the Veilig Thuis step, and what the viewer can do about it. */
async function afterReport(
	{ store, known, viewer, participants, people }: ItemContext,
	{ terms, watch }: Roles
): Promise<CoordinationPart['afterReport']> {
	const reports = await reportsAt(store, known, terms, watch);
	const isVeiligThuis = (personId: string) =>
		people.get(personId)?.organisation.kind === 'veilig-thuis';
	const here = participants.filter(({ personId }) => isVeiligThuis(personId));
	const mine = here.some(({ personId }) => personId === viewer.person.id);
	const reported = reports.decisions.some(
		({ decision, organisationId }) =>
			decision === 'reported' && organisationId === viewer.organisation.id
	);
	const passes = reports.watch === 'passes';
	const record = here.length === 0 && reported ? 'record' : null;
	return { watch: reports.watch, may: passes ? (mine ? 'confirm' : record) : null };
}
