import type { Signal } from '../../store/signals.ts';
import type { Colleague } from '../../store/people.ts';

/** Who gave a signal, in the words of who recorded it or as a colleague is called. */
export function signallerOf(signal: Signal, people: ReadonlyMap<string, Colleague>) {
	const colleague = people.get(signal.signallerId ?? '');
	return {
		personId: signal.signallerId,
		name: colleague?.person.name ?? signal.signallerName,
		organisation: colleague?.organisation.name ?? signal.signallerOrganisation
	};
}
