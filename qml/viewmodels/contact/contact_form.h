#pragma once

#include "qml/viewmodels/contact/attempt_writer.h"

namespace faltakt::viewmodels {

/// A contact of any kind as it is being written down.
struct ContactForm {
    /// Name of the form among the app's forms.
    static constexpr std::string_view Name = "contact";

    std::string way;
    std::string outcome;
    std::string result;
    std::string children;
    std::string text;
    std::string ownWish = {};
    std::string representativeView = {}; ///< Of whoever speaks for the person, beside the person's own wish.
    std::string judgement = {};          ///< The worker's own, apart from what happened.
    // Of a visit: codes::AgreedHow, who was there, codes::YesNoNotAsked, codes::LetIn.
    std::string agreedHow = {};
    std::string whoPresent = {};
    std::string othersAgreed = {};
    std::string letIn = {};
    std::string place = {};               ///< Where it was, where that is not the telephone.
    std::string through = {};             ///< The activity or person that it went through.
    std::string personAgreed = {};        ///< codes::YesNoNotAsked: to the worker's talking with somebody else.
    std::string interpretedBy = {};       ///< codes::InterpreterUse, where the person needs one.
    std::optional<base::Instant> at = {}; ///< Empty: when the form was begun.
    std::optional<base::RecordId> unfinished = {}; ///< A contact that was begun elsewhere and is finished here.

    [[nodiscard]] bool isEmpty() const
    {
        return way.empty() && outcome.empty() && result.empty() && text.empty() && ownWish.empty()
               && representativeView.empty() && judgement.empty() && place.empty() && through.empty();
    }
    [[nodiscard]] bool isVisit() const { return way == "visit"; }
    [[nodiscard]] bool hasPlace() const { return isVisit() || way == "place" || way == "through"; }
    [[nodiscard]] bool goesThrough() const { return way == "through" || way == "place"; }
    /// Somebody else was talked with: nothing may be told of the person unless she has agreed.
    [[nodiscard]] bool isWithOther() const { return way == "through" || outcome == "someoneElse"; }
    /// A letter, message or note may stand without outcome.
    [[nodiscard]] bool wantsOutcome() const
    {
        return way == "call" || way == "visit" || way == "place" || way == "through";
    }
};

[[nodiscard]] base::json::Object toJson(const ContactForm &form);
[[nodiscard]] ContactForm readContactForm(const base::json::Object &fields);
/// What was typed before, also into the form of a follow-up whose file is no longer here.
[[nodiscard]] ContactForm contactFormOf(const store::FormDraft &draft);
/// What an unfinished record already says.
[[nodiscard]] ContactForm contactFormOf(const store::RecordView &record);

/// Saves the contact with what follows from it, and takes the form away, in one transaction.
[[nodiscard]] base::Result<AttemptSaved> saveContact(OpenStore &store, base::CaseId caseId, const ContactForm &form,
                                                     base::Instant begun, std::optional<base::RecordId> draft);

/// "Boka nästa": an agreed contact as a task of its own.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> bookContact(OpenStore &store, base::CaseId caseId,
                                                                    base::Instant at);

} // namespace faltakt::viewmodels
