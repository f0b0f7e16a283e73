#include "qml/viewmodels/people/record_content.h"

#include "core/casework/attachment.h"
#include "core/casework/field_text.h"
#include "core/casework/misfiled.h"
#include "core/casework/moment_words.h"
#include "core/casework/timeline_text.h"
#include "core/changelog/record_state.h"
#include "core/screening/act_record.h"
#include "qml/viewmodels/child/child_words.h"
#include "qml/viewmodels/people/file_person.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/workspace/safe_talk.h"
#include "sync/client/signature_check.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

using base::Result;

namespace {

QString words(const char *text) { return QCoreApplication::translate("RecordContent", text); }

/// Shown apart and in full, or said in other words on the page.
constexpr std::array<std::string_view, 17> ShownApart = {
    "text",    "judgement",   "disputed",      "ownWish",       "quick",     "addendumTo",  "event",
    "blob",    "key",         "letterDespite", "writtenByName", "writtenAt", "wasSignedAt", "wasSignedByName",
    "movedAt", "movedByName", "movedKey"};

/// How much there is that only a newer version can show; it stays as it is.
void tellOfNewer(const changelog::KindSchema *kind, RecordContent &content, base::Language language)
{
    int unknown = 0;
    for (const auto &[name, value] : content.record.fields)
        unknown += !value.isNull() && (!kind || !kind->field(name)) ? 1 : 0;
    if (unknown > 0)
        content.lines.push_back(
            {"newerVersion", text(casework::newerVersionText({}, language)),
             QCoreApplication::translate("RecordContent",
                                         "%n uppgifter som den här versionen inte kan visa. De finns kvar.", nullptr,
                                         unknown)});
}

/// An act is read in the words of its form: one line for each answer.
void readActLines(RecordContent &content, base::Language language)
{
    const auto library = screening::InstrumentLibrary::forms();
    const auto form =
        library ? library->find(content.record.text("form")) : base::Result<screening::QuestionnairePointer>();
    if (!form)
        return content.lines.push_back(
            {"newerVersion", text(casework::newerVersionText({}, language)),
             words(QT_TRANSLATE_NOOP("RecordContent", "Uppdatera Fältakt för att läsa den. Den finns kvar."))});
    int number = 0;
    for (const screening::ActLine &line :
         screening::actLines(*form, content.record.fields, std::string(base::languageTag(language)))) {
        const std::string label = line.heading.empty() ? line.label : line.heading + ": " + line.label;
        content.lines.push_back({"line " + std::to_string(number++), text(label), text(line.value)});
    }
}

void readLines(const OpenStore &store, RecordContent &content, const ListWording &wording)
{
    const base::Language language = wording.language;
    const changelog::KindSchema *kind = store.field.schema().kind(content.record.kind);
    if (!kind)
        return tellOfNewer(kind, content, language);
    if (content.record.kind == "act")
        return readActLines(content, language);
    const casework::ValueContext context{store.clock.now(), language, {}};
    for (const changelog::FieldSchema &field : kind->fields) {
        const auto *value = content.record.fields.find(field.name);
        const bool isLink = field.type == changelog::FieldType::Id;
        if (!value || value->isNull() || isLink || std::ranges::find(ShownApart, field.name) != ShownApart.end())
            continue;
        const QString instead =
            insteadOfField(content.record.kind, field.name, content.person.isProtected, wording.namesHidden);
        content.lines.push_back(
            {std::string(field.name), text(casework::fieldText(content.record.kind, field.name, language)),
             instead.isEmpty() ? text(casework::valueText(content.record.kind, field.name, *value, context))
                               : instead});
    }
    tellOfNewer(kind, content, language);
}

/// Which child a report or a check is about.
Result<void> readChild(OpenStore &store, RecordContent &content, const ListWording &wording)
{
    const auto id = base::RecordId::parse(content.record.text("child"));
    if (!id)
        return {};
    TRY(const auto child, store.cases.record(*id));
    const bool isHidden = wording.namesHidden || content.person.isProtected;
    if (child && !child->deleted)
        content.lines.insert(content.lines.begin(),
                             {"child", text(casework::fieldText(content.record.kind, "child", wording.language)),
                              childName(*child, isHidden, wording.language)});
    return {};
}

/// When it was written, by whom and when the server had it, told by the changes whose values stand.
Result<void> readOrigin(OpenStore &store, RecordContent &content, base::Language language)
{
    TRY(const auto state, store.cases.recordState(content.record.id));
    if (!state)
        return base::fail(base::ErrorCode::NotFound, "record");
    std::optional<base::Instant> first;
    content.isOwn = true;
    for (const base::ChangeId &id : changelog::allHeads(*state)) {
        TRY(const changelog::ChangeLine line, store.cases.changeLine(id));
        first = first ? std::min(*first, line.change.at) : line.change.at;
        content.isOwn = content.isOwn && line.change.by == store.cases.owner().worker;
        TRY(const auto receipt, store.cases.receipt(id));
        if (receipt)
            content.received = std::max(content.received.value_or(*receipt), *receipt);
    }
    // Whoever moved it here has not written it.
    if (const auto origin = casework::originOf(content.record))
        content.isOwn = origin->writtenBy == store.cases.owner().worker.toString();
    if (first)
        content.written = (content.isOwn ? words(QT_TRANSLATE_NOOP("RecordContent", "%1, av dig"))
                                         : words(QT_TRANSLATE_NOOP("RecordContent", "%1, av en kollega")))
                              .arg(text(casework::momentWords(*first, store.clock.now(), language)));
    return {};
}

/// Where it stands towards the server, as its line in the timeline tells.
Result<void> readDelivery(OpenStore &store, base::CaseId caseId, RecordContent &content)
{
    const auto at = content.record.instant(content.record.kind == "lobReport" ? "takenAt" : "at");
    // Several entries may share the moment.
    constexpr int Near = 16;
    std::optional<store::TimelinePlace> after;
    if (at)
        after = store::TimelinePlace{*at + base::Duration(1), {}};
    TRY(const auto entries, store.cases.timelinePage(caseId, Near, after));
    for (const store::TimelineRecord &entry : entries)
        if (entry.row.record == content.record.id)
            content.delivery = entry.row.delivery;
    return {};
}

Result<void> readSignature(OpenStore &store, const std::vector<store::RecordView> &ofCase, RecordContent &content,
                           base::Language language)
{
    const changelog::KindSchema *kind = store.field.schema().kind(content.record.kind);
    // What is known of a child goes on being changed.
    constexpr std::array Unsigned{"person", "case", "task", "child", "children"};
    content.takesSignature =
        kind && !kind->takesCompartmentOfRecord && std::ranges::find(Unsigned, content.record.kind) == Unsigned.end();
    const client::SignatureCheck check(store.cases, store.field.keys().signingKey().publicKey());
    TRY(content.isSigned, check.isSigned(content.record.id, ofCase));
    if (!content.isSigned)
        return {};
    const auto signature = std::ranges::find_if(ofCase.rbegin(), ofCase.rend(), [&](const store::RecordView &each) {
        return each.kind == "signature" && each.text("record") == content.record.id.toString();
    });
    if (signature == ofCase.rend())
        return {};
    const bool isOwn = signature->text("worker") == store.cases.owner().worker.toString();
    const auto at = signature->instant("at");
    const QString when = at ? text(casework::momentWords(*at, store.clock.now(), language)) : QString();
    content.signedText =
        isOwn ? words(QT_TRANSLATE_NOOP("RecordContent", "Signerad och låst av %1 %2"))
                    .arg(text(store.field.registration().workerName), when)
              : words(QT_TRANSLATE_NOOP("RecordContent", "Signerad och låst av en kollega %1")).arg(when);
    return {};
}

void readAddenda(const std::vector<store::RecordView> &ofCase, base::Instant now, RecordContent &content,
                 base::Language language)
{
    for (const store::RecordView &each : ofCase) {
        if (each.kind != "note" || each.text("addendumTo") != content.record.id.toString())
            continue;
        const auto at = each.instant("at");
        const std::string disputed = each.text("disputed");
        QString says = text(each.text("text"));
        if (!disputed.empty())
            says = words(QT_TRANSLATE_NOOP("RecordContent", "Personen ser det annorlunda: %1")).arg(text(disputed));
        content.addenda.push_back({each.id, at ? text(casework::momentWords(*at, now, language)) : QString(), says});
    }
}

void readPhotos(const std::vector<store::RecordView> &ofCase, base::Instant now, RecordContent &content,
                base::Language language)
{
    for (const store::RecordView &each : ofCase) {
        const auto photo = casework::readAttachment(each);
        if (!photo || photo->about != content.record.id)
            continue;
        const std::string shown = photo->caption.empty() ? casework::kindText(each.kind, language) : photo->caption;
        content.photos.push_back({each.id, text(casework::momentWords(photo->at, now, language)), text(shown)});
    }
}

} // namespace

