#pragma once

#include "core/rules/templates.h"
#include "qml/viewmodels/contact/attempt_form.h"
#include "qml/viewmodels/form/choice_list_model.h"

#include <QObject>

namespace faltakt::viewmodels {

/// A text message made of a template that gives nothing away. It is sent by the phone's own app; here it is written, handed
/// over and noted. Works on the form of its owner, and tells it what changed. Lives in the main thread.
class TextMessageViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *templates READ templates CONSTANT FINAL)
    /// To which number, as it is written; empty while names are hidden.
    Q_PROPERTY(QString numberText READ numberText NOTIFY changed FINAL)
    Q_PROPERTY(QString ownNumber READ ownNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    /// What is missing before it may go; empty where nothing is.
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
public:
    explicit TextMessageViewModel(AttemptForm &form, QObject *parent = nullptr);

    struct Offer {
        std::vector<rules::ProfileTemplate> templates;
        std::string number;
        std::string workerName;
        std::string ownNumber;
        bool isNumberHidden = false;
        base::Language language = base::Language::Swedish;
    };
    void setOffer(Offer offer);
    /// Takes the form's values over, after it was read or emptied; the first template where none was chosen.
    void show();
    /// False, with what is missing to show.
    [[nodiscard]] bool check();
    [[nodiscard]] const std::string &number() const noexcept { return m_offer.number; }
    [[nodiscard]] const std::string &ownNumberText() const noexcept { return m_offer.ownNumber; }

    [[nodiscard]] ChoiceListModel *templates() noexcept { return &m_templates; }
    [[nodiscard]] QString numberText() const;
    [[nodiscard]] QString ownNumber() const { return QString::fromStdString(m_offer.ownNumber); }
    [[nodiscard]] QString message() const { return QString::fromStdString(m_form.textMessage); }
    [[nodiscard]] const QString &missing() const noexcept { return m_missing; }

public Q_SLOTS:
    /// Also goes into the message, as long as that was not written on.
    void editOwnNumber(const QString &text);
    void editMessage(const QString &text);

Q_SIGNALS:
    void changed();
    /// Something of the form is different and wants to be kept.
    void edited();

private:
    void choose(const std::string &code);
    [[nodiscard]] std::string made(const std::string &code) const;

    AttemptForm &m_form;
    Offer m_offer;
    ChoiceListModel m_templates;
    QString m_missing;
};

} // namespace faltakt::viewmodels
