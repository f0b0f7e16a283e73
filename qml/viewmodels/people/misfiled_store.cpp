#include "qml/viewmodels/people/misfiled_store.h"

#include "core/casework/attachment.h"
#include "core/casework/case_projector.h"
#include "core/changelog/record_state.h"
#include "core/store/sealed_records.h"
#include "qml/viewmodels/interview/sitting_draft.h"
#include "qml/viewmodels/people/file_opening.h"
#include "qml/viewmodels/people/misfiled_moving.h"
#include "qml/viewmodels/people/misfiled_origin.h"
#include "qml/viewmodels/people/written_record.h"
#include "qml/viewmodels/shell/place_keeper.h"
#include "qml/viewmodels/team/team_store.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::CaseId;
using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using store::RecordView;
namespace json = base::json;

namespace {

constexpr std::string_view ActKind = store::SealedRecords::Kind;

bool isWrittenBy(const WrittenRecord &record, base::WorkerId worker)
{
    return std::ranges::any_of(record.changes, [&](const changelog::Change &change) { return change.by == worker; });
}

Result<bool> leadsTeam(OpenStore &store)
{
    TRY(const auto team, teamCase(store));
    if (!team)
        return false;
    TRY(const auto colleagues, store.cases.recordsOfKind(*team, "colleague"));
    const std::string self = store.cases.owner().worker.toString();
    return std::ranges::any_of(colleagues, [&](const RecordView &colleague) {
        return colleague.text("worker") == self && colleague.boolean("leads") && !colleague.boolean("left");
    });
}

bool hangsOn(const RecordView &record, const std::vector<RecordId> &others)
{
    return std::ranges::any_of(others, [&](RecordId other) {
        const std::string id = other.toString();
        return record.text("addendumTo") == id || record.text("about") == id || record.text("child") == id;
    });
}

bool mayHang(const store::TimelineRecord &entry)
{
    if (entry.record.fields.contains(store::SealedRecords::Field))
        return true;
    if (entry.row.kind == "note" || entry.row.kind == casework::Attachment::Kind)
        return !entry.record.text("addendumTo").empty() || !entry.record.text("about").empty();
    return casework::isOfChild(entry.record);
}

/// Every note, photo, report and check that hangs on the record, also what is sealed.
Result<std::vector<WrittenRecord>> hangingOn(OpenStore &store, CaseId caseId, RecordId record)
{
    constexpr int PageSize = 200;
    std::vector<WrittenRecord> others;
    std::optional<store::TimelinePlace> after;
    while (true) {
        TRY(const auto page, store.cases.timelinePage(caseId, PageSize, after));
        for (const store::TimelineRecord &entry : page) {
            if (!mayHang(entry) || entry.row.record == record)
                continue;
            TRY(auto written, readWritten(store, entry.row.record));
            others.push_back(std::move(written));
        }
        if (page.size() < std::size_t(PageSize))
            break;
        after = store::TimelinePlace{page.back().row.at, page.back().row.record};
    }
    std::vector<RecordId> known{record};
    std::vector<WrittenRecord> found;
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (auto other = others.begin(); other != others.end();) {
            if (!hangsOn(other->view, known)) {
                ++other;
                continue;
            }
            known.push_back(other->view.id);
            found.push_back(std::move(*other));
            other = others.erase(other);
            isGrowing = true;
        }
    }
    return found;
}

void addHanging(const OpenStore &store, const WrittenRecord &each, bool sealed, MisfiledItems &items)
{
    items.isConflicted = items.isConflicted || (!sealed && each.view.conflicted);
    if (each.view.kind != casework::Attachment::Kind)
        return items.records.push_back(each.view.id);
    items.photos.push_back(each.view.id);
    const auto photo = casework::readAttachment(each.view);
    items.photosElsewhere += photo && store.field.blobs().open(photo->blob) ? 0 : 1;
}

/// Whether a form holds something that was typed about the record. That a page was left at it, or a question, is nothing typed.
bool isBegunAbout(const store::FormDraft &draft, const std::string &record)
{
    if (draft.form == PlaceKeeper::FormName)
        return false;
    const json::Value fields(draft.fields);
    if (draft.form == "attach-" + record)
        return !fields.stringAt("caption").empty() || !fields.stringAt("photo").empty();
    if (json::serialise(draft.fields).find(record) == std::string::npos)
        return false;
    const json::Value *typed = draft.form == SittingForm ? fields.find("typed") : nullptr;
    return draft.form != SittingForm || (typed && typed->object() && !typed->object()->empty());
}

