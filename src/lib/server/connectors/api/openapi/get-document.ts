import type { ApiLanguage } from '#lib/protocol/api/words.ts';
import type { App } from '../../../app.ts';
import { answer } from '../problem.ts';
import { openApi } from './document.ts';

/**
 * `GET /api/v1/openapi.json`, for everyone: also for pages elsewhere that show an API, as the Dutch
 * design rules ask (`/core/publish-openapi`). It is the one answer that another site's page may read.
 */
export function getDocument(app: App, request: Request): Response {
	const language = languageOf(request.headers.get('accept-language'));
	return answer(200, openApi(app.settings, language), {
		'access-control-allow-origin': '*',
		'content-language': language,
		vary: 'accept-language'
	});
}

/** Dutch, unless English comes first in what the visitor reads. */
function languageOf(accepted: string | null): ApiLanguage {
	return /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'nl';
}
