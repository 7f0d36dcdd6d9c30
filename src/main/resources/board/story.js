// One story: what differs, what changed, what is agreed, who says so independently, and when.
import { html, useEffect, useRef, useState } from '/preact.js';
import { ask, seen } from '/stream.js';
import { OUTCOMES, REASONS, STATUSES, count, isUrgent, joined, origins, time, value, word } from '/words.js';

const SHOWN = 25;

export function Story({ id, factId, revision, version, onProblem }) {
  const [story, setStory] = useState(null);
  const [updates, setUpdates] = useState([]);
  const [problem, setProblem] = useState(null);
  const [looked] = useState(() => seen.all()[id]);
  const title = useRef(null);
  const moved = useRef(false);

  useEffect(() => {
    const stop = new AbortController();
    const at = revision ? `&revision=${revision}` : '';
    const base = `/api/v1/stories/${encodeURIComponent(id)}`;
    Promise.all([
      ask(`${base}?context=true${at}`, stop.signal),
      ask(`${base}/updates?brief=true&latest=true&limit=200`, stop.signal),
    ])
      .then(([s, u]) => {
        setStory(s);
        setUpdates(u.updates.slice().reverse());
        setProblem(null);
        document.title = `${s.headline || id} · Slugline`;
        if (!revision) seen.mark(id, s.revision);
      })
      .catch((e) => {
        if (e.name !== 'AbortError') {
          setProblem(e);
          onProblem(e);
        }
      });
    return () => stop.abort();
  }, [id, revision, version]);

  useEffect(() => {
    if (!story || moved.current) return;
    moved.current = true;
    const target = factId && document.getElementById(`fact-${factId}`);
    if (target) {
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
    } else if (title.current) title.current.focus({ preventScroll: true });
  }, [story]);

  if (problem && !story) {
    return html`<div class="notice bad" role="alert"><h1 tabindex="-1">${problem.status === 404 ? 'Not found' : 'This story could not be read'}</h1>
      <p>${problem.message}</p><p><a href="/">All stories</a></p></div>`;
  }
  if (!story) return html`<p class="notice" role="status">Loading the story …</p>`;
  const link = `/story/${encodeURIComponent(id)}`;
  const of = (...statuses) => story.facts.filter((f) => statuses.includes(f.status));
  const latest = updates.length ? updates[0].revision : story.revision;
  const common = { link, factId, revision };
  const changed = of('corrected', 'superseded', 'retracted');
  const whole = changed.filter((f) => isGone(f) && f.factId !== factId);
  return html`
    <article class="page">
      <header class="story-head">
        <p class="facts-line">
          <span class=${`tag state-${story.state}`}>${word(story.state)}</span>
          <span>${origins(story.counts)}</span>
          <span>${count(story.counts.articles, 'article')} by ${count(story.counts.providers, 'provider')}</span>
          <span>last <time datetime=${story.eventTime}>${time(story.eventTime)}</time></span>
        </p>
        <h1 ref=${title} tabindex="-1">${story.headline || story.storyId}</h1>
        ${story.gist && html`<p class="gist">${story.gist}</p>`}
        <dl class="names">
          ${story.people.length > 0 && html`<div><dt>People</dt><dd>${story.people.join(', ')}</dd></div>`}
          ${story.places.length > 0 && html`<div><dt>Places</dt><dd>${story.places.join(', ')}</dd></div>`}
        </dl>
        ${story.mergedInto && html`<p class="notice">This story was merged into <a href=${`/story/${encodeURIComponent(story.mergedInto)}`}>${story.mergedInto}</a>.</p>`}
        <${Revisions} link=${link} shown=${story.revision} latest=${latest} past=${Boolean(revision)} />
        ${!revision && looked && looked < story.revision && html`<p class="fresh">${count(story.revision - looked, 'update')} since you looked: marked in the <a href="#timeline">timeline</a>.</p>`}
      </header>
      <nav class="jump" aria-label="Parts of the story">
        ${[['differs', 'Differs', of('disputed')], ['changed', 'Changed', changed],
           ['agreed', 'Agreed', of('corroborated')], ['single', 'One origin', of('single_source')]]
          .map(([to, label, facts]) => facts.length > 0 && html`<a href=${`#${to}`}>${label} <span>${facts.length}</span></a>`)}
        <a href="#independence">Who is independent</a><a href="#timeline">Timeline</a>
      </nav>
      ${story.facts.length === 0 && story.counts.articles > 0 && html`<p class="notice">No claims were found. Articles in languages other than English are not read.</p>`}
      <${Section} id="differs" title="What differs" facts=${of('disputed')} side ...${common}
        note="Independent origins give values that cannot all hold." />
      <${Section} id="changed" title="What changed" facts=${changed.filter((f) => !whole.includes(f))} side ...${common}
        gone=${whole.length > 0 && `${whole.length.toLocaleString('en')} more withdrawn whole, by ${joined([...new Set(whole.flatMap((f) => f.positions.flatMap((p) => p.evidence.map((e) => e.source))))])}.`} />
      <${Section} id="agreed" title="What is agreed" facts=${of('corroborated')} ...${common}
        note="Reported by two or more independent origins. That does not make it true." />
      <${Section} id="single" title="Said by one origin" facts=${of('single_source')} folded=${story.factsFolded} ...${common} />
      <${Independence} story=${story} />
      <${Timeline} updates=${updates} link=${link} looked=${looked} />
    </article>`;
}

