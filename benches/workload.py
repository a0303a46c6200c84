#!/usr/bin/env python3
"""Makes N commitments as neutral data, from which each generator's content is written.

    benches/workload.py N FOLDER

SAMPLE DATA: every text is put together by chance from sentences that were written for this purpose; bodies,
plans, sources and results are invented, and every title says so. The same N gives the same bytes.

FOLDER then holds

- `agencies.json`: 40 bodies.
- `plans.json`: plans with three areas each, and each area with its sources. So many plans as that, of 34
  provinces and as many years as needed, are what a national edition has.
- `commitments.jsonl`: one commitment a line, 50 in each area: texts in both languages as Markdown (150 to 400
  words), who leads it and who helps, until when, money and a measured value where it has them, and 0 to 4
  results, each with the number of its source in the area.

Nothing here knows how any generator wants its files.
"""

import json
import sys
from pathlib import Path

PER_AREA = 50
AREAS_PER_PLAN = 3
AGENCIES = 40
PROVINCES = 34
SOURCES_PER_AREA = 12
LAST_YEAR = 2025
AS_OF = "2025-12-31"
FEWEST_WORDS, MOST_WORDS = 150, 400

MASK = (1 << 64) - 1


class Chance:
    """Numbers by chance that are the same in every version of Python (splitmix64)."""

    def __init__(self, seed):
        self.state = seed & MASK

    def below(self, limit):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return (mixed ^ (mixed >> 31)) % limit

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one(self, choices):
        return choices[self.below(len(choices))]

    def some(self, choices, count):
        left = list(choices)
        return [left.pop(self.below(len(left))) for _ in range(count)]


