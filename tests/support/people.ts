export { type Noorderveld, noorderveld } from '#lib/server/demo/noorderveld.ts';
