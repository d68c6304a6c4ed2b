import type { InstrumentWords } from './instrument-words.ts';

/** The English words beside instrument.v1.json; the Dutch text is the one that counts. */
export const ENGLISH: InstrumentWords = {
	title: 'Fixed safety assessment',
	scales: {
		signal: {
			observed: 'Yes, seen or heard',
			suspected: 'Suspected',
			'ruled-out': 'No, checked',
			'not-checked': 'Not checked'
		},
		protection: {
			present: 'Present and working',
			fragile: 'Present, fragile',
			absent: 'Missing',
			unknown: 'Unknown'
		}
	},
	sections: {
		A: { name: 'Acute safety' },
		B: { name: 'Signals in the child' },
		C: {
			name: 'Parents and caregivers',
			hint: 'Signals in the parents: always fill this in, even when the child shows no signals. Once per adult; brothers and sisters share the answer.'
		},
		D: { name: 'Parenting, family and surroundings' },
		E: { name: 'What protects' },
		F: {
			name: 'What we do not know',
			hint: 'Every answer “Not checked” or “Unknown” above appears here by itself.'
		},
		G: { name: 'Voice of the family' },
		H: {
			name: 'Judgement',
			hint: 'Everyone first judges alone; then all judgements become visible at once; then the joint judgement with its reasons.'
		}
	},
	questions: {
		A1: {
			text: 'Is the child in physical danger now (injury, threat, weapon, risk of suicide, no necessary care)?'
		},
		A2: { text: 'Is there an injury without a fitting explanation?' },
		A3: {
			text: 'Are there indications of sexual behaviour that crosses boundaries, or of exploitation?'
		},
		A4: {
			text: 'Is there violence or serious threat between adults around the child, also when the child is not there?'
		},
		A5: { text: 'Is there no adult today who is available and able to care for the child?' },
		B6: { text: 'Does anything stand out about the body, the care given, eating or sleeping?' },
		B7: {
			text: 'Does anything stand out in behaviour or mood (fear, anger, withdrawal, hurting themselves)?'
		},
		B8: { text: 'Has development or learning stalled?' },
		B9: {
			text: 'Is there absence, lateness or staying away from appointments (care included)?'
		},
		C10: { text: 'Are there mental health problems that affect caring for the child?' },
		C11: { text: 'Is there an addiction to alcohol, drugs, gambling or anything else?' },
		C12: { text: 'Are there debts, loss of income or an impending eviction?' },
		C13: {
			text: 'Are there relationship problems, a separation, a conflict about contact or a new partner?'
		},
		C14: { text: 'Is there physical illness, a disability or an (unwanted) pregnancy?' },
		C15: {
			text: 'Is there a mild intellectual disability or difficulty with arranging and understanding things?'
		},
		C16: {
			text: 'Has this adult personally experienced violence, neglect, detention or out-of-home placement?'
		},
		C17: { text: 'Is help avoided, cancelled or refused?' },
		D18: {
			text: 'Is the child treated in a harsh, unpredictable, rejecting or emotionally absent way, or are limits or supervision missing?'
		},
		D19: { text: 'Is the home unsafe, dirty or too cramped?' },
		D20: {
			text: 'Is the family on its own, or did much change recently (a move, a loss, a change of people)?'
		},
		D21: {
			text: 'Is this or another child in or around this family extra vulnerable (young, ill, disabled) or also known to services?'
		},
		E22: { text: 'An adult the child can turn to.' },
		E23: { text: 'A parent who recognises the concern and acts on it.' },
		E24: { text: 'Relatives, neighbours or a network who actually help.' },
		E25: { text: 'Current help that is being used and has effect.' },
		F26: {
			text: 'Who has seen the child in the last six weeks and, if age permits, spoken with the child?',
			fields: ['name', 'function', 'date', 'seen/spoken with'],
			none: 'Nobody'
		},
		F27: {
			text: 'Which party involved or which family member has not been heard yet?',
			none: 'Nobody, checked'
		},
		F28: {
			text: 'Which missing answer can change our judgement; who finds out, and when?',
			fields: ['question', 'who', 'by when'],
			none: 'None'
		},
		G29: {
			text: 'What does the child or young person say themselves?',
			otherwise: 'Not asked, because…'
		},
		G30: {
			text: 'What does this parent say about the concerns?',
			options: {
				recognise: 'Recognises them',
				partly: 'Partly',
				deny: 'Does not',
				'not-discussed': 'Not discussed, because…'
			}
		},
		H31: {
			text: 'Safety now',
			options: {
				safe: 'Safe enough',
				undetermined: 'Cannot be established',
				'structurally-unsafe': 'Structurally unsafe',
				'acutely-unsafe': 'Acutely unsafe'
			},
			grade: {
				name: 'Safety grade',
				lowest: 'unsafe now, act immediately',
				highest: 'safe enough to close'
			}
		},
		H32: {
			text: 'Risk of (new) lack of safety in the coming six months, if nothing changes',
			options: {
				low: 'Low',
				raised: 'Raised',
				high: 'High',
				undetermined: 'Cannot be determined'
			}
		},
		H33: { text: 'What exactly are we afraid of, and what must happen at the very least?' },
		H34: { text: 'On which facts does this judgement rest; what speaks against it?' },
		H35: {
			text: 'Does anyone have a different judgement?',
			fields: ['name', 'reason'],
			none: 'No'
		}
	}
};
