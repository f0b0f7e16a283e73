// In which manner questions are asked: beside the person's language, read aloud, with pictures, handed over.
#include "qml/viewmodels/interview/handover_view_model.h"
#include "tests/qml/interview_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::HandoverOrder;
using viewmodels::HandoverViewModel;
using viewmodels::InterviewViewModel;
using viewmodels::SecondLanguage;

namespace {

store::RecordView latest(InterviewBench &bench, base::CaseId caseId)
{
    auto records = bench.records(caseId, "assessment");
    REQUIRE_FALSE(records.empty());
    return records.back();
}

/// A yes-no question and a choice, in Swedish and Arabic.
screening::QuestionnairePointer arabicForm()
{
    const auto translated = [](const std::string &member, const std::string &swedish, const std::string &arabic) {
        return "\"" + member + "\":\"" + swedish + "\",\"_" + member
               + R"(":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[)"
               + R"({"url":"lang","valueCode":"ar"},{"url":"content","valueString":")" + arabic + R"("}]}]})";
    };
    const auto option = [&](const std::string &code, const std::string &swedish, const std::string &arabic) {
        return R"({"valueCoding":{"code":")" + code + R"(",)" + translated("display", swedish, arabic) + "}}";
    };
    return screening::Questionnaire::
        parse(R"({"resourceType":"Questionnaire","id":"t","language":"sv","extension":[{"url":"urn:faltakt:instrument","extension":[)"
              R"({"url":"wording","valueCode":"own"},{"url":"basis","valueString":"b"}]}],"url":"urn:t","version":"1",)"
              R"("status":"active","title":"t","copyright":"c","item":[{"linkId":"1","type":"choice",)"
              + translated("text", "Hur mår du?", "كيف حالك؟") + R"(,"answerOption":[)" + option("good", "Bra", "جيد")
              + "," + option("bad", "Dåligt", "سيئ") + "]}]}")
            .value();
}

} // namespace

TEST_CASE("the person's language stands beside the worker's, word for word, and comes back with the record")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    {
        const auto page = bench.open({.instrument = "audit-c", .caseId = caseId});
        CHECK(page->second()->names() == QStringList{QStringLiteral("Bara ett språk"), QStringLiteral("English")});
        CHECK(page->second()->question().isEmpty());
        page->second()->choose(1);
        CHECK(page->second()->question().startsWith(QStringLiteral("How ")));
        CHECK(page->second()->options().size() == page->options()->count());
        CHECK(page->question().startsWith(QStringLiteral("Hur ")));
        bench.answer(*page, 1);
        CHECK(page->second()->question() != page->question());
    }
    CHECK(latest(bench, caseId).text("secondLanguage") == "en");
    const auto again = bench.open({.instrument = {}, .caseId = caseId, .assessment = latest(bench, caseId).id});
    CHECK(again->second()->index() == 1);
    again->second()->choose(0);
    CHECK(again->second()->question().isEmpty());
}

TEST_CASE("a language that is written from right to left says so")
{
    const auto form = arabicForm();
    SecondLanguage second;
    second.show(form.get(), form->questions().data(), "sv");
    REQUIRE(second.names().size() == 2);
    CHECK_FALSE(second.isRightToLeft());
    second.choose(1);
    second.show(form.get(), form->questions().data(), "sv");
    CHECK(second.tag() == "ar");
    CHECK(second.isRightToLeft());
    CHECK(second.question() == QStringLiteral("كيف حالك؟"));
    CHECK(second.options() == QStringList{QStringLiteral("جيد"), QStringLiteral("سيئ")});
}

TEST_CASE("a question is read aloud with its answers where the device has a voice, and goes silent with the page")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto page = bench.open({.instrument = "audit-c", .caseId = caseId});
    CHECK_FALSE(page->canReadAloud());
    page->readAloud();
    CHECK(bench.voice().said().empty());
    bench.voice().learn("sv");
    CHECK(page->canReadAloud());
    page->readAloud();
    REQUIRE(bench.voice().said().size() == 1);
    const QString said = QString::fromStdString(bench.voice().said().front());
    CHECK(said.contains(page->question()));
    CHECK(said.contains(QStringLiteral("Aldrig")));
    bench.answer(*page, 1);
    CHECK_FALSE(bench.voice().isSpeaking());
    page->readAloud();
    page->leave();
    CHECK_FALSE(bench.voice().isSpeaking());
}

