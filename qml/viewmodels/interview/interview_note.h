#pragma once

#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The worker's notes to single questions, and the one that is being written. What is typed is kept on the device within
/// a second, and goes to the record when the sheet closes, the page is left or the device locks. Main thread.
class InterviewNote final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    using Notes = std::map<std::string, std::string, std::less<>>;

    explicit InterviewNote(AppServices &services, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return !m_draft.item.empty(); }
    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    [[nodiscard]] QString text() const { return QString::fromStdString(m_draft.text); }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] bool has(const std::string &item) const { return m_notes.contains(item); }
    [[nodiscard]] const Notes &all() const noexcept { return m_notes; }
    [[nodiscard]] const std::string &item() const noexcept { return m_draft.item; }

    /// The notes of a record, and what they were read from.
    void set(Notes notes, EditBase base);
    /// Opens the note to a question; `draft` holds what was typed before a crash.
    void open(const InterviewPlace &place, const std::string &item, const QString &title,
              const std::optional<NoteDraft> &draft = std::nullopt);
    /// Writes what is typed and forgets all of it.
    void putAway();

public Q_SLOTS:
    void edit(const QString &text);
    void save();

Q_SIGNALS:
    void changed();
    /// A note was written, or taken away.
    void saved();
    /// A note could not be written: it is still open, however its sheet was closed.
    void writingFailed();

private:
    [[nodiscard]] base::json::Object formFields() const;
    void write();
    using Changes = std::vector<base::ChangeId>;
    void conclude(const std::string &item, const std::string &text, const base::Result<Changes> &written);
    /// Nothing was changed: takes the form away and closes.
    void drop();

    AppServices &m_services;
    InterviewPlace m_place;
    Notes m_notes;
    EditBase m_base; ///< Of the record as far as this page has read and written it.
    NoteDraft m_draft;
    QString m_title;
    QString m_problem;
    FormKeeper m_keeper;
};

} // namespace faltakt::viewmodels
