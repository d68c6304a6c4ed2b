import type { CaseRole } from '#lib/domain/coordination.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CoordinationPart, RoleView } from '#lib/protocol/views.ts';

export const roleName = (role: CaseRole) =>
	role === 'coordinator' ? m.coordination_coordinator() : m.coordination_safety_watch();

export const nobody = (role: CaseRole) =>
	role === 'coordinator'
		? m.coordination_nobody_coordinator()
		: m.coordination_nobody_safety_watch();

/** Who has the role, in words; null is nobody. A family that coordinates itself is followed by a professional. */
export function sayHolder(
	{ role, holder }: RoleView,
	family: CoordinationPart['family']
): string | null {
	const who = holder && { name: holder.name, organisation: holder.organisation };
	if (role === 'safety-watch' || !family?.can) return who ? m.coordination_held(who) : null;
	const itself = family.who
		? m.coordination_family_itself_who({ who: family.who })
		: m.coordination_family_itself();
	return who ? `${itself}, ${m.coordination_followed_by(who)}` : itself;
}