# What the sentences are made of: Vietnamese and English.
SERVICES = [
    ("đăng ký hộ kinh doanh", "registering a household business"),
    ("cấp giấy phép xây dựng nhà ở", "permits for building a house"),
    ("đăng ký khai sinh", "registering a birth"),
    ("cấp đổi giấy phép lái xe", "renewing a driving licence"),
    ("xác nhận tình trạng nhà đất", "confirming the state of land and houses"),
    ("hỗ trợ người cao tuổi", "support for the elderly"),
    ("tuyển sinh đầu cấp", "admission to the first school year"),
    ("khám chữa bệnh bảo hiểm", "treatment under health insurance"),
    ("cấp nước sạch nông thôn", "clean water for villages"),
    ("thu gom rác thải sinh hoạt", "collecting household waste"),
    ("bảo trì đường liên xã", "upkeep of roads between communes"),
    ("cấp thẻ hướng dẫn viên", "licences for guides"),
    ("tiếp nhận phản ánh của người dân", "receiving what residents report"),
    ("đấu nối điện hạ áp", "connecting to the low-voltage grid"),
    ("kiểm định an toàn thực phẩm", "testing the safety of food"),
    ("vay vốn cho hộ nghèo", "loans for poor households"),
]
WORKS = [
    ("rà soát và cắt giảm giấy tờ phải nộp", "review and reduce the papers that must be handed in"),
    ("công khai từng bước xử lý", "publish each step of the handling"),
    ("nối dữ liệu giữa các cấp", "connect the data of all levels"),
    ("đào tạo lại công chức bộ phận một cửa", "train the staff of the one-stop desks anew"),
    ("đặt thêm điểm tiếp nhận tại xã", "open more desks in the communes"),
    ("đo thời gian chờ của người dân", "measure how long residents wait"),
    ("trả lời phản ánh bằng văn bản", "answer reports in writing"),
    ("thay biểu mẫu giấy bằng biểu mẫu điện tử", "replace paper forms by electronic ones"),
    ("xin lỗi bằng văn bản khi trễ hạn", "apologise in writing when something is late"),
    ("kiểm tra đột xuất mỗi quý", "inspect without notice every quarter"),
    ("lấy ý kiến người sử dụng", "ask the people who use it"),
    ("công bố chi phí thực tế", "publish what it really costs"),
]
PLACES = [
    ("trên toàn tỉnh", "in the whole province"),
    ("tại các xã miền núi", "in the mountain communes"),
    ("tại các phường trung tâm", "in the central wards"),
    ("tại các xã ven biển", "in the coastal communes"),
    ("ở các khu công nghiệp", "in the industrial zones"),
    ("tại các trung tâm hành chính công", "at the public service centres"),
    ("ở các xã đảo", "on the islands"),
    ("tại các thôn xa trung tâm", "in the villages far from the centre"),
]
MEANS = [
    ("bằng nguồn lực hiện có", "with the means at hand"),
    ("qua cổng dịch vụ công", "through the public service portal"),
    ("theo quy trình đã công bố", "by the procedure that was published"),
    ("với sự giám sát của hội đồng nhân dân", "watched by the people's council"),
    ("trước khi kết thúc mỗi quý", "before the end of each quarter"),
    ("không thu thêm phí", "without further fees"),
    ("cùng các tổ chức ở cơ sở", "together with local organisations"),
    ("trên cơ sở số liệu của năm trước", "based on the figures of the year before"),
]
SENTENCES = [
    ("Đối với việc {s}, cơ quan chủ trì phải {w} {p}.", "For {s}, the lead body has to {w} {p}."),
    ("Mọi hồ sơ về {s} được xử lý {m}, và kết quả được báo cáo {p}.", "All files on {s} are handled {m}, and the results are reported {p}."),
    ("Cơ quan chủ trì {w} {m} để việc {s} thuận lợi hơn cho người dân.", "The lead body will {w} {m}, so that {s} becomes easier for residents."),
    ("Nơi nào chưa {w} thì phải nêu rõ lý do và thời điểm hoàn thành việc {s}.", "Whoever does not yet {w} must say why, and when {s} will be settled."),
    ("Việc {s} {p} được theo dõi hằng tháng; số liệu được công khai {m}.", "Work on {s} {p} is followed every month; the figures are published {m}."),
    ("Các cơ quan phối hợp cung cấp số liệu về {s} {m}, đúng hạn và đầy đủ.", "The partners supply figures on {s} {m}, on time and complete."),
    ("Người đứng đầu chịu trách nhiệm khi việc {s} chậm trễ {p} mà không có lý do chính đáng.", "The head answers for it when {s} is delayed {p} without good reason."),
    ("Kinh nghiệm tốt về {s} được nhân rộng {p} sau khi đã {w}.", "Good practice in {s} is spread {p} once it was possible to {w}."),
    ("Định kỳ sáu tháng, kết quả {s} được so sánh với cam kết ban đầu {m}.", "Every six months, the results of {s} are compared with the first promise {m}."),
    ("Khi có thay đổi về {s}, thông tin mới được niêm yết {p} trong ba ngày.", "When something about {s} changes, the new facts are posted {p} within three days."),
    ("Người dân {p} được hướng dẫn miễn phí về {s}, kể cả ngoài giờ hành chính.", "Residents {p} are helped with {s} free of charge, also outside office hours."),
    ("Tiếp tục {w}, nhất là đối với việc {s} {p}.", "Go on to {w}, above all for {s} {p}."),
]
POINTS = [
    ("{W} đối với việc {s}", "{W} for {s}"),
    ("Báo cáo về {s} {p}", "Report on {s} {p}"),
    ("{W} {p}, {m}", "{W} {p}, {m}"),
    ("Hoàn thành việc {s} {m}", "Settle {s} {m}"),
]
AREAS = [
    ("Thủ tục hành chính", "Administrative procedures"),
    ("Hạ tầng và giao thông", "Infrastructure and traffic"),
    ("Y tế cơ sở", "Local health care"),
    ("Giáo dục và đào tạo", "Education and training"),
    ("Nước sạch và môi trường", "Clean water and environment"),
    ("Chuyển đổi số", "Digital services"),
    ("Việc làm và an sinh", "Work and social security"),
    ("Nông nghiệp và nông thôn", "Farming and villages"),
    ("Tài chính công", "Public finance"),
]
FIELDS = [
    ("Nội vụ", "Home Affairs"), ("Tài chính", "Finance"), ("Y tế", "Health"), ("Giáo dục", "Education"),
    ("Xây dựng", "Construction"), ("Môi trường", "Environment"), ("Tư pháp", "Justice"), ("Công thương", "Trade"),
]
AGENCY_KINDS = [("department", "Sở", "Department"), ("office", "Văn phòng", "Office"), ("centre", "Trung tâm", "Centre"),
                ("board", "Ban", "Board"), ("division", "Phòng", "Division")]
SOURCE_KINDS = ["official-report", "official-report", "press", "dataset", "independent-check"]


def both(pair):
    return {"vi": pair[0], "en": pair[1]}


def filled(pattern, chance):
    """The pattern in both languages, with the same things put in."""
    service, work, place, means = (chance.one(some) for some in (SERVICES, WORKS, PLACES, MEANS))

    def of(at):
        capital = work[at][0].upper() + work[at][1:]
        return pattern[at].format(s=service[at], w=work[at], W=capital, p=place[at], m=means[at])

    return of(0), of(1)


def count_words(text):
    return len(text.replace("*", "").replace("- ", "").split())