Result<RecordContent> readRecord(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                 const ListWording &wording)
{
    const base::Language language = wording.language;
    RecordContent content;
    TRY(auto card, namedCardOf(store.cases, caseId));
    if (card)
        content.person = std::move(card->card);
    TRY(auto found, store.cases.record(record));
    if (!found || found->deleted)
        return base::fail(base::ErrorCode::NotFound, "record");
    content.record = std::move(*found);
    const casework::TimelineText line = casework::timelineText(content.record, language);
    content.title = text(line.title);
    content.status = text(line.status);
    TRY(content.misfiled, readMisfiledLook(store, caseId, record, language));
    if (content.misfiled.seal) {
        TRY_VOID(readOrigin(store, content, language));
        return content;
    }
    readLines(store, content, wording);
    TRY_VOID(readChild(store, content, wording));
    TRY_VOID(readOrigin(store, content, language));
    TRY_VOID(readDelivery(store, caseId, content));
    TRY(const auto ofCase, store.cases.recordsOfCase(caseId));
    TRY_VOID(readSignature(store, ofCase, content, language));
    readAddenda(ofCase, store.clock.now(), content, language);
    readPhotos(ofCase, store.clock.now(), content, language);
    TRY(const auto conflicts, store.cases.conflictsOfRecord(record));
    if (!conflicts.empty()) {
        content.conflictField = conflicts.front().field;
        TRY(const SafeParts safe, safePartsOf(store, record));
        const SafeTalk talk = safe.of(content.conflictField);
        content.conflictName = talk == SafeTalk::No
                                   ? text(casework::fieldText(content.record.kind, content.conflictField, language))
                                   : discreetName(talk, language);
    }
    return content;
}

} // namespace faltakt::viewmodels
