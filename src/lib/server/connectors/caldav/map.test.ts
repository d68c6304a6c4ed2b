import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { TASK_STATUSES } from '#lib/domain/task-status.ts';
import { hasOtherText, plain, readTask, type TaskText, writeTask } from './map.ts';

const NOW = new Date('2026-11-24T08:30:00.000Z');
const OPEN = { status: 'NEEDS-ACTION', doneOn: null } as const;
const action: TaskText = {
	uid: 'task-1@casustafel',
	title: 'De kinderen zien en spreken',
	due: '2026-12-08',
	lines: ['Casus 26-4187', 'Wie: Tirza Oosting (GGD Noorderveld)'],
	link: 'https://casustafel.example/acties/1',
	revision: 3
};
const written = (more: Partial<TaskText> = {}) =>
	writeTask(null, { ...action, ...more }, OPEN, NOW);

const words = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 200 }),
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc.constantFrom(
		'a, b; c\\n d\ne',
		'👨‍👩‍👧‍👦'.repeat(40),
		'é'.repeat(150),
		' voor en na ',
		'"BEGIN:VTODO"',
		'x\r\ny'
	)
);
const aDay = fc
	.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const aText = fc.record({
	uid: fc.constant(action.uid),
	title: words,
	due: fc.option(aDay),
	lines: fc.array(
		words.filter((line) => !line.includes('Tekst en datum')),
		{ maxLength: 4 }
	),
	link: fc.constant(action.link),
	revision: fc.integer({ min: 1, max: 9999 })
});

describe('there and back', () => {
	test('TL40 any text comes back as it went, whatever stood there before', () => {
		fc.assert(
			fc.property(aText, aText, (first, second) => {
				const ics = writeTask(writeTask(null, first, OPEN, NOW), second, OPEN, NOW);
				const task = readTask(ics);
				expect(task).toMatchObject({
					uid: second.uid,
					title: plain(second.title),
					due: second.due,
					revision: second.revision
				});
				expect(task && hasOtherText(task, second)).toBe(false);
			}),
			{ numRuns: 300 }
		);
	});

	test('TL40 no line is longer than 75 octets, and each file has UID and DTSTAMP', () => {
		fc.assert(
			fc.property(aText, (text) => {
				const ics = writeTask(null, text, OPEN, NOW);
				expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
				for (const line of ics.split('\r\n')) {
					expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
					expect(line).toBe(line.toWellFormed());
				}
				const todo = ICAL.Component.fromString(ics).getFirstSubcomponent('vtodo');
				expect(todo?.getFirstPropertyValue('uid')).toBe(text.uid);
				expect(String(todo?.getFirstPropertyValue('dtstamp'))).toBe('2026-11-24T08:30:00Z');
			}),
			{ numRuns: 200 }
		);
	});

	test('TL40 each standing comes back, on its day', () => {
		fc.assert(
			fc.property(fc.constantFrom(...TASK_STATUSES), aDay, (status, day) => {
				const doneOn = status === 'COMPLETED' ? day : null;
				const task = readTask(writeTask(written(), null, { status, doneOn }, NOW));
				expect(task).toMatchObject({ status, doneOn, title: action.title, due: action.due });
			})
		);
	});
});

