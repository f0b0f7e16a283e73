#include "qml/viewmodels/people/protected_gate.h"

#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <array>

namespace faltakt::viewmodels {

namespace json = base::json;

ProtectedGate::ProtectedGate(AppServices &services, base::CaseId caseId, QObject *parent)
    : QObject(parent), m_reasons(services.reasons), m_confirm(services), m_caseId(caseId),
      m_keeper(services.workspace, "protectedReason", caseId, [this] { return formFields(); })
{
    connect(&m_keeper, &SheetKeeper::keepingFailed, this, [this](const base::Error &error) {
        m_problem = errorText(error);
        Q_EMIT changed();
    });
}

json::Object ProtectedGate::formFields() const { return {{"reason", m_index}, {"words", m_ownWords.toStdString()}}; }

void ProtectedGate::touch()
{
    m_problem.clear();
    m_keeper.touch(m_caseId);
    Q_EMIT changed();
}

QString ProtectedGate::title() const { return m_isDeputy ? tr("Du är ersättare") : tr("Skyddad person"); }

QString ProtectedGate::notice() const
{
    return m_isDeputy ? tr("Ärendet är en kollegas. Varför du öppnar frågas en gång per dag, och öppningen loggas.")
                      : tr("Ange skäl. Öppningen loggas.");
}

QString ProtectedGate::tone() const { return m_isDeputy ? QStringLiteral("info") : QStringLiteral("protected"); }

QStringList ProtectedGate::reasons() const
{
    if (m_isDeputy)
        return {tr("Personen eller en anhörig hörde av sig"), tr("Något är planerat"), tr("Något som inte kan vänta")};
    return {tr("Bokat möte eller samtal"), tr("Ny uppgift har kommit in"), tr("Uppföljning av insats")};
}

void ProtectedGate::shut(FileEntry needs)
{
    m_isDeputy = needs == FileEntry::NeedsPurpose;
    if (m_isShut)
        return;
    m_isShut = true;
    m_keeper.restore([this](const store::FormDraft &kept) {
        const json::Value fields(kept.fields);
        m_index = int(fields.integerAt("reason"));
        m_ownWords = text(fields.stringAt("words"));
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void ProtectedGate::open()
{
    if (m_isShut)
        forget();
}

void ProtectedGate::clear()
{
    m_keeper.flush();
    m_confirm.cancel();
    forget();
}

void ProtectedGate::forget()
{
    m_keeper.forget();
    m_isShut = false;
    m_index = -1;
    m_ownWords.clear();
    m_problem.clear();
    Q_EMIT changed();
}

void ProtectedGate::chooseReason(int index)
{
    m_index = index;
    touch();
    // One tap is enough where no passphrase is asked for.
    if (m_isDeputy && index >= 0)
        enter();
}

void ProtectedGate::setOwnWords(const QString &words)
{
    m_ownWords = words;
    touch();
}

void ProtectedGate::enter()
{
    QStringList parts;
    if (m_index >= 0 && m_index < reasons().size())
        parts += reasons().at(m_index);
    if (!m_ownWords.trimmed().isEmpty())
        parts += m_ownWords.trimmed();
    if (parts.isEmpty()) {
        m_problem = tr("Välj ett skäl eller skriv ett eget.");
        Q_EMIT changed();
        return;
    }
    if (m_isDeputy) {
        constexpr std::array Codes{"contact", "planned", "urgent"};
        const bool isChosen = m_index >= 0 && m_index < int(Codes.size());
        m_keeper.drop();
        m_reasons.give(m_caseId, parts.join(QStringLiteral(". ")).toStdString(),
                       isChosen ? Codes[std::size_t(m_index)] : "other");
        return;
    }
    m_confirm.ask({.title = tr("Öppna"),
                   .text = tr("Öppningen loggas med ditt skäl."),
                   .freshness = ConfirmViewModel::Freshness::AlwaysAsk},
                  [this, reason = parts.join(QStringLiteral(". "))] {
                      m_keeper.drop();
                      m_reasons.give(m_caseId, reason.toStdString());
                  });
}

} // namespace faltakt::viewmodels
