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

/** A position's value as people write it: times here, in the style of the page; all else as the server words it. */
export function value(position) {
  const text = position.value;
  if (!text) return '';
  const parts = text.split('/');
  const isTime = (t) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(t);
  return parts.length <= 2 && parts.every(isTime) ? parts.map(time).join(' to ') : position.readable;
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
