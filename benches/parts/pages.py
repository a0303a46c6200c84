"""What the pages of every peer say of a commitment, in one language: flat values, ready to be printed.

The peers get words and dates that need no work, which congkhai makes from its records; what they have to do is
what a generator does: Markdown, templates, lists, links between pages, feeds, minifying.
"""

from congkhai import money

KINDS = {"target": {"vi": "Chỉ tiêu", "en": "Target"}, "task": {"vi": "Nhiệm vụ", "en": "Task"}}
STANDINGS = {
    "reported": {"vi": "Có báo cáo", "en": "Reported"},
    "no-report": {"vi": "Chưa tìm thấy báo cáo công khai", "en": "No public report found"},
    "measured": {"vi": "Có số liệu, chưa đủ căn cứ so sánh", "en": "Figures published, not yet comparable"},
    "no-figure": {"vi": "Chưa tìm thấy số liệu công khai", "en": "No public figure found"},
    "not-measurable": {"vi": "Chưa đo được theo cách viết", "en": "Not measurable as written"},
}
SOURCE_KINDS = {
    "official-report": {"vi": "Báo cáo chính thức", "en": "Official report"},
    "press": {"vi": "Báo chí", "en": "Press"},
    "dataset": {"vi": "Bộ dữ liệu", "en": "Dataset"},
    "independent-check": {"vi": "Kiểm tra độc lập", "en": "Independent check"},
}
SAYS = {
    "under-way": {"vi": "Đang thực hiện", "en": "Under way"},
    "not-started": {"vi": "Chưa bắt đầu", "en": "Not started"},
    "done": {"vi": "Đã hoàn thành", "en": "Done"},
}
MILLIONS = {"vi": "triệu đồng", "en": "million đồng"}
LANGUAGES = ("vi", "en")


def plain(markdown):
    return markdown.replace("*", "").replace("\n- ", " ").replace("\n", " ")


def result(made, area, names, language):
    source = area["sources"][made["source"]]
    shown = {
        "id": made["id"],
        "dated": made["dated"],
        "from": made["period"]["from"],
        "to": made["period"]["to"],
        "words": made["words"][language],
        "quote": made["quote"],
        "agency": made["agency"],
        "agency_name": names[made["agency"]][language],
        "because": made["because"][language],
        "source_title": source["title"],
        "source_kind": SOURCE_KINDS[source["kind"]][language],
        "source_publisher": source["publisher"][language],
        "source_url": source["url"],
        "source_published": source["published"],
        "source_read": source["read"],
    }
    if "value" in made:
        shown["value"] = made["value"]
    if "says" in made:
        shown["says"] = SAYS[made["says"]][language]
    return shown


def commitment(made, plan, area, names, language):
    """Everything of a commitment but its text."""
    shown = {
        "title": made["title"][language],
        "description": plain(made["text"][language])[:160],
        "key": f"{plan['slug']}-{area['number']}-{slug(made)}",
        "slug": slug(made),
        "number": f"II.{area['number']}.{made['place']}",
        "kind_name": made["kind"],
        "kind_label": KINDS[made["kind"]][language],
        "standing": made["standing"],
        "standing_label": STANDINGS[made["standing"]][language],
        "plan": plan["slug"],
        "plan_number": plan["number"],
        "plan_title": plan["title"][language],
        "area": area["number"],
        "area_name": area["name"][language],
        "lead": made["lead"],
        "lead_name": names[made["lead"]][language],
        "others": [{"id": other, "name": names[other][language]} for other in made["others"]],
        "deadline": made["deadline"]["printed"][language],
        "deadline_day": made["deadline"]["date"],
        "reported": bool(made["results"]),
        "results": [result(each, area, names, language) for each in made["results"]],
    }
    if "millions" in made:
        shown["money"] = f"{money(made['millions'])} {MILLIONS[language]}"
    if "measure" in made:
        measure = made["measure"]
        shown["measure"] = {
            "what": measure["what"][language],
            "population": measure["population"][language],
            "scope": measure["scope"][language],
            "value": measure["value"],
            "printed": measure["printed"],
        }
    return shown


def slug(made):
    """Where the page of a commitment stands, below that of its area."""
    return f"{'ct' if made['kind'] == 'target' else 'nv'}{made['place']:02}"