describe('what is written', () => {
	test('TL8 status, day and part done say the same', () => {
		const done = writeTask(written(), null, { status: 'COMPLETED', doneOn: '2026-11-25' }, NOW);
		expect(done).toContain('STATUS:COMPLETED');
		expect(done).toContain('COMPLETED:20261125T120000Z');
		expect(done).toContain('PERCENT-COMPLETE:100');
		const again = writeTask(done, null, { status: 'IN-PROCESS', doneOn: null }, NOW);
		expect(again).not.toContain('COMPLETED:2');
		expect(again).toContain('PERCENT-COMPLETE:0');
		expect(again).toContain('SEQUENCE:2');
	});

	test('TL4 what another program added stays, and what people wrote below our lines', () => {
		const theirs = written().replace(
			'END:VTODO',
			[
				'PRIORITY:1',
				'CATEGORIES:Team Noord,Spoed',
				'X-APPLE-SORT-ORDER:12',
				'ATTENDEE;CN=Tirza:mailto:tirza@noorderveld.example',
				'BEGIN:VALARM',
				'ACTION:DISPLAY',
				'TRIGGER;RELATED=END:-P1D',
				'DESCRIPTION:Denk eraan',
				'END:VALARM',
				'END:VTODO'
			].join('\r\n')
		);
		const todo = ICAL.Component.fromString(theirs).getFirstSubcomponent('vtodo');
		const description = `${String(todo?.getFirstPropertyValue('description'))}\nGebeld, maandag weer.`;
		todo?.updatePropertyWithValue('description', description);
		const their = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${todo?.toString()}\r\nEND:VCALENDAR\r\n`;
		const after = writeTask(their, { ...action, lines: ['Casus 26-4187'], revision: 4 }, OPEN, NOW);
		for (const line of [
			'PRIORITY:1',
			'CATEGORIES:Team Noord,Spoed',
			'X-APPLE-SORT-ORDER:12',
			'ATTENDEE;CN=Tirza:mailto:tirza@noorderveld.example',
			'TRIGGER;RELATED=END:-P1D',
			'DESCRIPTION:Denk eraan'
		])
			expect(after.split('\r\n')).toContain(line);
		const unfolded = after.replaceAll('\r\n ', '');
		expect(unfolded).toContain('Gebeld\\, maandag weer.');
		expect(unfolded).not.toContain('Wie: Tirza');
	});

	test('TL41 a formatted copy of the description goes when our lines change, and stays when they do not', () => {
		const description = String(
			ICAL.Component.fromString(written())
				.getFirstSubcomponent('vtodo')
				?.getFirstPropertyValue('description')
		);
		// As Thunderbird keeps it, and then shows instead of the description.
		const calendar = ICAL.Component.fromString(written());
		const todo = calendar.getFirstSubcomponent('vtodo');
		todo?.updatePropertyWithValue('description', `${description}\nGebeld, maandag weer.`);
		todo
			?.getFirstProperty('description')
			?.setParameter(
				'altrep',
				'data:text/html,Wie%3A%20Tirza%20Oosting%3Cbr%3E%3Cb%3EGebeld%3C%2Fb%3E'
			);
		const theirs = `${calendar.toString()}\r\n`;
		expect(theirs).toContain('DESCRIPTION;ALTREP="data:text/html');

		expect(writeTask(theirs, { ...action, title: 'Langsgaan' }, OPEN, NOW)).toContain('ALTREP');
		expect(writeTask(theirs, null, { status: 'COMPLETED', doneOn: null }, NOW)).toContain('ALTREP');

		const bas = { ...action, lines: ['Casus 26-4187', 'Wie: Bas Wolters (Welzijn Noorderveld)'] };
		const after = writeTask(theirs, bas, OPEN, NOW).replaceAll('\r\n ', '');
		expect(after).toContain('DESCRIPTION:Casus 26-4187\\nWie: Bas Wolters');
		expect(after).toContain('Gebeld\\, maandag weer.');
		expect(after).not.toMatch(/ALTREP|Tirza/);
	});

	test('TL42 a reminder moves along with our last day, also with the first day that Thunderbird makes for it', () => {
		const withReminder = (first: string) =>
			written().replace(
				'END:VTODO',
				[
					`DTSTART;TZID=Europe/Amsterdam;VALUE=DATE:${first}`,
					...['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Denk eraan', 'TRIGGER:-P2D'],
					...['END:VALARM', 'END:VTODO']
				].join('\r\n')
			);
		const firstDay = (first: string, due: string) =>
			/^DTSTART.*$/m
				.exec(writeTask(withReminder(first), { ...action, due }, null, NOW))?.[0]
				.trim();
		// Two days before the last day, as they chose: later, earlier.
		expect(firstDay('20261208', '2026-12-11')).toBe('DTSTART;VALUE=DATE:20261211');
		expect(firstDay('20261208', '2026-12-03')).toBe('DTSTART;VALUE=DATE:20261203');
		// A first day of their own stays, as long as it is not after the last; the reminder hangs on it.
		expect(firstDay('20261201', '2026-12-11')).toContain('20261201');
		expect(firstDay('20261205', '2026-12-03')).toBe('DTSTART;VALUE=DATE:20261203');
		// And nothing is written where nothing changed.
		expect(firstDay('20261208', '2026-12-08')).toContain('20261208');
	});

	test('TL1 a first day or length that does not go with our last day goes', () => {
		const theirs = written().replace('END:VTODO', 'DTSTART:20261210T090000Z\r\nEND:VTODO');
		expect(writeTask(theirs, action, null, NOW)).not.toContain('DTSTART');
		const fits = written().replace('END:VTODO', 'DTSTART;VALUE=DATE:20261201\r\nEND:VTODO');
		expect(writeTask(fits, action, null, NOW)).toContain('DTSTART;VALUE=DATE:20261201');
	});
});

describe('what is read', () => {
	const done = (line: string) =>
		readTask(written().replace('STATUS:NEEDS-ACTION', `STATUS:COMPLETED\r\n${line}`));

	test('TL20 completed late in the evening in the Netherlands is that day, not the one of UTC', () => {
		expect(done('COMPLETED:20261124T230500Z')?.doneOn).toBe('2026-11-25');
		expect(done('COMPLETED:20260701T215900Z')?.doneOn).toBe('2026-07-01');
		expect(done('COMPLETED:20261124T090000')?.doneOn).toBe('2026-11-24');
		expect(done('X-NOTHING:1')?.doneOn).toBeNull();
		expect(done('COMPLETED:20269999T990000Z')?.status).toBe('COMPLETED');
	});

	test('TL22 complete without a status', () => {
		const bare = written().replace(/(STATUS|PERCENT-COMPLETE):.*\r\n/g, '');
		expect(readTask(bare)?.status).toBe('NEEDS-ACTION');
		const with_ = (line: string) => readTask(bare.replace('END:VTODO', `${line}\r\nEND:VTODO`));
		expect(with_('PERCENT-COMPLETE:100')?.status).toBe('COMPLETED');
		expect(with_('COMPLETED:20261124T090000Z')?.status).toBe('COMPLETED');
		expect(with_('PERCENT-COMPLETE:50')?.status).toBe('NEEDS-ACTION');
		expect(with_('STATUS:in-process')?.status).toBe('IN-PROCESS');
	});

	test('TL25 a last day that became a moment of that day is the same day', () => {
		const moment = written().replace('DUE;VALUE=DATE:20261208', 'DUE:20261208T170000Z');
		expect(readTask(moment)?.due).toBe('2026-12-08');
		const night = written().replace('DUE;VALUE=DATE:20261208', 'DUE:20261207T230000Z');
		expect(readTask(night)?.due).toBe('2026-12-08');
	});

	test('TL23 written again by a program is no change of people; an alarm or a status is', () => {
		const mark = (ics: string) => readTask(ics)?.fingerprint;
		const again = written()
			.replace(/DTSTAMP:.*/, 'DTSTAMP:20270101T000000Z')
			.replace(/SEQUENCE:.*/, 'SEQUENCE:9')
			.replace('END:VTODO', 'X-MOZ-GENERATION:3\r\nEND:VTODO');
		expect(mark(again)).toBe(mark(written()));
		expect(mark(written().replace('END:VTODO', 'PRIORITY:1\r\nEND:VTODO'))).not.toBe(
			mark(written())
		);
		expect(mark(written({ title: 'Anders' }))).not.toBe(mark(written()));
	});

	test('TL30 what is no task reads as none, never as a fault', () => {
		const pieces = fc.constantFrom(
			...['BEGIN:VCALENDAR', 'BEGIN:VTODO', 'END:VTODO', 'END:VCALENDAR', 'UID:1', 'DUE:x', ' '],
			...[
				'STATUS:COMPLETED',
				'COMPLETED:nu',
				'BEGIN:VALARM',
				'RRULE:FREQ=ALTIJD',
				'DTSTART;TZID=:1',
				';:='
			]
		);
		const files = fc.oneof(
			fc.string(),
			fc.array(pieces).map((lines) => lines.join('\r\n'))
		);
		fc.assert(
			fc.property(files, (ics) => {
				readTask(ics);
				// Ours can always be put over it.
				expect(readTask(writeTask(ics, action, OPEN, NOW))).toMatchObject({ title: action.title });
			}),
			{ numRuns: 1000 }
		);
	});
});
