#include "core/rules/guidance_catalogue.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/interview/scratch_result_view_model.h"
#include "tests/qml/interview_bench.h"

#include <QAbstractItemModelTester>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::ResultViewModel;
using viewmodels::ScratchResultViewModel;

namespace {

/// Asks an instrument through and gives the record.
base::RecordId askThrough(InterviewBench &bench, const std::string &instrument, base::CaseId caseId, int option)
{
    const auto page = bench.open({.instrument = instrument, .caseId = caseId});
    while (page->stage() == viewmodels::InterviewViewModel::Stage::Asking)
        bench.answer(*page, option);
    return bench.records(caseId, "assessment").back().id;
}

base::ScratchId quickScreening(InterviewBench &bench, int option)
{
    const auto page = bench.open({.instrument = "audit-c"});
    while (page->stage() == viewmodels::InterviewViewModel::Stage::Asking)
        bench.answer(*page, option);
    return bench.scratches().front().id;
}

template <typename Page>
void show(InterviewBench &bench, Page &page)
{
    QObject::connect(&bench.services().workspace, &viewmodels::Workspace::contentChanged, &page,
                     &viewmodels::PageViewModel::load);
    page.load();
    bench.waitFor([&] { return !page.isLoading(); });
}

} // namespace

TEST_CASE("a result says score, level, limits, support and every answer")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    ResultViewModel page(bench.services(), caseId, askThrough(bench, "audit", caseId, 1));
    const QAbstractItemModelTester tester(page.content()->answers(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    show(bench, page);
    CHECK(page.content()->title() == QStringLiteral("AUDIT, resultat"));
    CHECK(page.content()->scoreText() == QStringLiteral("12 av 40 poäng"));
    CHECK(page.content()->hasScore());
    CHECK_FALSE(page.content()->zoneLines().isEmpty());
    CHECK(page.content()->answers()->rowCount() == 10);
    CHECK(page.content()->wordingNote() == QStringLiteral("Egen formulering, inte den officiella texten"));
    CHECK_FALSE(page.content()->flags().isEmpty());
    CHECK(page.content()->nextSteps()->count() > 0);
    CHECK_FALSE(page.content()->advicePoints().isEmpty());
    CHECK(page.canChange());
    CHECK(page.canSign());
    const QString person = page.content()->personText();
    CHECK_FALSE(person.isEmpty());
    for (const char *word : {"zon", "Zon", "poäng", "riskbruk", "II"})
        CHECK_FALSE(person.contains(QString::fromUtf8(word)));
    page.clear();
    CHECK(page.content()->scoreText().isEmpty());
    CHECK(page.subtitle().isEmpty());
}

TEST_CASE("both limits are shown where the row is not chosen, and choosing one is stored")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const base::RecordId record = askThrough(bench, "audit", caseId, 1);
    ResultViewModel page(bench.services(), caseId, record);
    show(bench, page);
    page.chooseSex(2);
    bench.waitFor([&] { return page.content()->hasBothRows(); });
    CHECK(page.content()->sexNotice() == QStringLiteral("Kön är inte angivet. Båda gränserna visas."));
    CHECK(page.content()->zoneLines().size() == 2);
    page.chooseSex(0);
    bench.waitFor([&] { return !page.content()->hasBothRows(); });
    CHECK(page.content()->zoneLines().size() == 1);
    CHECK(bench.record(record)->text("sex") == "f");
    CHECK(bench.record(record)->integer("score") == 12);
}

TEST_CASE("changing one answer keeps score and status in step and comes straight back")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const base::RecordId record = askThrough(bench, "audit", caseId, 1);
    ResultViewModel page(bench.services(), caseId, record);
    show(bench, page);
    page.changeAnswer(3);
    REQUIRE(bench.router().m_interview);
    CHECK(bench.router().m_interview->atItem == "4");
    bench.router().m_calls.clear();
    const auto interview = bench.open(*bench.router().m_interview);
    CHECK(interview->questionNumber() == 4);
    bench.answer(*interview, 3);
    CHECK(bench.router().m_calls == std::vector<std::string>{"replaceTop", "openResult"});
    CHECK(bench.record(record)->integer("score") == 14);
    CHECK(bench.record(record)->text("status") == "completed");
}

