#include "qml/viewmodels/people/protected_gate.h"

namespace faltakt::viewmodels {

ProtectedGate::ProtectedGate(ConfirmViewModel &confirm, QObject *parent) : QObject(parent), m_confirm(confirm) {}

QStringList ProtectedGate::reasons() const
{
    return {tr("Bokat möte eller samtal"), tr("Ny uppgift har kommit in"), tr("Uppföljning av insats")};
}

void ProtectedGate::shut()
{
    if (m_isShut)
        return;
    m_isShut = true;
    Q_EMIT changed();
}

void ProtectedGate::clear()
{
    m_isShut = false;
    Q_EMIT changed();
}

void ProtectedGate::chooseReason(int index)
{
    m_index = index;
    m_problem.clear();
    Q_EMIT changed();
}

void ProtectedGate::setOwnWords(const QString &words)
{
    m_ownWords = words;
    m_problem.clear();
    Q_EMIT changed();
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
    m_confirm.ask({.title = tr("Öppna"),
                   .text = tr("Öppningen loggas med ditt skäl."),
                   .freshness = ConfirmViewModel::Freshness::AlwaysAsk},
                  [this, reason = parts.join(QStringLiteral(". "))] {
                      m_reason = reason;
                      m_isShut = false;
                      Q_EMIT changed();
                      Q_EMIT opened();
                  });
}

} // namespace faltakt::viewmodels
