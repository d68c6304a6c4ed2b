import { test } from 'vitest';
import { Site } from './browser.ts';
test('shot', async () => {
	const site = await Site.start();
	const [roos, wim] = await Promise.all([site.page('roos'), site.page('wim')]);
	await roos.setViewportSize({ width: 700, height: 520 });
	await roos.getByLabel('Gezamenlijk').fill('Daan (5) is thuis met moeder. Lotte (11) was op school en kwam om 15.10 uur thuis.\nDe buurvrouw hoorde geschreeuw, rond half negen.\n');
	await wim.getByLabel('CJG').fill('Politie ter plaatse op 21 november; vader was al weg.');
	await wim.getByLabel('Gezamenlijk').focus();
	await wim.getByLabel('Gezamenlijk').press('Control+Home');
	for (let i = 0; i < 30; i++) await wim.getByLabel('Gezamenlijk').press('ArrowRight');
	await roos.locator('.flag').waitFor();
	await roos.getByLabel('CJG').focus();
	await roos.screenshot({ path: '/tmp/shot.png' });
	await site.stop();
});
