import { m } from '#lib/paraglide/messages.js';
import type { TableRole } from '#lib/protocol/views.ts';

export { formatName } from '#lib/ui/format-name.ts';

export function roleName(role: TableRole): string {
	switch (role) {
		case 'chair':
			return m.tables_role_chair();
		case 'deputy':
			return m.tables_role_deputy();
		case 'member':
			return m.tables_role_member();
		case 'guest':
			return m.tables_role_guest();
	}
}
