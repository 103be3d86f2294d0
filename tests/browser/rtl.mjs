// SPDX-License-Identifier: GPL-2.0-or-later
// A corpus of those who write from right to left: Arabic, Persian, Hebrew, and Latin and digits among them. A folder, for
// mentions are brat's.
import fs from 'node:fs';
import path from 'node:path';

const texts = {
  taliban: 'أعلنت حركة طالبان (2021) أن داعش–خراسان هاجم مطار كابل في 26 أغسطس.',
  persian: 'به گفتهٔ خبرگزاری ایسنا، حرکت طالبان با ISIS-K در کابل جنگید.',
  hebrew: 'לפי הארץ, ארגון "דאעש" (ISIS-K) תקף את נמל התעופה של קאבול.',
  mixed: 'Reuters: داعش–خراسان said it attacked مطار كابل, twice.',
};

const mentions = [
  ['d-ar', 'taliban', 'حركة طالبان (2021)'], ['d-ar', 'isis', 'داعش–خراسان'], ['d-ar', 'airport', 'مطار كابل'],
  ['d-fa', 'taliban', 'حرکت طالبان'], ['d-fa', 'isis', 'ISIS-K'], ['d-fa', 'isna', 'خبرگزاری ایسنا'],
  ['d-he', 'isis', 'ארגון "דאעש" (ISIS-K)'], ['d-he', 'airport', 'נמל התעופה של קאבול'], ['d-he', 'haaretz', 'הארץ'],
  ['d-mix', 'isis', 'داعش–خراسان'], ['d-mix', 'airport', 'مطار كابل'], ['d-mix', 'reuters', 'Reuters'],
];
const text_of = {'d-ar': texts.taliban, 'd-fa': texts.persian, 'd-he': texts.hebrew, 'd-mix': texts.mixed};

// Offsets are in code points.
function span(document, words) {
  const text = text_of[document], at = text.indexOf(words);
  const start = Array.from(text.slice(0, at)).length;
  return [start, start + Array.from(words).length];
}

const whole = (document) => ({document, start: 0, end: Array.from(text_of[document]).length});

export const marked = mentions.map(([document, actor, words]) => ({document, actor, words}));
export const corpus = {
  relata: 1,
  title: 'كابل 2021: من ضد من (Kabul)',
  schema: {
    relata: 1,
    actor_types: [{id: 'group', label: 'جماعة مسلحة', plural: 'جماعات مسلحة', shape: 'octagon'}, {id: 'place', label: 'מקום', shape: 'box'}, {id: 'medium', label: 'medium', shape: 'note'}],
    relation_types: [
      {id: 'attacks', label: 'يهاجم', inverse: 'يتعرض لهجوم من', sign: -1, kind: 'event'},
      {id: 'fights', label: 'نبرد با', sign: -1, symmetric: true},
      {id: 'reports', label: 'reports on', inverse: 'is reported on by', sign: 0},
    ],
    measures: [{id: 'fighters', label: 'مقاتلون', unit: 'رجل'}],
  },
  documents: Object.keys(text_of).map((id, i) => ({
    id, file: `${id}.txt`, title: ['تقرير عن مطار كابل (2021)', 'گزارش ایسنا: جنگ در کابل', 'דיווח: "קאבול" (2021)', 'Reuters, مطار كابل'][i],
    publisher: ['الجزيرة (AJ)', 'ایسنا', 'הארץ!', 'Reuters'][i], language: ['ar', 'fa', 'he', 'en'][i], published: `2021-08-2${6 + i % 4}`,
  })),
  actors: [
    {id: 'taliban', name: 'حركة طالبان (2021)', type: 'group', aliases: ['حرکت طالبان', 'Taliban'], description: 'حركة سياسية وعسكرية (1994–).'},
    {id: 'isis', name: 'داعش–خراسان [ISIS-K]', type: 'group', aliases: ['ארגון "דאעש" (ISIS-K)', 'داعش–خراسان', 'ISIS-K'], description: 'فرع تنظيم الدولة.'},
    {id: 'airport', name: 'נמל התעופה של קאבול', type: 'place', aliases: ['مطار كابل']},
    {id: 'isna', name: 'خبرگزاری ایسنا', type: 'medium'}, {id: 'haaretz', name: 'הארץ', type: 'medium', aliases: ['Haaretz!']},
    {id: 'reuters', name: 'Reuters (رويترز)', type: 'medium', aliases: ['Reuters']},
  ],
  claims: [
    {id: 'c1', type: 'attacks', from: 'isis', to: 'airport', ...whole('d-ar'), when: '2021-08-26', by: 'taliban'},
    {id: 'c2', type: 'attacks', from: 'isis', to: 'airport', ...whole('d-he'), when: '2021-08-26', by: 'haaretz', note: 'הערה (ראשונה): ISIS-K.'},
    {id: 'c3', type: 'attacks', from: 'isis', to: 'airport', ...whole('d-mix'), stance: 'denies', certainty: 'probable', by: 'متحدث باسم الحركة (غير معروف)'},
    {id: 'c4', type: 'fights', from: 'taliban', to: 'isis', ...whole('d-fa'), when: '2021-08', by: 'isna'},
    {id: 'c5', type: 'reports', from: 'reuters', to: 'isis', ...whole('d-mix')},
  ],
  figures: [{id: 'f1', measure: 'fighters', of: 'isis', min: 1200, max: 1500, ...whole('d-ar'), by: 'الأمم المتحدة (UN)'}],
};

// The folder, made within another.
export function write_corpus(within) {
  const folder = path.join(within, 'rtl');
  fs.mkdirSync(folder, {recursive: true});
  fs.writeFileSync(path.join(folder, 'corpus.json'), JSON.stringify(corpus));
  for (const [id, text] of Object.entries(text_of)) {
    const lines = mentions.filter(([document]) => document === id).map(([document, actor, words], i) => {
      const {type} = corpus.actors.find((one) => one.id === actor);
      return `T${i + 1}\t${type} ${span(document, words).join(' ')}\t${words}\n`;
    });
    fs.writeFileSync(path.join(folder, `${id}.txt`), text);
    fs.writeFileSync(path.join(folder, `${id}.ann`), lines.join(''));
  }
  return folder;
}
