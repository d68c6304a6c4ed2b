import { answersWithdrawal, withdrawnConsents } from '#lib/domain/consent.ts';
import type { Duty } from '#lib/protocol/views/duty.ts';
import { consentAround } from '../../usecases/grounds/around.ts';
import type { DutyContext } from './context.ts';

/** Consent that was withdrawn, for who runs the table: something must be decided now (GC12). */
export async function groundsDuties({ store, cases, today }: DutyContext): Promise<Duty[]> {
	const duties: Duty[] = [];
	for (const { case: one, known, runs } of cases) {
		const facts = runs ? await store.grounds.consents(one.id) : [];
		const family = facts.length > 0 ? await store.cases.family(one.id) : null;
		if (!family) continue;
		const consent = await consentAround(store, family, known, today);
		const withdrawn = withdrawnConsents(consent.family, consent.facts);
		if (withdrawn.length === 0) continue;
		const reasons = await store.grounds.reasons(one.id);
		const said = withdrawn.map(({ recordedAt }) => recordedAt);
		if (answersWithdrawal(reasons.at(-1)?.recordedAt ?? null, said)) continue;
		duties.push({
			id: `consent-withdrawn-${one.id}`,
			area: 'grounds',
			kind: 'consent-withdrawn',
			group: 'wait',
			caseId: one.id,
			code: one.code,
			due: null,
			detail: {},
			target: 'grondslag'
		});
	}
	return duties;
}
