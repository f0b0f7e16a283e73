#pragma once

#include "qml/viewmodels/child/children_content.h"
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/child/protection_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace faltakt::test {

using namespace viewmodels;

using Fields = base::json::Object;

template <typename Page>
Page &top(AppHarness &app)
{
    auto *page = dynamic_cast<Page *>(app.app().navigator()->top());
    REQUIRE(page);
    return *page;
}

inline base::RecordId write(AppHarness &app, base::CaseId caseId, const std::string &kind, const Fields &fields)
{
    const auto made = app.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto id = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(id, kind, fields)}, {}}));
        return id;
    });
    REQUIRE(made.has_value());
    app.settle();
    return *made;
}

inline base::RecordId childOf(AppHarness &app, base::CaseId caseId, const char *name, const char *worry = "yes")
{
    return write(app, caseId, "child",
                 {{"name", name}, {"worry", worry}, {"worryAt", base::formatInstant(app.clock().now())}});
}

/// Until what was typed or chosen lies in the store.
inline void waitForDraft(AppHarness &app, std::string_view form, std::string_view field, std::string_view value)
{
    app.waitFor([&] {
        const auto forms =
            app.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
        return forms && std::ranges::any_of(*forms, [&](const store::FormDraft &each) {
                   return each.form == form && valueOf(protectionValuesIn(each.fields), field) == value;
               });
    });
}

inline void openProtection(AppHarness &app, base::CaseId caseId, const char *form,
                           std::optional<base::RecordId> child = {})
{
    app.app().openProtection(caseId, form, child);
    app.settle();
}

inline void typeInto(AppHarness &app, const QString &label, const QString &text)
{
    QQuickItem *field = app.find(QAccessible::EditableText, label);
    REQUIRE(field);
    app.tap(field);
    app.type(text);
}

/// The rows of I dag that begin an act again, by what they say.
inline int rowOnToday(AppHarness &app, const QString &what, std::optional<base::RecordId> child)
{
    app.app().goTo(Router::Place::Today);
    app.settle();
    auto &rows = *top<TodayViewModel>(app).rows();
    for (int i = 0; i < rows.rowCount(); ++i)
        if (rows.row(i)->what == what && rows.row(i)->child == child)
            return i;
    return -1;
}

} // namespace faltakt::test
