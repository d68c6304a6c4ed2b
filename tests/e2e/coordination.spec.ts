import { expect, test } from '@playwright/test';
import { toRunningMeeting } from './support/demo-meeting.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { visitorAs } from './support/visitor.ts';
import { say } from './support/words.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({ demo: true });
});
test.afterAll(() => server.stop());

test('CO2, CO5 nobody coordinates or watches, in red, until someone who was asked says yes', async ({
	browser
}) => {
	const hilde = await visitorAs(browser, server, 'hilde');
	const meeting = await toRunningMeeting(hilde.page);
	const roos = await visitorAs(browser, server, 'roos', { to: meeting });
	const barOf = ({ page }: typeof hilde) =>
		page.getByRole('region', { name: say('coordination_bar') });
	for (const visitor of [hilde, roos]) {
		await expect(barOf(visitor)).toContainText(say('coordination_nobody_coordinator'));
		await expect(barOf(visitor)).toContainText(say('coordination_nobody_safety_watch'));
	}

	const section = hilde.page.locator('#regie');
	await section.getByText(say('coordination_family_no'), { exact: true }).click();
	await section.getByLabel(say('coordination_family_wishes')).fill('Rust bij de overdracht.');
	await section.getByRole('button', { name: say('coordination_save'), exact: true }).click();
	await expect(section).toContainText('Rust bij de overdracht.');
	const watch = section.getByRole('region', {
		name: say('coordination_safety_watch'),
		exact: true
	});
	await watch.getByRole('button', { name: say('coordination_ask'), exact: true }).click();
	await watch
		.getByLabel(say('coordination_ask_who'))
		.selectOption({ label: 'Roos van Dalen, Veilig Thuis Noorderveld' });
	await watch.getByRole('button', { name: say('coordination_ask'), exact: true }).click();
	await expect(watch).toContainText(say('coordination_asked', { name: 'Roos van Dalen' }));
	await expect(barOf(hilde)).toContainText(say('coordination_nobody_safety_watch'));

	await roos.page
		.locator('#regie')
		.getByRole('button', { name: say('coordination_accept') })
		.click();
	for (const visitor of [hilde, roos])
		await expect(barOf(visitor)).toContainText('Roos van Dalen, Veilig Thuis Noorderveld');
});