# The words of the site frame and of the headings. Each peer reads them as its own kind of word table.
WORDS = {
    "site": ("Dữ liệu mẫu", "Sample data"), "skip": ("Đến nội dung", "Skip to the content"),
    "search": ("Tìm cam kết, cơ quan, văn bản", "Search commitments, public bodies, documents"),
    "other_language": ("English", "Tiếng Việt"), "home": ("Trang chủ", "Home"), "main_pages": ("Các trang chính", "Main pages"),
    "plans": ("Các kế hoạch", "Plans"), "plan": ("Kế hoạch", "The plan"), "commitments": ("Cam kết", "Commitments"),
    "results": ("Kết quả", "Results"), "no_report": ("Chưa có báo cáo", "No report found"), "deadlines": ("Thời hạn", "Deadlines"),
    "agencies": ("Cơ quan", "Public bodies"), "decision": ("Văn bản", "The decision"), "where": ("Vị trí của trang", "Where this page stands"),
    "as_of": ("Tính đến ngày", "As of"), "as_of_note": ("Nội dung công bố sau ngày này chưa có ở đây.", "What was published after this day is not on these pages."),
    "who": ("Cơ quan nào", "By whom"), "until_when": ("Đến khi nào", "Until when"), "known": ("Những gì đã biết", "What is known"),
    "words": ("Nội dung cam kết, nguyên văn", "What was promised, in the words of the decision"),
    "title_is_ours": ("Tiêu đề ngắn do ban biên tập đặt.", "This short title is ours."),
    "unofficial": ("Bản dịch không chính thức; bản tiếng Việt có giá trị.", "Unofficial translation; the Vietnamese text governs."),
    "measures": ("Thước đo", "Measures"), "at_least": ("ít nhất", "at least"), "as_printed": ("Nguyên văn", "As printed"),
    "population": ("Đo trên", "Measured among"), "scope": ("Phạm vi", "Where"), "published_results": ("Kết quả đã công bố", "Published results"),
    "period": ("Kỳ báo cáo", "Period reported"), "given_by": ("Cơ quan cung cấp", "Information given by"), "source": ("Nguồn", "Source"),
    "published_on": ("công bố ngày", "published on"), "read": ("Đã đọc", "Read"), "because": ("Lý do", "Because"),
    "promise": ("Chi tiết cam kết", "The promise in detail"), "lead": ("Chủ trì", "Lead"), "others": ("Phối hợp", "Takes part"),
    "deadline": ("Thời hạn", "Deadline"), "money": ("Kinh phí", "Budget"), "original": ("Nguyên văn tiếng Việt", "The Vietnamese text"),
    "place": ("Vị trí trong văn bản", "Place in the decision"), "read_there": ("Đọc đoạn này trong văn bản", "Read this passage in the decision"),
    "cite": ("Trích dẫn", "Cite this"), "permanent": ("Liên kết cố định", "Permanent link"), "embed": ("Nhúng cam kết này vào trang khác", "Embed this commitment in another page"),
    "share": ("Chia sẻ", "Share"), "on_this_page": ("Trên trang này", "On this page"), "neighbours": ("Cam kết trước và sau", "Previous and next commitment"),
    "previous": ("Trước:", "Previous:"), "next": ("Sau:", "Next:"), "follow": ("Theo dõi", "Follow"), "new_results": ("Kết quả mới", "New results"),
    "areas": ("Lĩnh vực", "Areas"), "other_areas": ("Lĩnh vực khác", "Other areas"), "targets": ("Chỉ tiêu", "Targets"), "tasks": ("Nhiệm vụ", "Tasks"),
    "by_kind": ("Theo loại", "By kind"), "by_standing": ("Theo tình trạng", "By standing"), "leads": ("Chủ trì", "Leads"), "takes_part": ("Phối hợp", "Takes part in"),
    "report_error": ("Báo lỗi", "Report an error"), "notice": ("Dữ liệu mẫu, chỉ để đo tốc độ.", "Sample data, to measure speed only."),
    "licence": ("Ghi công 4.0", "Attribution 4.0"), "compiled": ("Biên tập: dữ liệu mẫu.", "Compiled by: sample data."),
    "about": ("Giới thiệu", "About"), "site_map": ("Sơ đồ trang", "Site map"), "latest": ("Số liệu mới nhất", "Latest figure"),
    "ask": ("Có thể hỏi", "Whom to ask"), "data": ("Dữ liệu của trang", "The data of this page"), "of_count": ("cam kết", "commitments"),
    "with_report": ("có báo cáo", "with a report"),
}


def words(language):
    at = LANGUAGES.index(language)
    return {key: pair[at] for key, pair in WORDS.items()}
