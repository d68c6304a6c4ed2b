import type { PersonRef } from '#lib/protocol/views.ts';
import type { Colleague } from '../store/people.ts';

/** How a professional is shown to colleagues. */
export function personRef({ person, organisation }: Colleague): PersonRef {
	return {
		id: person.id,
		name: person.name,
		function: person.function,
		organisationId: organisation.id,
		organisation: organisation.name,
		organisationKind: organisation.kind
	};
}