TEST_CASE("a change that opens questions takes the score away until they are answered")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const base::RecordId record = askThrough(bench, "audit", caseId, 0);
    REQUIRE(bench.record(record)->text("status") == "completed");
    const auto interview = bench.open({.instrument = "audit", .caseId = caseId, .assessment = record, .atItem = "1"});
    bench.answer(*interview, 2);
    const auto changed = bench.record(record);
    CHECK(changed->text("status") == "inProgress");
    CHECK(changed->integer("score", -1) == -1);
    CHECK_FALSE(changed->instant("completedAt").has_value());
    CHECK(interview->stage() == viewmodels::InterviewViewModel::Stage::Asking);
}

TEST_CASE("missing answers give a range and no certain level")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto interview = bench.open({.instrument = "audit-c", .caseId = caseId});
    bench.answer(*interview, 2);
    bench.answer(*interview, 2);
    interview->refuse();
    bench.waitFor([&] { return interview->stage() == viewmodels::InterviewViewModel::Stage::Done; });
    ResultViewModel page(bench.services(), caseId, bench.records(caseId, "assessment").back().id);
    show(bench, page);
    CHECK(page.content()->scoreText().startsWith(QStringLiteral("4 till 8 poäng.")));
    CHECK(page.content()->scoreText().contains(QStringLiteral("1 svar saknas.")));
    CHECK_FALSE(page.content()->hasScore());
    CHECK_FALSE(page.content()->meaning().isEmpty());
}

TEST_CASE("an earlier result is set beside this one")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    askThrough(bench, "dudit", caseId, 2);
    bench.clock().advance(std::chrono::hours(24 * 60));
    ResultViewModel page(bench.services(), caseId, askThrough(bench, "dudit", caseId, 1));
    show(bench, page);
    CHECK(page.content()->points()->count() >= 2);
    CHECK(page.content()->changeText() == QStringLiteral("Sedan oktober: 13 poäng lägre"));
}

TEST_CASE("brief advice is one tap, can be corrected, and can be undone")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const base::RecordId record = askThrough(bench, "audit", caseId, 1);
    const std::size_t before = bench.records(caseId, "contact").size();
    ResultViewModel page(bench.services(), caseId, record);
    show(bench, page);
    REQUIRE(page.proposedLevel() >= 0);
    page.giveAdvice(page.proposedLevel());
    page.giveAdvice(page.proposedLevel()); // The same finger, before the first is written.
    bench.waitFor([&] { return !page.adviceSaved().isEmpty(); });
    page.giveAdvice(0); // A second press gives no second talk.
    auto contacts = bench.records(caseId, "contact");
    REQUIRE(contacts.size() == before + 1);
    const auto *advice = contacts.back().fields.find("briefAdvice");
    REQUIRE(advice);
    CHECK(advice->integerAt("minutes") == 15);
    page.chooseMinutes(2);
    bench.waitFor([&] { return page.adviceSaved().contains(QStringLiteral("10 min")); });
    CHECK(bench.records(caseId, "contact").back().fields.find("briefAdvice")->integerAt("minutes") == 10);
    page.undoAdvice();
    bench.waitFor([&] { return page.adviceSaved().isEmpty(); });
    CHECK(bench.records(caseId, "contact").size() == before);
}

TEST_CASE("after signing nothing can be changed, and an interview of it opens its result")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const base::RecordId record = askThrough(bench, "audit-c", caseId, 1);
    ResultViewModel page(bench.services(), caseId, record);
    show(bench, page);
    page.sign(); // The passphrase was given within the minute.
    bench.waitFor([&] { return page.isSigned(); });
    CHECK_FALSE(page.canChange());
    CHECK_FALSE(page.canSign());
    CHECK(page.stateText() == QStringLiteral("Signerad och låst"));
    page.talk()->chooseInfluenced(1);
    page.changeAnswer(0);
    CHECK_FALSE(bench.router().m_interview);
    CHECK(bench.record(record)->text("influenced").empty());
    bench.router().m_calls.clear();
    const auto interview = bench.open({.instrument = "audit-c", .caseId = caseId, .assessment = record, .atItem = "1"});
    CHECK(bench.router().m_calls == std::vector<std::string>{"replaceTop", "openResult"});
}

