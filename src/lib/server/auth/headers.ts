import type { Settings } from '../settings.ts';

const ALWAYS = {
	// Nothing of a case stays behind in a browser's or proxy's cache (ASVS 14.3.2).
	'cache-control': 'no-store',
	'x-content-type-options': 'nosniff',
	// Not `no-referrer`: with it browsers send `Origin: null` along with our own forms.
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'x-frame-options': 'DENY'
};

/** Sets the headers that every answer of the app carries. */
export function protect(response: Response, settings: Settings): Response {
	for (const [name, value] of Object.entries(ALWAYS)) response.headers.set(name, value);
	if (settings.publicUrl.protocol === 'https:')
		response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
	return response;
}
