#pragma once

#include "core/casework/identity_number.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/people/people_list_model.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

#include <QStringList>

#include <functional>

namespace faltakt::viewmodels {

/// Somebody new: as much as is known now, which may be a first name alone. Shows whom it might be already before anything
/// is made. What is typed outlives leaving the page, a lock and a kill; it goes when it is thrown away, which can be undone
/// while the page is open. Main thread.
class NewPersonViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString givenName READ givenName NOTIFY changed FINAL)
    Q_PROPERTY(QString familyName READ familyName NOTIFY changed FINAL)
    Q_PROPERTY(QString identity READ identity NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone NOTIFY changed FINAL)
    Q_PROPERTY(QString nameProblem READ nameProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString identityProblem READ identityProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString identityHelp READ identityHelp NOTIFY changed FINAL)
    /// The number is not right, and may be saved as it was told.
    Q_PROPERTY(bool canSaveUnconfirmed READ canSaveUnconfirmed NOTIFY changed FINAL)
    /// The person has a file already; says whom to talk to. It may be made all the same.
    Q_PROPERTY(QString knownText READ knownText NOTIFY changed FINAL)
    Q_PROPERTY(bool isTemporary READ isTemporary NOTIFY changed FINAL)
    Q_PROPERTY(QStringList languages READ languages NOTIFY changed FINAL)
    Q_PROPERTY(int languageIndex READ languageIndex NOTIFY changed FINAL)
    /// People of this device who have one of the names or the number.
    Q_PROPERTY(faltakt::viewmodels::PeopleListModel *similar READ similar CONSTANT FINAL)
    Q_PROPERTY(QString similarText READ similarText NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
    Q_PROPERTY(bool canDiscard READ canDiscard NOTIFY changed FINAL)
    /// What "Ångra" takes back; empty where there is nothing.
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
public:
    /// `created` is told of the new case when the page has closed; without it the person's own page opens.
    NewPersonViewModel(AppServices &services, std::function<void(base::CaseId)> created);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("people"); }
    void load() override;
    void clear() override;
    void leave() override;
    void clearRead() override;
    void clearNames() override { clearRead(); }
    void mainAction() override { save(); }
    void undo() override;

    [[nodiscard]] const QString &givenName() const noexcept { return m_givenName; }
    [[nodiscard]] const QString &familyName() const noexcept { return m_familyName; }
    [[nodiscard]] const QString &identity() const noexcept { return m_identity; }
    [[nodiscard]] const QString &phone() const noexcept { return m_phone; }
    [[nodiscard]] const QString &nameProblem() const noexcept { return m_nameProblem; }
    [[nodiscard]] const QString &identityProblem() const noexcept { return m_identityProblem; }
    [[nodiscard]] QString identityHelp() const;
    [[nodiscard]] bool canSaveUnconfirmed() const noexcept { return !m_identityProblem.isEmpty(); }
    [[nodiscard]] const QString &knownText() const noexcept { return m_knownText; }
    [[nodiscard]] bool isTemporary() const noexcept { return m_isTemporary; }
    [[nodiscard]] QStringList languages() const;
    [[nodiscard]] int languageIndex() const noexcept { return m_languageIndex; }
    [[nodiscard]] PeopleListModel *similar() noexcept { return &m_similar; }
    [[nodiscard]] QString similarText() const;
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }
    [[nodiscard]] bool canDiscard() const { return m_keeper.id() && !isEmpty(); }
    [[nodiscard]] QString undoText() const;

public Q_SLOTS:
    void setGivenName(const QString &name);
    void setFamilyName(const QString &name);
    void setIdentity(const QString &identity);
    void setPhone(const QString &phone);
    void toggleTemporary();
    void chooseLanguage(int index);
    /// It is this one. A telephone number that was taken down goes along, to be saved there.
    void choose(int index);
    /// Asks first whether the number has a file already: here, and at the server where it answers.
    void save();
    void saveUnconfirmed();
    /// In spite of what is known.
    void createAnyway();
    /// Throws away what was typed; undo() brings it back while the page is open.
    void discard();

Q_SIGNALS:
    void changed();

private:
    enum class Check { Strict, Unconfirmed };
    /// Whether the server is still to be asked when the person has been made.
    enum class LaterQuestion { None, Kept };
    /// False where something is to be looked at first, or is under way.
    [[nodiscard]] bool begin(Check check);
    void askServer(const std::string &number);
    void tellKnown(const QString &words);
    void create(LaterQuestion later);
    [[nodiscard]] bool isComplete(Check check);
    [[nodiscard]] base::json::Object personFields(const casework::IdentityNumber &number) const;
    [[nodiscard]] base::Date today() const;
    [[nodiscard]] bool isEmpty() const;
    void open(const store::FormDraft &draft);
    void putFields(const base::json::Object &fields);
    void forgetTyped();
    [[nodiscard]] base::json::Object formFields() const;
    /// Something was typed or chosen.
    void touch();
    void lookForSimilar();
    void conclude(base::CaseId caseId);

    AppServices &m_services;
    std::function<void(base::CaseId)> m_created;
    PeopleListModel m_similar;
    QString m_givenName;
    QString m_familyName;
    QString m_identity;
    QString m_phone;
    QString m_nameProblem;
    QString m_identityProblem;
    QString m_knownText;
    bool m_isTemporary = false;
    bool m_isSaving = false;
    bool m_isAsking = false; ///< Nothing is written yet.
    int m_languageIndex = 0;
    int m_searches = 0;
    int m_question = 0; ///< The server's answer to an earlier one is passed by.
    int m_turn = 0;     ///< An answer from before a lock is not shown after it.
    std::optional<base::json::Object> m_discarded;
    FormKeeper m_keeper;
};

} // namespace faltakt::viewmodels
