// Content packs in the app: what the page Synk says of them, and what is asked.
#include "core/screening/pack_judge.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/interview/read_result.h"
#include "qml/viewmodels/sync/sync_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"
#include "tests/support/pack_folder.h"

#include <algorithm>
#include <array>
#include <set>

using namespace faltakt;
using base::Result;
using screening::ContentPack;
using viewmodels::InterviewOrder;
using viewmodels::OpenedInterview;
using viewmodels::OpenStore;

namespace {

/// What the page says of each reason why a pack is not used.
struct Reason {
    screening::PackFault fault;
    const char16_t *words;
};
constexpr std::array<Reason, 11> Reasons{
    {{screening::PackFault::Damaged, u"Paketet är skadat."},
     {screening::PackFault::Unsigned, u"Paketet är inte undertecknat av den utgivare som det anger."},
     {screening::PackFault::UnknownPublisher, u"Utgivaren är inte känd på den här enheten."},
     {screening::PackFault::Older, u"En nyare version finns redan här."},
     {screening::PackFault::VersionReused, u"Ett annat paket med samma version finns redan här."},
     {screening::PackFault::Unreadable, u"Den här versionen av appen kan inte läsa paketet."},
     {screening::PackFault::WrongResults, u"Ett formulär i paketet räknar inte som paketets egna provsvar säger."},
     {screening::PackFault::NewerProgram, u"Paketet kräver en nyare version av appen."},
     {screening::PackFault::Unsafe, u"Frågorna om våld skulle inte längre skyddas som de ska."},
     {screening::PackFault::MeaningChanged, u"Ett formulär i paketet räknar annorlunda men har samma version"},
     {screening::PackFault::OtherPublisher, u"Paketet som används kommer från en annan utgivare."}}};

/// Refused for this reason, as the judge of packs leaves it.
viewmodels::Workspace::Work<int> refusal(screening::PackFault fault)
{
    return [fault](OpenStore &store) -> Result<int> {
        store::ContentPacks packs = store.cases.contentPacks();
        base::Hash name{};
        name[0] = std::uint8_t(fault) + 1;
        TRY_VOID(packs.expect(name, "pack-" + std::string(screening::packFaultName(fault)), "7", 5));
        TRY_VOID(packs.judge(name, store::PackState::Refused, screening::packFaultName(fault), "test"));
        return 0;
    };
}

/// As it comes by the sync; judged for publishers as the device knows them.
viewmodels::Workspace::Work<int> arrival(const ContentPack &pack, bool isTrusted)
{
    return [pack, isTrusted](OpenStore &store) -> Result<int> {
        store::ContentPacks packs = store.cases.contentPacks();
        const std::string &bytes = pack.bytes();
        TRY_VOID(packs.expect(pack.hash(), pack.manifest().id, pack.manifest().version.toString(),
                              std::int64_t(bytes.size())));
        for (std::size_t at = 0; at < bytes.size(); at += std::size_t(store::ContentPacks::ChunkBytes))
            TRY_VOID(packs.addChunk(
                pack.hash(), base::bytesOf(bytes.substr(at, std::size_t(store::ContentPacks::ChunkBytes))), "damaged"));
        std::vector<crypto::PublisherKey> publishers;
        if (isTrusted)
            publishers.push_back(test::publisherKey().publicKey());
        return screening::judgeArrivedPacks(packs, publishers, "test");
    };
}

std::string firstWords(const OpenedInterview &interview)
{
    return interview.answers.questionnaire().questions().front().text.in("sv");
}

struct PackDesk {
    void arrive(const ContentPack &pack, bool isTrusted = true)
    {
        REQUIRE(harness.inStore<int>(arrival(pack, isTrusted)));
        harness.settle();
    }
    viewmodels::SyncViewModel &page()
    {
        auto *page = dynamic_cast<viewmodels::SyncViewModel *>(harness.app().navigator()->top());
        REQUIRE(page);
        return *page;
    }
    base::CaseId anybody()
    {
        return harness
            .inStore<base::CaseId>([](OpenStore &store) -> Result<base::CaseId> {
                TRY(const auto cases, store.cases.cases());
                return std::ranges::find_if(
                           cases,
                           [](const auto &each) { return !each.card.isProtected && each.card.stage != "closed"; })
                    ->caseId;
            })
            .value();
    }
    /// Begins AUDIT, or goes on, and answers the first question; gives where that went and what was asked.
    std::pair<viewmodels::InterviewPlace, std::string> answerFirst(const InterviewOrder &order)
    {
        using Asked = std::pair<viewmodels::InterviewPlace, std::string>;
        return harness
            .inStore<Asked>([order](OpenStore &store) -> Result<Asked> {
                const viewmodels::NewInterview fresh{store.ids.makeId<base::RecordId>(),
                                                     store.ids.makeId<base::ScratchId>()};
                TRY(OpenedInterview opened, viewmodels::openInterview(store, order, fresh));
                opened.answers.set(0, screening::Answer::option(1));
                TRY(const auto place,
                    viewmodels::writeAnswer(store, {opened.place, fresh, opened.answers, opened.settings,
                                                    opened.answers.questionnaire().questions().front().linkId}));
                return Asked{place, firstWords(opened)};
            })
            .value();
    }

