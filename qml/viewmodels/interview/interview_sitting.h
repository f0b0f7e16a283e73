#pragma once

#include "core/screening/interview_session.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>

namespace faltakt::viewmodels {

/// What of an interview about a person is on this device alone, until it is answered: where one is, what is half typed, and
/// what was passed over. Kept like every form, within a second of the last key. Without a person nothing is typed, and
/// nothing kept. Main thread.
class InterviewSitting final : public QObject {
    Q_OBJECT
public:
    explicit InterviewSitting(AppServices &services, QObject *parent = nullptr);

    /// Goes on with what was kept, or begins: of that record, in that case.
    void adopt(base::CaseId caseId, base::RecordId record, const std::optional<SittingDraft> &draft);
    /// Keeps what is there, and forgets it here.
    void putAway();
    void flush() { m_keeper.flush(); }
    /// The interview is over: nothing is half done any more.
    void drop();

    [[nodiscard]] const std::string &item() const noexcept { return m_draft.item; }
    [[nodiscard]] std::optional<QString> typed(const std::string &key) const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>> &allTyped() const noexcept
    {
        return m_draft.typed;
    }
    [[nodiscard]] const screening::InterviewSession::Keys &passed() const noexcept { return m_draft.passed; }
    [[nodiscard]] bool isAdopted() const noexcept { return m_record.has_value(); }

    /// The question shown: remembered with what is typed, so that both come back together.
    void setItem(const std::string &key);
    void type(const std::string &key, const QString &text);
    /// It is the answer now, or nothing.
    void forget(const std::string &key);
    void setPassed(screening::InterviewSession::Keys keys);

Q_SIGNALS:
    void keepingFailed(const faltakt::base::Error &error);

private:
    void touch();

    AppServices &m_services;
    std::optional<base::RecordId> m_record;
    SittingDraft m_draft;
    bool m_isKept = false; ///< There may be something of it in the store.
    FormKeeper m_keeper;
};

} // namespace faltakt::viewmodels
