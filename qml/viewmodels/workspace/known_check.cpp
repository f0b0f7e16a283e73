#include "qml/viewmodels/workspace/known_check.h"

#include "core/changelog/record_state.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::ErrorCode;
using base::Result;

namespace {

/// What no later question would change.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::InvalidInput || code == ErrorCode::NotFound || code == ErrorCode::Damaged;
}

} // namespace

store::FormDraft makeKnownCheck(base::RecordId id, base::CaseId caseId, const std::string &number)
{
    store::FormDraft draft;
    draft.id = id;
    draft.form = KnownCheck::FormName;
    // The case stands among the fields: it is kept before the person is made, so that a kill in between loses no question.
    draft.fields = {{"case", caseId.toString()}, {"number", number}};
    return draft;
}

Result<bool> isCheckWaiting(const store::CaseStore &cases, base::CaseId caseId)
{
    TRY(const auto forms, cases.forms());
    return std::ranges::any_of(forms, [&](const store::FormDraft &form) {
        return form.form == KnownCheck::FormName && json::Value(form.fields).stringAt("case") == caseId.toString();
    });
}

void KnownCheck::ask(client::RequestSender &sender, const protocol::KnownRequest &request,
                     client::KnownQuestion::Done done)
{
    if (!m_ofPage)
        m_ofPage = std::make_unique<client::KnownQuestion>(m_field.registration().owner, m_field.keys().signingKey(),
                                                           sender, m_random);
    m_ofPage->ask(request, std::move(done));
}

void KnownCheck::stop()
{
    m_ofPage.reset();
    m_ofKept.reset();
    m_isAsking = false;
}

Result<std::optional<KnownCheck::Kept>> KnownCheck::nextKept() const
{
    TRY(const auto forms, m_field.cases().forms());
    for (const store::FormDraft &form : forms) {
        const json::Value fields(form.fields);
        const auto caseId = base::CaseId::parse(fields.stringAt("case"));
        if (form.form == FormName && caseId)
            return std::optional(Kept{form.id, {fields.stringAt("number"), *caseId}});
    }
    return std::optional<Kept>();
}

void KnownCheck::askKept(client::RequestSender &sender)
{
    if (m_isAsking || !m_field.isOpen())
        return;
    const auto kept = nextKept();
    if (!kept || !*kept)
        return;
    if (!m_ofKept)
        m_ofKept = std::make_unique<client::KnownQuestion>(m_field.registration().owner, m_field.keys().signingKey(),
                                                           sender, m_random);
    m_isAsking = true;
    m_ofKept->ask((*kept)->request, [this, &sender, kept = **kept](const Result<protocol::KnownAnswer> &answer) {
        m_isAsking = false;
        conclude(sender, kept, answer);
    });
}

void KnownCheck::conclude(client::RequestSender &sender, const Kept &kept, const Result<protocol::KnownAnswer> &answer)
{
    // What failed for the moment is asked after the next sync.
    if (!m_field.isOpen() || (!answer && !isFinal(answer.error().code())))
        return;
    auto done = answer && answer->isKnown ? makeTask(kept, answer->unit) : m_field.cases().dropForm(kept.form);
    // The file is not here any more, and nobody is left to tell.
    if (!done && done.error().code() == ErrorCode::NotFound)
        done = m_field.cases().dropForm(kept.form);
    if (!done)
        return;
    Q_EMIT changed();
    askKept(sender);
}

/// With the question taken away in one transaction, so that the task comes once.
Result<void> KnownCheck::makeTask(const Kept &kept, const std::string &unit)
{
    base::UuidMaker ids(m_clock, m_random);
    json::Object task{{"what", "knownElsewhere"},
                      {"due", base::formatInstant(m_clock.now())},
                      {"basis", "default"},
                      {"assignedTo", m_field.cases().owner().worker.toString()},
                      {"status", "open"}};
    if (!unit.empty())
        task.set("text", unit);
    const store::Draft draft{
        *kept.request.except, {changelog::makeCreation(ids.makeId<base::RecordId>(), "task", std::move(task))}, {}};
    TRY_VOID(m_field.cases().saveFromForm(kept.form, {draft}));
    return {};
}

} // namespace faltakt::viewmodels
