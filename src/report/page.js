'use strict';
// Narrows tables and quotes, keeps out of the Tab order what does not scroll, unfolds for paper. Nothing is stored or sent.
(() => {
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const one = (query) => document.querySelector(query);
  const lang = document.documentElement.lang;
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();
  const wanted = (control) => (control ? control.value : '');

  /** Says how many of all are left, in the words of the controls; at once on screen, once typing rests for a reader. */
  const announcer = (bar) => {
    const output = bar.querySelector('output');
    let waiting;
    return (shown, of, ...chosen) => {
      const { many, single } = output.dataset;
      const count = (n) => n.toLocaleString(lang);
      const said = `${count(shown)} ${shown > 1 || (shown === 0 && lang !== 'fr') ? many : single} ${count(of)}`;
      const text = [...chosen.filter((c) => c && c.value).map((c) => c.selectedOptions[0].label), said].join(' · ');
      clearTimeout(waiting);
      waiting = setTimeout(() => (output.textContent = text), 150);
    };
  };

  const filterTables = (bar) => {
    const rows = all('tr[data-wave], tr[data-segment]');
    const headings = all('th[scope=col][data-wave]');
    if (!rows.length) return;
    const [wave, segment, reset] = ['#filter-wave', '#filter-segment', '#filter-reset'].map(one);
    const say = announcer(bar);
    const unfolded = new Set();
    const tagged = (part) => all('tr[data-wave], tr[data-segment]', part);
    const apply = () => {
      const [w, s] = [wanted(wave), wanted(segment)];
      for (const row of rows) {
        const { wave: own, segment: places } = row.dataset;
        row.hidden = Boolean((w && own && own !== w) || (s && places && !places.split(' ').includes(s)));
      }
      for (const heading of headings) {
        const out = Boolean(w) && heading.dataset.wave !== w;
        heading.hidden = out;
        const table = heading.closest('table');
        for (const row of all('tbody tr', table)) {
          if (row.cells.length === heading.parentElement.cells.length) row.cells[heading.cellIndex].hidden = out;
        }
      }
      // A group, then a table, of which nothing is left goes too, its total with it.
      for (const part of all('tbody.group, .table')) {
        const own = tagged(part);
        part.hidden = own.length > 0 && own.every((row) => row.hidden);
      }
      for (const fold of all('.table > details')) {
        const kept = tagged(fold).some((row) => !row.hidden);
        if ((w || s) && kept && !fold.open) {
          fold.open = true;
          unfolded.add(fold);
        } else if (!(w || s) && unfolded.delete(fold)) {
          fold.open = false;
        }
      }
      bar.classList.toggle('active', Boolean(w || s));
      reset.disabled = !(w || s);
      say(rows.filter((row) => !row.hidden).length, rows.length, wave, segment);
    };
    for (const control of [wave, segment]) if (control) control.addEventListener('change', apply);
    reset.addEventListener('click', () => {
      for (const control of [wave, segment]) if (control) control.value = '';
      apply();
      (wave || segment).focus();
    });
    bar.hidden = false;
    apply();
  };

  const filterQuotes = (bar) => {
    const quotes = all('#quotes blockquote').map((at) => ({ at, text: plain(at.querySelector('p').textContent) }));
    const groups = all('#quotes .quotes');
    const [search, theme, group] = ['#quote-search', '#quote-theme', '#quote-group'].map(one);
    const say = announcer(bar);
    const apply = () => {
      const words = plain(search.value).split(/\s+/).filter(Boolean);
      const [t, g] = [wanted(theme), wanted(group)];
      for (const { at, text } of quotes) {
        const other = (t && at.parentElement.dataset.theme !== t) || (g && at.dataset.group !== g);
        at.hidden = Boolean(other) || !words.every((word) => text.includes(word));
      }
      for (const part of groups) part.hidden = all('blockquote', part).every((quote) => quote.hidden);
      say(quotes.filter(({ at }) => !at.hidden).length, quotes.length);
    };
    search.addEventListener('input', apply);
    for (const control of [theme, group]) if (control) control.addEventListener('change', apply);
    bar.hidden = false;
    apply();
  };

  const scrolls = new ResizeObserver((boxes) => {
    for (const { target: box } of boxes) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  });

  /** Marks in the contents the section that is read. */
  const followContents = () => {
    const links = new Map(all('nav a').map((link) => [link.hash.slice(1), link]));
    const seen = new IntersectionObserver(
      (sections) => {
        for (const { target, isIntersecting } of sections) {
          if (!isIntersecting || !links.has(target.id)) continue;
          for (const link of links.values()) link.removeAttribute('aria-current');
          links.get(target.id).setAttribute('aria-current', 'true');
        }
      },
      { rootMargin: '-20% 0px -75% 0px' },
    );
    for (const section of all('main > section')) seen.observe(section);
  };

  const [tables, quotes] = ['#filters', '#quote-filters'].map(one);
  if (tables) filterTables(tables);
  if (quotes) filterQuotes(quotes);
  for (const box of all('.scroll, .drawing')) scrolls.observe(box);
  followContents();

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details:not([open])');
    for (const fold of folded) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of folded) fold.open = false;
  });
})();
