#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace faltakt::viewmodels {

/// The sheet that lets something leave the app as a file: what it says, as which kind of file, where to, and a yes that is
/// asked for. From then on the file is protected by nothing of ours. Main thread; owned by the page that has the words.
class FileOffer final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// What the file will say, from the top.
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed FINAL)
    Q_PROPERTY(QStringList formats READ formats NOTIFY changed FINAL)
    Q_PROPERTY(int formatIndex READ formatIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList places READ places NOTIFY changed FINAL)
    Q_PROPERTY(int placeIndex READ placeIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isAgreed READ isAgreed NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// "Sparad: Dokument/sammanfattning-2025-10-17.pdf"; empty until then.
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)
public:
    enum class Format { Pdf, Text };

    /// `askFirst` is shown where the yes is missing.
    FileOffer(AppServices &services, QString askFirst, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QStringList formats() const { return {tr("PDF"), tr("Text")}; }
    [[nodiscard]] int formatIndex() const noexcept { return int(m_format); }
    [[nodiscard]] const QStringList &places() const noexcept { return m_places; }
    [[nodiscard]] int placeIndex() const noexcept { return m_place; }
    [[nodiscard]] bool isAgreed() const noexcept { return m_isAgreed; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] const QString &doneText() const noexcept { return m_doneText; }

    /// What has to be done before a file may leave, with the name of the kind of file; it calls back once. Where it fails
    /// nothing is saved.
    using Done = std::function<void(const base::Result<void> &)>;
    void doFirst(std::function<void(const QString &format, Done done)> first) { m_first = std::move(first); }

    /// `stem` begins the file's name, before the day; it says neither whose the file is nor what it is about.
    void open(platform::PrintedText text, const QString &stem);
    void tell(const QString &problem);

public Q_SLOTS:
    void chooseFormat(int index);
    void choosePlace(int index);
    /// Yes, or no longer.
    void toggleAgreed();
    void save();
    void close();

Q_SIGNALS:
    void changed();
    /// `format` is the name of the kind of file.
    void saved(const QString &format);

private:
    [[nodiscard]] base::Result<base::Bytes> made() const;
    [[nodiscard]] QString whatIsMissing() const;
    void write();

    AppServices &m_services;
    QString m_askFirst;
    std::function<void(const QString &format, Done done)> m_first;
    int m_opening = 0; ///< Counts what was offered: what is done first for one lets no other leave.
    platform::PrintedText m_text;
    QString m_stem;
    QStringList m_places;
    QString m_problem;
    QString m_doneText;
    Format m_format = Format::Pdf;
    int m_place = -1;
    bool m_isOpen = false;
    bool m_isAgreed = false;
    bool m_isWaiting = false; ///< For what has to be done first.
};

} // namespace faltakt::viewmodels
