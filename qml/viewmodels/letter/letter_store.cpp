#include "qml/viewmodels/letter/letter_store.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/contact/own_number.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// There is one in a store.
const base::RecordId SenderId{
    base::Uuid(std::array<std::uint8_t, 16>{'l', 'e', 't', 't', 'e', 'r', 's', 'e', 'n', 'd', 'e', 'r'})};

Result<OwnSender> readOwnSender(OpenStore &store)
{
    OwnSender own;
    TRY(const auto form, store.cases.form(SenderId));
    if (form) {
        const base::json::Value fields(form->fields);
        own = {fields.stringAt("unit"), fields.stringAt("number")};
    }
    // Whoever answers messages at a number answers letters there too, until she says otherwise.
    if (own.number.empty()) {
        TRY(own.number, readOwnNumber(store));
    }
    return own;
}

Result<std::optional<store::FormDraft>> findDraft(OpenStore &store, base::CaseId caseId, base::RecordId report)
{
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == LetterForm && form.caseId == caseId
            && base::json::Value(form.fields).stringAt("record") == report.toString())
            return std::optional(std::move(form));
    return std::optional<store::FormDraft>();
}

/// How the letter went, by the entry that says so.
Result<std::string> sentWayOf(OpenStore &store, base::CaseId caseId, base::RecordId report)
{
    TRY(const auto contacts, store.cases.recordsOfKind(caseId, "contact"));
    std::string way;
    for (const store::RecordView &contact : contacts)
        if (contact.text("letter") == "sent" && contact.text("lobReport") == report.toString())
            way = contact.text("letterWay");
    return way;
}

bool isBefore(const QueuedLetter &first, const QueuedLetter &second)
{
    if (first.letter.place != second.letter.place)
        return first.letter.place < second.letter.place;
    return first.letter.place == rules::LetterPlace::Sent ? first.letter.since > second.letter.since
                                                          : first.letter.since < second.letter.since;
}

} // namespace

Result<std::vector<QueuedLetter>> readLetterQueue(OpenStore &store)
{
    const base::Instant now = store.clock.now();
    TRY(const auto cases, store.cases.cases());
    std::vector<QueuedLetter> queue;
    for (const store::CaseRow &row : cases) {
        // A look at the reports first: most files have none.
        TRY(const auto reports, store.cases.recordsOfKind(row.caseId, "lobReport"));
        if (reports.empty())
            continue;
        TRY(const auto facts, factsOfCase(store, row.caseId));
        for (rules::FileLetter &letter : rules::lettersOf(store.profile, facts, now))
            queue.push_back({row.caseId, row.card, std::move(letter)});
    }
    std::ranges::stable_sort(queue, isBefore);
    return queue;
}

Result<LetterContent> readLetter(OpenStore &store, base::CaseId caseId, base::RecordId report)
{
    LetterContent content;
    TRY(auto row, store.cases.card(caseId));
    if (!row)
        return base::fail(base::ErrorCode::NotFound, "case");
    content.card = std::move(row->card);
    TRY(const auto facts, factsOfCase(store, caseId));
    content.letter = rules::letterOf(store.profile, facts, report);
    TRY(const auto sheet, store.cases.record(report));
    if (sheet) {
        content.heldReason = sheet->text("letterHeldReason");
        content.asked = sheet->instant("letterRequestedAt");
    }
    TRY(content.sentWay, sentWayOf(store, caseId, report));
    TRY(const auto person, store.cases.record(facts.personRecord));
    content.worker = store.field.registration().workerName;
    content.sender = rules::letterSender(store.profile);
    content.asksUnit = content.sender.unit.empty();
    content.asksNumber = content.sender.number.empty();
    TRY(content.own, readOwnSender(store));
    if (content.asksUnit)
        content.sender.unit = content.own.unit;
    if (content.asksNumber)
        content.sender.number = content.own.number;
    if (person) {
        TRY(content.text,
            rules::writeLetter(
                store.profile, casework::readPersonCard(*person),
                {{"worker", content.worker}, {"unit", content.sender.unit}, {"number", content.sender.number}}));
    }
    content.newForm = store.ids.makeId<base::RecordId>();
    TRY(content.draft, findDraft(store, caseId, report));
    return content;
}

Result<void> keepOwnSender(OpenStore &store, const OwnSender &own)
{
    store::FormDraft form;
    form.id = SenderId;
    form.form = "letterSender";
    form.fields = {{"unit", own.unit}, {"number", own.number}};
    return store.cases.keepForm(form);
}

Result<LetterChanges> askForLetter(OpenStore &store, base::CaseId caseId, base::RecordId report)
{
    TRY(const auto facts, factsOfCase(store, caseId));
    TRY(const auto writes, rules::planLetter(facts, report, store.clock.now(), store.ids));
    return saveWrites(store, caseId, writes);
}

Result<LetterChanges> holdLetter(OpenStore &store, base::CaseId caseId, base::RecordId report,
                                 const rules::LetterHolding &holding, std::optional<base::RecordId> form)
{
    TRY(const auto facts, factsOfCase(store, caseId));
    TRY(const auto writes, rules::planLetterHold(facts, report, holding));
    return saveWrites(store, caseId, writes, form);
}

Result<LetterChanges> noteLetterSent(OpenStore &store, base::CaseId caseId, base::RecordId report, base::Date day,
                                     const std::string &way, std::optional<base::RecordId> form)
{
    const base::Instant now = store.clock.now();
    const bool isToday = day == casework::swedishDate(now);
    TRY(const auto facts, factsOfCase(store, caseId));
    TRY(const auto writes, rules::planLetterSent(facts, report, isToday ? now : rules::endOfDay(day), store.ids, way));
    return saveWrites(store, caseId, writes, form);
}

} // namespace faltakt::viewmodels
