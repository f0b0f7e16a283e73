#pragma once

#include "core/base/language.h"
#include "core/changelog/change.h"
#include "core/screening/questionnaire.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <QString>

#include <string_view>
#include <vector>

namespace faltakt::viewmodels {

/// Whether what somebody wrote belongs to a talk about safety: then it is said nowhere but behind its own entry. What cannot
/// be told is hidden as if it did, and not called one.
enum class SafeTalk : std::uint8_t { No, Yes, Unknown };

/// What of one record belongs to a talk about safety: all of it, or in another form the answers and notes to its questions
/// about violence. A value.
class SafeParts {
public:
    /// Of a record that is no form: nothing.
    SafeParts() = default;
    /// All of it, whatever it holds.
    explicit SafeParts(SafeTalk whole) : m_whole(whole) {}
    /// Of a form that is not in safe mode: by every text of it that is known here.
    explicit SafeParts(std::vector<screening::QuestionnairePointer> forms) : m_forms(std::move(forms)) {}

    [[nodiscard]] SafeTalk whole() const noexcept { return m_whole; }
    /// Of one field of the record.
    [[nodiscard]] SafeTalk of(std::string_view field) const;
    /// Of several fields together: Yes before Unknown before No.
    [[nodiscard]] SafeTalk of(const base::json::Object &fields) const;

private:
    SafeTalk m_whole = SafeTalk::No;
    std::vector<screening::QuestionnairePointer> m_forms;
};

/// By the instrument that the set names, or the record in the store where the set changes one. Store thread.
[[nodiscard]] base::Result<SafeParts> safePartsOf(OpenStore &store, const changelog::RecordSet &set);
/// The same of a record as it stands.
[[nodiscard]] base::Result<SafeParts> safePartsOf(OpenStore &store, base::RecordId record);

/// What is said in the place of a field's name: "Trygghetssamtal", or the kind alone; empty where nothing is hidden.
[[nodiscard]] QString discreetName(SafeTalk talk, base::Language language);

} // namespace faltakt::viewmodels
