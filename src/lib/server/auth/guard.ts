import type { SignedIn } from './sessions.ts';

/** Pages that need no session; the API, the calendar feed and a link in a mail know their caller by a secret of their own. */
const PUBLIC = [
	'/aanmelden',
	'/afmelden',
	'/uitnodiging',
	'/taal',
	'/afspraak',
	'/demo',
	'/healthz',
	'/api/v1',
	'/agenda-feed'
] as const;

/** Whether a route (as Kit names it) is open to everyone. What is not listed is not. */
export function isPublic(routeId: string | null): boolean {
	const path = routeId?.replaceAll(/\/\([^)]+\)/g, '') ?? '';
	return PUBLIC.some((open) => path === open || path.startsWith(`${open}/`));
}

/** Where someone who is not (wholly) signed in has to go first; null when nothing is missing. */
export function signInStep(signedIn: SignedIn | null): string | null {
	if (!signedIn) return '/aanmelden';
	if (signedIn.session.complete) return null;
	return signedIn.colleague.person.totpConfirmedAt ? '/aanmelden/code' : '/aanmelden/instellen';
}

/** The address for who may not be here yet, remembering where to go on to; null for who may. */
export function toSignIn(signedIn: SignedIn | null, url: URL, method: string): string | null {
	const step = signInStep(signedIn);
	if (!step) return null;
	const onTo = method === 'GET' ? url.pathname + url.search : url.pathname;
	return onTo === '/' ? step : `${step}?verder=${encodeURIComponent(onTo)}`;
}

/** An address within this site from what a form or a link says; anything else is the home page. */
export function localPath(text: unknown): string {
	if (typeof text !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(text)) return '/';
	const base = 'http://here.invalid';
	const url = URL.canParse(text, base) ? new URL(text, base) : null;
	// "/.//elsewhere.example" is local until its dots are resolved; then it names another site.
	if (url?.origin !== base || url.pathname.startsWith('//')) return '/';
	return url.pathname + url.search + url.hash;
}
