// The list of stories: the newest first, one line of what matters each.
import { html, useEffect, useRef, useState } from '/preact.js';
import { ask, seen } from '/stream.js';
import { STATES, REASONS, count, isUrgent, origins, time, word } from '/words.js';

const PAGE = 50;

function query(filter, after) {
  const q = new URLSearchParams({ limit: PAGE });
  if (filter.text) q.set('text', filter.text);
  if (filter.state) q.set('state', filter.state);
  if (filter.disputed) q.set('disputed', 'true');
  if (filter.minOrigins > 1) q.set('minOrigins', filter.minOrigins);
  if (after) q.set('after', after);
  return `/api/v1/stories?${q}`;
}

export function List({ version, onProblem }) {
  const [filter, setFilter] = useState(() => fromAddress());
  const [page, setPage] = useState(null);
  const [extra, setExtra] = useState([]);
  const [problem, setProblem] = useState('');
  const [looked] = useState(() => seen.all());
  const first = useRef(true);

  useEffect(() => {
    document.title = 'Stories · Slugline';
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    const wait = first.current ? 0 : 250;
    first.current = false;
    const timer = setTimeout(() => {
      ask(query(filter), stop.signal)
        .then((p) => {
          setPage(p);
          setProblem('');
        })
        .catch((e) => {
          if (e.name !== 'AbortError') {
            setProblem(e.message);
            onProblem(e);
          }
        });
    }, wait);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [filter, version]);

  function change(part) {
    const next = { ...filter, ...part };
    setFilter(next);
    setExtra([]);
    const q = new URLSearchParams();
    Object.entries(next).forEach(([k, v]) => v && v !== 1 && q.set(k, v));
    history.replaceState(null, '', q.size ? `/?${q}` : '/');
  }

  async function more() {
    const after = extra.length ? extra[extra.length - 1].next : page.next;
    try {
      const p = await ask(query(filter, after));
      setExtra([...extra, p]);
    } catch (e) {
      setProblem(e.message);
    }
  }

  const ids = new Set();
  const stories = page ? [page, ...extra].flatMap((p) => p.stories).filter((s) => !ids.has(s.storyId) && ids.add(s.storyId)) : [];
  const next = extra.length ? extra[extra.length - 1].next : page && page.next;
  return html`
    <form class="filters" role="search" onSubmit=${(e) => e.preventDefault()}>
      <label>Search
        <input id="search" type="search" value=${filter.text} placeholder="Words, people, places"
          onInput=${(e) => change({ text: e.target.value })} /></label>
      <label>State
        <select value=${filter.state} onChange=${(e) => change({ state: e.target.value })}>
          <option value="">Any</option>
          ${Object.entries(STATES).map(([k, v]) => html`<option value=${k}>${v}</option>`)}
        </select></label>
      <label>Origins
        <select value=${filter.minOrigins} onChange=${(e) => change({ minOrigins: Number(e.target.value) })}>
          ${[1, 2, 3, 5, 10].map((n) => html`<option value=${n}>${n === 1 ? 'Any' : `${n} or more`}</option>`)}
        </select></label>
      <label class="check"><input type="checkbox" checked=${filter.disputed}
        onChange=${(e) => change({ disputed: e.target.checked })} /> Disputed only</label>
    </form>
    <h1 class="quiet-title" tabindex="-1">Stories${page ? html` <small>${page.total.toLocaleString('en')}</small>` : ''}</h1>
    ${problem && html`<p class="notice bad" role="alert">The list could not be read: ${problem}</p>`}
    ${!page && !problem && html`<p class="notice" role="status">Loading the stories …</p>`}
    ${page && !stories.length && html`<div class="notice">${
      filter.text || filter.state || filter.disputed || filter.minOrigins > 1
        ? html`<p>No story fits.</p><button type="button" onClick=${() => change({ text: '', state: '', disputed: false, minOrigins: 1 })}>Show all</button>`
        : html`<p>No stories yet. They appear here as soon as articles come in.</p>`}</div>`}
    <ol class="stories">${stories.map((s) => html`<${Row} key=${s.storyId} story=${s} looked=${looked[s.storyId]} />`)}</ol>
    ${next && html`<button type="button" class="more" onClick=${more}>More stories</button>`}`;
}

function Row({ story: s, looked }) {
  const fresh = looked ? s.revision - looked : 0;
  return html`
    <li class=${`story state-${s.state}`}>
      <article>
        <h2><a href=${`/story/${encodeURIComponent(s.storyId)}`} data-story>${s.headline || s.gist || s.storyId}</a></h2>
        <p class="facts-line">
          <span class=${`tag state-${s.state}`}>${word(s.state)}</span>
          <span>${origins(s.counts)}</span>
          <span>${count(s.counts.articles, 'article')}</span>
          ${s.counts.disputed > 0 && html`<strong class="dispute">${count(s.counts.disputed, 'fact')} disputed</strong>`}
          ${looked === undefined ? html`<span class="fresh">Not read</span>`
            : fresh > 0 && html`<span class="fresh">${count(fresh, 'update')} since you looked</span>`}
        </p>
        ${s.last && html`<p class="last"><span class=${isUrgent(s.last.reason) ? 'urgent' : ''}>${REASONS[s.last.reason] || s.last.reason}</span>${
          s.last.gist && html`: <q>${s.last.gist}</q>`}</p>`}
      </article>
      <time datetime=${s.eventTime}>${time(s.eventTime)}</time>
    </li>`;
}

function fromAddress() {
  const q = new URLSearchParams(location.search);
  return {
    text: q.get('text') || '',
    state: q.get('state') || '',
    disputed: q.get('disputed') === 'true',
    minOrigins: Number(q.get('minOrigins') || 1),
  };
}
