#include "qml/viewmodels/interview/handout_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/casework/timeline_text.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/interview/result_content.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;
using platform::PrintedText;
using Kind = PrintedText::Kind;

HandoutViewModel::HandoutViewModel(AppServices &services, base::CaseId caseId, const ResultContent &content,
                                   QObject *parent)
    : QObject(parent), m_services(services), m_caseId(caseId), m_content(content)
{
}

PrintedText HandoutViewModel::printed() const
{
    const base::Language language = languageOf(m_services.settings);
    const base::Date today = casework::swedishDate(m_services.clock.now());
    PrintedText text;
    text.title = tr("Sammanfattning av samtalet").toStdString();
    text.language = std::string(base::languageTag(language));
    const auto add = [&text](Kind kind, const QString &words) {
        if (!words.isEmpty())
            text.pieces.push_back({kind, words.toStdString()});
    };
    add(Kind::Heading, tr("Sammanfattning av samtalet"));
    text.pieces.push_back({Kind::Paragraph, base::dayWordsWithYear(today, language)});
    add(Kind::Paragraph, m_content.personText());
    add(Kind::Paragraph, m_withScore ? m_content.scoreText() : QString());
    add(Kind::Paragraph, tr("Det här är ett stöd i samtalet, inte en diagnos."));
    add(Kind::Paragraph, tr("Det är frivilligt att prata vidare. Hör av dig till den du talade med om du vill."));
    add(Kind::Small, tr("Vid akut fara: ring 112."));
    return text;
}

QStringList HandoutViewModel::lines() const
{
    QStringList lines;
    if (!m_isOpen)
        return lines;
    for (const PrintedText::Piece &piece : printed().pieces)
        lines += text(piece.text);
    return lines;
}

Result<base::Bytes> HandoutViewModel::made() const
{
    const PrintedText text = printed();
    if (m_format == Format::Pdf)
        return m_services.pdf.print(text);
    std::string content;
    for (const PrintedText::Piece &piece : text.pieces)
        content += piece.text + "\n\n";
    const base::ByteView bytes = base::bytesOf(content);
    return base::Bytes(bytes.begin(), bytes.end());
}

void HandoutViewModel::open(bool withScore)
{
    if (!m_content.shown())
        return;
    m_isOpen = true;
    m_isAgreed = false;
    m_withScore = withScore;
    m_places.clear();
    for (const std::string &place : m_services.files.places())
        m_places += text(place);
    // Where there is one place only there is nothing to choose.
    m_place = m_places.size() == 1 ? 0 : -1;
    m_doneText.clear();
    tell(m_places.isEmpty() ? tr("Enheten har ingenstans att lägga en fil. Sätt i ett minne och försök igen.")
                            : QString());
}

void HandoutViewModel::tell(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void HandoutViewModel::close()
{
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_places.clear();
    m_doneText.clear();
    tell({});
}

void HandoutViewModel::chooseFormat(int index)
{
    m_format = index == int(Format::Text) ? Format::Text : Format::Pdf;
    tell({});
}

void HandoutViewModel::choosePlace(int index)
{
    m_place = index;
    tell({});
}

void HandoutViewModel::toggleAgreed()
{
    m_isAgreed = !m_isAgreed;
    tell({});
}

QString HandoutViewModel::whatIsMissing() const
{
    if (!m_isAgreed)
        return tr("Fråga personen först, och kryssa i att svaret är ja.");
    if (m_place < 0 || m_place >= m_places.size())
        return tr("Välj var filen ska ligga.");
    return {};
}

void HandoutViewModel::save()
{
    if (!m_isOpen || !m_doneText.isEmpty())
        return;
    if (const QString missing = whatIsMissing(); !missing.isEmpty())
        return tell(missing);
    const auto content = made();
    if (!content)
        return tell(errorText(content.error()));
    // The name says neither whose it is nor what it is about.
    const base::Date today = casework::swedishDate(m_services.clock.now());
    const std::string name = tr("sammanfattning").toStdString() + '-' + base::formatDate(today)
                             + (m_format == Format::Pdf ? ".pdf" : ".txt");
    const auto saved = m_services.files.save(m_places.at(m_place).toStdString(), name, *content);
    if (!saved)
        return tell(saved.error().code() == base::ErrorCode::StorageFull
                        ? tr("Det är fullt där. Inget är sparat. Välj en annan plats.")
                        : tr("Filen gick inte att spara där. Inget är sparat. Välj en annan plats."));
    m_doneText = tr("Sparad: %1").arg(text(*saved));
    tell({});
    note();
}

void HandoutViewModel::note()
{
    const QString form = text(casework::instrumentName(m_content.shown()->result.questionnaire->id()));
    QString words =
        tr("Personen fick en sammanfattning av %1 som fil (%2), på eget ja.").arg(form, formats().at(int(m_format)));
    if (m_withScore)
        words += QLatin1Char(' ') + tr("Poängen stod med.");
    m_services.workspace.write<void>(
        this,
        [caseId = m_caseId, written = words.toStdString()](OpenStore &store) -> Result<void> {
            const std::string at = base::formatInstant(store.clock.now());
            TRY_VOID(store.cases.save(
                {caseId,
                 {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "note", {{"text", written}, {"at", at}})},
                 at}));
            return {};
        },
        [this](const Result<void> &written) {
            if (!written)
                tell(tr("Filen är sparad, men det gick inte att anteckna det. Skriv en anteckning själv."));
        });
}

} // namespace faltakt::viewmodels
