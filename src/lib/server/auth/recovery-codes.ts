import type { Ids } from '../ids.ts';

/** Without letters that are read as another (Crockford's base 32): they are typed from paper. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 4;
const GROUP = 4;

export const RECOVERY_CODES = 10;

/** Ten codes of 80 bits, as they are shown: `k3f9-0qxz-…`. */
export function newRecoveryCodes(ids: Pick<Ids, 'number'>): string[] {
	const group = () =>
		Array.from({ length: GROUP }, () => LETTERS[ids.number(LETTERS.length)]).join('');
	return Array.from({ length: RECOVERY_CODES }, () =>
		Array.from({ length: GROUPS }, group).join('-')
	);
}

/** A code as it is compared: without dashes, capitals and look-alikes. */
export function plainRecoveryCode(typed: string): string {
	return typed
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, '')
		.replaceAll('o', '0')
		.replaceAll(/[il]/g, '1');
}
