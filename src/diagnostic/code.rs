//! Every kind of diagnostic, with the paragraph that `congkhai explain CODE` prints.

use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::values::Locale;

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; `--strict` makes it an error.
    Warning,
    /// Worth knowing; never stops a build.
    Note,
}

impl Severity {
    /// The word that stands before what is said.
    #[must_use]
    pub fn name(self, lang: Locale) -> &'static str {
        match (self, lang) {
            (Self::Error, Locale::En) => "error",
            (Self::Error, Locale::Vi) => "lỗi",
            (Self::Warning, Locale::En) => "warning",
            (Self::Warning, Locale::Vi) => "cảnh báo",
            (Self::Note, Locale::En) => "note",
            (Self::Note, Locale::Vi) => "ghi chú",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident en $en:literal vi $vi:literal)*) => {
        /// The name of a rule. Names are kept for ever: people look them up.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $en] $variant,)* }

        impl Code {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// Why the rule exists and how to satisfy it.
            #[must_use]
            pub fn explanation(self, lang: Locale) -> &'static str {
                match lang {
                    Locale::En => match self { $(Self::$variant => $en,)* },
                    Locale::Vi => match self { $(Self::$variant => $vi,)* },
                }
            }
        }
    };
}

codes! {
    // Reading files
    FileMissing "file-missing" Error
        en "A file or folder that every site or plan must have is not there. docs/content.md lists them."
        vi "Thiếu một tệp hoặc thư mục mà mọi trang hay mọi kế hoạch đều phải có. docs/content.md liệt kê đầy đủ."
    FileUnreadable "file-unreadable" Error
        en "The file is there but may not be read, or the disk failed. Nothing is built from a part of the content, because what is left out silently would look as if it had never been promised."
        vi "Tệp có ở đó nhưng không có quyền đọc, hoặc ổ đĩa bị lỗi. Chương trình không dựng trang từ một phần nội dung, vì phần bị bỏ qua âm thầm sẽ trông như chưa từng được cam kết."
    FileTooLarge "file-too-large" Error
        en "A content file is larger than any text a person writes. The limit protects the machine; split the file, or move data that is no content out of the folder."
        vi "Tệp nội dung lớn hơn mọi văn bản do người viết. Giới hạn này bảo vệ máy; hãy chia nhỏ tệp, hoặc chuyển dữ liệu không phải nội dung ra khỏi thư mục."
    TooMany "too-many" Error
        en "There are more files, items, links or columns than any plan has. The limits protect the machine and the readers' telephones; docs/content.md lists them with their reasons."
        vi "Có nhiều tệp, cam kết, liên kết hoặc cột hơn mọi kế hoạch. Các giới hạn bảo vệ máy và điện thoại của người đọc; docs/content.md liệt kê từng giới hạn kèm lý do."
    PathTooLong "path-too-long" Error
        en "The path of a file below the content folder is longer than other disks and archives can hold."
        vi "Đường dẫn của tệp trong thư mục nội dung dài hơn mức mà ổ đĩa khác và tệp nén chứa được."
    LineTooLong "line-too-long" Error
        en "A line is longer than any paragraph. Most often a file was damaged, or holds something that is no text."
        vi "Một dòng dài hơn mọi đoạn văn. Thường là do tệp bị hỏng, hoặc chứa thứ không phải văn bản."
    LetterHidden "letter-hidden" Error
        en "A text holds a letter that nobody sees: a mark that turns the direction of writing, a space without width, a control character. Readers would see other words than the file has, or not find them. Such letters come with copied text."
        vi "Văn bản có ký tự không nhìn thấy được: dấu đổi chiều viết, khoảng trắng không có bề rộng, ký tự điều khiển. Người đọc sẽ thấy khác với nội dung tệp, hoặc không tìm thấy chữ. Các ký tự này thường theo văn bản chép dán mà vào."
    MoreOfThese "more-of-these" Note
        en "The file has more of the same fault than are told. The first ones show what is wrong."
        vi "Tệp còn nhiều lỗi cùng loại hơn số đã nêu. Những lỗi đầu cho thấy sai ở đâu."
    FileNotText "file-not-text" Error
        en "Content files are UTF-8 text. A control character or an invalid byte means that the file was damaged or saved in another encoding."
        vi "Tệp nội dung là văn bản UTF-8. Ký tự điều khiển hoặc byte không hợp lệ cho thấy tệp bị hỏng hoặc được lưu với bảng mã khác."
    FileSpecial "file-special" Error
        en "Content is made of plain files and folders. Links could lead outside the folder or in circles, and devices or pipes could stop the build, so none is followed."
        vi "Nội dung chỉ gồm tệp và thư mục thông thường. Liên kết tệp có thể dẫn ra ngoài thư mục hoặc đi vòng tròn, còn thiết bị hay ống dẫn có thể làm dừng việc dựng trang, nên đều không được đi theo."
    FileStray "file-stray" Warning
        en "A YAML or Markdown file stands where none is expected, so it is not read. Usually its name or its folder is misspelt."
        vi "Có tệp YAML hoặc Markdown ở chỗ không được dùng đến nên không được đọc. Thường là do viết sai tên tệp hoặc tên thư mục."
    // YAML
    YamlMalformed "yaml-malformed" Error
        en "The file is not valid YAML. Most often the indentation is off by a space, a tab was used, a quote is not closed, or a text that holds `: ` is not in quotes."
        vi "Tệp không phải là YAML hợp lệ. Thường gặp nhất là thụt lề lệch một dấu cách, dùng tab, chưa đóng dấu ngoặc kép, hoặc văn bản có `: ` không đặt trong dấu ngoặc kép."
    YamlUnknownKey "yaml-unknown-key" Error
        en "A key is not one of those that this record has. It is refused instead of ignored, because an ignored key is a fact that silently disappears."
        vi "Một khóa không thuộc các khóa của bản ghi này. Khóa lạ bị từ chối chứ không bị bỏ qua, vì khóa bị bỏ qua là một dữ kiện biến mất âm thầm."
    YamlRepeatedKey "yaml-repeated-key" Error
        en "A key stands twice in one record. Only one of the two could be used, and nobody would know which."
        vi "Một khóa xuất hiện hai lần trong một bản ghi. Chỉ có thể dùng một trong hai, và không ai biết là khóa nào."
    YamlMissingKey "yaml-missing-key" Error
        en "A record lacks a key that it must have."
        vi "Bản ghi thiếu một khóa bắt buộc."
    YamlWrongType "yaml-wrong-type" Error
        en "A value is of another type than expected: a list where a text belongs, a text where a number belongs."
        vi "Giá trị không đúng loại: có danh sách ở chỗ cần văn bản, có văn bản ở chỗ cần số."
    YamlReference "yaml-reference" Error
        en "Anchors (&name) and aliases (*name) are not used in content files: they hide what is said where, and can be made to fill the memory."
        vi "Tệp nội dung không dùng ký hiệu neo (&tên) và tham chiếu (*tên): chúng che khuất nội dung ở từng chỗ, và có thể bị lợi dụng để làm đầy bộ nhớ."
    YamlTooDeep "yaml-too-deep" Error
        en "The file nests deeper than any record. The limit protects the machine."
        vi "Tệp lồng nhiều cấp hơn mọi bản ghi. Giới hạn này bảo vệ máy."
    ValueUnreadable "value-unreadable" Error
        en "A text does not read as the value that belongs here: a date that does not exist, a number with a comma, an id with capitals, a word that is not in the closed list."
        vi "Văn bản không đọc được thành giá trị cần ở đây: ngày không tồn tại, số có dấu phẩy, mã có chữ hoa, từ không thuộc danh sách cố định."
    // Markdown
    MarkdownHtml "markdown-html" Error
        en "HTML inside Markdown is refused, never passed through: it could break the page, and the reader's safety with it."
        vi "HTML trong Markdown bị từ chối, không bao giờ được chuyển nguyên: nó có thể làm hỏng trang và gây mất an toàn cho người đọc."
    MarkdownLink "markdown-link" Error
        en "A link may begin with http, https, mailto or tel, or name something of the site (`page:`, `item:`, `agency:`)."
        vi "Liên kết được bắt đầu bằng http, https, mailto hoặc tel, hoặc nêu một nội dung của trang (`page:`, `item:`, `agency:`)."
    MarkdownImage "markdown-image" Error
        en "Pictures in texts are not supported: a picture needs a licence, a text alternative in both languages and a place in the plan's folder, for which there is no form yet."
        vi "Nội dung không dùng hình ảnh: hình cần giấy phép, phần mô tả bằng cả hai ngôn ngữ và một chỗ trong thư mục của kế hoạch; chưa có mẫu cho việc này."
    MarkdownAttribute "markdown-attribute" Error
        en "A heading may name an id in braces, `{#id}`, written like every id, and nothing else: other attributes would reach the page as HTML."
        vi "Tiêu đề chỉ được nêu một mã trong ngoặc nhọn, `{#id}`, viết như mọi mã, và không gì khác: các thuộc tính khác sẽ đi vào trang dưới dạng HTML."
    MarkdownTooDeep "markdown-too-deep" Error
        en "Lists and quotations nest deeper than any text. The limit protects the machine."
        vi "Danh sách và trích dẫn lồng nhiều cấp hơn mọi văn bản. Giới hạn này bảo vệ máy."
    TextOutside "text-outside" Error
        en "In the text of a decision or an area, every paragraph stands under an entry (`### short title {#id}`), so that it can be found, linked and counted."
        vi "Trong văn bản của quyết định hoặc của lĩnh vực, mỗi đoạn nằm dưới một mục (`### tiêu đề ngắn {#mã}`), để có thể tìm, dẫn liên kết và đếm."
    HeadingId "heading-id" Error
        en "The heading of an entry needs an id in braces at its end: `### short title {#ii2-ct08}`."
        vi "Tiêu đề của một mục cần có mã trong ngoặc nhọn ở cuối: `### tiêu đề ngắn {#ii2-ct08}`."
    HeadingLevel "heading-level" Error
        en "Texts of the plan have headings of the levels 1 and 2 (the document's own) and 3 (an entry, with our short title); pages begin with one heading of level 1."
        vi "Văn bản của kế hoạch có tiêu đề cấp 1 và 2 (của chính văn bản) và cấp 3 (một mục, với tiêu đề ngắn của ban biên tập); trang bắt đầu bằng một tiêu đề cấp 1."
    TitleTooLong "title-too-long" Error
        en "Short titles have at most 80 characters, so that lists and small screens can show them whole."
        vi "Tiêu đề ngắn có tối đa 80 ký tự, để danh sách và màn hình nhỏ hiển thị được trọn vẹn."
    EntryEmpty "entry-empty" Error
        en "An entry without words says nothing. Write the words of the document under its heading, or take the heading out."
        vi "Mục không có nội dung thì không nói lên điều gì. Hãy ghi nguyên văn của văn bản dưới tiêu đề, hoặc bỏ tiêu đề."
    // References
    IdRepeated "id-repeated" Error
        en "An id names one thing for ever. Two things with one id would share an address."
        vi "Mỗi mã chỉ một nội dung, mãi mãi. Hai nội dung cùng mã sẽ cùng một địa chỉ."
    IdUnknown "id-unknown" Error
        en "Something refers to an id that does not exist. Most often it is misspelt."
        vi "Có chỗ dẫn đến một mã không tồn tại. Thường là do viết sai."
    TextMissing "text-missing" Error
        en "An item has facts in a YAML file but no words in the text. Nothing is shown without the words of the document."
        vi "Một cam kết có dữ kiện trong tệp YAML nhưng không có nội dung trong văn bản. Không hiển thị gì khi không có nguyên văn của văn bản."
    FactsMissing "facts-missing" Error
        en "An entry of the text is neither an item with facts in a YAML file nor listed in source/not-items.yaml with the reason why it is no item."
        vi "Một mục của văn bản không phải là cam kết có dữ kiện trong tệp YAML, cũng không được liệt kê trong source/not-items.yaml kèm lý do."
    // Languages
    LocalesDiffer "locales-differ" Error
        en "The Vietnamese and the English text must hold the same headings and entries in the same order, so that both languages have the same items at the same addresses."
        vi "Bản tiếng Việt và bản tiếng Anh phải có cùng các tiêu đề và mục theo cùng thứ tự, để hai ngôn ngữ có cùng các cam kết ở cùng địa chỉ."
    EnglishMissing "english-missing" Warning
        en "A Vietnamese text has no English. The English page shows the Vietnamese and says so."
        vi "Một nội dung tiếng Việt chưa có bản tiếng Anh. Trang tiếng Anh hiển thị tiếng Việt và nói rõ điều này."
    EnglishStale "english-stale" Warning
        en "The Vietnamese text changed after the English was made from it. Review the English, then run `congkhai accept-translation` with the item's id."
        vi "Bản tiếng Việt đã thay đổi sau khi dịch sang tiếng Anh. Hãy xem lại bản tiếng Anh, rồi chạy `congkhai accept-translation` kèm mã của cam kết."
    LockUnused "lock-unused" Warning
        en "translations.lock names a text that no longer exists. `congkhai accept-translation` cleans it up."
        vi "translations.lock nêu một nội dung không còn nữa. `congkhai accept-translation` sẽ dọn dòng này."
    // The received document
    SourceChanged "source-changed" Error
        en "The received copy of the decision is kept byte for byte. A line differs from what was received, according to source/received.lock. Restore it; only the issuer may correct a decision."
        vi "Bản quyết định nhận được được giữ nguyên từng byte. Theo source/received.lock, có dòng khác với khi nhận được. Hãy khôi phục; chỉ cơ quan ban hành mới được sửa quyết định."
    CoverageMismatch "coverage-mismatch" Error
        en "Every word of the received copy must stand in the site once, in order, as the words of an item, as a heading, or in an entry listed in source/not-items.yaml; and the site may have no others. Here the two differ."
        vi "Mỗi chữ của bản nhận được phải có trên trang đúng một lần, theo thứ tự: là nội dung của cam kết, là tiêu đề, hoặc thuộc một mục liệt kê trong source/not-items.yaml; và trang không được có chữ nào khác. Ở đây hai bên khác nhau."
    CoverageUnlisted "coverage-unlisted" Error
        en "The received copy and the words of the site differ in form at a place that is not in source/repairs.yaml: a sentence cut by a page break was joined, or a cell was moved. Each such repair is published, so it must be listed."
        vi "Bản nhận được và nội dung của trang khác nhau về hình thức ở một chỗ chưa ghi trong source/repairs.yaml: câu bị ngắt trang đã được nối, hoặc ô bị lệch đã được chuyển. Mỗi chỗ chỉnh như vậy đều được công bố nên phải được liệt kê."
    RepairUnfounded "repair-unfounded" Error
        en "A repair in source/repairs.yaml does not fit the received copy: the line does not hold the words that were found there."
        vi "Một chỗ chỉnh trong source/repairs.yaml không khớp với bản nhận được: dòng đó không có các chữ đã nêu."
    // Facts
    OutcomeUnsourced "outcome-unsourced" Error
        en "A result without something that a reader can open (a URL or the number of a legal document) and a quote is not published."
        vi "Kết quả không có gì để người đọc mở xem (địa chỉ mạng hoặc số hiệu văn bản pháp luật) và không có trích dẫn thì không được công bố."
    OutcomeOutsidePeriod "outcome-outside-period" Error
        en "A result is dated before the period that it reports on has begun."
        vi "Kết quả ghi ngày trước khi kỳ báo cáo của nó bắt đầu."
    OutcomeAfterAsOf "outcome-after-as-of" Warning
        en "A result is dated after the site's as-of date. It is in no page and no data file. Move `as_of` in site.yaml forward to publish it."
        vi "Kết quả ghi ngày sau ngày tính đến của trang nên không có trong trang nào và tệp dữ liệu nào. Muốn công bố thì đặt `as_of` trong site.yaml sang ngày muộn hơn."
    OutcomeClaim "outcome-claim" Error
        en "A result claims something of an item that this kind of item cannot have, or that its own dates rule out."
        vi "Kết quả nêu về một cam kết điều mà loại cam kết đó không thể có, hoặc điều trái với chính các ngày của nó."
    AgencyEnded "agency-ended" Warning
        en "A body leads, shares or reports after its end, and no successor or reason is given. Readers must be told whom to ask now."
        vi "Một cơ quan chủ trì, phối hợp hoặc báo cáo sau khi đã kết thúc hoạt động mà không nêu cơ quan kế thừa hay lý do. Người đọc cần biết nay hỏi ai."
    PeriodUpsideDown "period-upside-down" Error
        en "A period ends before it begins."
        vi "Kỳ kết thúc trước khi bắt đầu."
    DeadlineOutsidePlan "deadline-outside-plan" Warning
        en "A deadline lies outside the plan's period. Most often a year is mistyped."
        vi "Thời hạn nằm ngoài kỳ của kế hoạch. Thường là do gõ sai năm."
    DeadlineMisread "deadline-misread" Error
        en "What was read from a printed deadline is not what the wording says."
        vi "Thời hạn được đọc ra không đúng với chữ in."
    MoneyMisread "money-misread" Error
        en "What was read from a printed amount is not what the wording says (the column is in million đồng, the comma separates thousands)."
        vi "Số tiền được đọc ra không đúng với chữ in (cột tính bằng triệu đồng, dấu phẩy ngăn cách hàng nghìn)."
    MeasureUnfounded "measure-unfounded" Error
        en "The wording or the number of a measure does not stand in the words of its target."
        vi "Chữ in hoặc con số của thước đo không có trong nguyên văn của chỉ tiêu."
    MeasuresUnlinked "measures-unlinked" Error
        en "Two measures that promise different values of the same thing must name one another, so that readers see both. The site does not choose."
        vi "Hai thước đo cam kết giá trị khác nhau cho cùng một nội dung phải dẫn lẫn nhau, để người đọc thấy cả hai. Trang không chọn thay."
    LacksContradicted "lacks-contradicted" Error
        en "A target has measures, or says what it lacks to be measurable: one of the two, never both or neither."
        vi "Chỉ tiêu có thước đo, hoặc nêu còn thiếu gì để đo được: một trong hai, không phải cả hai và không được thiếu cả hai."
    Placeholder "placeholder" Error
        en "A text that was meant to be replaced is still there: an example address, TODO, or a gap `[[…]]` that `congkhai new` left to be filled in."
        vi "Nội dung lẽ ra phải được thay thì vẫn còn: địa chỉ ví dụ, TODO, hoặc chỗ trống `[[…]]` do `congkhai new` để lại cho người biên tập điền."
    SampleText "sample-text" Warning
        en "The sample site that `congkhai init` makes speaks of a province that does not exist. Its texts are there to show the form; replace them, file by file."
        vi "Trang mẫu do `congkhai init` tạo nói về một tỉnh không có thật. Nội dung mẫu chỉ để cho thấy hình dạng; hãy thay dần từng tệp."
    CountsDiffer "counts-differ" Error
        en "The numbers of aims, targets, tasks, activities and duties are stated in plan.yaml and must come out. A difference means that something was lost or counted twice."
        vi "Số mục tiêu, chỉ tiêu, nhiệm vụ, hoạt động và trách nhiệm được ghi trong plan.yaml và phải đếm ra đúng như vậy. Khác nhau nghĩa là có nội dung bị sót hoặc bị đếm hai lần."
    LinkDead "link-dead" Error
        en "A link inside the site leads nowhere: the page or the place on the page does not exist."
        vi "Một liên kết trong trang không dẫn đến đâu: trang đó hoặc chỗ đó trên trang không tồn tại."
    AddressClash "address-clash" Error
        en "Two pages would have the same address."
        vi "Hai trang sẽ có cùng một địa chỉ."
    // Permanence
    ReleaseDamaged "release-damaged" Error
        en "A release is the record of what was published on a day, and people cite it by its hash. A file in releases/ differs from what releases.lock and the release after it say, or is missing there. Restore the folder as it was published."
        vi "Bản công bố là bản ghi những gì đã công bố vào một ngày, và được trích dẫn theo mã băm. Một tệp trong releases/ khác với điều ghi trong releases.lock và bản công bố sau đó, hoặc bị thiếu. Hãy khôi phục thư mục như khi công bố."
    PastChanged "past-changed" Error
        en "A fact that a release has published says something else now. What was published may be corrected, never quietly changed: add an entry to corrections.yaml that names the item or the outcome, with the old and the new value and the reason; or restore the fact. Short titles, English translations and notes on sources may be improved without one."
        vi "Một dữ kiện đã có trong bản công bố nay lại ghi khác. Điều đã công bố có thể được đính chính, không bao giờ được sửa âm thầm: thêm vào corrections.yaml một mục nêu cam kết hoặc kết quả, giá trị cũ, giá trị mới và lý do; hoặc khôi phục dữ kiện. Tiêu đề ngắn, bản tiếng Anh và ghi chú về nguồn có thể được chỉnh mà không cần đính chính."
    AddressLost "address-lost" Error
        en "A page or file that was published has no place in the site any more. People have linked to it. Bring it back, or say in redirects.yaml what became of it: from, to, and the reason for its readers."
        vi "Một trang hoặc tệp đã công bố nay không còn chỗ trên trang. Đã có người đặt liên kết đến đó. Hãy khôi phục, hoặc nêu trong redirects.yaml nội dung đó nay ở đâu: from, to và lý do cho người đọc."
    RedirectUseless "redirect-useless" Error
        en "An entry of redirects.yaml leads nowhere, or stands for a page that exists."
        vi "Một mục của redirects.yaml không dẫn đến đâu, hoặc đứng thay cho một trang vẫn còn."
    // The site and the theme
    ThemeFault "theme-fault" Error
        en "A template, a word table or the theme's description cannot be used."
        vi "Không dùng được một khuôn trang, một bảng từ hoặc phần mô tả của giao diện."
    WordsDiffer "words-differ" Error
        en "The interface words of both languages must have the same keys and the same {placeholders}."
        vi "Các từ giao diện của hai ngôn ngữ phải có cùng khóa và cùng các {tên trong ngoặc nhọn}."
    // Forms and annexes that come back
    WorkbookForeign "workbook-foreign" Error
        en "The file is no workbook that this program made or can read, or it belongs to another plan or body. Export the form again with `congkhai form`, and send .xlsx files only."
        vi "Tệp không phải là bảng tính do chương trình này tạo hoặc đọc được, hoặc thuộc kế hoạch hay cơ quan khác. Xuất lại biểu bằng `congkhai form`, và chỉ gửi tệp .xlsx."
    FormLocked "form-locked" Error
        en "A cell that the program filled in was changed: an id, the decision's words, a heading, a result that is published. Ids and the decision's words are what a form is about, and published results are only added to. The protection of the sheets has no password because it guards against slips, so every locked cell is compared when the form comes back."
        vi "Một ô do chương trình điền sẵn đã bị sửa: mã, lời của quyết định, đầu cột, kết quả đã công bố. Mã và lời của quyết định là điều biểu hỏi đến, còn kết quả đã công bố chỉ được bổ sung. Chế độ bảo vệ trang tính giúp tránh sửa nhầm; việc kiểm tra không dựa vào đó."
    FormValue "form-value" Error
        en "A cell does not hold what it asks for. A date typed as text, a number with an unclear mark or a word outside the list could each be read in two ways, and words such as “đạt”, “có” or “xem mô tả” tell a reader nothing. Nothing is taken from a form until every cell can be read in one way only."
        vi "Một ô không chứa điều được hỏi. Ngày gõ thành chữ, số có dấu không rõ hoặc từ ngoài danh sách có thể đọc theo hai cách, còn những từ như “đạt”, “có” hay “xem mô tả” không cho người đọc biết điều gì."
    FormMissing "form-missing" Error
        en "A row that is filled in lacks something without which a result is not published: its source, its day, the source's own words, or the explanation."
        vi "Một dòng đã điền nhưng thiếu điều kiện để kết quả được công bố: nguồn, ngày, nguyên văn của nguồn hoặc lời giải thích."
    FormClaim "form-claim" Error
        en "What a row claims does not go together, or this kind of commitment cannot have it: a product for a target, a verdict without a final figure, “not done” before the deadline, parts of a whole without their number."
        vi "Những điều một dòng nêu không đi cùng nhau được, hoặc loại cam kết này không thể có: sản phẩm cho chỉ tiêu, kết luận không có số liệu cuối cùng, “chưa hoàn thành” trước thời hạn, một phần mà không có số phần."
    FormTaken "form-taken" Error
        en "The content has a result on this commitment from this source and body, and it says something else. Published files are only added, never rewritten; a mistake is corrected in public, in corrections.yaml."
        vi "Nội dung đã có một kết quả về cam kết này từ nguồn và cơ quan này, nhưng ghi khác. Tệp đã công bố chỉ được thêm, không bao giờ ghi lại; điều sai được đính chính công khai trong corrections.yaml."
}

impl Code {
    /// Whether it can only be judged when every file was read: what an unread file holds would seem to
    /// be missing.
    #[must_use]
    pub fn needs_everything(self) -> bool {
        matches!(
            self,
            Self::FileMissing
                | Self::IdUnknown
                | Self::TextMissing
                | Self::FactsMissing
                | Self::LocalesDiffer
                | Self::EnglishMissing
                | Self::EnglishStale
                | Self::LockUnused
                | Self::CoverageMismatch
                | Self::CoverageUnlisted
                | Self::RepairUnfounded
                | Self::CountsDiffer
                | Self::LinkDead
                | Self::PastChanged
                | Self::AddressLost
                | Self::RedirectUseless
                | Self::AgencyEnded
        )
    }
}

impl FromStr for Code {
    type Err = ();
    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|code| code.name() == name).ok_or(())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
