import {
	actionData,
	actionListData,
	actionOwner,
	actionStatus,
	apiAction,
	apiActionList,
	apiEventList,
	cloudEventSchema,
	problemSchema,
	statusReport,
	testData,
	tokenAnswer,
	tokenRefusal,
	tokenRequest
} from '#lib/protocol/api.ts';
import type { ApiLanguage, Words } from '#lib/protocol/api/words.ts';
import { EXAMPLES } from './examples.ts';
import { toJsonSchemaDefs } from '@valibot/to-json-schema';

/** The schemas that check what comes in and type what goes out, under the names they have outside. */
const SCHEMAS = {
	Actie: apiAction,
	ActieLijst: apiActionList,
	ActieStatus: actionStatus,
	Eigenaar: actionOwner,
	ActieGegevens: actionData,
	AfsprakenlijstGegevens: actionListData,
	ProefGegevens: testData,
	Gebeurtenis: cloudEventSchema,
	GebeurtenisLijst: apiEventList,
	Statusmelding: statusReport,
	Probleem: problemSchema,
	Tokenaanvraag: tokenRequest,
	Token: tokenAnswer,
	Tokenfout: tokenRefusal
};
export type SchemaName = keyof typeof SCHEMAS;

/** As JSON Schema 2020-12, with what each field means in one language, and an example. */
export function schemasIn(language: ApiLanguage): Record<string, object> {
	const schemas = toJsonSchemaDefs(SCHEMAS, {
		target: 'draft-2020-12',
		// What JSON Schema has no words for; the days it would let through are refused all the same.
		ignoreActions: ['trim', 'check'],
		overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
		overrideAction: ({ valibotAction, jsonSchema }) => {
			if (valibotAction.type !== 'metadata' || !('words' in jsonSchema)) return undefined;
			const { words, ...schema } = jsonSchema;
			return { ...schema, description: (words as Words)[language] };
		}
	});
	return Object.fromEntries(
		Object.entries(schemas).map(([name, schema]) => {
			const example = EXAMPLES[name as SchemaName];
			return [name, example ? { ...schema, examples: [example] } : schema];
		})
	);
}
