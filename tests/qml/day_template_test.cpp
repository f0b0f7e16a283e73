// Notes that begin with headings.
#include "qml/viewmodels/note/note_view_model.h"
#include "tests/qml/day_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

TEST_CASE("a note can begin with headings, and what is written is never replaced by them")
{
    AppHarness app;
    app.app().openNote(somebody(app).caseId, std::nullopt, std::nullopt);
    app.settle();
    auto &page = top<NoteViewModel>(app);
    REQUIRE(page.offersTemplates());
    app.tap(QStringLiteral("Hembesök"));
    app.settle();
    CHECK(page.text().startsWith(QStringLiteral("Hur vi kom överens: \n\nVilka som var med: \n\n")));
    // The judgement has a field of its own.
    CHECK_FALSE(page.text().contains(QStringLiteral("Bedömning")));
    CHECK_FALSE(page.offersTemplates());
    const QString before = page.text() + QStringLiteral("Satt i köket.");
    page.editText(before);
    page.templates()->choose(0);
    app.settle();
    CHECK(page.text() == before);
}

TEST_CASE("every template of a note says something in both languages")
{
    AppHarness app;
    const auto templates = app.inStore<std::vector<NoteTemplate>>(
        [](OpenStore &store) -> base::Result<std::vector<NoteTemplate>> { return noteTemplates(store.profile); });
    REQUIRE(templates.has_value());
    REQUIRE(templates->size() >= 3);
    for (const NoteTemplate &each : *templates)
        for (const base::Language language : {base::Language::Swedish, base::Language::English}) {
            INFO(each.code);
            CHECK_FALSE(each.name(language).empty());
            CHECK_FALSE(each.textToBeginWith(language).empty());
        }
}
