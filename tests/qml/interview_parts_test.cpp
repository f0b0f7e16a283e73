// Results of several values: criteria, composites, ratings, and what a shorter form hands on to the longer one.
#include "qml/viewmodels/interview/handout.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "tests/qml/interview_steps.h"

#include <QAbstractItemModelTester>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::ResultPartListModel;
using viewmodels::ResultViewModel;
using Stage = InterviewViewModel::Stage;

namespace {

/// The page of the result of the talk held last.
struct Shown {
    Shown(InterviewBench &bench, base::CaseId caseId)
        : page(bench.services(), caseId, latest(bench, caseId).id),
          partsTester(page.content()->parts(), QAbstractItemModelTester::FailureReportingMode::Fatal),
          stepsTester(page.content()->nextSteps(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        page.load();
        bench.waitFor([&] { return !page.isLoading(); });
    }
    viewmodels::ResultContent &content() { return *page.content(); }
    /// "Kriterium 1: …", as they stand.
    QStringList parts()
    {
        QStringList lines;
        for (int row = 0; row < content().parts()->count(); ++row)
            lines.push_back(part(row, ResultPartListModel::TitleRole) + QStringLiteral(": ")
                            + part(row, ResultPartListModel::ValueRole));
        return lines;
    }
    QString part(int row, int role) { return content().parts()->data(content().parts()->index(row), role).toString(); }

    ResultViewModel page;
    QAbstractItemModelTester partsTester;
    QAbstractItemModelTester stepsTester;
};

/// A record with answers as a script writes them.
base::RecordId keep(InterviewBench &bench, base::CaseId caseId, const char *instrument, const char *answers)
{
    return bench.inStore<base::RecordId>([=](viewmodels::OpenStore &store) -> base::Result<base::RecordId> {
        TRY(const auto library, screening::InstrumentLibrary::shipped());
        TRY(const auto form, library.find(instrument));
        TRY(const auto given, base::json::parse(answers));
        TRY(const auto sheet, screening::AnswerSheet::fromInput(form, given));
        TRY(const auto result, screening::interpret(sheet, {}));
        const base::Instant now = store.clock.now();
        base::json::Object fields = screening::assessmentOpening(*form, {}, now);
        for (const auto &[name, value] : screening::answerFields(sheet))
            fields.set(name, value);
        for (const auto &[name, value] : screening::assessmentClosing(result, now))
            fields.set(name, value);
        const auto record = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save(
            {caseId, {changelog::makeCreation(record, "assessment", std::move(fields))}, std::nullopt}));
        return record;
    });
}

} // namespace

TEST_CASE("NODS shows each criterion of both periods beside its score")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto talk = bench.open({.instrument = "nods", .caseId = caseId});
    // Yes to the first, no to all others.
    for (int option = 0; talk->stage() == Stage::Asking; option = 1)
        bench.answer(*talk, option);
    Shown shown(bench, caseId);
    CHECK(shown.content().scoreText() == QStringLiteral("1 av 10 poäng"));
    const QStringList parts = shown.parts();
    REQUIRE(parts.size() == 21);
    CHECK(parts.filter(QStringLiteral(": Ja")).size() == 1);
    CHECK(parts.front().endsWith(QStringLiteral(": Ja")));
    CHECK(parts.filter(QStringLiteral(": Nej")).size() == 19);
    CHECK(parts.filter(QStringLiteral("0 av 10")).size() == 1);
}

TEST_CASE("a criterion that rests on what was not answered is not said to be met or not")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    keep(bench, caseId, "nods", R"({"1":"refused","2":false})");
    Shown shown(bench, caseId);
    CHECK(shown.parts().filter(QStringLiteral("Går inte att säga än")).size() > 0);
    CHECK_FALSE(shown.content().hasScore());
}

