#include "tests/qml/day_bench.h"

#include "core/casework/swedish_time.h"

namespace faltakt::test {

using namespace viewmodels;

std::vector<store::FormDraft> formsNamed(AppHarness &app, std::string_view name)
{
    auto forms =
        app.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); }).value();
    std::erase_if(forms, [name](const store::FormDraft &form) { return form.form != name; });
    return forms;
}

QString spokenName(AppHarness &app, base::CaseId caseId)
{
    for (const store::CaseRow &row : casesOf(app))
        if (row.caseId == caseId)
            return personNameAndAge(row.card, false, casework::swedishDate(app.clock().now()));
    FAIL("nobody of that case");
    return {};
}

void writeNotes(AppHarness &app, int count)
{
    auto rows = casesOf(app);
    std::erase_if(rows, [](const store::CaseRow &row) { return row.card.stage == "closed"; });
    const auto written = app.inStore<int>([rows, count](OpenStore &store) -> base::Result<int> {
        for (int i = 0; i < count; ++i) {
            store::Draft draft;
            draft.caseId = rows[std::size_t(i) % rows.size()].caseId;
            draft.sets.push_back(
                changelog::makeCreation(store.ids.makeId<base::RecordId>(), "note",
                                        {{"text", "Not " + std::to_string(i)},
                                         {"at", base::formatInstant(store.clock.now() - std::chrono::minutes(i))}}));
            TRY_VOID(store.cases.save(draft));
        }
        return count;
    });
    REQUIRE(written.has_value());
    app.settle();
}

std::size_t signatureCount(AppHarness &app)
{
    std::size_t count = 0;
    for (const store::CaseRow &row : casesOf(app))
        count += recordsOf(app, row.caseId, "signature").size();
    return count;
}

} // namespace faltakt::test