TEST_CASE("questions about violence are never read aloud and are no long talk, in whatever form they stand")
{
    InterviewBench bench;
    bench.voice().learn("sv");
    const base::CaseId caseId = bench.someCase();
    for (const char *item : {"abuse-words-life", "abuse-body-30", "abuse-sexual-30"}) {
        const auto page = bench.open({.instrument = "asi-grund", .caseId = caseId, .atItem = item});
        CHECK_FALSE(page->canReadAloud());
        page->readAloud();
        CHECK(bench.voice().said().empty());
        CHECK(page->isSafeTalk());
        CHECK_FALSE(page->isLongTalk());
    }
    const auto page = bench.open({.instrument = "asi-grund", .caseId = caseId});
    CHECK(page->canReadAloud());
    CHECK(page->isLongTalk());
    // Where a whole area is in sight they are among it, whichever question is answered.
    viewmodels::AreaPage &area = *page->areaPage();
    area.setWide(true);
    int safeAreas = 0;
    for (int i = 0; i < area.areas()->rowCount(); ++i) {
        area.openArea(i);
        safeAreas += page->isSafeTalk() ? 1 : 0;
        CHECK(page->isLongTalk() != page->isSafeTalk());
    }
    CHECK(safeAreas == 1);
}

TEST_CASE("the drinking questions show what a standard glass is")
{
    InterviewBench bench;
    const auto page = bench.open({.instrument = "audit-c", .caseId = bench.someCase()});
    CHECK_FALSE(page->showsGlasses());
    bench.answer(*page, 1);
    CHECK(page->showsGlasses());
    CHECK(page->hint().contains(QStringLiteral("12 gram")));
}

TEST_CASE("what was begun in a talk goes on in the person's hands, and back")
{
    InterviewBench bench;
    const base::CaseId caseId = bench.someCase();
    const auto talk = bench.open({.instrument = "audit-c", .caseId = caseId});
    bench.answer(*talk, 1);
    CHECK_FALSE(latest(bench, caseId).fields.contains("selfReported"));
    bench.router().m_calls.clear();
    talk->handOver();
    REQUIRE(bench.router().m_handover);
    HandoverViewModel page(bench.services(), *bench.router().m_handover);
    page.load();
    bench.waitFor([&] { return !page.isLoading(); });
    page.handOver();
    CHECK(page.isSealed());
    CHECK(page.isLongTalk());
    page.begin();
    bench.hear(*page.interview());
    CHECK(page.interview()->recording().text.isEmpty());
    CHECK(page.interview()->whoseText().isEmpty());
    CHECK_FALSE(page.interview()->canNote());
    CHECK_FALSE(page.interview()->canDecline());
    CHECK_FALSE(page.interview()->canHandOver());
    bench.router().m_calls.clear();
    bench.answer(*page.interview(), 1);
    CHECK(latest(bench, caseId).boolean("selfReported"));
    // The worker's own question stays hers.
    CHECK(latest(bench, caseId).boolean("askedByWorker"));
    viewmodels::TalkFacts facts(bench.services());
    facts.show(latest(bench, caseId).id, viewmodels::readTalk(latest(bench, caseId).fields));
    CHECK(facts.selfReportedText() == QStringLiteral("Delvis självrapporterat"));
    // Without the passphrase nothing is shown or left.
    page.showResult();
    page.goOnAsTalk();
    page.mainAction();
    CHECK(bench.router().m_calls.empty());
}

TEST_CASE("only forms that may be filled in alone are handed over, about nobody too")
{
    InterviewBench bench;
    CHECK(bench.open({.instrument = "dudit", .caseId = bench.someCase()})->canHandOver());
    CHECK(bench.open({.instrument = "audit-c"})->canHandOver());
    CHECK_FALSE(bench.open({.instrument = "asi-grund", .caseId = bench.someCase()})->canHandOver());
}
