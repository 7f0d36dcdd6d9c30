// The board's words for what the API says, and how values, times and counts are written.

export const STATES = {
  emerging: 'Emerging', developing: 'Developing', quiet: 'Quiet', closed: 'Closed',
  held: 'Held', withdrawn: 'Withdrawn', merged: 'Merged',
};

export const STATUSES = {
  disputed: 'Disputed', corrected: 'Corrected', superseded: 'Superseded', retracted: 'Retracted',
  corroborated: 'Corroborated', single_source: 'One origin',
};

export const OUTCOMES = {
  open: 'still to come', overdue: 'overdue, no report', fulfilled: 'it happened',
  not_fulfilled: 'it did not happen', cancelled: 'cancelled', postponed: 'postponed',
};

export const REASONS = {
  NEW_CLAIM: 'New claim', NEW_ORIGIN: 'Another origin', ORIGIN_LOST: 'Origin lost',
  COPY_ADDED: 'Copy added', CONFLICT_OPENED: 'Conflict opened',
  CONFLICT_RESOLVED: 'Conflict resolved', DENIED: 'Denied', SUPERSEDED: 'Superseded',
  FULFILLED: 'Happened as planned', NOT_FULFILLED: 'Did not happen', CORRECTED: 'Corrected',
  RETRACTED: 'Retracted', EMBARGO_LIFTED: 'Embargo lifted', STATE_CHANGED: 'State changed',
  MERGED: 'Merged', REOPENED: 'Reopened',
};

const URGENT = new Set(['CONFLICT_OPENED', 'RETRACTED', 'CORRECTED', 'DENIED', 'NOT_FULFILLED']);

export const isUrgent = (reason) => URGENT.has(reason);

const WORDS = { ...STATES, ...STATUSES, ...OUTCOMES };

/** A status, state or outcome in words; anything else as it is. */
export const word = (text) => WORDS[text] || text;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time of the API in UTC: 15 Aug 2025, 19:30 UTC. The year is left out if it is this one. */
export function time(iso) {
  const m = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(iso || '');
  if (!m) return iso || '';
  const year = Number(m[1]) === new Date().getUTCFullYear() ? '' : ` ${m[1]}`;
  const day = `${Number(m[3])} ${MONTHS[Number(m[2]) - 1]}${year}`;
  return m[4] ? `${day}, ${m[4]}:${m[5]} UTC` : day;
}

const COMPARED = { '>=': 'at least ', '<=': 'at most ', '>': 'more than ', '<': 'less than ', '~': 'about ' };

const UNITS = {
  s: 'second', min: 'minute', h: 'hour', d: 'day', night: 'night', week: 'week', month: 'month', y: 'year',
  mile: 'mile',
};

/** 48 h in words: 48 hours; ~2600 people: about 2,600 people. */
function quantity(text) {
  const m = /^(not )?(>=|<=|>|<|~)?([\d.]+)( .+)?$/.exec(text);
  if (!m) return text;
  const [, not = '', sign, number, rest = ''] = m;
  const [whole, ...part] = number.split('..').length > 1 ? [number] : number.split('.');
  const grouped = [/^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole.replace('..', ' to '), ...part];
  const unit = UNITS[rest.trim()];
  const words = unit ? ` ${unit}${number === '1' ? '' : 's'}` : rest;
  return not + (COMPARED[sign] || '') + grouped.join('.') + words;
}

/** A position's value: times, quantities and what became of an event as people write them. */
export function value(text, kind) {
  if (!text) return '';
  if (kind === 'event' && !text.includes(' ')) return text.replaceAll('_', ' ');
  if (kind === 'quantity') return quantity(text);
  const parts = text.split('/');
  const isTime = (t) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(t);
  return parts.length <= 2 && parts.every(isTime) ? parts.map(time).join(' to ') : text;
}

/** 1 origin, 2 origins. */
export const count = (n, one, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const origins = (counts) =>
  count(counts.origins, 'origin') +
  (counts.unknownOrigin > 0 ? ` (${count(counts.unknownOrigin, 'article names', 'articles name')} none)` : '');

/** A, B and C. */
export const joined = (names) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

/** How old: 40 s, 5 min, 3 h, 12 days. */
export function age(ms) {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 90) return `${s} s`;
  if (s < 5400) return `${Math.round(s / 60)} min`;
  if (s < 129600) return `${Math.round(s / 3600)} h`;
  return `${Math.round(s / 86400).toLocaleString('en')} days`;
}