Result<bool> isBegunAbout(OpenStore &store, RecordId record, const MisfiledItems &items)
{
    std::vector<RecordId> records = items.records;
    records.push_back(record);
    TRY(const auto forms, store.cases.forms());
    return std::ranges::any_of(forms, [&](const store::FormDraft &form) {
        return std::ranges::any_of(records, [&](RecordId each) { return isBegunAbout(form, each.toString()); });
    });
}

bool hasAct(const std::vector<RecordView> &acts, RecordId record)
{
    return std::ranges::any_of(acts, [&](const RecordView &act) { return act.text("record") == record.toString(); });
}
/// The other file is another person's, and is opened as any file is.
Result<void> openTarget(OpenStore &store, const MisfiledMove &move)
{
    TRY(const auto there, store.cases.card(move.to));
    if (!there)
        return fail(ErrorCode::NotFound, "case");
    if (move.to == move.from || !takesMisfiled(there->card))
        return fail(ErrorCode::Refused, "not a file of another person's that can be written in");
    TRY(const FileEntry entry,
        openFile(store,
                 {.caseId = move.to, .reason = move.reason, .purpose = move.purpose, .isLogged = move.isLogged}));
    return entry == FileEntry::Open ? Result<void>() : fail(ErrorCode::Refused, "not open");
}

} // namespace

Result<MisfiledItems> misfiledItems(OpenStore &store, CaseId caseId, RecordId record, bool sealed)
{
    MisfiledItems items;
    TRY(const WrittenRecord first, readWritten(store, record));
    TRY(const bool leads, leadsTeam(store));
    const bool mayAll = leads || isWrittenBy(first, store.cases.owner().worker);
    TRY(const auto acts, store.cases.recordsOfKind(caseId, ActKind));
    TRY(const auto card, store.cases.card(caseId));
    const bool isOfPerson = card && card->card.stage != casework::TeamStage;
    if (!isOfPerson || !casework::canBeMisfiled(first.view) || (sealed && !hasAct(acts, record))
        || (!sealed && !mayAll))
        return items;
    if (!sealed)
        items.records.push_back(record);
    items.isConflicted = !sealed && first.view.conflicted;
    items.isEdited = sealed && mayAll && !casework::lateFields(first.state, acts).empty();
    TRY(const auto hanging, hangingOn(store, caseId, record));
    for (const WrittenRecord &each : hanging)
        if (!each.view.deleted && !hasAct(acts, each.view.id)
            && (mayAll || isWrittenBy(each, store.cases.owner().worker)))
            addHanging(store, each, sealed, items);
    TRY(items.isBegun, isBegunAbout(store, record, items));
    if (sealed) {
        if (items.isEdited || !items.records.empty() || !items.photos.empty())
            items.what = MisfiledItems::What::Late;
        return items;
    }
    TRY(const auto signature, signedBy(store, first.view));
    items.isSigned = signature.has_value();
    if (casework::isOfChild(first.view)) {
        items.what = MisfiledItems::What::WithChild;
        if (const auto child = RecordId::parse(first.view.text("child")))
            items.child = *child;
    } else if (first.view.text("addendumTo").empty()) {
        items.what = MisfiledItems::What::Record;
    } // An addition goes with what it was added to.
    return items;
}

bool takesMisfiled(const store::CardEntry &card)
{
    return card.stage != casework::TeamStage && card.stage != "closed" && card.mergedInto.empty();
}

Result<std::vector<ChangeId>> moveMisfiled(OpenStore &store, const MisfiledMove &move)
{
    TRY(const auto now, store.cases.record(move.record));
    if (!now || now->deleted)
        return fail(ErrorCode::NotFound, "record");
    const auto seal = casework::sealOf(*now);
    TRY(const MisfiledItems items, misfiledItems(store, move.from, move.record, seal.has_value()));
    const bool isMovable = items.what == MisfiledItems::What::Record || items.what == MisfiledItems::What::Late;
    if (!isMovable || items.isConflicted || items.isBegun)
        return fail(ErrorCode::Refused, "nothing to move");
    if (items.photosElsewhere > 0)
        return fail(ErrorCode::Unsupported, "photos that are not here");
    TRY_VOID(openTarget(store, move));
    MisfiledMoving moving(store, move);
    if (items.isEdited)
        TRY_VOID(moving.addLateEdit(move.record));
    for (const RecordId record : items.records)
        TRY_VOID(moving.addRecord(record));
    for (const RecordId photo : items.photos)
        TRY_VOID(moving.addPhoto(photo));
    return moving.write();
}

Result<std::optional<RecordId>> sealedParent(OpenStore &store, RecordId record)
{
    TRY(const WrittenRecord written, readWritten(store, record));
    for (const char *link : {"addendumTo", "about", "child"})
        if (const auto parent = RecordId::parse(written.view.text(link)))
            return std::optional(*parent);
    return std::optional<RecordId>();
}

} // namespace faltakt::viewmodels