function Revisions({ link, shown, latest, past }) {
  return html`<nav class=${`revisions ${past ? 'past' : ''}`} aria-label="Revisions">
    ${past ? html`<strong>As it stood at revision ${shown}.</strong>` : html`<span>Revision ${shown}</span>`}
    ${shown > 1 && html`<a rel="prev" href=${`${link}/revision/${shown - 1}`} data-key="[">Earlier</a>`}
    ${past && shown < latest && html`<a rel="next" href=${`${link}/revision/${shown + 1}`} data-key="]">Later</a>`}
    ${past ? html`<a href=${link}>Now (revision ${latest})</a>` : html`<a href=${`${link}/revision/${shown}`}>Permanent link</a>`}
    <a href=${`/api/v1/stories${link.slice(6)}/updates.atom`} type="application/atom+xml">Atom feed</a>
  </nav>`;
}

function Section({ id, title, note, gone, facts, side, folded, ...rest }) {
  const wanted = facts.findIndex((f) => f.factId === rest.factId);
  const [most, setMost] = useState(Math.max(SHOWN, wanted + 1));
  if (!facts.length && !gone) return '';
  return html`<section id=${id} aria-labelledby=${`${id}-title`}>
    <h2 id=${`${id}-title`}>${title} ${facts.length > 0 && html`<small>${facts.length.toLocaleString('en')}</small>`}</h2>
    ${(note || gone) && html`<p class="note">${note || gone}</p>`}
    ${facts.slice(0, most).map((f) => (side ? html`<${Differing} key=${f.factId} fact=${f} ...${rest} />` : html`<${Plain} key=${f.factId} fact=${f} ...${rest} />`))}
    ${facts.length > most && html`<button type="button" class="more" onClick=${() => setMost(most + 100)}>Show ${Math.min(100, facts.length - most)} more of ${facts.length - most}</button>`}
    ${folded > 0 && html`<p class="note">${count(folded, 'fact')} with the least support are not listed.</p>`}
  </section>`;
}

/** Whether no word of a fact may be shown any more. */
const isGone = (f) => f.status === 'retracted' && f.positions.every((p) => !p.value);

const factLink = ({ link }, fact) => `${link}/fact/${encodeURIComponent(fact.factId)}`;

function Differing({ fact, ...rest }) {
  return html`<section class=${`fact side ${fact.status} ${fact.factId === rest.factId ? 'chosen' : ''}`} id=${`fact-${fact.factId}`} tabindex="-1"
      aria-label=${fact.gist}>
    <h3><span class=${`tag status-${fact.status}`}>${STATUSES[fact.status]}</span> ${subject(fact)}
      <a class="permalink" href=${factLink(rest, fact)} aria-label="Link to this fact">#</a></h3>
    <div class="positions">
      ${fact.positions.map((p) => html`<div class=${`position ${p.current ? '' : 'gone'}`}>
        <p class="value">${value(p) || 'Withdrawn'}</p>
        <p class="who">${p.status !== fact.status && !p.current && html`<span class=${`tag status-${p.status}`}>${STATUSES[p.status]}</span> `}${
          p.current && fact.outcome && html`<span class="tag">${OUTCOMES[fact.outcome]}</span> `}${who(p)}</p>
        <${Sentences} position=${p} />
      </div>`)}
    </div>
    ${fact.changes.length > 0 && html`<p class="turns">${fact.changes.map((c) => html`<span>${time(c.date)}: ${REASONS[c.reason] || c.reason}</span>`)}</p>`}
  </section>`;
}

