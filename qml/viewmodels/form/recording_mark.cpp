#include "qml/viewmodels/form/recording_mark.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <QCoreApplication>
#include <QStringList>

namespace faltakt::viewmodels {

namespace {

QString words(const char *source) { return QCoreApplication::translate("RecordingMark", source); }

QString namesOf(const std::vector<rules::LocalText> &names, base::Language language)
{
    QStringList all;
    for (const rules::LocalText &name : names)
        all.push_back(text(name.in(language)));
    return all.join(QStringLiteral(", "));
}

QString textOf(rules::Recording recording)
{
    switch (recording) {
    case rules::Recording::Advice: return words(QT_TRANSLATE_NOOP("RecordingMark", "Antecknas inte"));
    case rules::Recording::Anonymous: return words(QT_TRANSLATE_NOOP("RecordingMark", "Antecknas utan namn"));
    case rules::Recording::Full: break;
    }
    return words(QT_TRANSLATE_NOOP("RecordingMark", "Antecknas"));
}

/// In a person's file, with the help that is another matter.
QString fileReason(const rules::RecordingState &state, base::Language language)
{
    QString reason = words(QT_TRANSLATE_NOOP("RecordingMark", "Det du skriver sparas i personens akt."));
    if (!state.notRecorded.empty())
        reason += QLatin1Char(' ')
                  + words(QT_TRANSLATE_NOOP("RecordingMark", "Råd inom %1 antecknas inte hos er. Räkna det samtalet i "
                                                             "stället."))
                        .arg(namesOf(state.notRecorded, language));
    if (!state.nameless.empty())
        reason += QLatin1Char(' ')
                  + words(QT_TRANSLATE_NOOP("RecordingMark", "Inom %1 antecknas inte vem det är."))
                        .arg(namesOf(state.nameless, language));
    return reason;
}

QString adviceReason(const rules::RecordingState &state, base::Language language)
{
    switch (state.recording) {
    case rules::Recording::Advice:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "Kommunens riktlinje: %1 är råd som inte antecknas. Bara ett "
                                                        "antal utan namn sparas."))
            .arg(namesOf(state.notRecorded, language));
    case rules::Recording::Anonymous:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "Nämnden har beslutat att vem det är inte antecknas: %1."))
            .arg(namesOf(state.nameless, language));
    case rules::Recording::Full: break;
    }
    return words(QT_TRANSLATE_NOOP("RecordingMark", "Kommunen skriver upp också råd. Säg det till den som ringer."));
}

QString reasonOf(const rules::RecordingState &state, base::Language language, int scratchHours)
{
    switch (state.reason) {
    case rules::RecordingReason::File: return fileReason(state, language);
    case rules::RecordingReason::Police:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "LOB: polisens uppgift och det som följer på den sparas i "
                                                        "personens akt. Säg det tidigt i samtalet."));
    case rules::RecordingReason::Answers:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "Svar och resultat sparas i personens akt. Säg det innan ni "
                                                        "börjar."));
    case rules::RecordingReason::Nobody:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "Inget namn frågas. Svaren ligger bara på den här enheten och "
                                                        "tas bort efter %1 timmar. Ett antal utan namn blir kvar."))
            .arg(scratchHours);
    case rules::RecordingReason::Team:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "Det här gäller arbetet och sparas utanför alla personers "
                                                        "akter. Skriv inga namn på personer."));
    case rules::RecordingReason::Children:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "Det du skriver om barn och skydd sparas i personens "
                                                        "akt."));
    case rules::RecordingReason::Veiled:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "Sparas i personens akt, bakom ett extra tryck, och visas i "
                                                        "ingen lista."));
    case rules::RecordingReason::Profile: return adviceReason(state, language);
    case rules::RecordingReason::Silent:
        return words(QT_TRANSLATE_NOOP("RecordingMark", "Kommunens riktlinje gör inget undantag för råd. Säg till den "
                                                        "som ringer att det antecknas."));
    case rules::RecordingReason::Count: break;
    }
    return words(QT_TRANSLATE_NOOP("RecordingMark", "Bara antal, plats och vecka sparas. Här finns ingen plats för "
                                                    "namn."));
}

} // namespace

RecordingMark recordingMarkOf(const rules::RecordingState &state, base::Language language, int scratchHours)
{
    RecordingMark mark;
    mark.text = textOf(state.recording);
    mark.reason = reasonOf(state, language, scratchHours);
    return mark;
}

RecordingMark recordingMark(const AppServices &services, rules::Writing writing)
{
    // One that cannot be read allows nothing that the law does not.
    const rules::Profile profile = services.workspace.profile().value_or(rules::Profile());
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(scratchLife(profile));
    return recordingMarkOf(recordingStateOf(profile, writing, casework::swedishDate(services.clock.now())),
                           languageOf(services.settings), int(hours.count()));
}

} // namespace faltakt::viewmodels
