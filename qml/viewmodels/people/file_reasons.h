#pragma once

#include "core/base/ids.h"

#include <QObject>

#include <map>
#include <set>
#include <string>

namespace faltakt::viewmodels {

/// Why the worker has opened the files of protected persons, and of those of somebody else as a deputy. A reason holds for all pages of that person until the last of
/// them is closed, and never over a lock. Main thread; owned by the app's root.
class FileReasons final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Empty where none was given.
    [[nodiscard]] std::string of(base::CaseId caseId) const
    {
        const auto found = m_reasons.find(caseId);
        return found == m_reasons.end() ? std::string() : found->second;
    }
    /// Of a deputy; empty where none was given.
    [[nodiscard]] std::string purposeOf(base::CaseId caseId) const
    {
        const auto found = m_purposes.find(caseId);
        return found == m_purposes.end() ? std::string() : found->second;
    }
    /// `purpose`: the code of what a deputy has chosen.
    void give(base::CaseId caseId, std::string reason, std::string purpose = {})
    {
        m_reasons.insert_or_assign(caseId, std::move(reason));
        m_purposes.insert_or_assign(caseId, std::move(purpose));
        Q_EMIT given();
    }
    /// The files of all others are closed.
    void keepOnly(const std::set<base::CaseId> &cases)
    {
        std::erase_if(m_reasons, [&](const auto &each) { return !cases.contains(each.first); });
        std::erase_if(m_purposes, [&](const auto &each) { return !cases.contains(each.first); });
    }
    void forget()
    {
        m_reasons.clear();
        m_purposes.clear();
    }

Q_SIGNALS:
    void given();

private:
    std::map<base::CaseId, std::string> m_reasons;
    std::map<base::CaseId, std::string> m_purposes;
};

} // namespace faltakt::viewmodels
