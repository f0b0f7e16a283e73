#include "tests/bench/forms_bench.h"

#include "core/screening/pack_judge.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/workspace/open_store.h"
#include "tests/support/pack_folder.h"
#include "tests/unit/screening_forms.h"

namespace faltakt::bench {

using viewmodels::AreaItemListModel;
using viewmodels::AreaPage;
using viewmodels::InterviewViewModel;

namespace {

constexpr std::size_t Answers = 8; ///< Measured of each form, at most.
constexpr int Questions = 40;      ///< Met on the way to them, at most.
constexpr int BlockItems = 10;
constexpr int Blocks = 200;     ///< With all their items 2,000.
constexpr auto LargeForm = "t"; ///< The id that screening_forms.h gives.

/// Blocks of ten: a gate, eight choices that it opens, and their sum.
std::string largeForm()
{
    using namespace screening::test;
    std::string items;
    for (int i = 0; i < Blocks; ++i) {
        const std::string id = "b" + std::to_string(i);
        std::string inside = choice(id + ".0");
        for (int k = 1; k <= BlockItems - 2; ++k)
            inside += ","
                      + choice(id + "." + std::to_string(k),
                               enabled(when(id + ".0", "=", R"("answerCoding":{"code":"much"})")));
        std::string sum = "%resource.item.where(linkId = '" + id;
        sum.append("').item.where(linkId != '").append(id).append(".sum').answer.value.weight().sum()");
        inside +=
            ","
            + calculated(id + ".sum", "integer", sum, "," + extension("urn:faltakt:result", R"("valueCode":"count")"));
        items += (i ? "," : "") + group(id, inside);
    }
    return form(items);
}

/// Every gate closed: nothing is left to ask, and no score is made.
std::string largeVectors()
{
    std::string answers;
    for (int i = 0; i < Blocks; ++i)
        answers += (i ? R"(,"b)" : R"("b)") + std::to_string(i) + R"(.0":0)";
    return R"({"instrument":"t","version":"1","vectors":[{"name":"no","answers":{)" + answers
           + R"(},"expect":{"score":null,"min":null,"max":null,"complete":true,"unanswered":[],"zones":{},"flags":[]}}]})";
}

/// The large form comes as any other does that the program does not bring: in a pack that a publisher has signed.
base::Result<void> addLargeForm(viewmodels::OpenStore &store)
{
    const auto publisher = test::publisherKey();
    TRY(const screening::ContentPack pack,
        screening::signPack({{"pack.json", R"({"id":"large","version":"1","title":"Large","publisher":"Bench",)"
                                           R"("licence":"Free","validFrom":"2025-01-01","languages":["sv"]})"},
                             {"licence.txt", "Free.\n"},
                             {LargeForm + std::string(".json"), largeForm()},
                             {LargeForm + std::string(".vectors.json"), largeVectors()}},
                            publisher));
    auto packs = store.cases.contentPacks();
    const std::string_view bytes = pack.bytes();
    TRY_VOID(
        packs.expect(pack.hash(), pack.manifest().id, pack.manifest().version.toString(), std::int64_t(bytes.size())));
    for (std::size_t at = 0; at < bytes.size(); at += store::ContentPacks::ChunkBytes)
        TRY_VOID(
            packs.addChunk(pack.hash(), base::bytesOf(bytes.substr(at, store::ContentPacks::ChunkBytes)), "damaged"));
    TRY(const int taken, screening::judgeArrivedPacks(packs, {publisher.publicKey()}, "bench"));
    return taken == 1 ? base::Result<void>() : base::fail(base::ErrorCode::Internal, "the large form was not taken");
}

void bringLargeForm(AppBench &app)
{
    bool isThere = false;
    app.composition().workspace().read<void>(&app.window(), addLargeForm, [&isThere](const base::Result<void> &added) {
        if (!added)
            giveUp("no large form: " + added.error().toString());
        isThere = true;
    });
    app.waitFor("the large form", [&isThere] { return isThere; });
}

InterviewViewModel &open(AppBench &app, const Screen &screen, const char *instrument, FormCost &cost)
{
    app.window().resize(screen.size);
    (void)app.openLongestFile();
    viewmodels::AppViewModel &router = app.composition().app();
    const Stopwatch stopwatch;
    router.openInterview({.instrument = instrument, .caseId = router.shownCase()});
    auto *page = qobject_cast<InterviewViewModel *>(router.navigator()->top());
    app.waitFor("the form", [page] { return !page->isLoading(); });
    cost.open = stopwatch.elapsed();
    app.settle();
    return *page;
}

/// The middle of what several answers cost, each given by `answer`, which is false where there is nothing to answer.
Span middleOf(AppBench &app, int count, const std::function<bool(int)> &answer, std::chrono::milliseconds pause)
{
    std::vector<double> wall;
    std::vector<double> work;
    for (int i = 0; i < count && wall.size() < Answers; ++i) {
        const Stopwatch stopwatch;
        if (!answer(i))
            continue;
        const Span needed = stopwatch.elapsed();
        wall.push_back(needed.wall - double(pause.count()));
        work.push_back(needed.work);
        app.settle();
    }
    if (wall.empty())
        giveUp("a form without answers to press");
    return {quantile(wall, 0.5), quantile(work, 0.5)};
}

/// One question after the other, each with its last answer, which closes none of those after it.
FormCost oneByOne(AppBench &app, const char *name, const char *instrument)
{
    FormCost cost{QStringLiteral("phone.") + QLatin1String(name), {}, {}};
    InterviewViewModel &page = open(app, Phone, instrument, cost);
    const auto answer = [&app, &page](int) {
        if (page.options()->rowCount() == 0) { // A date, a number: passed over.
            page.goOn();
            app.settle();
            return false;
        }
        const int turn = page.turn();
        page.choose(page.options()->rowCount() - 1);
        app.waitFor("the next question", [&page, turn] { return page.turn() != turn; });
        return true;
    };
    cost.answer = middleOf(app, Questions, answer, InterviewViewModel::ChosenFor);
    return cost;
}

/// All questions of an area, each with its last answer.
FormCost byArea(AppBench &app, const char *name, const char *instrument, int number)
{
    FormCost cost{QStringLiteral("tablet.") + QLatin1String(name), {}, {}};
    AreaPage &area = *open(app, Tablet, instrument, cost).areaPage();
    if (!area.isShown())
        giveUp("a tablet shows no area");
    area.openArea(number);
    app.settle();
    const auto data = [&area](int row, int role) { return area.items()->data(area.items()->index(row), role); };
    const auto answer = [&](int row) {
        const auto options = data(row, AreaItemListModel::OptionsRole).toStringList();
        if (options.isEmpty())
            return false;
        area.choose(row, int(options.size()) - 1);
        app.waitFor("the answer", [&] { return !data(row, AreaItemListModel::ChosenRole).toString().isEmpty(); });
        return true;
    };
    cost.answer = middleOf(app, area.items()->rowCount(), answer, std::chrono::milliseconds(0));
    return cost;
}

} // namespace

std::vector<FormCost> measureForms(AppBench &app)
{
    constexpr int Health = 1;
    bringLargeForm(app);
    return {oneByOne(app, "audit", "audit"), oneByOne(app, "asi", "asi-grund"), byArea(app, "asi", "asi-grund", Health),
            oneByOne(app, "large", LargeForm)};
}

} // namespace faltakt::bench
