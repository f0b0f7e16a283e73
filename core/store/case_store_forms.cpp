// Forms that were begun and not saved: durable as typed, on this device alone.
#include "core/store/case_store_parts.h"

namespace faltakt::store {

using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using changelog::ChangeLimits;
namespace json = base::json;

namespace {

/// What a form holds, as it lies in its row; refused where it could not be read again, or never be saved as one change.
Result<std::string> writeFields(const FormDraft &draft)
{
    if (draft.form.empty() || draft.form.size() > ChangeLimits::NameBytes)
        return fail(ErrorCode::InvalidInput, "the name of a form");
    if (draft.fields.size() > ChangeLimits::FieldsPerSet)
        return fail(ErrorCode::TooLarge, "the fields of a form");
    std::string text = json::serialise(draft.fields);
    if (const auto readable = json::parse(text, {.maxBytes = ChangeLimits::LineBytes}); !readable)
        return fail(readable.error().withContext("an unfinished form"));
    return text;
}

/// Columns: id, form, case_id, fields, created, updated.
Result<FormDraft> readForm(const Statement &row)
{
    TRY(json::Value fields, json::parse(row.text(3), {.maxBytes = ChangeLimits::LineBytes}));
    if (!fields.object())
        return fail(ErrorCode::Damaged, "form row");
    FormDraft draft{row.id<RecordId>(0),         std::string(row.text(1)), {},
                    std::move(*fields.object()), row.instant(4),           row.instant(5)};
    if (!row.isNull(2))
        draft.caseId = row.id<base::CaseId>(2);
    return draft;
}

Result<void> eraseForm(Database &database, RecordId form)
{
    TRY(auto statement, database.prepare("DELETE FROM form_draft WHERE id = ?1"));
    return statement.bind(1, form).run();
}

} // namespace

Result<void> CaseStore::keepForm(const FormDraft &draft)
{
    TRY(const std::string fields, writeFields(draft));
    return m_parts->inTransaction([&]() -> Result<void> {
        std::optional<base::CaseId> held = draft.caseId;
        if (held) {
            TRY(const auto access, m_parts->accessTo(*held));
            if (access.empty())
                held.reset();
        }
        const base::Instant now = m_parts->setup.clock->now();
        TRY(auto write,
            m_parts->database->prepare("INSERT INTO form_draft (id, form, case_id, fields, created, updated)"
                                       " VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT (id) DO UPDATE SET"
                                       " form = excluded.form, case_id = excluded.case_id, fields = excluded.fields,"
                                       " updated = excluded.updated"));
        return write.bind(1, draft.id).bind(2, draft.form).bind(3, held).bind(4, fields).bind(5, now).run();
    });
}

Result<std::optional<FormDraft>> CaseStore::form(RecordId id) const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT id, form, case_id, fields, created, updated FROM form_draft WHERE id = ?1"));
    TRY(const bool row, statement.bind(1, id).step());
    if (!row)
        return std::optional<FormDraft>();
    TRY(FormDraft draft, readForm(statement));
    return std::optional(std::move(draft));
}

Result<std::vector<FormDraft>> CaseStore::forms() const
{
    TRY(auto statement, m_parts->database->prepare("SELECT id, form, case_id, fields, created, updated FROM form_draft"
                                                   " ORDER BY updated DESC, id DESC"));
    std::vector<FormDraft> drafts;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return drafts;
        TRY(FormDraft draft, readForm(statement));
        drafts.push_back(std::move(draft));
    }
}

Result<void> CaseStore::dropForm(RecordId id)
{
    return m_parts->inTransaction([&] { return eraseForm(*m_parts->database, id); });
}

Result<std::vector<ChangeId>> CaseStore::saveFromForm(RecordId form, const std::vector<Draft> &drafts)
{
    return m_parts->inTransaction([&]() -> Result<std::vector<ChangeId>> {
        TRY(auto written, m_parts->writeDrafts(drafts));
        TRY_VOID(eraseForm(*m_parts->database, form));
        return written;
    });
}

} // namespace faltakt::store