TEST_CASE("answers of somebody strongly influenced are not signed")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const base::RecordId record = askThrough(bench, "audit-c", caseId, 1);
    ResultViewModel page(bench.services(), caseId, record);
    show(bench, page);
    page.talk()->chooseInfluenced(2);
    bench.waitFor([&] { return page.talk()->influencedIndex() == 2; });
    CHECK_FALSE(page.canSign());
    CHECK_FALSE(page.talk()->reliabilityText().isEmpty());
    page.talk()->chooseOthers(0);
    bench.waitFor([&] { return page.talk()->othersIndex() == 0; });
    CHECK(bench.record(record)->text("influenced") == "strongly");
    CHECK(bench.record(record)->boolean("othersPresent"));
}

TEST_CASE("what the person sees is one control away, both ways, without points unless asked for")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    ResultViewModel page(bench.services(), caseId, askThrough(bench, "audit-c", caseId, 1));
    show(bench, page);
    bench.router().m_calls.clear();
    page.showToPerson();
    CHECK(page.showsPerson());
    CHECK_FALSE(page.showsPersonScore());
    page.togglePersonScore();
    CHECK(page.showsPersonScore());
    page.stepBack();
    CHECK_FALSE(page.showsPerson());
    CHECK(bench.router().m_calls.empty());
    page.stepBack();
    CHECK(bench.router().m_calls == std::vector<std::string>{"back"});
}

TEST_CASE("quick screening is tied to a person that was searched for")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const base::ScratchId scratch = quickScreening(bench, 2);
    ScratchResultViewModel page(bench.services(), scratch);
    show(bench, page);
    page.chooseSex(0);
    bench.waitFor([&] { return page.sexIndex() == 0; });
    page.chooseAge(2);
    bench.waitFor([&] { return page.ageIndex() == 2; });
    CHECK(bench.scratches().front().context
          == base::json::Object{{"askedByWorker", true}, {"sex", "f"}, {"ageBand", "25to65"}});
    page.choosePerson();
    const auto card = bench.inStore<std::optional<store::CaseRow>>(
        [caseId](viewmodels::OpenStore &store) { return store.cases.card(caseId); });
    const std::string name = card->card.name;
    page.people()->search(QString::fromStdString(name));
    bench.waitFor([&] { return page.people()->count() > 0; });
    page.people()->choose(0);
    bench.waitFor([&] { return bench.router().m_result.has_value(); });
    CHECK(bench.scratches().empty());
    const auto record = bench.record(*bench.router().m_result);
    REQUIRE(record);
    CHECK(record->caseId == caseId);
    CHECK(record->text("status") == "completed");
    CHECK(record->integer("score") == 6);
}

TEST_CASE("quick screening is tied to a person who was made for it")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    ScratchResultViewModel page(bench.services(), quickScreening(bench, 1));
    show(bench, page);
    page.createPerson();
    REQUIRE(bench.router().m_created);
    bench.router().m_created(caseId);
    bench.waitFor([&] { return bench.router().m_result.has_value(); });
    CHECK(bench.record(*bench.router().m_result)->caseId == caseId);
    CHECK(bench.scratches().empty());
}

TEST_CASE("what is thrown away goes when the page is left, and until then comes back by one press")
{
    InterviewBench bench;
    const base::ScratchId scratch = quickScreening(bench, 1);
    ScratchResultViewModel page(bench.services(), scratch);
    show(bench, page);
    CHECK(page.keptText().contains(QStringLiteral("lördag 18 oktober")));
    page.discard();
    CHECK_FALSE(page.discardText().isEmpty());
    CHECK(bench.scratches().size() == 1);
    page.undoDiscard();
    page.leave();
    CHECK(bench.scratches().size() == 1);
    page.discard();
    page.leave();
    CHECK(bench.scratches().empty());
}

TEST_CASE("a screening without a person goes by itself a day later, with the next unlocking")
{
    InterviewBench bench;
    quickScreening(bench, 1);
    bench.lock();
    bench.clock().advance(std::chrono::hours(23));
    bench.unlock();
    CHECK(bench.scratches().size() == 1);
    bench.lock();
    bench.clock().advance(std::chrono::hours(2));
    bench.unlock();
    CHECK(bench.scratches().empty());
}

TEST_CASE("every guidance card that advice names is there")
{
    const auto advice = screening::AdviceCatalogue::shipped().value();
    const auto guidance = rules::shippedGuidance().value();
    for (const screening::AdviceCard &card : advice.cards())
        for (const std::string &id : card.guidance) {
            CAPTURE(card.instrument, card.zone, id);
            CHECK(guidance.find(id, base::Language::Swedish).has_value());
        }
}