def make_text(first, chance):
    """Markdown of 150 to 400 words in each language: paragraphs, a list, and words that are stressed."""
    blocks = [[first[0]], [first[1]]]
    wanted = chance.between(FEWEST_WORDS + 5, 255)

    def size(at):
        return sum(count_words(block) for block in blocks[at])

    def add(vi, en):
        blocks[0].append(vi)
        blocks[1].append(en)

    def paragraph(sentences):
        made = [filled(chance.one(SENTENCES), chance) for _ in range(sentences)]
        stressed = chance.below(3)
        parts = [[pair[at] for pair in made] for at in (0, 1)]
        if stressed == 0:
            parts = [[f"**{some[0][:-1]}**."] + some[1:] for some in parts]
        elif stressed == 1:
            parts = [some[:-1] + [f"*{some[-1]}*"] for some in parts]
        add(" ".join(parts[0]), " ".join(parts[1]))

    paragraph(chance.between(2, 3))
    points = [filled(chance.one(POINTS), chance) for _ in range(chance.between(2, 4))]
    endings = [";"] * (len(points) - 1) + ["."]
    add(*("\n".join(f"- {point[at]}{end}" for point, end in zip(points, endings)) for at in (0, 1)))
    # The English has fewer words, so it decides when there are enough, and the Vietnamese when there are too many.
    while size(1) < wanted and size(0) < MOST_WORDS - 75:
        paragraph(2)
    while size(1) < FEWEST_WORDS:
        paragraph(1)
    return {"vi": "\n\n".join(blocks[0]), "en": "\n\n".join(blocks[1])}


def make_agencies():
    made = []
    for at in range(AGENCIES):
        kind, vi, en = AGENCY_KINDS[at % len(AGENCY_KINDS)]
        field = FIELDS[at % len(FIELDS)]
        made.append({
            "id": f"co-quan-mau-{at + 1:02}",
            "kind": kind,
            "name": {"vi": f"{vi} {field[0]} mẫu {at + 1}", "en": f"Sample {en} of {field[1]} {at + 1}"},
        })
    return made


def day(year, month, of_month):
    return f"{year}-{month:02}-{of_month:02}"


VI_DAY, EN_MONTHS = "{2}/{1}/{0}", ["January", "February", "March", "April", "May", "June", "July", "August",
                                    "September", "October", "November", "December"]


def in_words(date):
    year, month, of_month = date.split("-")
    return {"vi": f"{of_month}/{month}/{year}", "en": f"{int(of_month)} {EN_MONTHS[int(month) - 1]} {year}"}


def make_sources(plan, area, chance):
    made = []
    for at in range(SOURCES_PER_AREA):
        kind = chance.one(SOURCE_KINDS)
        month = at + 1
        published = day(plan["year"], month, chance.between(1, 28))
        publisher = both(("Tòa soạn mẫu", "Sample newsroom")) if kind == "press" else both(("Cơ quan thống kê mẫu", "Sample statistics office"))
        made.append({
            "kind": kind,
            "title": f"Báo cáo mẫu tháng {month}/{plan['year']} về {area['name']['vi'].lower()}",
            "publisher": publisher,
            "url": f"https://nguon-mau.invalid/{plan['slug']}/{area['number']}/{month}",
            "published": published,
            "read": LAST_YEAR + 1,
        })
    return made


def make_plans(areas, chance):
    """Plan after plan: every province in a year, then every province in the year before."""
    plans = []
    for first in range(0, areas, AREAS_PER_PLAN):
        number = len(plans)
        province, year = number % PROVINCES + 1, LAST_YEAR - number // PROVINCES
        plan = {
            "slug": f"tinh-{province:02}-{year}",
            "number": f"{1000 + number}/QĐ-UBND",
            "date": day(year - 1, 12, 1 + number % 28),
            "year": year,
            "title": {"vi": f"Kế hoạch mẫu của tỉnh số {province} năm {year}", "en": f"Sample plan of province {province} for {year}"},
            "signer": both(("Người ký mẫu", "Sample signer")),
            "issuer": f"co-quan-mau-{number % AGENCIES + 1:02}",
            "areas": [],
        }
        for at in range(first, min(first + AREAS_PER_PLAN, areas)):
            name = AREAS[at % len(AREAS)]
            area = {"number": str(at - first + 1), "name": {"vi": f"{name[0]} (mẫu)", "en": f"{name[1]} (sample)"}}
            area["sources"] = make_sources(plan, area, chance)
            plan["areas"].append(area)
        plans.append(plan)
    return plans