function Sentences({ position: p }) {
  const [most, setMost] = useState(3);
  const counted = p.evidence.filter((e) => e.counts !== false);
  const beside = p.evidence.filter((e) => e.counts === false);
  const left = counted.length - most;
  return html`${counted.slice(0, most).map((e) => html`<${Sentence} evidence=${e} like=${p.evidence.find((o) => o.article === e.sameWordsAs)} />`)}
    ${left > 0 && html`<button type="button" class="plain" onClick=${() => setMost(counted.length)}>Show ${left} more</button>`}
    ${beside.length > 0 && html`<details class="beside"><summary>${count(beside.length, 'sentence')} beside it, not counted</summary>
      <p class="note">They seem to tell of the same happening, but may say more, less or something else.</p>
      ${beside.map((e) => html`<${Sentence} evidence=${e} />`)}</details>`}
    ${left <= 0 && p.evidenceFolded > 0 && html`<p class="note">and ${p.evidenceFolded} more</p>`}`;
}

/** The gist without the values in brackets: they stand below, side by side. */
const subject = (fact) => fact.gist.replace(/ \[[^\]]*\]$/, '');

function who(p, most = p.originNames.length) {
  let text = count(p.origins, 'origin');
  if (p.originNames.length) text += `: ${p.originNames.slice(0, most).join(', ')}${p.originNames.length > most ? ' …' : ''}`;
  if (p.attributedTo.length) text += `; all from ${joined(p.attributedTo)}`;
  if (p.deniedBy.length) text += `; denied by ${joined(p.deniedBy)}`;
  return text;
}

function Sentence({ evidence: e, like }) {
  const from = e.originAssumed || e.origin === e.source ? e.source : `${e.source}, from ${e.origin}`;
  if (!e.text) return html`<p class="note">${from}: withdrawn.</p>`;
  const c = e.context || { before: '', after: '' };
  return html`<blockquote>
    <p>${c.before}<mark>${e.text}</mark>${c.after}</p>
    <footer>${from}${e.speaker && html`, quoting ${e.speaker}`}${e.modality !== 'asserted' && html` <span class="modality">(${e.modality})</span>`}${
      e.sameWordsAs && html`; told after ${like ? like.source : 'another article'}, so not counted`}</footer>
  </blockquote>`;
}

/** Of what the gist alone does not tell: which of its sentence's values a fact is about. */
const isTold = (kind) => ['time', 'quantity', 'place', 'history'].includes(kind);

function Plain({ fact, ...rest }) {
  const [open, setOpen] = useState(fact.factId === rest.factId);
  const [full, setFull] = useState(null);
  useEffect(() => {
    if (!open || full) return;
    const at = rest.revision ? `?revision=${rest.revision}` : '';
    ask(`/api/v1/stories${factLink(rest, fact).slice(6).replace('/fact/', '/facts/')}${at}`).then(setFull, () => setFull(fact));
  }, [open]);
  const p = fact.positions.find((x) => x.current) || fact.positions[0];
  return html`<details class=${`fact ${fact.factId === rest.factId ? 'chosen' : ''}`} id=${`fact-${fact.factId}`} tabindex="-1" open=${open}
      onToggle=${(e) => setOpen(e.target.open)}>
    <summary><span class="gist-line">${p && isTold(fact.kind) && html`<b>${value(p)}</b> `}${fact.gist}</span>
      ${p && html`<span class="who">${fact.outcome ? `${OUTCOMES[fact.outcome]}; ` : ''}${who(p, 4)}</span>`}
    </summary>
    ${open && (full || fact).positions.map((x) => html`<div class="position">
      ${x.value && value(x) !== fact.gist && html`<p class="value">${value(x)}</p>`}
      <${Sentences} position=${x} /></div>`)}
    <p class="note"><a href=${factLink(rest, fact)}>Link to this fact</a></p>
  </details>`;
}