    test::AppHarness harness;
};

} // namespace

TEST_CASE("the page Synk says nothing of content packs where there are none")
{
    PackDesk desk;
    desk.harness.app().openSync();
    desk.harness.settle();
    CHECK(desk.page().packs()->lines()->count() == 0);
    CHECK_FALSE(desk.harness.shows(QStringLiteral("Innehållspaket")));
}

TEST_CASE("a pack stands with version, publisher, licence and state")
{
    PackDesk desk;
    desk.arrive(test::contentPack("2026.1"));
    desk.harness.app().openSync();
    desk.harness.settle();
    REQUIRE(desk.page().packs()->lines()->count() == 1);
    const auto &line = desk.page().packs()->lines()->lines().front();
    CHECK(line.text == QStringLiteral("AUDIT i utgivarens ord, version 2026.1"));
    CHECK(line.secondary == QStringLiteral("Utgivare: Förlaget Provet. Licens: Fri för kommuner."));
    CHECK(line.chip == QStringLiteral("Används"));
    CHECK(line.kind.isEmpty());
    CHECK_FALSE(desk.page().packs()->asksPublisher());
    CHECK(desk.harness.shows(line.text));
    CHECK_FALSE(desk.harness.findPressable(QStringLiteral("Lita på utgivaren")));
}

TEST_CASE("a pack of an unknown publisher says so, and is used once the code in the letter was typed")
{
    PackDesk desk;
    desk.arrive(test::contentPack("1"), false);
    desk.harness.app().openSync();
    desk.harness.settle();
    auto *packs = desk.page().packs();
    REQUIRE(packs->lines()->count() == 1);
    CHECK(packs->lines()->lines().front().chip == QStringLiteral("Används inte"));
    CHECK(packs->lines()->lines().front().kind.startsWith(QStringLiteral("Utgivaren är inte känd")));
    CHECK(packs->asksPublisher());
    const std::string code = test::publisherKey().publicKey().code();
    // What has to come from the letter must not stand on the screen.
    CHECK_FALSE(desk.harness.shows(QString::fromStdString(code)));
    packs->setCode(QStringLiteral("0000 0000 0000 0000 0000"));
    packs->trust();
    desk.harness.settle();
    CHECK_FALSE(packs->problem().isEmpty());
    CHECK(packs->asksPublisher());
    packs->setCode(QString::fromStdString(code).toLower());
    REQUIRE(desk.harness.findPressable(QStringLiteral("Lita på utgivaren")));
    packs->trust();
    desk.harness.settle();
    CHECK(packs->problem().isEmpty());
    CHECK_FALSE(packs->doneText().isEmpty());
    CHECK_FALSE(packs->asksPublisher());
    CHECK(packs->lines()->lines().front().chip == QStringLiteral("Används"));
}

