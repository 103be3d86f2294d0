// SPDX-License-Identifier: GPL-2.0-or-later
// A corpus by strangers: every text that could be taken for markup, script or a command, in every field that is shown.

// Each is to be found as it is in what is shown, but for those that a display must not obey.
export const texts = [
  '<script>window.hit=1;alert(1)</script>',
  '</script><script>window.hit=2</script>',
  '</title></text></svg><img src=x onerror="window.hit=3">',
  '"><svg onload="window.hit=4">',
  "' onmouseover='window.hit=5' x='",
  ']]><script>window.hit=6</script><![CDATA[',
  '--><script>window.hit=7</script><!--',
  '</desc><foreignObject><iframe srcdoc="<script>top.hit=8</script>"></iframe></foreignObject>',
  '<style>*{background:url(http://example.invalid/hit)}</style>',
  '&lt;script&gt;window.hit=9&lt;/script&gt; &amp; &#60;b&#62;',
  '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  '\\N \\G \\L \\E \\T \\l \\r \\n \\\\',
  '<<b>HTML-like</b>>',
  '"quoted" \'so\' `too` ${1+1} {{1+1}}',
  '😀 👩‍👩‍👧 🇦🇫 emoji',
  'حركة طالبان الإسلامية',
  '中华人民共和国',
  '<a href="javascript:window.hit=10">click</a>',
];
export const steering = ['evil\u202Etxt.exe', 'line\u2028separator\u2029', 'new\nline\ttab', 'isolate\u2066\u2069', 'bell\u0007\u001b[31mred'];
const addresses = ['javascript:window.hit=11', 'JaVaScRiPt:window.hit=12', ' javascript:window.hit=13', 'java\nscript:window.hit=14',
                   'data:text/html,<script>window.hit=15</script>', 'vbscript:msgbox(1)', 'file:///etc/passwd',
                   'http://example.org/?a="><script>window.hit=16</script>', 'https://example.org/&amp;\'', '//example.invalid/'];

// Every text in every field that is shown.
export const all = [...texts, ...steering];
const at = (list, i) => list[i % list.length];
export const corpus = {
  relata: 1,
  title: all.join(' '),
  schema: {
    relata: 1,
    actor_types: texts.slice(0, 6).map((text, i) => ({id: `t${i}`, label: text, plural: at(texts, i + 6), shape: 'box'})),
    relation_types: all.map((text, i) => ({id: `r${i}`, label: text, inverse: at(all, i + 1), sign: i % 3 - 1})),
  },
  documents: all.map((text, i) => ({id: `d${i}`, title: text, publisher: at(all, i + 3), url: at(addresses, i)})),
  actors: all.map((text, i) => ({
    id: `a${i}`, name: `${i} ${text}`, type: `t${i % 6}`, description: at(all, i + 2), url: at(addresses, i), aliases: [`${text} (${i})`],
  })),
  claims: all.map((text, i) => ({
    id: `c${i}`, type: `r${i}`, from: `a${i}`, to: `a${(i + 1) % all.length}`, document: `d${i}`, text, by: at(all, i + 4), note: text,
  })),
};
// An id is less free, but becomes an element's id and class.
const bad_id = '"><script>window.hit=17</script>';
corpus.actors.push({id: bad_id, name: 'an id', url: 'https://example.org/'});
corpus.claims.push({id: 'c', type: 'r0', from: bad_id, to: 'a0', document: 'd0', text: 'x'});