/** Of an article as a whole; a copy has its original's. */
function originOf(article, byUri) {
  let a = article;
  for (const seen = new Set(); !a.origin && a.copyOf && byUri.has(a.copyOf) && !seen.has(a.uri); a = byUri.get(a.copyOf)) seen.add(a.uri);
  return a.origin || a.source;
}

function Independence({ story }) {
  const groups = new Map();
  const byUri = new Map(story.articleRefs.map((a) => [a.uri, a]));
  for (const a of story.articleRefs) {
    const origin = originOf(a, byUri);
    if (!groups.has(origin)) groups.set(origin, []);
    groups.get(origin).push(a);
  }
  const rows = [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  const [most, setMost] = useState(SHOWN);
  return html`<section id="independence" aria-labelledby="independence-title">
    <h2 id="independence-title">Who is independent of whom</h2>
    <p class="note">Articles on one line go back to one origin and count once.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Origins and articles"><table>
      <thead><tr><th scope="col">Origin</th><th scope="col">Articles</th></tr></thead>
      <tbody>${rows.slice(0, most).map(([origin, articles]) => html`<tr>
        <th scope="row">${origin}${articles.every((a) => !a.origin) ? html` <small>assumed</small>` : ''}</th>
        <td>${articles.slice(0, 8).map((a) => html`<div>${a.source}${a.source !== origin ? ' (carries it)' : ''}: ${a.headline || a.uri}
          <small> <time datetime=${a.eventTime}>${time(a.eventTime)}</time>${a.copyOf ? `, copy of ${a.copyOf}` : ''}${
            a.use && a.use !== 'used' ? `, ${a.use}` : ''}</small></div>`)}
          ${articles.length > 8 && html`<div>and ${articles.length - 8} more</div>`}</td></tr>`)}</tbody>
    </table></div>
    ${rows.length > most && html`<button type="button" class="more" onClick=${() => setMost(most + 100)}>Show more origins</button>`}
  </section>`;
}

function Timeline({ updates, link, looked }) {
  const [most, setMost] = useState(SHOWN);
  return html`<section id="timeline" aria-labelledby="timeline-title">
    <h2 id="timeline-title">Timeline</h2>
    <ol class="timeline">${updates.slice(0, most).map((u) => html`<li key=${u.revision} class=${looked && u.revision > looked ? 'new' : ''}>
      <p><a href=${`${link}/revision/${u.revision}`}>Revision ${u.revision}</a>
        <time datetime=${u.cause.time}>${time(u.cause.time)}</time>
        <span class="cause">${cause(u)}</span>${looked && u.revision > looked ? html` <span class="fresh">New</span>` : ''}</p>
      <ul>${u.changes.map((c) => html`<li><span class=${isUrgent(c.reason) ? 'urgent' : 'reason'}>${REASONS[c.reason] || c.reason}</span>
        ${c.gist && html` <q>${c.readable || c.gist}</q>`}${turned(c)}</li>`)}
        ${u.changesFolded > 0 && html`<li class="note">and ${count(u.changesFolded, 'more change', 'more changes')}</li>`}</ul>
    </li>`)}</ol>
    ${updates.length > most && html`<button type="button" class="more" onClick=${() => setMost(most + 50)}>Show earlier updates</button>`}
  </section>`;
}

function cause(u) {
  if (u.cause.type === 'article') return `by article ${u.cause.uri}`;
  if (u.cause.type === 'merge') return `by a merge with ${u.cause.uri}`;
  if (u.cause.type === 'command') return 'by an editor';
  return 'as time passed';
}

function turned(c) {
  const known = (t) => t && word(t) !== t;
  if (known(c.before) || known(c.after)) {
    return html` <span class="turned">${c.before ? word(c.before) : 'new'} → ${c.after ? word(c.after) : 'gone'}</span>`;
  }
  return '';
}
