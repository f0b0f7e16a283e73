#include "qml/viewmodels/reading/reading_content.h"

#include "core/base/sentence_comparison.h"
#include "core/base/text.h"
#include "core/casework/misfiled.h"
#include "core/casework/other_people.h"
#include "core/casework/person_card.h"
#include "core/screening/act_record.h"
#include "core/screening/instrument_library.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>

#include <algorithm>
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

/// What is made together with the person, for the person.
constexpr std::array<std::string_view, 3> OwnForms = {"plan", "sip", "follow-up"};

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

void addPart(const QString &title, const std::string &said, const std::vector<std::string> &own,
             ReadingContent &content, bool isOfOthers = false)
{
    ReadingPart part{title, {}};
    for (const std::string &each : base::splitSentences(said))
        if (const std::string sentence = base::trimmed(each); !sentence.empty())
            part.sentences.push_back({text(sentence), isOfOthers || casework::maySpeakOfOthers(sentence, own)});
    if (!part.sentences.empty())
        content.parts.push_back(std::move(part));
}

/// A plan in the words of its form: one part for each answer.
Result<void> readAct(const store::RecordView &act, const std::vector<std::string> &own, base::Language language,
                     ReadingContent &content)
{
    TRY(const auto library, screening::InstrumentLibrary::forms());
    TRY(const auto form, library.find(act.text("form")));
    for (const screening::ActLine &line :
         screening::actLines(form, act.fields, std::string(base::languageTag(language))))
        addPart(text(line.heading.empty() ? line.label : line.heading + ": " + line.label), line.value, own, content,
                casework::maySpeakOfOthers(line.label, own));
    return {};
}

} // namespace

bool hasReadingView(const store::RecordView &record)
{
    if (record.kind == "act")
        return std::ranges::find(OwnForms, record.text("form")) != OwnForms.end();
    return (record.kind == "note" || record.kind == "contact") && !casework::sealOf(record);
}

Result<ReadingContent> readForPerson(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                     base::Language language)
{
    TRY(const auto found, store.cases.record(record));
    if (!found || found->deleted || found->caseId != caseId || !hasReadingView(*found))
        return base::fail(base::ErrorCode::NotFound, "record");
    ReadingContent content;
    content.fields = found->fields;
    TRY(content.isWithheld, isTold(store, *found));
    if (content.isWithheld)
        return content;
    TRY(const auto own, namesOf(store, caseId));
    if (found->kind == "act") {
        TRY_VOID(readAct(*found, own, language, content));
        return content;
    }
    for (const Shown &shown : Fields) {
        addPart(words(shown.title), found->text(shown.field), own, content);
    }
    return content;
}

} // namespace faltakt::viewmodels
