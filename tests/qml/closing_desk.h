#pragma once

#include "qml/viewmodels/people/closing_view_model.h"
#include "tests/qml/people_bench.h"

namespace faltakt::test {

using namespace viewmodels;

inline QString q(const char *text) { return QString::fromUtf8(text); }

/// One matter under way, with an answer about children and a task of the worker's own, and what closes it.
struct Desk {
    Desk() : caseId(somebody(harness).caseId)
    {
        // Of children was asked, so that nothing holds the closing up where a test says nothing else.
        make("children", {{"answer", "none"}, {"at", base::formatInstant(harness.clock().now())}});
        make("task", {{"what", "ownTask"}, {"text", "Lämna nyckeln"}, {"basis", "own"}, {"status", "open"}});
        set({{"stage", "insats"}});
    }
    base::RecordId make(const char *kind, base::json::Object fields)
    {
        const auto made =
            harness.inStore<base::RecordId>([&, caseId = caseId](OpenStore &store) -> base::Result<base::RecordId> {
                const auto record = store.ids.makeId<base::RecordId>();
                TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(record, kind, fields)}, {}}));
                return record;
            });
        REQUIRE(made);
        harness.settle();
        return *made;
    }
    store::RecordView matter() { return recordsOf(harness, caseId, "case").front(); }
    void set(const base::json::Object &fields)
    {
        REQUIRE(harness.inStore<base::ChangeId>(
            [record = matter().id, fields](OpenStore &store) { return store.cases.edit(record, fields); }));
        harness.settle();
    }
    ClosingViewModel &open()
    {
        harness.app().openClosing(caseId);
        harness.settle();
        return top<ClosingViewModel>(harness);
    }
    void close()
    {
        ClosingViewModel &page = open();
        page.chooseWay(0);
        page.setReason(q("Målen är nådda."));
        page.setLeavesOpen(true);
        page.save();
        harness.settle();
        REQUIRE(matter().text("stage") == "closed");
        harness.app().back();
        harness.settle();
    }

    AppHarness harness;
    base::CaseId caseId;
};

} // namespace faltakt::test
