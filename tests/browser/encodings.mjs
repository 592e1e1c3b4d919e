// Texts in the encodings of the web, and how to write them.

const TEXTS = {
  shift_jis: "個人情報の取り扱いについて。お問い合わせはこちら。",
  "euc-jp": "個人情報の取り扱いについて。お問い合わせはこちら。",
  "euc-kr": "개인정보 처리방침을 안내합니다.",
  gbk: "我们不会出售您的个人信息。",
  gb18030: "我们不会出售您的个人信息。",
  big5: "我們不會出售您的個人資料。",
  "windows-1250": "Nie sprzedajemy Twoich danych: żółć, łąka.",
  "windows-1251": "Мы не продаём ваши данные.",
  "windows-1252": "Wir löschen Ihre „Daten“ nach 30 Tagen – 5 €.",
  "windows-1253": "Δεν πουλάμε τα δεδομένα σας.",
  "windows-1254": "Verilerinizi satmıyoruz: ğüşöç.",
  "windows-1255": "איננו מוכרים את המידע שלך.",
  "windows-1256": "نحن لا نبيع بياناتك.",
  "iso-8859-1": "Nous conservons vos données 13 mois.",
  "iso-8859-2": "Vaše údaje neprodáváme: řeřicha.",
  "iso-8859-8-i": "איננו מוכרים את המידע שלך.",
  "iso-8859-15": "Wir löschen Ihre Daten, 5 €.",
  "koi8-r": "Мы не продаём ваши данные.",
  macintosh: "Nous conservons vos données “13 mois”.",
  "utf-8": "Wir löschen 規約 – 5 €.",
};

export const encodings = Object.entries(TEXTS).map(([label, text]) => ({ label, text }));

/**
 * The bytes of a text in an encoding; to be run in a browser.
 *
 * The WHATWG Encoding Standard gives scripts no other encoder than that of UTF-8, so the decoder
 * is asked what each one or two bytes mean. Node's decoder was rejected: it takes Windows-1252 for
 * ISO-8859-1. Fails where the encoding lacks a character.
 */
export function encoded([label, text]) {
  if (label === "utf-8") return [...new TextEncoder().encode(text)];
  const decoder = new TextDecoder(label, { fatal: true });
  const bytesOf = new Map();
  const add = (bytes) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, bytes);
    } catch {
      // These bytes stand for nothing.
    }
  };
  for (let first = 0; first < 0x100; first += 1) add([first]);
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) add([first, second]);
  }
  return [...text].flatMap((character) => {
    const bytes = bytesOf.get(character);
    if (!bytes) throw new Error(`${label} has no ${character}`);
    return bytes;
  });
}
