#include "qml/viewmodels/people/timeline_reader.h"

#include "core/base/date_words.h"
#include "core/casework/attachment.h"
#include "core/casework/moment_words.h"
#include "core/casework/swedish_time.h"
#include "core/casework/timeline_text.h"
#include "core/rules/lob_follow_up.h"
#include "qml/viewmodels/attachment/attachment_view_model.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// Lines that a search looks through at a time.
constexpr int SearchStep = 200;

QString words(const char *text) { return QCoreApplication::translate("TimelineReader", text); }

struct IconOf {
    std::string_view name;
    const char *icon;
};
constexpr std::array WayIcons = {IconOf{"call", "phone"},       IconOf{"sms", "message-circle"},
                                 IconOf{"visit", "house-plus"}, IconOf{"letter", "mail"},
                                 IconOf{"place", "footprints"}, IconOf{"note", "paperclip"},
                                 IconOf{"through", "users"}};
constexpr std::array KindIcons = {IconOf{"note", "notebook-pen"},     IconOf{"lobReport", "file-text"},
                                  IconOf{"attachment", "image"},      IconOf{"assessment", "clipboard-list"},
                                  IconOf{"contact", "phone"},         IconOf{"concernReport", "baby"},
                                  IconOf{"safetyCheck", "life-buoy"}, IconOf{"safetyTalk", "message-circle"},
                                  IconOf{"act", "file-text"}};

template <typename Icons>
const char *iconIn(const Icons &icons, std::string_view name, const char *otherwise)
{
    const auto found = std::ranges::find(icons, name, &IconOf::name);
    return found == icons.end() ? otherwise : found->icon;
}

/// The clock on days of this year, which stand under their day; the day on those that stand under their month.
QString timeOf(base::Instant at, base::Instant now, base::Language language)
{
    const base::Date day = casework::swedishDate(at);
    if (day.year() == casework::swedishDate(now).year())
        return text(casework::timeWords(at));
    const QString month = text(std::string(base::monthName(unsigned(day.month()), language)));
    return QStringLiteral("%1 %2").arg(unsigned(day.day())).arg(month.left(3));
}

QString bodyOf(const casework::TimelineText &line)
{
    const QString status = text(line.status);
    const QString body = text(line.text);
    if (status.isEmpty() || body.isEmpty())
        return status + body;
    return words(QT_TRANSLATE_NOOP("TimelineReader", "%1. %2")).arg(status, body);
}

Result<std::map<base::RecordId, int>> readAttempts(OpenStore &store, base::CaseId caseId)
{
    rules::CaseFacts facts;
    TRY_VOID(store.cases.readCase(caseId, [&](const store::CaseReader &reader) -> Result<void> {
        TRY(facts, rules::readCaseFacts(caseId, reader));
        return {};
    }));
    return rules::attemptNumbers(facts);
}

} // namespace

DeliveryLook deliveryLook(store::Delivery delivery)
{
    switch (delivery) {
    case store::Delivery::Local:
        return {words(QT_TRANSLATE_NOOP("TimelineReader", "Sparat här")), QStringLiteral("offline"),
                QStringLiteral("smartphone")};
    case store::Delivery::Received:
        return {words(QT_TRANSLATE_NOOP("TimelineReader", "Mottaget")), QStringLiteral("received"),
                QStringLiteral("check-check")};
    case store::Delivery::Returned:
        return {words(QT_TRANSLATE_NOOP("TimelineReader", "Behöver din hjälp")), QStringLiteral("info"),
                QStringLiteral("circle-alert")};
    }
    return {};
}

QString recordIcon(const store::RecordView &record)
{
    if (record.kind == "contact")
        return QString::fromLatin1(iconIn(WayIcons, record.text("way"), "message-circle"));
    return QString::fromLatin1(iconIn(KindIcons, record.kind, "file-text"));
}

Result<std::vector<TimelineItem>> readTimeline(OpenStore &store, base::CaseId caseId, int count,
                                               const std::optional<store::TimelinePlace> &after,
                                               base::Language language)
{
    TRY(auto attempts, readAttempts(store, caseId));
    TRY(auto page, store.cases.timelinePage(caseId, count, after));
    TRY(const auto tied, openTiedFiles(store.cases, caseId));
    for (const store::CaseRow &with : tied) {
        TRY(auto more, readAttempts(store, with.caseId));
        attempts.merge(more);
        TRY(auto others, store.cases.timelinePage(with.caseId, count, after));
        std::ranges::move(others, std::back_inserter(page));
    }
    if (!tied.empty()) {
        std::ranges::sort(page, std::ranges::greater(),
                          [](const store::TimelineRecord &entry) { return std::pair(entry.row.at, entry.row.record); });
        if (page.size() > std::size_t(count))
            page.erase(page.begin() + count, page.end());
    }
    const base::Instant now = store.clock.now();
    std::vector<TimelineItem> items;
    for (const store::TimelineRecord &entry : page) {
        const auto attempt = attempts.find(entry.row.record);
        const casework::TimelineText line = casework::timelineText(
            entry.record, language, attempt == attempts.end() ? std::nullopt : std::optional(attempt->second));
        DeliveryLook look = deliveryLook(entry.row.delivery);
        if (entry.row.kind == casework::Attachment::Kind && entry.row.delivery != store::Delivery::Returned) {
            TRY(const auto state, store.field.attachments().stateOf(entry.row.record));
            const AttachmentLook bytes = attachmentLook(state);
            look = {bytes.text, bytes.tone, bytes.iconName};
        }
        items.push_back({.key = entry.row.record.toString(),
                         .place = {entry.row.at, entry.row.record},
                         .caseId = entry.record.caseId,
                         .kind = entry.row.kind,
                         .heading = {},
                         .time = timeOf(entry.row.at, now, language),
                         .iconName = recordIcon(entry.record),
                         .title = text(line.title),
                         .body = bodyOf(line),
                         .stateText = look.text,
                         .stateTone = look.tone,
                         .stateIcon = look.iconName,
                         .isConflicted = entry.record.conflicted,
                         .isAddendum = !entry.record.text("addendumTo").empty(),
                         .isInProgress = entry.record.text("status") == "inProgress"});
    }
    return items;
}

Result<std::vector<TimelineItem>> searchTimeline(OpenStore &store, base::CaseId caseId, int count,
                                                 std::optional<store::TimelinePlace> after, base::Language language,
                                                 const QString &words)
{
    std::vector<TimelineItem> found;
    while (int(found.size()) < count) {
        TRY(auto page, readTimeline(store, caseId, SearchStep, after, language));
        const bool isLast = int(page.size()) < SearchStep;
        if (!page.empty())
            after = page.back().place;
        for (TimelineItem &item : page)
            if (int(found.size()) < count
                && (item.title.contains(words, Qt::CaseInsensitive) || item.body.contains(words, Qt::CaseInsensitive)))
                found.push_back(std::move(item));
        if (isLast)
            break;
    }
    return found;
}

} // namespace faltakt::viewmodels
