#include "qml/viewmodels/interview/handout.h"

#include "core/base/date_words.h"
#include "core/casework/timeline_text.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using base::Result;
using Kind = platform::PrintedText::Kind;

namespace {

QString words(const char *text) { return QCoreApplication::translate("Handout", text); }

} // namespace

platform::PrintedText handoutText(const ResultContent &content, HandedScore score, base::Date today,
                                  base::Language language)
{
    platform::PrintedText text;
    const QString title = words(QT_TRANSLATE_NOOP("Handout", "Sammanfattning av samtalet"));
    text.title = title.toStdString();
    text.language = std::string(base::languageTag(language));
    const auto add = [&text](Kind kind, const QString &piece) {
        if (!piece.isEmpty())
            text.pieces.push_back({kind, piece.toStdString()});
    };
    add(Kind::Heading, title);
    text.pieces.push_back({Kind::Paragraph, base::dayWordsWithYear(today, language)});
    add(Kind::Paragraph, content.personText());
    for (const OwnRating &rating : content.personRatings()) {
        add(Kind::Paragraph, rating.area);
        text.pieces.push_back({Kind::Scale, rating.said.toStdString(), rating.value, rating.maximum});
    }
    add(Kind::Paragraph, score == HandedScore::Shown ? content.scoreText() : QString());
    add(Kind::Paragraph, words(QT_TRANSLATE_NOOP("Handout", "Det här är ett stöd i samtalet, inte en diagnos.")));
    add(Kind::Paragraph, words(QT_TRANSLATE_NOOP("Handout", "Det är frivilligt att prata vidare. Hör av dig till den "
                                                            "du talade med om du vill.")));
    add(Kind::Small, words(QT_TRANSLATE_NOOP("Handout", "Vid akut fara: ring 112.")));
    return text;
}

QString handoutNote(const ResultContent &content, HandedScore score, const QString &format)
{
    if (!content.shown())
        return {};
    const QString form = text(casework::instrumentName(content.shown()->result.questionnaire->id()));
    QString note =
        words(QT_TRANSLATE_NOOP("Handout", "Personen fick en sammanfattning av %1 som fil (%2), på eget ja."))
            .arg(form, format);
    if (score == HandedScore::Shown)
        note += QLatin1Char(' ') + words(QT_TRANSLATE_NOOP("Handout", "Poängen stod med."));
    return note;
}

Result<void> noteHandout(OpenStore &store, base::CaseId caseId, const std::string &words)
{
    const std::string at = base::formatInstant(store.clock.now());
    store::Draft draft;
    draft.caseId = caseId;
    draft.event = at;
    draft.sets.push_back(changelog::makeCreation(store.ids.makeId<base::RecordId>(), "note",
                                                 base::json::Object{{"text", words}, {"at", at}}));
    TRY_VOID(store.cases.save(draft));
    return store.cases.logAccess(caseId, "export", "assigned", {});
}

} // namespace faltakt::viewmodels
