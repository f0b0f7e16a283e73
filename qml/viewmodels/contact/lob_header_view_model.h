#pragma once

#include "qml/viewmodels/contact/lob_page.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// What the pages of an attempt say about person, report and letter; ready words. Lives in the main thread.
class LobHeaderViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString personName READ personName NOTIFY changed FINAL)
    /// "Omhändertagen lördag 11 oktober 23:40".
    Q_PROPERTY(QString custodyText READ custodyText NOTIFY changed FINAL)
    Q_PROPERTY(int attemptsDone READ attemptsDone NOTIFY changed FINAL)
    Q_PROPERTY(int attemptCount READ attemptCount NOTIFY changed FINAL)
    Q_PROPERTY(int attempt READ attempt NOTIFY changed FINAL)
    Q_PROPERTY(QString attemptText READ attemptText NOTIFY changed FINAL)
    Q_PROPERTY(QString lastText READ lastText NOTIFY changed FINAL)
    /// "Tolk: finska"; empty without one.
    Q_PROPERTY(QString interpreterText READ interpreterText NOTIFY changed FINAL)
    Q_PROPERTY(QString flagText READ flagText NOTIFY changed FINAL)
    Q_PROPERTY(QString noNumberText READ noNumberText NOTIFY changed FINAL)
    Q_PROPERTY(QString repeatText READ repeatText NOTIFY changed FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL)
    /// Whom one may ask before an investigation is opened; empty afterwards.
    Q_PROPERTY(QString askingText READ askingText NOTIFY changed FINAL)
    Q_PROPERTY(QString letterText READ letterText NOTIFY changed FINAL)
    Q_PROPERTY(bool canAskForLetter READ canAskForLetter NOTIFY changed FINAL)
    Q_PROPERTY(QString closingText READ closingText NOTIFY changed FINAL)
    Q_PROPERTY(bool canClose READ canClose NOTIFY changed FINAL)
    Q_PROPERTY(bool hasReport READ hasReport NOTIFY changed FINAL)
public:
    using QObject::QObject;

    void setPage(LobPage page, base::Instant now, base::Language language, bool namesHidden);
    void clear();

    [[nodiscard]] const QString &personName() const noexcept { return m_personName; }
    [[nodiscard]] QString custodyText() const;
    [[nodiscard]] int attemptsDone() const noexcept { return m_page.attempt - 1; }
    [[nodiscard]] int attemptCount() const noexcept { return m_page.attempts; }
    [[nodiscard]] int attempt() const noexcept { return m_page.attempt; }
    [[nodiscard]] QString attemptText() const;
    [[nodiscard]] QString lastText() const;
    [[nodiscard]] QString interpreterText() const;
    [[nodiscard]] QString flagText() const;
    [[nodiscard]] QString noNumberText() const;
    [[nodiscard]] QString repeatText() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString askingText() const;
    [[nodiscard]] QString letterText() const;
    [[nodiscard]] bool canAskForLetter() const;
    [[nodiscard]] QString closingText() const;
    [[nodiscard]] bool canClose() const;
    [[nodiscard]] bool hasReport() const noexcept { return m_page.report.has_value(); }

    [[nodiscard]] const LobPage &page() const noexcept { return m_page; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString obstacle(const std::string &code) const;

    LobPage m_page;
    base::Instant m_now;
    base::Language m_language = base::Language::Swedish;
    QString m_personName;
};

} // namespace faltakt::viewmodels