def make_results(commitment, area, plan, chance):
    """0 to 4 results, each from another source, the oldest first."""
    results = []
    measure = commitment.get("measure")
    for source in sorted(chance.some(range(SOURCES_PER_AREA), chance.below(5))):
        dated = area["sources"][source]["published"]
        service, place = chance.one(SERVICES), chance.one(PLACES)
        number = chance.between(1, 999)
        result = {
            "id": f"{commitment['key']}-{source + 1}",
            "source": source,
            "dated": dated,
            "period": {"from": day(plan["year"], 1, 1), "to": dated},
            "agency": commitment["lead"],
            "quote": f"{number} hồ sơ đã được giải quyết",
        }
        if measure:
            value = chance.between(20, 99)
            result["value"] = value
            result["words"] = {
                "vi": f"Đạt {value}% về {service[0]} {place[0]} (số liệu mẫu).",
                "en": f"{value}% reached in {service[1]} {place[1]} (sample figure).",
            }
            result["because"] = both(("Số liệu mới chỉ của một phần năm.", "The figure is of a part of the year only."))
        else:
            result["says"] = chance.one(["under-way", "not-started", "done"])
            result["words"] = {
                "vi": f"Đã có {number} hồ sơ về {service[0]} {place[0]} (số liệu mẫu).",
                "en": f"{number} files on {service[1]} {place[1]} were counted (sample figure).",
            }
            result["because"] = both(("Nguồn nêu đúng công việc này.", "The source names this very work."))
        results.append(result)
    return results


def standing(commitment):
    if commitment["kind"] == "task":
        return "reported" if commitment["results"] else "no-report"
    if not commitment.get("measure"):
        return "not-measurable"
    return "measured" if commitment["results"] else "no-figure"


def make_commitment(at, place, plan, area, chance):
    """`place` is its number in the area, from 1."""
    kind = "target" if place % 3 == 0 else "task"
    bodies = [f"co-quan-mau-{number + 1:02}" for number in chance.some(range(AGENCIES), 1 + chance.between(0, 3))]
    service, where = chance.one(SERVICES), chance.one(PLACES)
    due = day(plan["year"], chance.between(1, 12), chance.between(1, 28))
    commitment = {
        "key": f"mau-{at + 1:06}",
        "plan": plan["slug"],
        "area": area["number"],
        "place": place,
        "kind": kind,
        "title": {"vi": f"Mẫu {at + 1}: {service[0]} {where[0]}"[:80], "en": f"Sample {at + 1}: {service[1]} {where[1]}"[:80].rstrip()},
        "lead": bodies[0],
        "others": bodies[1:],
        "deadline": {"date": due, "printed": {"vi": f"Trước ngày {in_words(due)['vi']}", "en": f"Before {in_words(due)['en']}"}},
    }
    first = [f"Dữ liệu mẫu số {at + 1}, về việc {service[0]} {where[0]}.", f"Sample data, number {at + 1}, on {service[1]} {where[1]}."]
    if kind == "target" and place % 4 != 0:
        value = chance.between(50, 99)
        commitment["measure"] = {
            "what": {"vi": f"Tỷ lệ đúng hạn về {service[0]} (mẫu {at + 1})", "en": f"Share on time in {service[1]} (sample {at + 1})"},
            "population": both(("hồ sơ", "files")),
            "scope": {"vi": where[0], "en": where[1]},
            "value": value,
            "printed": f"tối thiểu {value}%",
        }
        first[0] += f" Đến hết kỳ, tỷ lệ đúng hạn đạt tối thiểu {value}%."
        first[1] += f" By the end of the period, at least {value}% are on time."
    if chance.below(4) == 0:
        commitment["millions"] = chance.between(100, 98_000)
    commitment["text"] = make_text(first, chance)
    commitment["results"] = make_results(commitment, area, plan, chance)
    commitment["standing"] = standing(commitment)
    return commitment


def make(count, folder):
    if count < 1:
        raise SystemExit("workload.py: the number of commitments must be at least 1")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chance = Chance(3322)
    plans = make_plans(-(-count // PER_AREA), chance)

    def write(name, value):
        (folder / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    write("agencies.json", make_agencies())
    write("plans.json", plans)
    places = [(plan, area) for plan in plans for area in plan["areas"]]
    with open(folder / "commitments.jsonl", "w", encoding="utf-8") as out:
        for at in range(count):
            plan, area = places[at // PER_AREA]
            # A seed of its own: a commitment is the same whatever the number of all.
            made = make_commitment(at, at % PER_AREA + 1, plan, area, Chance(3322_000_000 + at))
            out.write(json.dumps(made, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        raise SystemExit("usage: workload.py N FOLDER")
    make(int(sys.argv[1]), sys.argv[2])