TEST_CASE("composites of ASI are shown where they are asked for, and go again")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    keep(bench, caseId, "asi-grund",
         R"({"health-days":30,"health-worry":4,"health-help":4,"health-rating":5,"health-comment":"Ryggen"})");
    Shown shown(bench, caseId);
    CHECK(shown.content().hasComposites());
    CHECK(shown.parts().isEmpty());
    shown.content().toggleComposites();
    const QStringList parts = shown.parts();
    CHECK(parts.size() == 7);
    CHECK(parts.filter(QStringLiteral(": 1,00")).size() == 1);
    shown.content().toggleComposites();
    CHECK(shown.parts().isEmpty());
}

TEST_CASE("the person may see and take along the own ratings of ASI, and nothing of the interviewer's")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    keep(bench, caseId, "asi-grund",
         R"({"health-days":12,"health-worry":2,"health-help":3,"health-rating":7,"health-comment":"Ryggen"})");
    Shown shown(bench, caseId);
    CHECK(shown.content().profile()->count() == 4);
    REQUIRE(shown.content().personLines().size() == 1);
    CHECK(shown.content().personLines().front()
          == QStringLiteral("Fysisk hälsa: besvär 12 av 30 dagar, oro 2 av 4, vill ha hjälp 3 av 4"));
    CHECK_FALSE(shown.content().personText().isEmpty());
    const platform::PrintedText file = viewmodels::handoutText(
        shown.content(), viewmodels::HandedScore::Left, base::parseDate("2025-10-17").value(), base::Language::Swedish);
    std::string all;
    for (const auto &piece : file.pieces)
        all += piece.text + '\n';
    CHECK(all.find("oro 2 av 4") != std::string::npos);
    std::vector<std::pair<int, int>> scales;
    for (const auto &piece : file.pieces)
        if (piece.kind == platform::PrintedText::Kind::Scale)
            scales.emplace_back(piece.value, piece.maximum);
    CHECK(scales == std::vector<std::pair<int, int>>{{12, 30}, {2, 4}, {3, 4}});
    CHECK(all.find("inte en diagnos") != std::string::npos);
    for (const char *hidden : {"7 av 9", "Ryggen", "ntervjuar"})
        CHECK(all.find(hidden) == std::string::npos);
    // Only on an explicit yes.
    shown.page.showToPerson();
    shown.page.handOut();
    shown.page.handout()->choosePlace(0);
    shown.page.handout()->save();
    CHECK(bench.files().files().empty());
    shown.page.handout()->toggleAgreed();
    shown.page.handout()->save();
    CHECK(bench.files().files().size() == 1);
}

TEST_CASE("totals of DUDIT-E are answers without a score, and nothing is promised")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto talk = bench.open({.instrument = "dudit-e", .caseId = caseId});
    for (const char *answer : {"20251002", "7", "21", "30", "12"})
        write(bench, *talk, answer);
    REQUIRE(talk->stage() == Stage::Done);
    Shown shown(bench, caseId);
    CHECK_FALSE(shown.content().hasScore());
    CHECK(shown.content().scoreText().isEmpty());
    CHECK_FALSE(shown.content().noScoreText().isEmpty());
    CHECK(shown.parts().isEmpty());
    CHECK(shown.content().answers()->rowCount() == 5);
}

TEST_CASE("the one drug question is carried on into DUDIT and not asked again")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto talk = bench.open({.instrument = "dudit-1", .caseId = caseId});
    bench.answer(*talk, 2);
    REQUIRE(talk->stage() == Stage::Done);
    const base::RecordId shorter = latest(bench, caseId).id;
    bench.clock().advance(std::chrono::minutes(1));
    Shown shown(bench, caseId);
    CHECK(shown.content().longerForms() == QStringList{QStringLiteral("Fortsätt med DUDIT")});
    shown.page.continueWith(0);
    REQUIRE(bench.router().m_interview.has_value());
    CHECK(bench.router().m_interview->stepFrom == shorter);
    const auto longer = bench.open(*bench.router().m_interview);
    CHECK(longer->title() == QStringLiteral("DUDIT"));
    CHECK(longer->questionNumber() == 2);
    bench.answer(*longer, 0);
    CHECK(answersIn(bench, caseId) == 2);
    CHECK(answerIn(bench, caseId, "1") == R"({"option":"2-4-a-month"})");
}
