//! Policies in other scripts than the Latin one: without spaces, from right to left, and with
//! characters that nobody sees. All of them are invented.

use crate::support::{markdown, redline};
use policy_diff::{
    document::{Format, read_as},
    meaning,
    model::Document,
};

/// Compares two Markdown texts and checks all that is said of them.
#[track_caller]
fn check(old: &str, new: &str, expected: &str) {
    let shown = redline::print(&markdown(old), &markdown(new));
    let lines = |text: &str| {
        text.lines()
            .map(|l| l.trim().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(&shown), lines(expected.trim()));
}

fn text(source: &str) -> Document {
    read_as(Format::Text, source.as_bytes())
}

fn headings(document: &Document) -> Vec<&str> {
    document
        .sections
        .iter()
        .map(|s| s.heading.as_str())
        .collect()
}

const JAPANESE: &str = "# プライバシーポリシー

青葉種子図書館（以下「当館」といいます。）は、利用者の個人情報を次のとおり取り扱います。

## 取得する情報

当館は、お名前、ご住所、メールアドレスを取得します。種子の貸出記録も保存します。

気象観測の記録には個人情報を含みません。

## 利用目的

取得した情報は、種子の発送とお問い合わせへの回答のために利用します。広告のために利用することはありません。

## 第三者への提供

当館は、法令に基づく場合を除き、個人情報を第三者に提供しません。配送業者には発送に必要な範囲で住所を伝えます。
";

#[test]
fn japanese_words_and_sentences_are_marked() {
    let new = JAPANESE
        .replace("メールアドレス", "電話番号")
        .replace("基づく場合を", "基づく場合または利用者の同意がある場合を")
        .replace("種子の貸出記録も保存します。", "");
    check(
        JAPANESE,
        &new,
        "edited: 当館は、お名前、ご住所、[-メールアドレス-]{+電話番号+}を取得します。[-種子の貸出記録も保存します。-]
         edited: 当館は、法令に基づく場合{+または利用者の同意がある場合+}を除き、個人情報を第三者に提供しません。配送業者には発送に必要な範囲で住所を伝えます。",
    );
}

#[test]
fn japanese_sections_are_linked_where_they_went() {
    let (start, sharing) = JAPANESE.split_at(JAPANESE.find("## 第三者").expect("it is there"));
    let sharing = sharing.replace("第三者への提供", "第三者提供について");
    let (title, rest) = start.split_at(start.find("## 取得").expect("it is there"));
    check(
        JAPANESE,
        &format!("{title}{sharing}\n{rest}"),
        "section “第三者への提供” → “第三者提供について”: renamed, moved",
    );
}

#[test]
fn a_japanese_passage_is_split_between_its_sentences() {
    let new = JAPANESE.replace("を取得します。種子", "を取得します。\n\n種子");
    check(
        JAPANESE,
        &new,
        "split: 当館は、お名前、ご住所、メールアドレスを取得します。{~ ¶ ~}種子の貸出記録も保存します。",
    );
}

#[test]
fn a_japanese_sentence_takes_its_section_along() {
    // Three of five sentences went into a section of their own.
    let old = "## 利用について\n\n種子を発送するために住所を利用します。気象観測の記録を公開します。記録は毎朝七時に測定します。測定器は庭の北側にあります。\n";
    let new = "## 利用について\n\n種子を発送するために住所を利用します。\n\n## 気象観測\n\n気象観測の記録を公開します。記録は毎朝七時に測定します。測定器は庭の北側にあります。\n";
    let shown = redline::print(&markdown(old), &markdown(new));
    assert!(
        shown.contains("section “利用について” → “気象観測”"),
        "{shown}"
    );
}

#[test]
fn an_address_in_japanese_is_a_word_of_its_own() {
    check(
        "ご質問はprivacy@aoba.exampleまでお寄せください。回答まで三日かかります。",
        "ご質問はprivacy@aoba.exampleまでお寄せください。回答まで五日かかります。",
        "edited: ご質問はprivacy@aoba.exampleまでお寄せください。回答まで[-三-]{+五+}日かかります。",
    );
    let document = markdown("如有疑问，请写信至privacy@qingye.example。我们会在三日内回复。");
    let contacts = meaning::read(&document).contacts;
    let values: Vec<&str> = contacts.iter().map(|c| c.value.as_str()).collect();
    assert_eq!(values, ["privacy@qingye.example"]);
}

#[test]
fn chinese_plain_text_has_its_sections() {
    let policy = text(
        "隐私政策\n\n更新日期：2022年4月1日\n\n一、我们收集的信息\n\n我们收集您的姓名、邮寄地址和电子邮件地址。我们还保存种子借阅记录。\n\n\
         二、信息的使用\n\n我们仅为寄送种子和回答您的问题而使用这些信息。\n\n三、联系我们\n\n如有疑问，请写信。\n",
    );
    assert_eq!(
        headings(&policy),
        [
            "隐私政策",
            "一、我们收集的信息",
            "二、信息的使用",
            "三、联系我们"
        ]
    );
    let date = policy.effective_date.map(|date| date.to_string());
    assert_eq!(date.as_deref(), Some("2022-04-01"));
    assert_eq!(policy.language, "zh");
}

#[test]
fn japanese_articles_are_sections_and_their_numbers_no_change() {
    let articles = |numbers: [u8; 2]| {
        let [a, b] = numbers;
        format!(
            "個人情報保護方針\n\n第{a}条（取得する情報）\n当館は、お名前、ご住所、メールアドレスを取得します。種子の貸出記録も保存します。\n\n\
             第{b}条（利用目的）\n取得した情報は、種子の発送とお問い合わせへの回答のために利用します。\n"
        )
    };
    let (old, new) = (text(&articles([1, 2])), text(&articles([2, 3])));
    assert_eq!(
        headings(&old),
        [
            "個人情報保護方針",
            "第1条（取得する情報）",
            "第2条（利用目的）"
        ]
    );
    assert_eq!(redline::print(&old, &new), "nothing changed");
}

#[test]
fn chinese_sentences_move_between_sections() {
    let weather = "气象站的记录不包含任何个人信息。";
    let names = "我们收集您的姓名和邮寄地址，以便寄送您订购的种子。\n\n我们还保存每一次借阅的记录，直到种子归还为止。";
    let uses = "我们仅为寄送种子和回答您的问题而使用这些信息。\n\n未经您的同意，我们不会将其用于任何广告或者市场调查。";
    let old = format!("## 收集\n\n{names}\n\n{weather}\n\n## 使用\n\n{uses}\n");
    let new = format!("## 收集\n\n{names}\n\n## 使用\n\n{uses}\n\n{weather}\n");
    check(
        &old,
        &new,
        &format!("moved from “收集” to “使用”: {weather}"),
    );
}

#[test]
fn arabic_words_are_marked_and_sections_linked() {
    let old = "# سياسة الخصوصية

## البيانات التي نجمعها

نجمع اسمك وعنوانك البريدي عندما تطلب بذورًا من مكتبتنا. لا نسجل أي شيء عن الزوار.

## مشاركة البيانات

لا نبيع بياناتك الشخصية لأي جهة. هل نشارك العنوان؟ نعم، مع شركة البريد فقط.
";
    let new = old
        .replace("وعنوانك البريدي", "ورقم هاتفك")
        .replace("مشاركة البيانات", "مشاركة بياناتك")
        .replace("هل نشارك العنوان؟ ", "");
    check(
        old,
        &new,
        "section “مشاركة البيانات” → “مشاركة بياناتك”: renamed
         edited: نجمع اسمك [-وعنوانك البريدي -]{+ورقم هاتفك +}عندما تطلب بذورًا من مكتبتنا. لا نسجل أي شيء عن الزوار.
         edited: لا نبيع بياناتك الشخصية لأي جهة. [-هل نشارك العنوان؟ -]نعم، مع شركة البريد فقط.",
    );
}

#[test]
fn marks_of_direction_are_no_words() {
    check(
        "אנו שומרים \u{200f}logs\u{200e} במשך שלושים יום.",
        "אנו שומרים logs במשך שישים יום.",
        "edited: אנו שומרים [~\u{200f}logs\u{200e} ~]{~logs ~}במשך [-שלושים -]{+שישים +}יום.",
    );
}

#[test]
fn hebrew_passages_move_whole() {
    let weather = "תחנת מזג האוויר אינה רושמת דבר.";
    let names = "אנו אוספים את שמך ואת כתובתך כאשר אתה מזמין זרעים מן הקטלוג שלנו.\n\nרשומות ההזמנה נשמרות בפנקס נעול במשך שבע שנים מפני שהחוק דורש זאת.";
    let uses = "איננו מוכרים את המידע האישי שלך לאף אחד, ואיננו מפרסמים אותו.\n\nחברת המשלוחים מקבלת מאיתנו רק את הכתובת הנחוצה לה כדי להביא את החבילה.";
    let old = format!("## מידע\n\n{names}\n\n{weather}\n\n## שיתוף\n\n{uses}\n");
    let new = format!("## מידע\n\n{names}\n\n## שיתוף\n\n{uses}\n\n{weather}\n");
    check(
        &old,
        &new,
        &format!("moved from “מידע” to “שיתוף”: {weather}"),
    );
}

#[test]
fn spaces_of_every_width_are_spaces() {
    for space in ['\u{a0}', '\u{202f}', '\u{2009}', '\u{3000}'] {
        let new = format!("We keep logs for 30{space}days and mail for one{space}year.");
        let shown = redline::print(
            &markdown("We keep logs for 30 days and mail for one year."),
            &markdown(&new),
        );
        assert_eq!(shown, "nothing changed", "{space:?}");
    }
}

#[test]
fn soft_hyphens_are_only_dress() {
    check(
        "Wir löschen Ihre Daten\u{ad}verarbeitungs\u{ad}protokolle nach 30 Tagen.",
        "Wir löschen Ihre Datenverarbeitungsprotokolle nach 60 Tagen.",
        "edited: Wir löschen Ihre [~Daten\u{ad}verarbeitungs\u{ad}protokolle ~]{~Datenverarbeitungsprotokolle ~}nach [-30 -]{+60 +}Tagen.",
    );
}
