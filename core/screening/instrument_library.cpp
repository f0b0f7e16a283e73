#include "core/screening/instrument_library.h"

#include <QDir>
#include <QFile>
#include <QString>

// The macro declares a function of the resource compiler and so has to stand outside every namespace.
static void ensureInstrumentResources() { Q_INIT_RESOURCE(instruments); }

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view ShippedFolder = ":/faltakt/instruments";
constexpr std::string_view FormsFolder = ":/faltakt/forms";

QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return result;
}

Result<std::string> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return base::fail(ErrorCode::NotFound, "no such file");
    if (file.size() > qint64(MaxQuestionnaireBytes))
        return base::fail(ErrorCode::TooLarge, "larger than 4 MiB");
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::StorageFailed, "cannot be opened");
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return base::fail(ErrorCode::StorageFailed, "cannot be read");
    return bytes.toStdString();
}

/// An id comes from outside: it is compared with the files there are, never pasted into a path.
Result<std::string> shippedFile(const std::string &name)
{
    ensureInstrumentResources();
    const QDir folder(toQString(ShippedFolder));
    const QStringList files = folder.entryList(QDir::Files);
    if (!files.contains(toQString(name)))
        return base::fail(ErrorCode::NotFound, "no such instrument");
    return readFile(folder.filePath(toQString(name)));
}

} // namespace

Result<InstrumentLibrary> InstrumentLibrary::shipped()
{
    // Read once: what is built in stays as it is, and a copy shares the questionnaires.
    static const Result<InstrumentLibrary> Shipped = [] {
        ensureInstrumentResources();
        return load(ShippedFolder);
    }();
    return Shipped;
}

Result<InstrumentLibrary> InstrumentLibrary::forms()
{
    static const Result<InstrumentLibrary> Forms = [] {
        ensureInstrumentResources();
        return load(FormsFolder);
    }();
    return Forms;
}

Result<InstrumentLibrary> InstrumentLibrary::load(std::string_view folder)
{
    const QDir directory(toQString(folder));
    if (!directory.exists())
        return base::fail(ErrorCode::NotFound, "instruments: no such folder");
    InstrumentLibrary library;
    const QStringList files = directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        if (name.endsWith(QStringLiteral(".vectors.json")))
            continue;
        const auto added = [&]() -> Result<void> {
            TRY(const std::string text, readFile(directory.filePath(name)));
            TRY(auto questionnaire, Questionnaire::parse(text));
            return library.add(std::move(questionnaire));
        }();
        if (!added)
            return base::fail(added.error().withContext("instruments/" + name.toStdString()));
    }
    return library;
}

Result<void> InstrumentLibrary::add(QuestionnairePointer questionnaire)
{
    const std::string id = questionnaire->id();
    if (!m_questionnaires.emplace(id, std::move(questionnaire)).second)
        return base::fail(ErrorCode::AlreadyExists, "a second instrument " + id);
    return {};
}

void InstrumentLibrary::put(QuestionnairePointer questionnaire)
{
    const std::string id = questionnaire->id();
    m_questionnaires.insert_or_assign(id, std::move(questionnaire));
}

Result<QuestionnairePointer> InstrumentLibrary::find(std::string_view id) const
{
    const auto found = m_questionnaires.find(lowered(id));
    if (found != m_questionnaires.end())
        return found->second;
    std::string known;
    for (const auto &entry : m_questionnaires)
        known += (known.empty() ? "" : ", ") + entry.first;
    return base::fail(ErrorCode::NotFound, "no such instrument; there are: " + known);
}

Result<std::string> shippedResource(std::string_view id) { return shippedFile(lowered(id) + ".json"); }

Result<std::string> shippedVectors(std::string_view id) { return shippedFile(lowered(id) + ".vectors.json"); }

Result<std::string> shippedAdvice()
{
    ensureInstrumentResources();
    return readFile(QStringLiteral(":/faltakt/advice/brief-advice.json"));
}

} // namespace faltakt::screening
