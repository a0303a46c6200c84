// What search finds in the real plan. Each line: the page's language, what is typed, and what is to come of
// it. Documents are named by their address without language and plan: an item by its id, `agencies/ID`,
// `glossary#ID`, `results#result-ID`, `areas/N`, `decision#ID`, a page by its name; `plan` is the plan's own
// page, `plan#acts` an act that it cites.
//
//   first    the best result
//   among    these are among the best five
//   finds    these are found
//   not      these are not found
//   few      at most so many results
//   near     it says that nothing holds all words as typed
//   other    these are found in the other language, and not in the page's own
//   nothing  nothing is found in either language
//   typing   the last word is still being typed

const vi = (query, expected) => ({ locale: 'vi', query, ...expected });
const en = (query, expected) => ({ locale: 'en', query, ...expected });

export const queries = [
  // Without marks, in any case, as one types on a phone.
  vi('duong', { finds: ['i2-1'] }),
  vi('cai cach', { among: ['iii2-2', 'ii2-nv08'], finds: ['areas/1', 'areas/2', 'glossary#cchc'] }),
  vi('CAI CACH', { among: ['iii2-2', 'ii2-nv08'], finds: ['areas/1'] }),
  vi('Cai Cach Hanh Chinh', { finds: ['i1-4', 'glossary#cchc'] }),
  vi('Hue', { finds: ['pl-vi6', 'i1-2', 'agencies/ubnd-tinh'] }),
  vi('hue', { finds: ['pl-vi6', 'i1-2'] }),
  vi('dat dai', { among: ['ii2-ct12', 'ii2-nv02'], few: 2 }),
  vi('dich vu cong truc tuyen', { among: ['glossary#dvctt', 'ii6-ct05'], finds: ['ii2-nv10', 'results#result-r3'] }),
  vi('xin loi', { among: ['ii2-ct11', 'ii2-nv05'] }),
  vi('chu ky so', { first: 'ii6-ct08' }),
  vi('don gian hoa', { among: ['ii2-nv03', 'pl-ii3', 'pl-ii4', 'iii3-1'] }),
  vi('tien luong', { first: 'iii1-2' }),

  // With marks: who types them means them.
  vi('cải cách', { among: ['iii2-2', 'ii2-nv08'] }),
  vi('Huế', { finds: ['agencies/ubnd-tinh', 'results#result-r13'] }),
  vi('dịch vụ công', { among: ['ii2-nv10', 'ii6-ct05'] }),
  vi('đường', { first: 'i2-1' }),
  vi('dưỡng', { among: ['ii4-nv04', 'pl-iv1'], not: ['i2-1'] }),
  vi('đúng hạn', { among: ['ii2-ct11', 'ii1-ct01', 'results#result-r6a'], not: ['ii7-ct02', 'ii2-nv12'] }),
  vi('dung han', { among: ['ii2-ct11', 'ii1-ct01', 'results#result-r6a'], finds: ['ii7-ct02'] }),
  vi('tiền lương', { first: 'iii1-2' }),
  vi('mức độ hài lòng', { among: ['pl-iii3', 'ii2-ct12', 'ii3-ct02'] }),
  vi('cãi cạch', { near: true, finds: ['iii2-2'] }),

  // Two habits of placing the tone, and letters put together from parts.
  vi('đơn giản hóa', { among: ['ii2-nv03', 'pl-ii3', 'pl-ii4', 'iii3-1'], few: 5 }),
  vi('đơn giản hoá', { among: ['ii2-nv03', 'pl-ii3', 'pl-ii4', 'iii3-1'], few: 5 }),
  vi('số hoá', { among: ['pl-vi2', 'ii2-ct09'] }),
  vi('cải cách'.normalize('NFD'), { among: ['iii2-2', 'ii2-nv08'] }),
  vi('đúng hạn'.normalize('NFD'), { among: ['ii2-ct11'], not: ['ii7-ct02'] }),

  // Abbreviations and what they stand for, from the glossary, across the languages too.
  vi('TTHC', { first: 'glossary#tthc', among: ['ii2-nv04'], finds: ['ii2-ct06', 'ii2-ct03'] }),
  vi('tthc', { first: 'glossary#tthc', finds: ['ii2-ct06'] }),
  vi('thủ tục hành chính', { first: 'glossary#tthc', finds: ['ii2-ct06', 'ii2-nv05'] }),
  vi('thu tuc hanh chinh', { first: 'glossary#tthc', finds: ['ii2-ct06', 'ii2-nv05'] }),
  vi('TTHC nội bộ', { among: ['glossary#tthc-noi-bo', 'ii2-nv12', 'ii2-ct14'] }),
  vi('CCHC', { among: ['pl-vii1', 'glossary#cchc'], finds: ['pl-vii2', 'i1-4'] }),
  vi('VBQPPL', { first: 'glossary#vbqppl', among: ['pl-i4', 'ii1-nv01'] }),
  vi('văn bản quy phạm pháp luật', { first: 'glossary#vbqppl', finds: ['ii1-ct02', 'pl-i7'] }),
  vi('CNTT', { among: ['ii6-nv02', 'ii6-nv07'] }),
  vi('cong nghe thong tin', { finds: ['ii6-nv02', 'ii6-nv07'] }),
  vi('đề án VTVL', { among: ['pl-iv2', 'ii4-ct01', 'ii4-ct02'] }),
  vi('PAR', { among: ['glossary#cchc', 'pl-vii1'] }),
  en('PAR', { first: 'glossary#cchc', finds: ['pl-vii4'] }),
  en('TTHC', { first: 'glossary#tthc', finds: ['ii2-nv02', 'ii2-ct02'] }),
  en('administrative procedure', { first: 'glossary#tthc', finds: ['ii2-nv02', 'ii2-ct02'] }),
  en('SOC', { among: ['glossary#soc', 'pl-vi4', 'ii6-nv04'] }),
  en('PCI', { finds: ['glossary#pci', 'iii6-2'] }),

  // Ids and numbers.
  vi('ii2-ct08', { first: 'ii2-ct08' }),
  vi('II.2.a.8', { first: 'ii2-ct08', few: 1 }),
  vi('ii.2.a.8', { first: 'ii2-ct08', few: 1 }),
  vi('II.2.a', { first: 'ii2-ct01', finds: ['ii2-ct08', 'ii2-ct14'], not: ['ii2-nv01', 'ii1-ct01'] }),
  vi('II.2', { first: 'areas/2', finds: ['ii2-ct08', 'ii2-nv01'], not: ['ii1-ct01'] }),
  vi('PL.VI.3', { first: 'pl-vi3', few: 1 }),
  vi('pl-vi3', { first: 'pl-vi3' }),
  vi('3322', { first: 'plan', finds: ['decision#plan-title', 'about'] }),
  vi('3322/QĐ-UBND', { first: 'plan' }),
  vi('468/QĐ-TTg', { among: ['plan#acts', 'pl-ii5'], few: 2 }),
  en('468/QD-TTg', { among: ['plan#acts', 'pl-ii5'], few: 2 }),
  vi('quyết định 468', { among: ['plan#acts', 'pl-ii5'], few: 2 }),
  vi('63/2010', { among: ['plan#acts', 'ii2-ct06'], few: 2 }),
  vi('76/NQ-CP', { first: 'plan#acts', finds: ['decision#legal-basis'] }),
  vi('ISO 18091:2020', { among: ['plan#acts', 'ii6-ct09', 'ii6-nv08'] }),
  vi('75,78%', { first: 'results#result-r2', few: 1 }),
  vi('4,455', { first: 'pl-vi1' }),
  en('II.2.a.8', { first: 'ii2-ct08', few: 1 }),

  // One letter wrong, missing, too many, or two changed about.
  vi('thu tuc hanh chnh', { near: true, among: ['ii2-nv04', 'ii2-ct03'] }),
  vi('thu tuc hanh chihn', { near: true, among: ['ii2-nv04', 'ii2-ct03'] }),
  vi('thu tucc hanh chinh', { near: true, among: ['ii2-nv04', 'ii2-ct03'] }),
  vi('thủ tục hành chính nôi bộ', { near: true, among: ['ii2-nv12'], finds: ['ii2-ct14'] }),
  en('satisfction', { near: true, among: ['pl-iii3', 'ii3-ct02', 'ii2-ct12'] }),
  en('satisfactoin', { near: true, among: ['pl-iii3', 'ii3-ct02', 'ii2-ct12'] }),
  en('department of home afairs', { near: true, first: 'agencies/so-noi-vu' }),

  // Bodies.
  vi('Sở Nội vụ', { first: 'agencies/so-noi-vu', finds: ['pl-iii2', 'pl-iv1', 'iii1-2'] }),
  vi('so noi vu', { first: 'agencies/so-noi-vu', finds: ['pl-iii2', 'iii1-2'] }),
  vi('UBND cấp huyện', { first: 'agencies/ubnd-cap-huyen' }),
  vi('Nguyễn Thanh Bình', { first: 'plan' }),
  en('Department of Home Affairs', { first: 'agencies/so-noi-vu', finds: ['pl-iii2', 'iii1-2'] }),
  en("people's committee", { among: ['agencies/ubnd-tinh'] }),

  // Words of the plan.
  vi('Hue-S', { first: 'pl-vi6', finds: ['glossary#hue-s', 'results#result-r19'] }),
  vi('tro ly ao', { first: 'pl-vi3', finds: ['ii6-nv04', 'glossary#nen-tang-tro-ly-ao'] }),
  vi('mot cua lien thong', { among: ['ii2-ct01', 'pl-ii5'] }),
  vi('camera', { first: 'pl-vi5' }),
  vi('phương pháp', { first: 'method' }),
  en('Hue-S', { first: 'pl-vi6', finds: ['glossary#hue-s'] }),
  en('virtual assistant', { first: 'pl-vi3', finds: ['ii6-nv04'] }),
  en('satisfaction', { among: ['pl-iii3', 'ii3-ct02', 'ii2-ct12'], finds: ['results#result-r5d'] }),
  en('one-stop', { first: 'ii2-ct01', among: ['ii2-nv11', 'pl-ii5'] }),
  en('one stop', { first: 'ii2-ct01', among: ['ii2-nv11', 'pl-ii5'] }),
  en('apology', { finds: ['ii2-ct11', 'ii2-nv05'] }),
  en('job positions', { among: ['pl-iv2', 'ii4-ct01'] }),
  en('digital signature', { first: 'ii6-ct08' }),
  en('end-to-end', { first: 'ii2-ct07' }),

  // In the other language, where this one has little.
  vi('Department of Home Affairs', { other: ['agencies/so-noi-vu', 'pl-iii2'] }),
  vi('virtual assistant', { other: ['pl-vi3'], finds: ['glossary#nen-tang-tro-ly-ao'] }),
  vi('satisfaction', { other: ['pl-iii3', 'ii2-ct12'] }),
  en('tro ly ao', { other: ['pl-vi3', 'ii6-nv04'] }),
  en('so noi vu', { first: 'agencies/so-noi-vu', other: ['pl-iii2', 'iii1-2'] }),
  en('giải quyết hồ sơ', { other: ['ii2-ct08', 'ii2-nv05'] }),

  // While someone is still typing.
  vi('cai ca', { typing: true, among: ['iii2-2'], finds: ['areas/1'] }),
  vi('thu tuc h', { typing: true, among: ['ii2-nv04'] }),
  vi('tro l', { typing: true, among: ['pl-vi3'] }),
  vi('II.2.a.1', { typing: true, first: 'ii2-ct01', finds: ['ii2-ct10'] }),
  vi('3322/Q', { typing: true, first: 'plan' }),
  en('satisf', { typing: true, among: ['pl-iii3', 'ii6-ct05'] }),
  en('digital sig', { typing: true, first: 'ii6-ct08' }),

  // Nothing.
  vi('xyzzy', { nothing: true }),
  vi('qwertz zxcvbn', { nothing: true }),
  vi('', { nothing: true }),
  vi('… “ ” ?!', { nothing: true }),
  vi('constructor __proto__ toString', { nothing: true }),
  vi('<script>alert(1)</script>', { nothing: true }),
  en('xyzzy', { nothing: true }),
];
