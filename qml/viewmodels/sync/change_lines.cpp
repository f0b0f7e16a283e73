#include "qml/viewmodels/sync/change_lines.h"

#include "core/casework/field_text.h"
#include "core/casework/misfiled.h"
#include "core/casework/moment_words.h"
#include "core/casework/timeline_text.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/workspace/safe_talk.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// The set that tells most: a change may carry a signature or a task beside what it is about.
const changelog::RecordSet *mainSet(const changelog::Change &change)
{
    const auto isOwnThing = [](const changelog::RecordSet &set) {
        return set.kind != "signature" && set.kind != "access" && set.kind != "task";
    };
    const auto found = std::ranges::find_if(change.sets, isOwnThing);
    if (found != change.sets.end())
        return &*found;
    return change.sets.empty() ? nullptr : &change.sets.front();
}

Result<QString> titleOf(OpenStore &store, const changelog::Change &change, base::Language language)
{
    const changelog::RecordSet *set = mainSet(change);
    if (!set)
        return QString();
    TRY(const auto record, store.cases.record(set->record));
    const std::string title =
        record ? casework::timelineText(*record, language).title : casework::kindText(set->kind, language);
    return text(title.empty() ? casework::kindText(set->kind, language) : title);
}

/// In the place of what was said in a talk about safety, and of what may have been.
QString countOf(int count, SafeTalk talk)
{
    return talk == SafeTalk::Yes
               ? QCoreApplication::translate("ChangeLines", "Svar i ett trygghetssamtal, %n uppgifter", nullptr, count)
               : QCoreApplication::translate("ChangeLines", "Svar i ett formulär som inte är känt här, %n uppgifter",
                                             nullptr, count);
}

/// What the set gave each field, line by line.
QStringList fieldLines(const changelog::RecordSet &set, const SafeParts &safe, const ChangeWording &wording,
                       bool isProtected)
{
    casework::ValueContext context;
    context.now = wording.now;
    context.language = wording.language;
    QStringList lines;
    int safeAnswers = 0;
    int unknownAnswers = 0;
    for (const auto &[field, value] : set.fields) {
        const SafeTalk talk = safe.of(field);
        safeAnswers += talk == SafeTalk::Yes ? 1 : 0;
        unknownAnswers += talk == SafeTalk::Unknown ? 1 : 0;
        if (talk != SafeTalk::No)
            continue;
        const QString instead = insteadOfField(set.kind, field, isProtected, wording.namesHidden);
        const QString words = text(casework::valueText(set.kind, field, value, context));
        if (!words.isEmpty())
            lines += QStringLiteral("%1: %2").arg(text(casework::fieldText(set.kind, field, wording.language)),
                                                  instead.isEmpty() ? words : instead);
    }
    if (safeAnswers > 0)
        lines += countOf(safeAnswers, SafeTalk::Yes);
    if (unknownAnswers > 0)
        lines += countOf(unknownAnswers, SafeTalk::Unknown);
    return lines;
}

} // namespace

Result<LineListModel::Line> changeLine(OpenStore &store, const changelog::Change &change, const ChangeWording &wording)
{
    LineListModel::Line line{.key = change.id.toString()};
    TRY(line.text, titleOf(store, change, wording.language));
    line.trailing = text(casework::momentWords(change.at, wording.now, wording.language));
    TRY(const auto card, store.cases.card(change.caseId));
    if (card)
        line.secondary = personName(card->card, wording.namesHidden);
    return line;
}

bool isOpening(const changelog::Change &change)
{
    return std::ranges::all_of(change.sets, [](const changelog::RecordSet &set) { return set.kind == "access"; });
}

Result<QString> contentText(OpenStore &store, const changelog::Change &change, const ChangeWording &wording,
                            bool isProtected)
{
    TRY(const auto row, store.cases.card(change.caseId));
    isProtected = isProtected || (row && row->card.isProtected);
    QStringList parts;
    for (const changelog::RecordSet &set : change.sets) {
        TRY(const auto record, store.cases.record(set.record));
        if (const auto seal = record ? casework::sealOf(*record) : std::nullopt) {
            parts += text(casework::sealText(*seal, wording.language));
            continue;
        }
        TRY(const SafeParts safe, safePartsOf(store, set));
        parts += fieldLines(set, safe, wording, isProtected);
    }
    return parts.join(QLatin1Char('\n'));
}

} // namespace faltakt::viewmodels
