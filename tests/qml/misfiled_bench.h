#pragma once

#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/people_bench.h"
#include "tests/support/colleague.h"

#include <algorithm>

namespace faltakt::test {

using namespace viewmodels;
using base::json::Object;

inline const QString Secret = QStringLiteral("Bor hos brodern sedan i mars.");

/// A note that belongs to somebody else's file.
struct WrongFile {
    WrongFile()
    {
        for (const store::CaseRow &row : casesOf(harness))
            if (!row.card.isProtected && !row.card.shortName.empty() && row.card.stage != "team"
                && row.card.stage != "closed" && files.size() < 2 && isFoundAlone(harness, row))
                files.push_back(row);
        REQUIRE(files.size() == 2);
        note = add("note", {{"text", Secret.toStdString()}, {"judgement", "Behöver eget boende."}});
    }
    [[nodiscard]] base::CaseId wrong() const { return files[0].caseId; }
    [[nodiscard]] base::CaseId right() const { return files[1].caseId; }

    base::RecordId add(const std::string &kind, Object fields)
    {
        return harness
            .inStore<base::RecordId>([this, kind, fields](OpenStore &store) -> base::Result<base::RecordId> {
                Object made = fields;
                made.set("at", base::formatInstant(store.clock.now()));
                const auto record = store.ids.makeId<base::RecordId>();
                TRY_VOID(store.cases.save({wrong(), {changelog::makeCreation(record, kind, std::move(made))}, {}}));
                return record;
            })
            .value();
    }
    RecordViewModel &open(base::CaseId caseId, base::RecordId record)
    {
        harness.app().openRecord(caseId, record);
        harness.settle();
        return top<RecordViewModel>(harness);
    }
    /// By the sheet, as a worker does it.
    RecordViewModel &move()
    {
        RecordViewModel &page = open(wrong(), note);
        moveFrom(page);
        return page;
    }
    /// From whichever page the record has.
    template <typename Page>
    void moveFrom(Page &page)
    {
        harness.tap(QStringLiteral("Förd på fel person"));
        harness.settle();
        choose(page);
        harness.tap(QStringLiteral("Flytta"));
        harness.settle();
    }
    template <typename Page>
    void choose(Page &page)
    {
        MisfiledViewModel &sheet = *page.misfiled();
        REQUIRE(sheet.isOpen());
        sheet.chooser()->search(QString::fromStdString(files[1].card.caseNumber));
        harness.settle();
        REQUIRE(sheet.chooser()->count() == 1);
        sheet.chooser()->choose(0);
        harness.settle();
    }
    std::vector<store::RecordView> notesOf(base::CaseId caseId) { return recordsOf(harness, caseId, "note"); }
    std::optional<store::RecordView> noteWith(base::CaseId caseId, const std::string &words)
    {
        const auto notes = notesOf(caseId);
        const auto found = std::ranges::find_if(
            notes, [&](const store::RecordView &each) { return each.text("text").find(words) != std::string::npos; });
        return found == notes.end() ? std::nullopt : std::optional(*found);
    }
    store::RecordView read(base::RecordId record)
    {
        return *harness
                    .inStore<std::optional<store::RecordView>>(
                        [record](OpenStore &store) { return store.cases.record(record); })
                    .value();
    }
    /// The first of a file, as a page of the server brings it.
    void colleagueAdds(const std::string &kind, Object fields)
    {
        REQUIRE(harness
                    .inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
                        fields.set("at", base::formatInstant(store.clock.now()));
                        TRY_VOID(receiveFromColleague(
                            store, changelog::makeCreation(store.ids.makeId<base::RecordId>(), kind, std::move(fields)),
                            wrong()));
                        return true;
                    })
                    .has_value());
        harness.settle();
    }

    AppHarness harness;
    std::vector<store::CaseRow> files;
    base::RecordId note;
};

/// What the file of a person holds of a kind that was moved there.
inline std::vector<store::RecordView> movedTo(AppHarness &harness, base::CaseId caseId, const std::string &kind)
{
    auto records = recordsOf(harness, caseId, kind);
    std::erase_if(records, [](const store::RecordView &each) { return each.text("movedKey").empty(); });
    return records;
}

} // namespace faltakt::test
