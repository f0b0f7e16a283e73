#include "qml/viewmodels/reading/reading_content.h"

#include "core/base/sentence_comparison.h"
#include "core/base/text.h"
#include "core/casework/other_people.h"
#include "core/casework/person_card.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>

#include <array>

namespace faltakt::viewmodels {

using base::Result;

namespace {

QString words(const char *text) { return QCoreApplication::translate("ReadingContent", text); }

struct Shown {
    std::string_view field;
    const char *title;
};
/// All that is ever shown, the person's own words first. Whatever is not named here stays away.
constexpr std::array Fields{Shown{"ownWish", QT_TRANSLATE_NOOP("ReadingContent", "Det du önskar")},
                            Shown{"text", QT_TRANSLATE_NOOP("ReadingContent", "Det som hände")},
                            Shown{"judgement", QT_TRANSLATE_NOOP("ReadingContent", "Så tänkte den som skrev")},
                            Shown{"disputed", QT_TRANSLATE_NOOP("ReadingContent", "Så ser du det")}};

Result<std::vector<std::string>> namesOf(OpenStore &store, base::CaseId caseId)
{
    TRY(const auto persons, store.cases.recordsOfKind(caseId, "person"));
    std::vector<std::string> names;
    for (const store::RecordView &person : persons) {
        const casework::PersonCard card = casework::readPersonCard(person);
        names.push_back(card.fullName);
        names.insert(names.end(), card.aliases.begin(), card.aliases.end());
    }
    return names;
}

/// A note by somebody else's word, or an addition to one.
Result<bool> isTold(OpenStore &store, const store::RecordView &record)
{
    if (!record.text("toldBy").empty() || !record.text("toldByName").empty())
        return true;
    const auto of = base::RecordId::parse(record.text("addendumTo"));
    if (!of)
        return false;
    TRY(const auto first, store.cases.record(*of));
    return first && !first->text("toldBy").empty();
}

} // namespace

bool hasReadingView(std::string_view kind) { return kind == "note" || kind == "contact"; }

Result<ReadingContent> readForPerson(OpenStore &store, base::CaseId caseId, base::RecordId record)
{
    TRY(const auto found, store.cases.record(record));
    if (!found || found->deleted || found->caseId != caseId || !hasReadingView(found->kind))
        return base::fail(base::ErrorCode::NotFound, "record");
    ReadingContent content;
    content.fields = found->fields;
    TRY(content.isWithheld, isTold(store, *found));
    if (content.isWithheld)
        return content;
    TRY(const auto own, namesOf(store, caseId));
    for (const Shown &shown : Fields) {
        ReadingPart part{words(shown.title), {}};
        for (const std::string &sentence : base::splitSentences(found->text(shown.field)))
            if (const std::string said = base::trimmed(sentence); !said.empty())
                part.sentences.push_back({text(said), casework::maySpeakOfOthers(said, own)});
        if (!part.sentences.empty())
            content.parts.push_back(std::move(part));
    }
    return content;
}

} // namespace faltakt::viewmodels
