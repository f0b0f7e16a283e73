#pragma once

#include "core/rules/contact_card.h"
#include "qml/viewmodels/day/contact_card_choice.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"

#include <QImage>

namespace faltakt::viewmodels {

/// "Ge kontaktkort": a card that is turned round to the person, with a code that any telephone's camera reads. It holds what
/// the municipality's profile says and, where the worker wants it, her first name; nothing of anybody's file, and nothing of
/// its being given is kept. The card that was given last comes first. Main thread.
class ContactCardViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Before the worker's eyes: which card. Otherwise the card alone, for the person's.
    Q_PROPERTY(bool isChoosing READ isChoosing NOTIFY changed FINAL)
    /// The key of a line is what choose() takes.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *contacts READ contacts CONSTANT FINAL)
    /// Why there is no contact to choose, and what to do; empty where there is one.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(QString ownNumber READ ownNumber NOTIFY numberChanged FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
    /// "Visa mitt förnamn, Anna"; empty where the worker has no name.
    Q_PROPERTY(QString nameChoiceText READ nameChoiceText NOTIFY changed FINAL)
    Q_PROPERTY(bool namesWorker READ namesWorker NOTIFY changed FINAL)
    /// Who answers; empty where the name would tell why one rings.
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString hours READ hours NOTIFY changed FINAL)
    /// What the code holds, in words; empty where no code could be made.
    Q_PROPERTY(QString codeText READ codeText NOTIFY changed FINAL)
public:
    explicit ContactCardViewModel(AppServices &services) : m_services(services) {}

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("contact-card"); }
    void load() override;
    void clear() override;
    /// Nothing on the page was read from anybody's file.
    void clearRead() override {}

    [[nodiscard]] bool isChoosing() const noexcept { return m_isChoosing; }
    [[nodiscard]] LineListModel *contacts() noexcept { return &m_contacts; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString ownNumber() const { return QString::fromStdString(m_ownNumber); }
    [[nodiscard]] const QString &missing() const noexcept { return m_missing; }
    [[nodiscard]] QString nameChoiceText() const;
    [[nodiscard]] bool namesWorker() const noexcept { return m_choice.namesWorker; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString number() const { return QString::fromStdString(m_card.number); }
    [[nodiscard]] QString hours() const { return QString::fromStdString(m_card.hours); }
    [[nodiscard]] QString codeText() const;
    /// One pixel a module, with the light border that readers want.
    [[nodiscard]] const QImage &code() const noexcept { return m_code; }

public Q_SLOTS:
    void choose(const QString &contact);
    void chooseOwn();
    void editOwnNumber(const QString &number);
    void setNamesWorker(bool names);
    /// Back to the choice.
    void chooseAnew();
    void close() { m_services.router.back(); }
    void mainAction() override;

Q_SIGNALS:
    void changed();
    void numberChanged();

private:
    struct Read {
        ContactCardChoice choice;
        std::string ownNumber;
    };
    void show(const Read &read);
    void showContacts();
    [[nodiscard]] bool showCard(const std::string &contact);
    [[nodiscard]] std::optional<rules::ContactCard> cardOf(const std::string &contact) const;
    [[nodiscard]] std::string firstName() const;
    void keepChoice();

    AppServices &m_services;
    bool m_isRead = false;
    bool m_isChoosing = true;
    std::vector<rules::ContactCard> m_cards;
    std::string m_municipality;
    ContactCardChoice m_choice;
    std::string m_ownNumber;
    rules::ContactCard m_card;
    QImage m_code;
    QString m_missing;
    LineListModel m_contacts;
};

} // namespace faltakt::viewmodels