TEST_CASE("why a pack is not used stands there in plain words, other ones for each reason")
{
    PackDesk desk;
    for (const Reason &reason : Reasons)
        REQUIRE(desk.harness.inStore<int>(refusal(reason.fault)));
    desk.harness.app().openSync();
    desk.harness.settle();
    const auto &lines = desk.page().packs()->lines()->lines();
    REQUIRE(lines.size() == Reasons.size());
    for (const Reason &reason : Reasons) {
        const QString key = QString::fromUtf8(screening::packFaultName(reason.fault));
        const auto line = std::ranges::find(lines, QStringLiteral("pack-%1, version 7").arg(key),
                                            &viewmodels::LineListModel::Line::text);
        REQUIRE(line != lines.end());
        CHECK(line->chip == QStringLiteral("Används inte"));
        CHECK(line->kind.startsWith(QString::fromUtf16(reason.words)));
        CHECK(line->kind.endsWith(QStringLiteral("Frågorna ställs som förut.")));
        CHECK(desk.harness.shows(line->kind));
    }
}

TEST_CASE("of a pack that is refused in many versions the newest alone says why")
{
    PackDesk desk;
    for (const char *version : {"1", "2", "10"})
        desk.arrive(test::contentPack(version, std::string("Version ") + version + '?'), false);
    desk.harness.app().openSync();
    desk.harness.settle();
    const auto &lines = desk.page().packs()->lines()->lines();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().text == QStringLiteral("AUDIT i utgivarens ord, version 10"));
    CHECK(desk.page().packs()->asksPublisher());
    desk.page().packs()->setCode(QString::fromStdString(test::publisherKey().publicKey().code()));
    desk.page().packs()->trust();
    desk.harness.settle();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().chip == QStringLiteral("Används"));
}

TEST_CASE("a question says whose words it has: ours, or a pack's by name")
{
    PackDesk desk;
    const base::CaseId person = desk.anybody();
    const auto noteOf = [&] {
        desk.harness.app().openInterview({.instrument = "audit", .caseId = person});
        desk.harness.settle();
        auto *page = dynamic_cast<viewmodels::InterviewViewModel *>(desk.harness.app().navigator()->top());
        REQUIRE(page);
        const QString note = page->wordingNote();
        CHECK(desk.harness.shows(note));
        return note;
    };
    CHECK(noteOf() == QStringLiteral("Egen formulering, inte den officiella texten"));
    desk.harness.app().back();
    desk.harness.settle();
    desk.arrive(test::contentPack("2026.1"));
    CHECK(noteOf() == QStringLiteral("Frågornas ord kommer från innehållspaketet audit-official 2026.1"));
}

TEST_CASE("an interview in a file goes on in the words that it was begun with")
{
    PackDesk desk;
    const base::CaseId person = desk.anybody();
    desk.arrive(test::contentPack("1", "Första orden?"));
    const auto [place, words] = desk.answerFirst({.instrument = "audit", .caseId = person});
    CHECK(words == "Första orden?");
    desk.arrive(test::contentPack("2", "Andra orden?"));
    CHECK(desk.answerFirst({.instrument = {}, .assessment = place.record}).second == "Första orden?");
    CHECK(desk.answerFirst({.instrument = "audit", .caseId = person}).second == "Andra orden?");
    const auto result =
        desk.harness.inStore<std::string>([record = *place.record](OpenStore &store) -> Result<std::string> {
            TRY(const auto read, viewmodels::readResult(store, record, base::Language::Swedish));
            return read.result.questionnaire->pack();
        });
    CHECK(result.value() == "audit-official 1");
}

TEST_CASE("a quick screening keeps its words too, and takes them along into a file")
{
    PackDesk desk;
    desk.arrive(test::contentPack("1", "Första orden?"));
    const auto [place, words] = desk.answerFirst({.instrument = "audit"});
    REQUIRE(place.scratch);
    desk.arrive(test::contentPack("2", "Andra orden?"));
    CHECK(desk.answerFirst({.instrument = "audit", .scratch = place.scratch}).second == "Första orden?");
    const base::CaseId person = desk.anybody();
    const auto pack =
        desk.harness.inStore<std::string>([scratch = *place.scratch, person](OpenStore &store) -> Result<std::string> {
            // What is told of the person afterwards takes the pack's name from nothing.
            TRY_VOID(viewmodels::describeScratch(store, scratch, {{"ageBand", "25to65"}}));
            TRY(const auto record, viewmodels::attachScratchTo(store, scratch, person));
            TRY(const auto view, store.cases.record(record));
            return view->text("pack");
        });
    CHECK(pack.value() == "audit-official 1");
}
