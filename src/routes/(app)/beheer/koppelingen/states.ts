import type { ConnectorState } from '#lib/domain/connector-health.ts';
import { m } from '#lib/paraglide/messages.js';

/** How a connection stands, in words. */
export const STATES: Record<
	ConnectorState,
	{ words: () => string; tone: 'green' | 'amber' | 'red' | 'neutral' }
> = {
	works: { words: () => m.koppelingen_state_active(), tone: 'green' },
	'tries-again': { words: () => m.connections_state_tries_again(), tone: 'amber' },
	paused: { words: () => m.koppelingen_state_paused(), tone: 'amber' },
	'test-failed': { words: () => m.connections_state_test_failed(), tone: 'amber' },
	'never-tested': { words: () => m.connections_state_never_tested(), tone: 'neutral' },
	'never-fetched': { words: () => m.connections_state_never_fetched(), tone: 'neutral' }
};
